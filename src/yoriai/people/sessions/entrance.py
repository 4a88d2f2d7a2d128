"""The entrance of a server: how it recognizes people, and what it signs them in with."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from math import ceil
from uuid import UUID

from yoriai.kit.errors import NetworkForbids, Refused, SignedOut, TooMany
from yoriai.people.access.actor import Actor
from yoriai.people.sessions.attempts import Attempts, InProcess
from yoriai.people.sessions.authenticate import (
    COOKIE,
    Found,
    Locked,
    PromiseNeeded,
    Shown,
    holder,
    holder_by_id,
    holders,
    owes_promise,
    still_signed_in,
)
from yoriai.people.sessions.everywhere import Everywhere
from yoriai.people.sessions.failures import Failures
from yoriai.people.sessions.passwords import Passwords
from yoriai.people.sessions.rules import SignInRules
from yoriai.people.sessions.second_factor import wanted
from yoriai.people.sessions.uses import Uses
from yoriai.people.zones.profile import Profile, model
from yoriai.platform.allowance import Allowances
from yoriai.platform.db.plainly import plainly
from yoriai.platform.http.listener import Knock
from yoriai.platform.settings import Settings
from yoriai.platform.work.counting import Alone, Counting
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

EVERY = 60.0  # seconds


class Entrance:
    """One for each process; the application keeps it as `app.state.entrance`. Nothing is read before it is used."""

    def __init__(self, settings: Settings, counting: Counting | None = None) -> None:
        self._settings = settings
        self.longest = timedelta(days=settings.session_longest_days)
        """A session ends so long after it began, however busy it is; a body may say otherwise."""
        self.idle = timedelta(hours=settings.session_idle_hours)
        """A session that nobody uses for so long ends; a body may say otherwise."""
        self.attempts: Attempts = Everywhere(counting, self.key) if counting else InProcess()
        self.uses = Uses(self.idle)
        self.failures = Failures()
        self.rules = dict[str, SignInRules]()
        """What the bodies decided, as this process last read it: for counting a try before anything is read."""
        self.is_relaxed = settings.demo
        """Nobody must set up a second factor to look round the demo; whoever has one is asked for it."""
        self.allowances = Allowances(settings.asks_per_second, counting or Alone())
        """What each account may ask for, over HTTP and over all of its sockets together."""

    @cached_property
    def profile(self) -> Profile:
        """The network model; a server does not start with one that is not known."""
        return model(self._settings.profile)

    @cached_property
    def key(self) -> bytes:
        """The server's key; what is kept of a first password is worth nothing without it."""
        return self._settings.server_key()

    @cached_property
    def passwords(self) -> Passwords:
        """The threads that hash."""
        return Passwords()

    async def recognize(self, work: Work, knock: Knock) -> Actor:
        """The actor whose cookie this is; the use is noted."""
        (found,) = await self.recognize_all(work, [knock])
        if isinstance(found, Refused):
            raise found
        return found

    async def recognize_all(self, work: Work, knocks: Sequence[Knock]) -> list[Actor | Refused]:
        """The same of many at one moment, over HTTP and at the handshakes of sockets alike; or why one stays outside."""
        shown = [Shown(knock.cookie(COOKIE), knock.zone, knock.address) for knock in knocks]
        found = await plainly(work.session, lambda rows: holders(rows, shown, work.now))
        return [self._admitted(each, work) for each in found]

    async def holder(self, work: Work, knock: Knock) -> Found:
        """Whose cookie this is, and whether the session is locked or stands in a network that is not for them. This is
        no use of it."""
        found = await holder(work, knock.cookie(COOKIE), knock.zone)
        self._count(found.actor)
        return found._replace(actor=self.on_this_side(found.actor))

    async def of_session(self, work: Work, session_id: UUID, knock: Knock, file_id: UUID) -> Actor:
        """Whose session this is, if it would be let in here for this file: for what was handed to them and comes back
        without their cookie. A locked one is let in for what it shows, and for nothing else. This is no use of it."""
        shown = Shown(None, knock.zone, knock.address)
        by_id = await plainly(work.session, lambda rows: holder_by_id(rows, session_id, shown, work.now))
        if by_id is not None and by_id.is_locked and file_id in by_id.showing:
            by_id = by_id._replace(is_locked=False)
        found = self._judged(by_id)
        if isinstance(found, Refused):
            raise found
        return self.on_this_side(found)

    async def is_still_in(self, work: Work, actor: Actor) -> bool:
        """Whether the session by which they came counts still. This is no use of it, and counts for no asking."""
        still = await plainly(work.session, lambda rows: still_signed_in(rows, [actor], work.now))
        return actor.session_id in still

    def _admitted(self, found: Found | None, work: Work) -> Actor | Refused:
        actor = self._judged(found)
        if isinstance(actor, Refused):
            return actor
        self.used(actor, work)
        return self.on_this_side(actor)

    def _judged(self, found: Found | None) -> Actor | Refused:
        if found is None:
            return SignedOut()
        actor = found.actor
        try:
            self._count(actor)
            found.check()
        except (TooMany, NetworkForbids) as refused:
            return refused
        if found.is_locked:
            return Locked()
        if owes_promise(actor):
            return PromiseNeeded()
        return actor

    def on_this_side(self, actor: Actor) -> Actor:
        """The actor without what nobody may do on their side, as the network model of this installation says."""
        withheld = actor.capabilities & self.profile.withheld_at(actor.zone)
        home = self.profile.primary.value
        if not withheld and home == actor.home:
            return actor
        return replace(actor, capabilities=actor.capabilities - withheld, withheld=withheld, home=home)

    def _count(self, actor: Actor) -> None:
        wait = self.allowances.take(actor.account_id)
        if wait:
            raise TooMany(retry_after=ceil(wait))

    async def check_proof(
        self, work: Work, actor: Actor, within: timedelta, *, is_setting_up: bool = False
    ) -> None:
        """Before a dangerous act: go on only if the session's holder proved themselves this recently."""
        is_relaxed = self.is_relaxed or is_setting_up
        await wanted.check(work, actor, within, model=self.profile, is_relaxed=is_relaxed)

    def used(self, actor: Actor, work: Work) -> None:
        """The session lives on from here."""
        self.uses.note(actor.session_id, work.now, actor.idle)

    async def write(self, works: Works) -> None:
        """Write what was noted of uses and failed tries, if the database lets us."""
        await self.uses.try_to_flush(works)
        await self.failures.try_to_flush(works)

    async def keep(self, works: Works) -> None:
        """Write once a minute until cancelled; then call `write` once more."""
        while True:
            await asyncio.sleep(EVERY)
            await self.write(works)
