"""HTTP for inviting guests and for arranging them. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request

from yoriai.kit.days import day_in_japan
from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.orgs.models import Tenant
from yoriai.platform.http.works import Work, Writes
from yoriai.talk.guests import change, end, invite, queries, sheet
from yoriai.talk.guests.invite import Wish
from yoriai.talk.guests.link import handed_out, key_of, of_one
from yoriai.talk.guests.models import GuestInvitation
from yoriai.talk.guests.policy import usual_end
from yoriai.talk.guests.wire import (
    FaultOut,
    FirmIn,
    FirmSponsorIn,
    GuestCountOut,
    GuestEndIn,
    GuestListIn,
    GuestRowOut,
    GuestRowsOut,
    GuestsOut,
    GuestSponsorIn,
    InvitationsOut,
    InvitedOut,
    InviteGuestsIn,
)
from yoriai.talk.rooms.http import Here

router = APIRouter(tags=["guests"])
MayInvite = Annotated[Actor, Depends(allowed("guests.invite"))]
MayManage = Annotated[Actor, Depends(allowed("guests.manage"))]
invites = Depends(allowed("guests.invite"))


@router.get("/rooms/{room_id}/guests", dependencies=[invites])
async def read_invitations(work: Work, here: Here) -> InvitationsOut:
    rules = await invite.check_may_invite(work, here)
    waiting = await queries.invitations(work, here.actor, GuestInvitation.room_id == here.room_id)
    return InvitationsOut(invitations=waiting, usual_end=usual_end(day_in_japan(work.now), rules.days))


@router.post("/rooms/{room_id}/guests", dependencies=[invites])
async def invite_guests(asked: InviteGuestsIn, work: Writes, here: Here, request: Request) -> InvitedOut:
    wish = Wish([each.words() for each in asked.guests], asked.sponsor_id, asked.ends_on)
    handed = await invite.invite(work, here, wish, key=key_of(request))
    body = await work.session.get_one(Tenant, here.actor.tenant_id)
    return handed_out(request, body, handed)


@router.post("/rooms/{room_id}/guests/look", dependencies=[invites])
async def foresee(asked: GuestListIn, work: Work, here: Here) -> GuestRowsOut:
    rules = await invite.check_may_invite(work, here)
    judged = await invite.foresee(work, here, sheet.rows_of(asked.text))
    rows = [
        GuestRowOut(
            row=each.row,
            name=each.words.name,
            kana=each.words.kana,
            firm=each.words.firm,
            email=each.words.email,
            faults=[FaultOut.model_validate({"field": field, "code": code}) for field, code in each.faults],
        )
        for each in judged
    ]
    return GuestRowsOut(rows=rows, ends_on=usual_end(day_in_japan(work.now), rules.days))


@router.put("/guest-invitations/{invitation_id}/code")
async def reissue(invitation_id: UUID, work: Writes, actor: MayInvite, request: Request) -> InvitedOut:
    invitation, code = await invite.reissue(work, actor, invitation_id, key=key_of(request))
    body = await work.session.get_one(Tenant, actor.tenant_id)
    return handed_out(request, body, [of_one(invitation, code)])


@router.delete("/guest-invitations/{invitation_id}", status_code=204)
async def revoke(invitation_id: UUID, work: Writes, actor: MayInvite) -> None:
    await invite.revoke(work, actor, invitation_id)


@router.get("/guests/mine")
async def read_mine(work: Work, actor: MayInvite, cursor: str | None = None) -> GuestsOut:
    return await queries.page(work, actor, mine=True, cursor=cursor)


@router.get("/guests")
async def read_all(work: Work, actor: MayManage, ended: bool = False, cursor: str | None = None) -> GuestsOut:
    return await queries.page(work, actor, mine=False, ended=ended, cursor=cursor)


@router.put("/guests/{account_id}/end", status_code=204)
async def move_end(account_id: UUID, asked: GuestEndIn, work: Writes, actor: MayInvite) -> None:
    await change.move_end(work, actor, account_id, asked.ends_on)


@router.delete("/guests/{account_id}", status_code=204)
async def end_one(account_id: UUID, work: Writes, actor: MayInvite) -> None:
    await end.end(work, actor, account_id)


@router.put("/guests/{account_id}/sponsor", status_code=204)
async def name_sponsor(account_id: UUID, asked: GuestSponsorIn, work: Writes, actor: MayManage) -> None:
    await change.name_sponsor(work, actor, account_id, asked.sponsor_id)


@router.put("/guest-firms/sponsor")
async def name_sponsor_of_firm(asked: FirmSponsorIn, work: Writes, actor: MayManage) -> GuestCountOut:
    return GuestCountOut(
        count=await change.name_sponsor_of_firm(work, actor, asked.called(), asked.sponsor_id)
    )


@router.post("/guest-firms/end")
async def end_firm(asked: FirmIn, work: Writes, actor: MayInvite) -> GuestCountOut:
    return GuestCountOut(count=await end.end_firm(work, actor, asked.called()))
