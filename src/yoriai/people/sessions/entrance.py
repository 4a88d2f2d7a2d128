"""The entrance of a server: how it recognizes people, and what it signs them in with."""

from datetime import timedelta
from functools import cached_property

from yoriai.people.access.actor import Actor
from yoriai.people.sessions.attempts import Attempts, InProcess
from yoriai.people.sessions.authenticate import COOKIE, authenticate
from yoriai.people.sessions.passwords import Passwords
from yoriai.people.sessions.uses import Uses
from yoriai.platform.http.listener import Knock
from yoriai.platform.settings import Settings
from yoriai.platform.work.work import Work


class Entrance:
    """One for each process; the application keeps it as `app.state.entrance`. Nothing is read before it is used."""

    def __init__(self, settings: Settings, attempts: Attempts | None = None) -> None:
        self._settings = settings
        self.longest = timedelta(days=settings.session_longest_days)
        """A session ends so long after it began, however busy it is."""
        self.idle = timedelta(hours=settings.session_idle_hours)
        """A session that nobody uses for so long ends."""
        self.attempts = attempts or InProcess()
        self.uses = Uses(self.idle)

    @cached_property
    def key(self) -> bytes:
        """The server's key; what is kept of a first password is worth nothing without it."""
        return self._settings.server_key()

    @cached_property
    def passwords(self) -> Passwords:
        """The threads that hash."""
        return Passwords()

    async def recognize(self, work: Work, knock: Knock) -> Actor:
        """The actor whose cookie this is, over HTTP and at a socket's handshake alike; the use is noted."""
        actor = await authenticate(work, knock.cookie(COOKIE), knock.zone)
        self.uses.note(actor.session_id, work.now)
        return actor
