"""What somebody's own devices are told about signing in and out."""

from uuid import UUID

from yoriai.people.access.facts import PersonFact
from yoriai.platform.facts.fact import Revoked


class SessionBegan(PersonFact):
    """Somebody signed in with this account."""

    name = "sessions.began"
    session_id: UUID


class SessionEnded(PersonFact):
    """A session is over: signed out, ended from elsewhere, or run out. Its sockets close now."""

    name = "sessions.ended"
    session_id: UUID

    def revokes(self) -> Revoked:
        return Revoked(account_id=self.account_id, session_id=self.session_id)
