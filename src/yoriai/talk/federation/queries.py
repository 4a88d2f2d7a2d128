"""Which bodies are in a room, and in which rooms of others one's own body is."""

from typing import Final, cast
from uuid import UUID

from sqlalchemy import Select, func, select, tuple_

from yoriai.kit import paging
from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import people_of
from yoriai.people.accounts.models import Account, AccountKind
from yoriai.people.orgs import settings
from yoriai.people.orgs.models import Department, Tenant, TenantKind
from yoriai.platform.work.work import Work
from yoriai.talk.federation.asking import ASKED, POLICY
from yoriai.talk.federation.parts import is_held
from yoriai.talk.federation.policy import arranges_all, may_arrange_bodies, may_bring
from yoriai.talk.federation.wire import (
    PartOut,
    PartPeopleOut,
    PartsOut,
    RoomBodiesOut,
    RoomBodyOut,
    State,
)
from yoriai.talk.rooms.labels import Labels
from yoriai.talk.rooms.models import BodyState, Membership, Room, RoomBody, RoomKind
from yoriai.talk.rooms.side import on_this_side
from yoriai.talk.rooms.standing import Standing

PAGE: Final = 50
PEOPLE: Final = 200


async def bodies_in(work: Work, here: Standing) -> RoomBodiesOut:
    """Every body in the room with how many people it has there, the room's own first; then those that are invited,
    and to whoever arranges them those that ask. Three queries, and one more where
    somebody is named, however many there are."""
    room = select(Room.owner_tenant, Room.policies).where(Room.id == here.room_id)
    owner, policies = (await work.session.execute(room)).one()
    arranges = may_arrange_bodies(here) and owner == here.actor.tenant_id
    counts = {row[0]: row for row in await work.session.execute(_counts(here.room_id))}
    parts = (await work.session.execute(_parts(work, here.room_id, with_asking=arranges))).all()
    named = {part.manager_id for part, *_, is_held in parts if part.manager_id is not None and is_held}
    people = await people_of(work.session, named, here.actor.redaction_class)
    known = {part.tenant_id for part, *_ in parts}
    found = [
        _body(tenant_id, (name, kind), "host" if tenant_id == owner else "present", people=count)
        for tenant_id, name, kind, count in counts.values()
        if tenant_id not in known
    ]
    for part, name, kind, department, _ in parts:
        shown = _body(
            part.tenant_id,
            (name, kind),
            cast("State", part.state),
            people=counts[part.tenant_id][3] if part.tenant_id in counts else 0,
        )
        shown.department, shown.contact = department, part.contact
        shown.manager = people.get(part.manager_id) if part.manager_id else None
        shown.words = part.words if arranges else ""
        shown.since = part.joined_at
        found.append(shown)
    order = ("host", "present", "joined", "invited", "asked")
    found.sort(key=lambda each: (order.index(each.state), each.name, each.tenant_id))
    return RoomBodiesOut(bodies=found, takes_askings=policies.get(POLICY) == ASKED, may_arrange=arranges)


async def own_parts(work: Work, actor: Actor, cursor: str | None) -> PartsOut:
    """The rooms of others in which the actor's body is or is invited, as far as they arrange it; the newest first."""
    asked = _arranged_by(work, actor).order_by(RoomBody.id.desc()).limit(PAGE + 1)
    if cursor is not None:
        (last,) = paging.decode(cursor, UUID)
        asked = asked.where(RoomBody.id < last)
    rows = (await work.session.execute(asked)).all()
    parts = rows[:PAGE]
    rooms = [room.id for _, room, *_ in parts]
    counts = await _own_counts(work, actor, rooms)
    named = {part.manager_id for part, *_, is_held in parts if part.manager_id is not None and is_held}
    people = await people_of(work.session, named, actor.redaction_class)
    shown = [
        PartOut(
            part_id=part.id,
            room_id=room.id,
            room=room.name,
            purpose=room.purpose,
            host=host.name,
            host_kind=TenantKind(host.kind),
            state=part.state,  # pyright: ignore[reportArgumentType] one that is not over
            words=part.words,
            department=department,
            manager=people.get(part.manager_id) if part.manager_id else None,
            contact=part.contact,
            people=counts.get(room.id, 0),
            level=settings.read(host.policies, Labels).of(room).level,
            made_at=part.made_at,
            may_bring=part.state == BodyState.JOINED
            and may_bring(actor, part.department_id, part.manager_id if is_held else None),
        )
        for part, room, host, department, is_held in parts
    ]
    more = paging.encode(parts[-1][0].id) if len(rows) > PAGE else None
    return PartsOut(parts=shown, next=more, may_manage=arranges_all(actor))


