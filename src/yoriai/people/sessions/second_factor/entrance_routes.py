"""HTTP for the second step of a sign-in: whoever asks has a ticket, and that opens nothing else (N25)."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from yoriai.people.sessions import known
from yoriai.people.sessions.authenticate import COOKIE
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.http import Entering
from yoriai.people.sessions.second_factor import enter, offer, ticket
from yoriai.people.sessions.second_factor.cookies import signed_in, take_along, use_up
from yoriai.people.sessions.second_factor.enter import Half
from yoriai.people.sessions.second_factor.policy import Step
from yoriai.people.sessions.second_factor.ticket import StepOver
from yoriai.people.sessions.second_factor.wire import (
    CodeBody,
    ConfirmBody,
    ConfirmedOut,
    OfferOut,
    SealedBody,
    offer_shown,
)
from yoriai.people.sessions.service import Opened
from yoriai.people.sessions.wire import SignedInOut
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.http.listener import Knock
from yoriai.platform.http.works import AllWorks, cause_of
from yoriai.platform.work.edge import Works

router = APIRouter(prefix="/sign-in", tags=["second_factor"])


@dataclass(frozen=True, slots=True)
class Way:
    """A half-finished sign-in at this door, and what it is finished with."""

    works: Works
    entrance: Entrance
    cause: Cause
    half: Half

    @property
    def account_id(self) -> UUID:
        return self.half.ticket.account_id

    async def let_in(self, response: Response, opened: Opened) -> SignedInOut:
        use_up(response)
        marks = known.with_mark(self.entrance.key, self.half.ticket.whose, self.half.known)
        take_along(response, opened, marks)
        return await signed_in(self.works, opened)


async def _half_way(request: Request, entrance: Entering, works: AllWorks) -> Way:
    knock: Knock = request.scope["knock"]
    found = ticket.read(entrance.key, knock.cookie(ticket.COOKIE), knock.zone, works.now())
    half = Half(found, knock.header("user-agent"), knock.cookie(known.COOKIE), knock.cookie(COOKIE))
    return Way(works, entrance, cause_of(request), half)


HalfWay = Annotated[Way, Depends(_half_way)]


async def _setting_up(way: HalfWay) -> Way:
    if way.half.ticket.step is not Step.SET_UP:
        raise StepOver
    return way


SettingUp = Annotated[Way, Depends(_setting_up)]


@router.post("/code")
async def give_code(body: CodeBody, way: HalfWay, response: Response) -> SignedInOut:
    opened = await enter.with_code(way.works, way.entrance, way.cause, way.half, code=body.one_time_code)
    return await way.let_in(response, opened)


@router.post("/second-factor/offer")
async def begin(way: SettingUp) -> OfferOut:
    async with way.works.reading(way.cause) as work:
        await enter.still(work, way.half.ticket)
        return offer_shown(await offer.begin(work, way.entrance.key, way.account_id))


@router.post("/second-factor/confirm")
async def confirm(body: ConfirmBody, way: SettingUp) -> ConfirmedOut:
    sealed, codes = offer.confirm(
        way.entrance.key, way.account_id, way.works.now(), sealed=body.sealed, code=body.one_time_code
    )
    return ConfirmedOut(sealed=sealed, codes=list(codes))


@router.post("/second-factor")
async def keep(body: SealedBody, way: SettingUp, response: Response) -> SignedInOut:
    """The recovery codes are put away: now, and not before, the second factor is there and the house is open."""
    opened = await enter.with_new(way.works, way.entrance, way.cause, way.half, sealed=body.sealed)
    return await way.let_in(response, opened)
