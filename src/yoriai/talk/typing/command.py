"""Somebody writes in a room: passed on to who looks at it, and kept nowhere."""

from collections.abc import Mapping
from typing import Final, cast
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import func, select

from yoriai.platform.feature import Asked
from yoriai.platform.work.doorbell import Whisper
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.asking import actor_of, cause_of
from yoriai.talk.rooms.facts import stream_of
from yoriai.talk.rooms.models import Membership, RoomKind
from yoriai.talk.rooms.standing import Standing, enter
from yoriai.talk.typing.policy import is_shown

WRITES: Final = "typing.writes"
"""The whisper to those who look at a room that somebody is writing there."""


class WriteCommand(BaseModel):
    """In which room."""

    model_config = ConfigDict(extra="forbid")

    room_id: UUID


async def handle(asked: Asked, body: BaseModel) -> Mapping[str, object]:
    """`typing.write` over the socket. Said again every few seconds; nobody says that it ends, it ends by itself."""
    wanted = cast("WriteCommand", body)  # the table of commands names the model beside this function
    async with asked.works.reading(cause_of(asked)) as work:
        here = await enter(work, actor_of(asked), wanted.room_id)
        is_told = is_shown(here, await _members(work, here))
    if is_told:
        # Whoever sits there for a unit writes as the unit; in a talk with it both names are shown.
        unit = None if here.kind is RoomKind.DIRECT else here.held_for
        who = {"room_id": here.room_id, "account_id": unit or here.actor.account_id}
        asked.works.whisper(Whisper(stream_of(here.room_id), WRITES, who))
    return {}


async def _members(work: Work, here: Standing) -> int:
    members = (
        select(func.count())
        .select_from(Membership)
        .where(
            Membership.room_id == here.room_id, Membership.is_open.is_(True), Membership.held_for.is_(None)
        )
    )
    return await work.session.scalar(members) or 0
