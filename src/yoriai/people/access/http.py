"""Who asks, for routes: `Signed`, `allowed("…")`, and whether a feature is offered to them at all."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Annotated, Protocol

from fastapi import Depends, Request

from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.platform.feature import Feature, FromInternet
from yoriai.platform.http.listener import Knock
from yoriai.platform.http.works import AllWorks, Work, cause_of
from yoriai.platform.work.work import Work as UnitOfWork

STEP_UP_MINUTES = 10


class Doorkeeper(Protocol):
    """Whoever tells from a request who asks. The application hands one down as `app.state.entrance`."""

    async def recognize(self, work: UnitOfWork, knock: Knock) -> Actor:
        """The actor who knocks; raises SignedOut for everybody else."""
        ...

    async def is_still_in(self, work: UnitOfWork, actor: Actor) -> bool:
        """Whether the session by which they came counts still: for what takes long after they were recognized."""
        ...

    async def check_proof(
        self, work: UnitOfWork, actor: Actor, within: timedelta, *, is_setting_up: bool = False
    ) -> None:
        """Refuse whoever has not proved who they are this recently, with all that is asked of them; who sets up a
        second factor is not refused for having none."""
        ...


async def signed(request: Request, work: Work) -> Actor:
    """The actor of this request. From here on the work's cause names them."""
    doorkeeper: Doorkeeper = request.app.state.entrance
    actor = await doorkeeper.recognize(work, request.scope["knock"])
    request.state.who = actor
    work.cause = replace(
        work.cause, account_id=actor.account_id, tenant_id=actor.tenant_id, session_id=actor.session_id
    )
    return actor


Signed = Annotated[Actor, Depends(signed)]


@dataclass(frozen=True, slots=True)
class allowed:  # noqa: N801 read as a verb where routes name their capability
    """The actor, if a role of theirs includes this; otherwise 403, before any object is looked up."""

    capability: str

    async def __call__(self, actor: Signed) -> Actor:
        if not actor.may(self.capability):
            raise actor.refusal_of(self.capability)
        return actor


@dataclass(frozen=True, slots=True)
class stepped_up:  # noqa: N801 as above
    """The same for a dangerous act: within these minutes they must have proved that it is still them, by password and
    by their second factor where they have one. Whoever may not do it at all is told that first."""

    capability: str
    minutes: int = STEP_UP_MINUTES
    is_setting_up: bool = False

    async def __call__(self, request: Request, work: Work, actor: Signed) -> Actor:
        await allowed(self.capability)(actor)
        doorkeeper: Doorkeeper = request.app.state.entrance
        within = timedelta(minutes=self.minutes)
        await doorkeeper.check_proof(work, actor, within, is_setting_up=self.is_setting_up)
        return actor


@dataclass(frozen=True, slots=True)
class bringing:  # noqa: N801 as above
    """The same for a route that takes a file or works long: asked in a work that ends before that begins."""

    capability: str
    proved_minutes: int | None = None
    """For a dangerous act: within how many minutes they must have proved who they are."""

    async def __call__(self, request: Request, works: AllWorks) -> Actor:
        async with works.reading(cause_of(request)) as work:
            actor = await signed(request, work)
            await allowed(self.capability)(actor)
            if self.proved_minutes is not None:
                doorkeeper: Doorkeeper = request.app.state.entrance
                await doorkeeper.check_proof(work, actor, timedelta(minutes=self.proved_minutes))
        return actor


def offered(feature: Feature) -> Callable[..., Awaitable[None]]:
    """For the routes of a feature: where it is not offered, it answers as if it did not exist (BASE-7)."""

    async def check(actor: Signed) -> None:
        if not feature.is_offered(actor):
            raise NotFound

    async def nothing() -> None:
        """Everybody has it everywhere, so nobody needs to be known: strangers may sign in through it."""

    is_everywhere = feature.from_internet is FromInternet.EVERYTHING and not feature.may_switch_off
    return nothing if is_everywhere else check
