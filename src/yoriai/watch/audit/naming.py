"""What people, rooms and units are called at this moment, and whose they are: for rows that must still say so in ten years."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.people.accounts.models import Account
from yoriai.people.orgs.models import Department, Organization, Tenant
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Room, RoomKind
from yoriai.watch.audit.policy import without_my_number

ACCOUNT, ROOM, ORGANIZATION, DEPARTMENT, MESSAGE = "account", "room", "organization", "department", "message"
OF_FIELDS: Final = {
    "room_id": ROOM,
    "account_id": ACCOUNT,
    "account_ids": ACCOUNT,
    "person_id": ACCOUNT,
    "organization_id": ORGANIZATION,
    "department_id": DEPARTMENT,
    "message_id": MESSAGE,
}
"""Which fields of facts name what."""
UNNAMED: Final = {RoomKind.DIRECT: "1対1の会話", RoomKind.SELF: "自分だけのルーム"}


@dataclass(frozen=True, slots=True)
class Named:
    """Something as it is called now, in the body that it belongs to."""

    tenant_id: UUID
    name: str
    kind: str = ""


@dataclass(slots=True)
class Names:
    """Everything that the lines at hand name. What is not there any more is not here."""

    accounts: dict[UUID, Named] = field(default_factory=dict[UUID, Named])
    rooms: dict[UUID, Named] = field(default_factory=dict[UUID, Named])
    organizations: dict[UUID, Named] = field(default_factory=dict[UUID, Named])
    departments: dict[UUID, Named] = field(default_factory=dict[UUID, Named])
    bodies: dict[UUID, str] = field(default_factory=dict[UUID, str])
    """What the bodies are called to which these belong, where they are several."""

    def of(self, kind: str, which: UUID) -> Named | None:
        """What this is called; None of what has no name."""
        of_kind = {
            ACCOUNT: self.accounts,
            ROOM: self.rooms,
            ORGANIZATION: self.organizations,
            DEPARTMENT: self.departments,
        }
        return of_kind.get(kind, {}).get(which)


OF_STREAMS: Final = {"room": ROOM, "person": ACCOUNT, "organization": ORGANIZATION}


def of_stream(stream: str) -> tuple[str, UUID] | None:
    """What a stream is about, where it is something that has a name."""
    kind, _, which = stream.partition("/")
    return (OF_STREAMS[kind], UUID(which)) if kind in OF_STREAMS else None


def chain_of(stream: str, by: UUID | None, names: Names) -> UUID | None:
    """In whose chain the row of a line of the journal stands: of the body that owns what the stream is about (A11),
    else of whoever did it. None where neither is known any more."""
    if stream.startswith("audit/"):
        return UUID(stream.partition("/")[2])
    thing = of_stream(stream)
    found = names.of(*thing) if thing else None
    who = names.accounts.get(by) if by else None
    return found.tenant_id if found else who.tenant_id if who else None


async def names_of(work: Work, wanted: dict[str, set[UUID]]) -> Names:
    """One query for each kind that is asked for, however many are asked for."""
    names = Names()
    if accounts := wanted.get(ACCOUNT):
        names.accounts = await _accounts(work, accounts)
    if rooms := wanted.get(ROOM):
        names.rooms = await _rooms(work, rooms)
    if organizations := wanted.get(ORGANIZATION):
        names.organizations = await _organizations(work, organizations)
    if departments := wanted.get(DEPARTMENT):
        names.departments = await _departments(work, departments)
    tables = (names.accounts, names.rooms, names.organizations, names.departments)
    bodies = {each.tenant_id for table in tables for each in table.values()}
    if len(bodies) > 1:  # else nobody is from elsewhere
        names.bodies = await _bodies(work, bodies)
    return names


async def _accounts(work: Work, wanted: Collection[UUID]) -> dict[UUID, Named]:
    found = await work.session.execute(
        select(Account.id, Account.tenant_id, Account.family, Account.given, Account.kind).where(
            among(Account.id, wanted)
        )
    )
    return {
        which: Named(tenant_id, without_my_number(f"{family} {given}".strip()), kind)
        for which, tenant_id, family, given, kind in found
    }


async def _bodies(work: Work, wanted: Collection[UUID]) -> dict[UUID, str]:
    found = await work.session.execute(select(Tenant.id, Tenant.name).where(among(Tenant.id, wanted)))
    return {tenant_id: name for tenant_id, name in found}  # noqa: C416 rows are no pairs to the type checker


async def _rooms(work: Work, wanted: Collection[UUID]) -> dict[UUID, Named]:
    found = await work.session.execute(
        select(Room.id, Room.owner_tenant, Room.name, Room.kind).where(among(Room.id, wanted))
    )
    return {
        which: Named(tenant_id, without_my_number(name) or UNNAMED.get(RoomKind(kind), ""), kind)
        for which, tenant_id, name, kind in found
    }


async def _organizations(work: Work, wanted: Collection[UUID]) -> dict[UUID, Named]:
    found = await work.session.execute(
        select(Organization.id, Organization.tenant_id, Organization.name).where(
            among(Organization.id, wanted)
        )
    )
    return {which: Named(tenant_id, without_my_number(name)) for which, tenant_id, name in found}


async def _departments(work: Work, wanted: Collection[UUID]) -> dict[UUID, Named]:
    found = await work.session.execute(
        select(Department.id, Organization.tenant_id, Department.path)
        .join(Organization, Organization.id == Department.organization_id)
        .where(among(Department.id, wanted))
    )
    return {which: Named(tenant_id, without_my_number(path)) for which, tenant_id, path in found}
