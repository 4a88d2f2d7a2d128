"""A town to measure in: thousands of people with a session each, one room of a thousand, many rooms of ten."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar, cast
from uuid import UUID

from sqlalchemy import Table, insert

from bench.scenarios import Fan, Idle
from tests.keys import new_send_key
from yoriai.kit.ids import SendKey, uuid7
from yoriai.migrations import steps
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, EmploymentType, Posting
from yoriai.people.accounts.names import folded, kana_order
from yoriai.people.orgs.models import Department, Organization, Tenant, TenantKind
from yoriai.people.sessions.authenticate import authenticate
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.second_factor import codes
from yoriai.people.sessions.second_factor.keep import place
from yoriai.people.sessions.second_factor.offer import Begun
from yoriai.people.sessions.service import open_session
from yoriai.people.zones.zone import Zone
from yoriai.platform.db.store import opened
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.settings import Settings
from yoriai.platform.work.edge import Works
from yoriai.talk.rooms.open import Opening, open_room

POPULATION = 5_000
LARGE, SMALL = 1_000, 10  # members of a room
# In one unit of work: many, as each is a commit, but not so many that the server's own watch calls it slow.
PEOPLE_AT_ONCE, ROOMS_AT_ONCE = 100, 15
# Of the first resident, who brings rosters in: nobody does that without having proved who they are.
PASSWORD, SECRET = "hakaru-tame-no-machi", codes.draw()
ON_THE_INTERNET = 4  # every fourth sits on that side

Each = TypeVar("Each")


@dataclass(frozen=True)
class Resident:
    """Somebody signed in, and from which side."""

    account_id: UUID
    zone: Zone
    token: str


@dataclass(frozen=True)
class Place:
    """A resident in a room, as the load needs it."""

    resident: Resident
    room_id: UUID


@dataclass
class Town:
    residents: list[Resident] = field(default_factory=list[Resident])
    large: UUID | None = None
    small: list[UUID] = field(default_factory=list[UUID])
    """The n-th of these holds the n-th ten residents."""

    def places(self, scenario: Fan | Idle) -> list[Place]:
        """Who takes part, the members of each room together."""
        crowd = self.residents[: scenario.clients]
        if scenario.clients == LARGE and self.large:
            return [Place(resident, self.large) for resident in crowd]
        return [Place(resident, self.small[index // SMALL]) for index, resident in enumerate(crowd)]


def build(settings: Settings, people: int | None = None) -> Town:
    """Fill the empty database of these settings with so many people."""
    return asyncio.run(_build(settings, people or POPULATION))


async def _build(settings: Settings, population: int) -> Town:
    await steps.up(settings.database_url)
    town = Town()
    async with opened(settings.database_url) as store:
        works = Works(store)
        people = await _settle(works, population)
        entrance = Entrance(settings)
        for group in groups(list(enumerate(people)), PEOPLE_AT_ONCE):
            town.residents += await _sign_in(works, entrance, group)
        await _let_prove(works, entrance, people[0])
        town.large = (await open_rooms(works, [town.residents[:LARGE]]))[0]
        tens = list(groups(town.residents, SMALL))
        for rooms in groups(tens, ROOMS_AT_ONCE):
            town.small += await open_rooms(works, rooms)
    return town


async def _settle(works: Works, population: int) -> list[UUID]:
    """One municipality with one department, in which everybody serves."""
    async with works.writing() as work:
        now = work.now
        tenant_id, organization_id, department_id = (uuid7(now) for _ in range(3))
        work.session.add(_tenant(tenant_id, now))
        await work.session.flush()
        work.session.add(
            Organization(
                id=organization_id, tenant_id=tenant_id, name="市役所", display_order=1, created_at=now
            )
        )
        await work.session.flush()
        work.session.add(_department(department_id, organization_id, now))
        await work.session.flush()
        accounts = [_account(uuid7(now), tenant_id, number, now) for number in range(population)]
        await work.session.execute(insert(cast("Table", Account.__table__)), accounts)
        people = [cast("UUID", account["id"]) for account in accounts]
        postings = [_posting(person, organization_id, department_id, now) for person in people]
        await work.session.execute(insert(cast("Table", Posting.__table__)), postings)
    return people


async def _sign_in(works: Works, entrance: Entrance, group: Sequence[tuple[int, UUID]]) -> list[Resident]:
    residents: list[Resident] = []
    async with works.writing() as work:
        for index, account_id in group:
            zone = Zone.INTERNET if index % ON_THE_INTERNET == ON_THE_INTERNET - 1 else Zone.LGWAN
            work.cause = Cause(account_id=account_id, zone=zone, address="127.0.0.1")
            begun = await open_session(work, account_id, entrance, user_agent="bench")
            residents.append(Resident(account_id, zone, begun.token))
    return residents


async def _let_prove(works: Works, entrance: Entrance, account_id: UUID) -> None:
    """Give somebody a password and a second factor."""
    hashed = await entrance.passwords.hash(PASSWORD)
    async with works.writing() as work:
        account = await work.session.get_one(Account, account_id)
        account.password_hash = hashed
        await place(work, entrance.key, account_id, Begun(secret=SECRET, until=work.now))


async def open_rooms(works: Works, rooms: Sequence[Sequence[Resident]]) -> list[UUID]:
    """Each is opened by the first of its members."""
    room_ids: list[UUID] = []
    async with works.writing() as work:
        for members in rooms:
            actor = await authenticate(work, members[0].token, members[0].zone)
            work.cause = Cause(
                account_id=actor.account_id, tenant_id=actor.tenant_id, session_id=actor.session_id
            )
            wish = Opening(
                request_key=SendKey(new_send_key()),
                name=f"{len(members)}人の室",
                purpose="",
                members=[member.account_id for member in members],
            )
            room_ids.append(await open_room(work, actor, wish))
    return room_ids


def groups(of: Sequence[Each], size: int) -> Iterator[Sequence[Each]]:
    for begin in range(0, len(of), size):
        yield of[begin : begin + size]


def _tenant(tenant_id: UUID, now: datetime) -> Tenant:
    return Tenant(
        id=tenant_id,
        code="keisoku",
        name="計測市",
        kind=TenantKind.MUNICIPALITY,
        contact="情報政策課",
        switched_off=[],
        policies={},
        created_at=now,
    )


def _department(department_id: UUID, organization_id: UUID, now: datetime) -> Department:
    return Department(
        id=department_id,
        organization_id=organization_id,
        parent_id=None,
        kind="課",
        name="計測課",
        short_name="計測",
        path="計測課",
        folded="計測課",
        display_order=1,
        opened_at=now,
    )


def _account(account_id: UUID, tenant_id: UUID, number: int, now: datetime) -> dict[str, object]:
    # Readings differ as people's do: who shares one with thousands has them all looked at whenever a card is drawn.
    family, given, kana = "計測", f"{number}号", f"けいそく {number}ごう"
    return {
        "id": account_id,
        "tenant_id": tenant_id,
        "kind": AccountKind.MEMBER,
        "login_id": f"B{number:05d}",
        "family": family,
        "given": given,
        "kana": kana,
        "kana_order": kana_order(kana),
        "folded": folded(family, given, kana),
        "employment_type": EmploymentType.REGULAR,
        "job_title": "主事",
        "extension": "",
        "status": AccountStatus.ACTIVE,
        "roles": [Role.MEMBER if number else Role.ADMINISTRATOR],  # the first brings rosters in
        "created_at": now,
    }


def _posting(
    account_id: UUID, organization_id: UUID, department_id: UUID, now: datetime
) -> dict[str, object]:
    return {
        "id": uuid7(now),
        "account_id": account_id,
        "organization_id": organization_id,
        "department_id": department_id,
        "main": True,
        "since": now,
    }
