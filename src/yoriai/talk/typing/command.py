"""Somebody writes in a room: passed on to who looks at it, and kept nowhere."""

from collections.abc import Mapping
from typing import Final, cast
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import case, func, or_, select

from yoriai.people.accounts.department_accounts.authorized import NotAuthorized, authorized_at_once, own
from yoriai.people.accounts.models import Account, AccountKind
from yoriai.platform.db.plainly import plainly
from yoriai.platform.feature import Asked
from yoriai.platform.work.doorbell import Whisper
from yoriai.platform.work.work import Work
from yoriai.talk.messages.policy import why_not_for
from yoriai.talk.rooms.asking import actor_of, cause_of
from yoriai.talk.rooms.facts import stream_of
from yoriai.talk.rooms.models import Membership, RoomKind
from yoriai.talk.rooms.standing import Standing, enter
from yoriai.talk.typing.policy import is_shown

WRITES: Final = "typing.writes"
"""The whisper to those who look at a room that somebody is writing there."""


class WriteCommand(BaseModel):
    """In which room, and in the name of which unit, where it is not in one's own."""

    model_config = ConfigDict(extra="forbid")

    room_id: UUID
    on_behalf_of: UUID | None = None


async def handle(asked: Asked, body: BaseModel) -> Mapping[str, object]:
    """`typing.write` over the socket. Said again every few seconds; nobody says that it ends, it ends by itself."""
    wanted = cast("WriteCommand", body)  # the table of commands names the model beside this function
    async with asked.works.reading(cause_of(asked)) as work:
        here = await enter(work, actor_of(asked), wanted.room_id)
        if wanted.on_behalf_of:
            await _check_speaks(work, here, wanted.on_behalf_of)
        unit = wanted.on_behalf_of or (None if here.kind is RoomKind.DIRECT else here.held_for)
        members, outside = await _members(work, here)
        is_told = is_shown(here, members)
        if is_told and outside and not unit:
            # In whose name they will send it is known when they do. Outside nobody is to guess who it was (ORG-6).
            is_told = not await own(work, here.actor)
    if is_told:
        # Whoever writes for a unit is told to nobody: it is the unit that writes. Only in a talk with it, which nobody of
        # another body has, both names are shown.
        who = {"room_id": here.room_id, "account_id": unit or here.actor.account_id}
        asked.works.whisper(Whisper(stream_of(here.room_id), WRITES, who))
    return {}


async def _check_speaks(work: Work, here: Standing, unit: UUID) -> None:
    """As where it is said: nobody writes in the name of a unit who may not speak in it here."""
    pair = here.actor.account_id, unit
    if pair not in await plainly(work.session, lambda rows: authorized_at_once(rows, [pair], work.now)):
        raise NotAuthorized
    why_not = why_not_for(here, unit)
    if why_not is not None:
        raise why_not


async def _members(work: Work, here: Standing) -> tuple[int, int]:
    """How many there are, and how many of them are guests or of another body."""
    is_outside = or_(Account.kind == AccountKind.GUEST, Account.tenant_id != here.actor.tenant_id)
    members = (
        select(func.count(), func.count(case((is_outside, 1))))
        .select_from(Membership)
        .join(Account, Account.id == Membership.account_id)
        .where(
            Membership.room_id == here.room_id, Membership.is_open.is_(True), Membership.held_for.is_(None)
        )
    )
    count, outside = (await work.session.execute(members)).one()
    return count, outside
