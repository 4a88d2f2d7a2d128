"""The first screen: who I am, my rooms, and the numbers after which facts go on. A fixed number of queries."""

from uuid import UUID

from sqlalchemy import Select, select

from yoriai.kit.days import day_in_japan
from yoriai.people.access.actor import Actor
from yoriai.people.access.facts import person_stream
from yoriai.people.accounts.cards import Person, people_of
from yoriai.people.accounts.models import Posting
from yoriai.people.orgs import settings
from yoriai.people.orgs.bodies.settings import FederationRules
from yoriai.people.orgs.hearing import streams_heard_by
from yoriai.people.orgs.models import Department, Organization, Tenant
from yoriai.people.zones.policy import is_outside
from yoriai.platform.work.work import Work
from yoriai.talk.departments import page as departments
from yoriai.talk.following.queries import followed_by
from yoriai.talk.guests.queries import ending_for
from yoriai.talk.later.queries import due_for
from yoriai.talk.rooms.facts import stream_of
from yoriai.talk.rooms.heads import heads_of
from yoriai.talk.rooms.standing import rule
from yoriai.talk.shelf.queries import folders_of
from yoriai.talk.timeline.readers import audiences_of
from yoriai.talk.timeline.rows import people_at, row_of
from yoriai.talk.timeline.seats import seats_where
from yoriai.talk.timeline.wire import BodyOut, MeOut, OrganizationOut, ScreenOut


async def screen(work: Work, actor: Actor) -> ScreenOut:
    """Everything at one moment: what the heads do not cover is told by facts, and nothing is told twice or lost."""
    seats = await seats_where(work.session, *rule(actor))
    mine = [seat.room_id for seat in seats]
    streams = [person_stream(actor.account_id), *streams_heard_by(actor)]
    heads = await heads_of(work.session, [*streams, *map(stream_of, mine)])
    audiences = await audiences_of(work.session, mine, work.now)
    people = await people_of(
        work.session, people_at(seats, actor.redaction_class) | {actor.account_id}, actor.redaction_class
    )
    rooms = [row_of(seat, people, actor.redaction_class, audiences[seat.room_id]) for seat in seats]
    rooms.sort(key=lambda row: (row.last.posted_at if row.last else row.opened_at, row.room_id), reverse=True)
    me = await _me(work, actor, people[actor.account_id])
    folders = await folders_of(work.session, actor.account_id)
    outside = is_outside(actor.zone)
    due = (await due_for(work.session, {actor.account_id}, is_outside=outside))[actor.account_id]
    followed = await followed_by(work, actor)
    me_id, today = actor.account_id, day_in_japan(work.now)
    ending = await ending_for(work.session, {me_id}, today, actor.redaction_class)
    return ScreenOut(
        me=me,
        rooms=rooms,
        folders=folders,
        followed=followed,
        handovers=await departments.running(work, actor),
        people=people,
        heads=heads,
        due=due,
        ending=ending.get(me_id, []),
    )


async def _me(work: Work, actor: Actor, card: Person) -> MeOut:
    found = (await work.session.execute(_body_and_halls(actor))).all()
    code, name, contact, policies, *_ = found[0]
    rows: list[tuple[UUID | None, str, bool]] = [
        (hall, called, is_main) for *_, hall, called, is_main in found
    ]
    # Who serves nowhere has one row, without an organization.
    halls = [OrganizationOut(organization_id=hall, name=called) for hall, called, _ in rows if hall]
    main = [hall for hall, _, is_main in rows if is_main] or [hall.organization_id for hall in halls]
    return MeOut(
        account_id=card.account_id,
        family=card.family,
        given=card.given,
        kana=card.kana,
        department=card.department,
        department_path=card.department_path,
        job_title=card.job_title,
        tenant=BodyOut(code=code, name=name),
        organization_id=main[0] if main else None,
        organizations=halls,
        units=await _units(work, actor),
        contact=contact,
        capabilities=sorted(actor.capabilities),
        switched_off=sorted(actor.switched_off),
        meets_neighbours=actor.may("neighbours.ask")
        and settings.read(policies, FederationRules).shows_people,
        zone=actor.zone,
    )


def _body_and_halls(actor: Actor) -> Select[str, str, str, dict[str, object], UUID, str, bool]:
    """The body, beside each of the organizations in which they serve, and whether they mainly do so there."""
    mainly = (
        select(Posting.id)
        .where(Posting.account_id == actor.account_id, Posting.organization_id == Organization.id)
        .where(Posting.main.is_(True))
    )
    return (
        select(
            Tenant.code,
            Tenant.name,
            Tenant.contact,
            Tenant.policies,
            Organization.id,
            Organization.name,
            mainly.exists(),
        )
        .outerjoin(Organization, Organization.id.in_(actor.organization_ids))
        .where(Tenant.id == actor.tenant_id)
        .order_by(Organization.display_order, Organization.id)
    )


async def _units(work: Work, actor: Actor) -> list[UUID]:
    """Where the actor serves, also beside another post, and every unit above."""
    serving = select(Posting.department_id.label("id")).where(
        Posting.account_id == actor.account_id, Posting.until.is_(None), Posting.department_id.is_not(None)
    )
    own = serving.cte("own", recursive=True)
    above = own.union(
        select(Department.parent_id).where(Department.id == own.c.id, Department.parent_id.is_not(None))
    )
    return sorted(await work.session.scalars(select(above.c.id)))
