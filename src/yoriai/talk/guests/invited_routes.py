"""HTTP for whoever is invited: looking at an invitation, accepting it, and the text about secrecy.

An invitation opens on the Internet side only: on LGWAN there is none.
"""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from yoriai.kit.errors import NotFound, TooMany
from yoriai.people.orgs.models import Tenant
from yoriai.people.sessions import known, service
from yoriai.people.sessions.attempts import Limit, place
from yoriai.people.sessions.candidate import Claim
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.here import here
from yoriai.people.sessions.http import Entering, EvenUnpromised
from yoriai.people.sessions.passwords import check_new
from yoriai.people.sessions.rules import rules_of
from yoriai.people.sessions.second_factor.cookies import half_way, take_along
from yoriai.people.sessions.second_factor.enter import left_for
from yoriai.people.sessions.sign_in import SecondFactorNeeded
from yoriai.people.zones.zone import Zone
from yoriai.platform.http.request import zone_of
from yoriai.platform.http.works import AllWorks, Work, Writes, cause_of
from yoriai.talk.guests import consent, join
from yoriai.talk.guests.join import Ticket
from yoriai.talk.guests.wire import (
    AcceptIn,
    CameInOut,
    GuestConsentIn,
    GuestConsentOut,
    InvitationCodeIn,
    InvitationShownOut,
)

router = APIRouter(tags=["guests"])
TRIES = Limit(burst=60, pause=timedelta(seconds=1))
"""From one place: a code has so many bits that nobody guesses it, but nobody needs to try either (N52)."""


async def _outside(request: Request, entrance: Entering, works: AllWorks) -> Entrance:
    if zone_of(request) != Zone.INTERNET:
        raise NotFound
    knock = request.scope["knock"]
    wait = await entrance.attempts.take(f"invited {place(knock.address)}", TRIES, works.now())
    if wait:
        raise TooMany(retry_after=wait)
    return entrance


Outside = Annotated[Entrance, Depends(_outside)]


@router.post("/invited")
async def look(asked: InvitationCodeIn, entrance: Outside, work: Work) -> InvitationShownOut:
    found = await join.look(work, Ticket(asked.tenant, asked.code, entrance.key))
    policies = (await work.session.get_one(Tenant, found.tenant_id)).policies
    return InvitationShownOut(
        body=found.body,
        contact=found.contact,
        room=found.room,
        inviter=found.inviter,
        name=found.name,
        firm=found.firm,
        email=found.email,
        ends_on=found.ends_on,
        consent=found.rules.consent,
        digest=found.rules.digest,
        password=rules_of(policies).password,
    )


@router.post("/invited/accept", response_model=CameInOut)
async def accept(
    asked: AcceptIn, request: Request, response: Response, *, entrance: Outside, works: AllWorks
) -> CameInOut | Response:
    """The password is hashed between a look and the act, so that nothing waits for it and no guess is worth hashing."""
    cause = cause_of(request)
    async with works.reading(cause) as work:
        found = await join.look(work, Ticket(asked.tenant, asked.code, entrance.key))
        rules = rules_of((await work.session.get_one(Tenant, found.tenant_id)).policies)
    names = (asked.tenant, found.body, found.name, found.firm, *found.name.split(), *found.email.split("@"))
    check_new(asked.password, found.email, asked.code, rules=rules.password, names=names)
    kept = await entrance.passwords.hash(asked.password)
    knock, whose = request.scope["knock"], Claim(asked.tenant, found.email, "", None, "").whose
    async with works.writing(cause) as work:
        account_id = await join.accept(
            work, Ticket(asked.tenant, asked.code, entrance.key), digest=asked.digest, password=kept
        )
        left = await left_for(work, entrance, account_id, whose=whose)
        if left is not None:
            return half_way(request, entrance, SecondFactorNeeded(left))
        opened = await service.open_session(
            work, account_id, entrance, user_agent=knock.header("user-agent"), rules=rules
        )
    take_along(response, opened, known.with_mark(entrance.key, whose, knock.cookie(known.COOKIE)))
    async with works.reading() as work:
        return CameInOut(account_id=account_id, here=await here(work, account_id))


@router.get("/consent")
async def read_consent(work: Work, actor: EvenUnpromised) -> GuestConsentOut:
    found = await consent.read(work, actor)
    return GuestConsentOut(
        body=found.body,
        contact=found.contact,
        words=found.words,
        digest=found.digest,
        accepted=found.accepted,
    )


@router.put("/consent", status_code=204)
async def give_consent(asked: GuestConsentIn, work: Writes, actor: EvenUnpromised) -> None:
    await consent.accept(work, actor, asked.digest)