async def own_people(work: Work, actor: Actor, part_id: UUID, cursor: str | None) -> PartPeopleOut:
    """Those of the actor's body who are in the room of this part, by kana."""
    part = (await work.session.execute(_arranged_by(work, actor).where(RoomBody.id == part_id))).one_or_none()
    if part is None:
        raise NotFound
    asked = (
        select(Account.id, Account.kana_order)
        .join(Membership, Membership.account_id == Account.id)
        .where(Membership.room_id == part[0].room_id, Membership.is_open.is_(True))
        .where(Membership.body_id == actor.tenant_id)
        .order_by(Account.kana_order, Account.id)
        .limit(PEOPLE + 1)
    )
    if cursor is not None:
        order, account_id = paging.decode(cursor, str, UUID)
        asked = asked.where(tuple_(Account.kana_order, Account.id) > tuple_(order.encode(), account_id))
    rows = (await work.session.execute(asked)).all()
    ids = [account_id for account_id, _ in rows[:PEOPLE]]
    people = await people_of(work.session, set(ids), actor.redaction_class)
    more = None
    if len(rows) > PEOPLE:
        account_id, order = rows[PEOPLE - 1]
        more = paging.encode(order.decode(), account_id)
    return PartPeopleOut(people=[people[account_id] for account_id in ids], next=more)


def _body(tenant_id: UUID, called: tuple[str, str], state: State, *, people: int) -> RoomBodyOut:
    name, kind = called
    return RoomBodyOut(
        tenant_id=tenant_id,
        name=name,
        kind=TenantKind(kind),
        department="",
        state=state,
        people=people,
        contact="",
        manager=None,
        words="",
        since=None,
    )


def _counts(room_id: UUID) -> Select[UUID, str, str, int]:
    """Of each body how many of its staff are in a room."""
    return (
        select(Tenant.id, Tenant.name, Tenant.kind, func.count())
        .join(Account, Account.tenant_id == Tenant.id)
        .join(Membership, Membership.account_id == Account.id)
        .where(Membership.room_id == room_id, Membership.is_open.is_(True), Membership.held_for.is_(None))
        .where(Account.kind != AccountKind.GUEST)
        .group_by(Tenant.id, Tenant.name, Tenant.kind)
    )


def _parts(work: Work, room_id: UUID, *, with_asking: bool) -> Select[RoomBody, str, str, str, bool]:
    asked = (
        select(RoomBody, Tenant.name, Tenant.kind, func.coalesce(Department.name, ""), is_held(work))
        .join(Tenant, Tenant.id == RoomBody.tenant_id)
        .outerjoin(Department, Department.id == RoomBody.department_id)
        .where(RoomBody.room_id == room_id, RoomBody.is_open.is_(True))
    )
    return asked if with_asking else asked.where(RoomBody.state != BodyState.ASKED)


def _arranged_by(work: Work, actor: Actor) -> Select[RoomBody, Room, Tenant, str, bool]:
    """What `parts.own_part` finds, for lists."""
    asked = (
        select(RoomBody, Room, Tenant, func.coalesce(Department.name, ""), is_held(work))
        .join(Room, Room.id == RoomBody.room_id)
        .join(Tenant, Tenant.id == Room.owner_tenant)
        .outerjoin(Department, Department.id == RoomBody.department_id)
        .where(RoomBody.tenant_id == actor.tenant_id, RoomBody.is_open.is_(True), on_this_side(actor))
        .where(Room.kind == RoomKind.GROUP)  # nobody arranges what two people say to each other
    )
    return (
        asked if arranges_all(actor) else asked.where(RoomBody.manager_id == actor.account_id, is_held(work))
    )


async def _own_counts(work: Work, actor: Actor, rooms: list[UUID]) -> dict[UUID, int]:
    if not rooms:
        return {}
    counted = (
        select(Membership.room_id, func.count())
        .where(Membership.room_id.in_(rooms), Membership.is_open.is_(True))
        .where(Membership.body_id == actor.tenant_id)
        .group_by(Membership.room_id)
    )
    return dict((await work.session.execute(counted)).all())
