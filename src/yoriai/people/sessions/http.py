"""What routes ask about the asker, under one name for the districts above; and the entrance for those that sign in."""

from dataclasses import replace
from typing import Annotated

from fastapi import Depends, Request

from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.access.http import Signed as Signed
from yoriai.people.access.http import allowed as allowed
from yoriai.people.access.http import offered as offered
from yoriai.people.access.http import stepped_up as stepped_up
from yoriai.people.sessions.authenticate import Found, Locked
from yoriai.people.sessions.entrance import Entrance
from yoriai.platform.http.works import AllWorks, Work, cause_of


def entrance_of(request: Request) -> Entrance:
    """What this server signs people in with."""
    return request.app.state.entrance


async def _entrance(request: Request) -> Entrance:
    return entrance_of(request)  # asynchronous, so that no thread is begun for it


Entering = Annotated[Entrance, Depends(_entrance)]


async def _even_locked(request: Request, work: Work, entrance: Entering) -> Actor:
    found = await entrance.holder(work, request.scope["knock"])
    return _caused_by(request, work, found.actor)


def _caused_by(request: Request, work: Work, actor: Actor) -> Actor:
    request.state.who = actor
    work.cause = replace(
        work.cause, account_id=actor.account_id, tenant_id=actor.tenant_id, session_id=actor.session_id
    )
    return actor


EvenLocked = Annotated[Actor, Depends(_even_locked)]
"""Whose session this is, also while they have left the seat, and from whatever network: for going without coming back."""


async def _even_unpromised(request: Request, work: Work, entrance: Entering) -> Actor:
    found = await entrance.holder(work, request.scope["knock"])
    found.check()
    if found.is_locked:
        raise Locked
    return _caused_by(request, work, found.actor)


EvenUnpromised = Annotated[Actor, Depends(_even_unpromised)]
"""Who is signed in here, also a guest who has yet to accept the text about secrecy: for reading and accepting it."""


async def _signed_briefly(request: Request, works: AllWorks, entrance: Entering) -> Actor:
    async with works.reading(cause_of(request)) as work:
        actor = await entrance.recognize(work, request.scope["knock"])
        request.state.who = actor
        return actor


async def _holder_briefly(request: Request, works: AllWorks, entrance: Entering) -> Actor:
    async with works.reading(cause_of(request)) as work:
        found = await entrance.holder(work, request.scope["knock"])
        request.state.who = found.actor
        found.check()
        return found.actor


async def _shows(request: Request, work: Work, entrance: Entering) -> Found:
    found = await entrance.holder(work, request.scope["knock"])
    found.check()
    if not found.is_locked or not found.showing:
        raise NotFound
    _caused_by(request, work, found.actor)
    return found


Shows = Annotated[Found, Depends(_shows)]
"""Whose locked session this is that shows some pictures; of any other there is nothing here."""


SignedBriefly = Annotated[Actor, Depends(_signed_briefly)]
"""Who asks, by a look of its own: a route that hashes keeps no transaction open meanwhile."""
HolderBriefly = Annotated[Actor, Depends(_holder_briefly)]
"""The same, also while they have left the seat: for coming back."""
