"""A body answers an invitation, and leaves again. What it does not let its people be part of holds in the room, too."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Wrong
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, AccountKind, Posting
from yoriai.people.accounts.policy import may_sign_in
from yoriai.people.orgs import settings
from yoriai.people.orgs.bodies.settings import FederationRules
from yoriai.people.orgs.models import Department, Organization, Tenant
from yoriai.people.orgs.settings import held_tenant
from yoriai.platform.work.work import Work
from yoriai.talk.federation.parts import own_part, tell
from yoriai.talk.federation.policy import (
    MOST_CONTACT,
    WAITING,
    GuestsAreHere,
    KindBarred,
    NeedsLgwan,
    NotAtThisLabel,
    NotItsHead,
    NotTheirsToName,
    OwnRulesForbid,
    arranges_all,
)
from yoriai.talk.rooms.bodies import Held, become, name_of, with_guests
from yoriai.talk.rooms.facts import RoomBodiesChanged
from yoriai.talk.rooms.labels import labels_of
from yoriai.talk.rooms.models import BodyState, RoomBody
from yoriai.talk.rooms.policy import RoomArchived


@dataclass(frozen=True, slots=True)
class Terms:
    """How a body is in a room: as which of its departments, who brings its people, and whom the others ask."""

    department_id: UUID | None = None
    manager_id: UUID | None = None
    contact: str = ""


async def accept(work: Work, actor: Actor, part_id: UUID, terms: Terms) -> None:
    """Come in. Accepting again changes the terms; the same terms again tell nobody."""
    await held_tenant(work, actor.tenant_id)  # what the body does not allow stays as it is read here
    held = await own_part(work, actor, part_id)
    part, before = held.part, (held.part.manager_id, held.part.contact)
    await _set(work, actor, part, terms)
    if part.state != BodyState.INVITED:
        if (part.manager_id, part.contact) != before:
            await _tell_terms(work, actor, held)
        return
    await check_may_join(work, held)
    held = Held(held.room, part, await name_of(work, part))
    await become(work, held, BodyState.JOINED, by=actor.account_id)
    await tell(work, actor, actor.tenant_id)


async def leave(work: Work, actor: Actor, part_id: UUID) -> None:
    """Decline, or leave with all of one's people. What they have said stays under their names."""
    held = await own_part(work, actor, part_id)
    had_asked = held.part.state == BodyState.ASKED
    over = BodyState.DECLINED if held.part.state in WAITING else BodyState.LEFT
    await become(work, held, over, by=actor.account_id)
    for body in (actor.tenant_id, *((held.room.owner_tenant,) if had_asked else ())):
        await tell(work, actor, body)


async def check_may_join(work: Work, held: Held) -> None:
    """Whether both bodies' rules let this one into the room now, whatever they did when it was invited."""
    room, part = held.room, held.part
    if room.archived_at is not None:
        raise RoomArchived
    host = await work.session.get_one(Tenant, room.owner_tenant)
    kind = (await work.session.get_one(Tenant, part.tenant_id)).kind
    if kind in settings.read(host.policies, FederationRules).barred:
        raise KindBarred
    label = (await labels_of(work, room.owner_tenant)).of(room)
    if not label.level.bodies:
        raise NotAtThisLabel(label=label.level.name)
    level = (await labels_of(work, part.tenant_id)).outward
    if level is None:
        raise OwnRulesForbid
    if not (level.internet or room.lgwan_only):
        raise NeedsLgwan
    if not level.guests and await with_guests(work, (room.id,)):
        raise GuestsAreHere


async def _set(work: Work, actor: Actor, part: RoomBody, terms: Terms) -> None:
    if terms.manager_id != part.manager_id and not arranges_all(actor):
        raise NotTheirsToName
    department_id = terms.department_id if part.state == BodyState.INVITED else part.department_id
    if terms.manager_id is not None:
        await _check_manager(work, actor, terms.manager_id, department_id)
    if part.state == BodyState.INVITED:
        # Its people are of that department from the beginning, so it is chosen once.
        await _check_department(work, actor, terms.department_id)
        part.department_id = terms.department_id
    part.manager_id = terms.manager_id
    part.contact = clean_line(terms.contact, field="contact", most=MOST_CONTACT, least=0)


async def _tell_terms(work: Work, actor: Actor, held: Held) -> None:
    """Who brings its people in and whom to ask is shown in the room, to those who see that the body is there."""
    state = BodyState(held.part.state)
    if state is BodyState.ASKED:
        await tell(work, actor, held.room.owner_tenant)
    else:
        fact = RoomBodiesChanged(room_id=held.room.id, body_id=actor.tenant_id, state=state)
        work.state(fact, by=actor.account_id)
    await tell(work, actor, actor.tenant_id)


async def _check_manager(work: Work, actor: Actor, account_id: UUID, department_id: UUID | None) -> None:
    """Somebody of the body; where it is here as a department, of that: they are its head then."""
    found = await work.session.execute(
        select(Account.status, Account.ends_on).where(
            Account.id == account_id, Account.tenant_id == actor.tenant_id, Account.kind == AccountKind.MEMBER
        )
    )
    row = found.one_or_none()
    if row is None or not may_sign_in(row.status, row.ends_on, day_in_japan(work.now)):
        raise Wrong(field="manager_id", reason="unknown")
    if department_id is not None:
        serves = select(Posting.id).where(Posting.account_id == account_id, Posting.until.is_(None))
        if await work.session.scalar(serves.where(Posting.department_id == department_id)) is None:
            raise NotItsHead(field="manager_id", reason="not_its_head")


async def _check_department(work: Work, actor: Actor, department_id: UUID | None) -> None:
    if department_id is None:
        return
    own = (
        select(Department.id)
        .join(Organization, Organization.id == Department.organization_id)
        .where(Department.id == department_id, Department.is_open.is_(True))
        .where(Organization.tenant_id == actor.tenant_id)
    )
    if await work.session.scalar(own) is None:
        raise Wrong(field="department_id", reason="unknown")
