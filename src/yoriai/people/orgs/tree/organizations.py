"""The organizations of a body (役所, 議会, 消防団): adding, renaming, ordering them (ORG-7)."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select, update

from yoriai.kit.errors import NotFound, Refused
from yoriai.kit.ids import SendKey, uuid7
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.orgs.facts import OrganizationArranged
from yoriai.people.orgs.models import Organization
from yoriai.people.orgs.settings import held_tenant
from yoriai.people.orgs.tree import find
from yoriai.platform.work.work import Work

MOST_NAME = 60
MOST = 50


class OrganizationNameTaken(Refused):
    """Another organization of the body is called so."""

    code = "orgs.organization_name_taken"


class TooManyOrganizations(Refused):
    """A body has no more than this."""

    code = "orgs.too_many_organizations"


async def all_of(work: Work, tenant_id: UUID) -> Sequence[Organization]:
    """The organizations of a body in their order; there are never more than MOST."""
    found = select(Organization).where(Organization.tenant_id == tenant_id)
    return (await work.session.scalars(found.order_by(Organization.display_order, Organization.id))).all()


async def add(work: Work, actor: Actor, name: str, key: SendKey) -> UUID:
    """Add an organization, as the last. Nobody is in it yet. The same request again gives the same one (BASE-4)."""
    there = await _held(work, actor)
    same = [each.id for each in there if each.request_key == key]
    if same:
        return same[0]
    if len(there) >= MOST:
        raise TooManyOrganizations(most=MOST)
    made = Organization(
        id=uuid7(work.now),
        tenant_id=actor.tenant_id,
        name=_free(there, name),
        display_order=max((each.display_order for each in there), default=0) + 1,
        created_at=work.now,
        request_key=key,
    )
    work.session.add(made)
    await work.session.flush()
    _tell(work, actor, made.id, shown=False)
    return made.id


async def rename(work: Work, actor: Actor, organization_id: UUID, name: str) -> None:
    """Call it otherwise."""
    there = await _held(work, actor)
    found = await find.organization(work, actor, organization_id)
    wanted = _free([each for each in there if each.id != found.id], name)
    if wanted == found.name:
        return
    found.name = wanted
    _tell(work, actor, found.id, shown=True)


async def place(work: Work, actor: Actor, organization_id: UUID, *, before: UUID | None) -> None:
    """Put it before this one, or last."""
    ids = [each.id for each in await _held(work, actor)]
    if organization_id not in ids:
        raise NotFound
    others = [each for each in ids if each != organization_id]
    at = others.index(before) if before is not None and before in others else len(others)
    standing = [*others[:at], organization_id, *others[at:]]
    if standing == ids:
        return
    rows = [{"id": each, "display_order": number} for number, each in enumerate(standing, start=1)]
    await work.session.execute(update(Organization), rows)
    _tell(work, actor, organization_id, shown=True)


async def _held(work: Work, actor: Actor) -> Sequence[Organization]:
    """Wait until nobody else arranges the organizations of this body."""
    await held_tenant(work, actor.tenant_id)
    return await all_of(work, actor.tenant_id)


def _free(others: Sequence[Organization], name: str) -> str:
    wanted = clean_line(name, field="name", most=MOST_NAME)
    if any(each.name == wanted for each in others):
        raise OrganizationNameTaken(value=wanted)
    return wanted


def _tell(work: Work, actor: Actor, organization_id: UUID, *, shown: bool) -> None:
    fact = OrganizationArranged(organization_id=organization_id, department_id=None, shown=shown)
    work.state(fact, by=actor.account_id)
