"""団体の外の人: guests, and other bodies in rooms of this one. Of another body no more is said than that it is there.

Talks of two people of two bodies are no rooms that a body is in: who talks with whom stands in no list (FED-3)."""

from collections.abc import AsyncGenerator, Sequence
from uuid import UUID

from sqlalchemy import not_, select

from yoriai.people.accounts.models import Account
from yoriai.people.orgs.models import Tenant
from yoriai.talk.guests.models import Guest
from yoriai.talk.rooms.keys import IS_ACROSS
from yoriai.talk.rooms.models import BodyState, Room, RoomBody
from yoriai.watch.audit.packs.chapters.words import STATES, called
from yoriai.watch.audit.packs.scope import Scope, paged
from yoriai.watch.audit.packs.tables import Line, Table

Lines = AsyncGenerator[Sequence[Line]]
BODY_STATES: dict[str, str] = {
    BodyState.ASKED: "参加を申し込んでいる",
    BodyState.INVITED: "招いている",
    BodyState.JOINED: "参加している",
    BodyState.DECLINED: "参加しなかった",
    BodyState.LEFT: "抜けた",
    BodyState.REMOVED: "外した",
}


def tables(scope: Scope) -> list[Table]:
    return [_guests(scope), _bodies(scope), _abroad(scope)]


def _guests(scope: Scope) -> Table:
    async def rows() -> Lines:
        def asked(after: UUID | None):  # noqa: ANN202 the columns say it
            found = (
                select(
                    Guest.account_id, Account.firm, Account.status, Guest.sponsor_id, Guest.since, Account.ends_on,
                    Guest.consented_at, Guest.frozen_at, Guest.ended_at,
                )
                .join(Account, Account.id == Guest.account_id)
                .where(Guest.tenant_id == scope.tenant_id, Account.tenant_id == scope.tenant_id)
            )  # fmt: skip
            return (found if after is None else found.where(Guest.account_id > after)).order_by(
                Guest.account_id
            )

        async for some in paged(scope.works, asked, lambda row: row[0]):
            yield [
                (who, scope.called(who), firm, called(STATES, status), scope.called(sponsor), *rest)
                for who, firm, status, sponsor, *rest in some
            ]

    columns = {
        "account_id": "ID", "person": "ゲスト", "firm": "会社・団体", "status": "状態", "sponsor": "招待責任者",
        "since": "いつから", "ends_on": "利用の期限", "consented_at": "秘密を守る約束の日時",
        "frozen_at": "休ませた日時", "ended_at": "終わった日時",
    }  # fmt: skip
    return Table("guests", "ゲスト", "外から招いた人と、責任をもつ職員", columns, rows)


def _bodies(scope: Scope) -> Table:
    async def rows() -> Lines:
        def asked(after: UUID | None):  # noqa: ANN202 the columns say it
            found = (
                select(
                    RoomBody.id, Tenant.name, Room.id, RoomBody.state, RoomBody.made_at, RoomBody.joined_at,
                    RoomBody.ended_at,
                )
                .join(Room, Room.id == RoomBody.room_id)
                .join(Tenant, Tenant.id == RoomBody.tenant_id)
                .where(Room.owner_tenant == scope.tenant_id, not_(IS_ACROSS))
            )  # fmt: skip
            return (found if after is None else found.where(RoomBody.id > after)).order_by(RoomBody.id)

        async for some in paged(scope.works, asked, lambda row: row[0]):
            yield [(name, room, called(BODY_STATES, state), *rest) for _, name, room, state, *rest in some]

    columns = {
        "body": "団体", "room_id": "こちらのルームのID", "state": "状態", "made_at": "招いた、または申し込まれた日時",
        "joined_at": "参加した日時", "ended_at": "終わった日時",
    }  # fmt: skip
    return Table("other_bodies", "ほかの団体", "この団体のルームにいる、ほかの団体", columns, rows)


def _abroad(scope: Scope) -> Table:
    async def rows() -> Lines:
        def asked(after: UUID | None):  # noqa: ANN202 the columns say it
            found = (
                select(RoomBody.id, Tenant.name, RoomBody.state, RoomBody.joined_at, RoomBody.ended_at)
                .join(Room, Room.id == RoomBody.room_id)
                .join(Tenant, Tenant.id == Room.owner_tenant)
                .where(RoomBody.tenant_id == scope.tenant_id, not_(IS_ACROSS))
            )
            return (found if after is None else found.where(RoomBody.id > after)).order_by(RoomBody.id)

        async for some in paged(scope.works, asked, lambda row: row[0]):
            yield [(name, called(BODY_STATES, state), *rest) for _, name, state, *rest in some]

    columns = {"body": "相手の団体", "state": "状態", "joined_at": "参加した日時", "ended_at": "終わった日時"}
    about = "ほかの団体のルームに参加しているところ。ルームの名前は、その団体のものなので入りません"
    return Table("abroad", "ほかの団体のルームへの参加", about, columns, rows)
