"""What somebody's own devices are told about signing in and out."""

from uuid import UUID

from yoriai.people.access.facts import PersonFact
from yoriai.platform.facts.fact import Revoked


class SessionBegan(PersonFact):
    """Somebody signed in with this account."""

    name = "sessions.began"
    session_id: UUID


class SignInBlocked(PersonFact):
    """Somebody who knows the password was kept out, because of the network from which they came (ZONE-8). From where
    stands beside it in the journal, as with every fact."""

    name = "sessions.blocked"


class SessionEnded(PersonFact):
    """A session is over: signed out, ended from elsewhere, or run out. Its sockets close now."""

    name = "sessions.ended"
    session_id: UUID

    def revokes(self) -> Revoked:
        return Revoked(account_id=self.account_id, session_id=self.session_id)


class SessionLocked(PersonFact):
    """Whoever sits there has left the seat. Its sockets close now; it goes on when the password is given again."""

    name = "sessions.locked"
    session_id: UUID

    def revokes(self) -> Revoked:
        return Revoked(account_id=self.account_id, session_id=self.session_id)


class SessionUnlocked(PersonFact):
    """Its holder is back at the seat."""

    name = "sessions.unlocked"
    session_id: UUID
