"""Direct talks of two people of two bodies: what the stricter of both does not allow, is not allowed there (FED-3)."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, or_, select

from yoriai.kit.ids import uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.orgs import settings
from yoriai.people.orgs.models import Tenant
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import ordinals
from yoriai.talk.rooms.admission import Beginning, admit_all
from yoriai.talk.rooms.bodies import withheld_by
from yoriai.talk.rooms.facts import RoomChanged, RoomLabelled, RoomOpened, RoomSealed, RoomUnsealed
from yoriai.talk.rooms.keys import IS_ACROSS, key_across
from yoriai.talk.rooms.labels import Labels
from yoriai.talk.rooms.models import BodyState, Membership, Role, Room, RoomBody, RoomKind
from yoriai.talk.rooms.open import home_of, room_for_good


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds in a talk, by the levels of both bodies."""

    label: int
    seals: bool
    withheld: list[str]


def terms_of(home: Labels, other: Labels) -> Terms | None:
    """The strictest level of the talk's own body that lets in other bodies, and less where the other one withholds
    something. None where one of them lets its people be with others nowhere."""
    level, theirs = home.outward, other.outward
    if level is None or theirs is None:
        return None
    seals = not (level.internet and theirs.internet)
    return Terms(home.levels.index(level) + 1, seals, withheld_by([other]))


async def talk_of(work: Work, one: UUID, other: UUID) -> UUID | None:
    """The talk that two people of two bodies have, whether anything may be said in it now or not."""
    return await work.session.scalar(select(Room.id).where(Room.members_key == key_across(one, other)))


async def open_across(work: Work, actor: Actor, other: UUID, body_id: UUID, *, terms: Terms) -> UUID:
    """Open the talk of the actor and somebody of another body, at home where the actor serves. Both people's rows are
    held, both bodies' levels stay as they are, and the two have no talk yet."""
    me = actor.account_id
    home = await home_of(work, actor)
    room = await room_for_good(work, RoomKind.DIRECT, home, key_across(me, other), opened_by=me)
    room.label, room.lgwan_only, room.withheld = terms.label, terms.seals, terms.withheld
    work.session.add(room)
    await work.session.flush()
    work.session.add(
        RoomBody(
            id=uuid7(work.now),
            room_id=room.id,
            tenant_id=body_id,
            state=BodyState.JOINED,
            is_open=True,
            made_by=me,
            made_at=work.now,
            joined_at=work.now,
            since_ordinal=1,
        )
    )
    work.state(RoomOpened(room_id=room.id), by=me)
    # Each through their own body, so that neither loses it who serves in another organization one day.
    seats = [
        (Beginning(room.id, 1, 1, body_id=body), {who: Role.MEMBER})
        for who, body in ((me, actor.tenant_id), (other, body_id))
    ]
    await admit_all(work, seats, by=me)
    return room.id


async def bind_talks_of(work: Work, tenant_id: UUID, *, by: UUID) -> None:
    """A body has ordered its levels anew: its people's talks go along. One in which it could not be any more is read
    from then on, and nothing is said there."""
    await ordinals.hold(work, (await work.session.scalars(_talks_of(tenant_id))).all())
    asked = (
        select(Room, RoomBody.tenant_id)
        .join(RoomBody, RoomBody.room_id == Room.id)
        .where(Room.id.in_(_talks_of(tenant_id)))
        .order_by(Room.id)
        .execution_options(populate_existing=True)
    )
    talks = (await work.session.execute(asked)).all()
    bodies = {body for room, other in talks for body in (room.owner_tenant, other)}
    policies = select(Tenant.id, Tenant.policies).where(Tenant.id.in_(bodies))
    labels = {body: settings.read(kept, Labels) for body, kept in await work.session.execute(policies)}
    for room, other in talks:
        terms = terms_of(labels[room.owner_tenant], labels[other])
        if terms is None:
            await _bind(work, room, Terms(len(labels[room.owner_tenant].levels), True, room.withheld), by=by)
            _end(work, room)
        else:
            await _bind(work, room, terms, by=by)


async def _bind(work: Work, room: Room, terms: Terms, *, by: UUID) -> None:
    before = room.label, room.lgwan_only, room.withheld
    was_sealed = room.lgwan_only
    room.label, room.lgwan_only, room.withheld = terms.label, terms.seals, terms.withheld
    if (room.label, room.lgwan_only, room.withheld) == before:
        return
    work.state(RoomLabelled(room_id=room.id, seals=terms.seals), by=by)
    if was_sealed == terms.seals:
        return
    seats = select(Membership.account_id, Membership.since_number, Membership.since_ordinal).where(
        Membership.room_id == room.id, Membership.is_open.is_(True)
    )
    for who, since, sees_from in await work.session.execute(seats):
        if terms.seals:
            work.state(RoomSealed(account_id=who, room_id=room.id), by=by)
        else:
            fact = RoomUnsealed(account_id=who, room_id=room.id, since_number=since, sees_from=sees_from)
            work.state(fact, by=by)


def _end(work: Work, room: Room) -> None:
    """Let a talk be read only. It is told by nobody: by whose rule it is, is not the other's to know."""
    if room.archived_at is None:
        room.archived_at = work.now
        fact = RoomChanged(room_id=room.id, changed=("archived",))
        work.state(fact, by=None, cause=Cause(tenant_id=room.owner_tenant))


def _talks_of(tenant_id: UUID) -> Select[UUID]:
    here = select(RoomBody.room_id).where(RoomBody.tenant_id == tenant_id, RoomBody.is_open.is_(True))
    return select(Room.id).where(IS_ACROSS, or_(Room.owner_tenant == tenant_id, Room.id.in_(here)))
