"""What can be asked about: the capability that a thing takes and, where it is done in a room, the room's own rules.

Each check is the function by which the thing itself is refused: nothing is judged here a second time.
"""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.people.access.rules import require
from yoriai.people.orgs import settings
from yoriai.people.orgs.models import Tenant
from yoriai.platform.feature import Feature
from yoriai.platform.work.work import Work
from yoriai.talk.pins.policy import may_pin
from yoriai.talk.rooms.change import check_may_set
from yoriai.talk.rooms.labels import Labels, check_printing
from yoriai.talk.rooms.members import check_invited, check_leaving
from yoriai.talk.rooms.models import Room
from yoriai.talk.rooms.policy import RoomArchived, may_post
from yoriai.talk.rooms.standing import Standing

Check = Callable[[Work, Standing, Collection[UUID]], Awaitable[None]]
"""Refuses what may not be done in a room, there and with these people."""


@dataclass(frozen=True, slots=True)
class Operation:
    """Something that people do."""

    capability: str
    title: str
    check: Check | None = None


async def _post(_: Work, here: Standing, __: Collection[UUID]) -> None:
    if not may_post(here):
        raise RoomArchived


async def _invite(work: Work, here: Standing, whom: Collection[UUID]) -> None:
    await check_invited(work, here, whom)


async def _set(_: Work, here: Standing, __: Collection[UUID]) -> None:
    check_may_set(here)
    if here.is_archived:
        raise RoomArchived


async def _leave(work: Work, here: Standing, _: Collection[UUID]) -> None:
    await check_leaving(work, here, here.actor.account_id)


async def _pin(_: Work, here: Standing, __: Collection[UUID]) -> None:
    require(may_pin(here))


async def _print(work: Work, here: Standing, _: Collection[UUID]) -> None:
    asked = select(Room.policies, Room.label, Room.withheld, Tenant.policies)
    asked = asked.join(Tenant, Tenant.id == Room.owner_tenant)
    of_room, label, withheld, of_body = (
        await work.session.execute(asked.where(Room.id == here.room_id))
    ).one()
    check_printing(of_room, settings.read(of_body, Labels).at(label).without(withheld))


OPERATIONS: Final[Mapping[str, Operation]] = {
    "read": Operation("rooms.read", "ルームを読む"),
    "post": Operation("messages.post", "メッセージを書く", _post),
    "print": Operation("timeline.print", "ルームを印刷する", _print),
    "pin": Operation("pins.arrange", "上に固定する", _pin),
    "invite": Operation("rooms.arrange", "ルームに人を加える", _invite),
    "set": Operation("rooms.arrange", "ルームの設定を変える", _set),
    "leave": Operation("rooms.arrange", "ルームから退出する", _leave),
    "open": Operation("rooms.open", "ルームを作る"),
    "write_to": Operation("rooms.write_to", "1人にメッセージを送る"),
    "join": Operation("rooms.join", "オープンルームに入る"),
    "find": Operation("accounts.find", "名簿で人を探す"),
    "import": Operation("roster.import", "職員名簿を取り込む"),
    "slips": Operation("slips.issue", "はじめてのパスワードを出す"),
    "appoint": Operation("accounts.appoint", "役割を決める"),
    "manage": Operation("accounts.manage", "職員を管理する"),
    "settings": Operation("orgs.settings", "団体の決まりを変える"),
}


def operation_called(name: str, features: Iterable[Feature]) -> Operation | None:
    """One of these, or anything else that asks for a capability, by the name of that: a refusal carries it."""
    titles = (each.title for each in features if name in each.capabilities)
    return OPERATIONS.get(name) or next((Operation(name, title) for title in titles), None)
