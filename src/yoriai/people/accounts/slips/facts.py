"""What is told when a password is made worthless."""

from yoriai.people.access.facts import PersonFact
from yoriai.platform.facts.fact import Revoked


class PasswordReset(PersonFact):
    """Somebody's own password is worth nothing any more, and all of their sessions end, for ever."""

    name = "slips.password_reset"

    def revokes(self) -> Revoked:
        return Revoked(account_id=self.account_id)
