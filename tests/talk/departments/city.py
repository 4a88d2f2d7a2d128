"""Trees of units and people in them, written straight into the tables, and the rule said once more in plain words."""

import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, select, update

from tests.cast import CITY_HALL, MIHON
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.orgs.models import Department, Tenant
from yoriai.platform.work.edge import Works
from yoriai.talk.rooms.models import Membership, Room

SINCE = datetime(2026, 4, 1, tzinfo=UTC)
KINDS = ("課", "係")


@dataclass
class City:
    """What personnel does to an organization, at random and without telling anybody."""

    works: Works
    dice: random.Random
    units: list[UUID] = field(default_factory=list[UUID])
    people: list[UUID] = field(default_factory=list[UUID])

    async def choose(self) -> None:
        """The body of the test wants rooms for sections and what is below them."""
        async with self.works.writing() as work:
            chosen = {"department_rooms": {"kinds": list(KINDS)}}
            await work.session.execute(update(Tenant).where(Tenant.id == MIHON).values(policies=chosen))

    async def add_unit(self, parent: UUID | None, kind: str) -> UUID:
        unit = uuid4()
        await self._add(department(unit, parent, kind))
        self.units.append(unit)
        return unit

    async def hire(self, unit: UUID) -> UUID:
        who = uuid4()
        await self._add(account(who), posting(who, unit, main=True))
        self.people.append(who)
        return who

    async def add_post(self, who: UUID, unit: UUID) -> None:
        await self._add(posting(who, unit, main=None))

    async def change(self, table: type, *conditions: ColumnElement[bool], **values: object) -> None:
        async with self.works.writing() as work:
            await work.session.execute(update(table).where(*conditions).values(**values))

    async def _add(self, *rows: object) -> None:
        async with self.works.writing() as work:
            for row in rows:
                work.session.add(row)
                await work.session.flush()

    async def disturb(self) -> None:
        """Something happens to the tree, or to somebody."""
        unit = self.dice.choice(self.units)
        await self.dice.choice((self._disturb_tree, self._disturb_somebody))(unit)

    async def _disturb_tree(self, unit: UUID) -> None:
        here = Department.id == unit
        match self.dice.randrange(4):
            case 0:
                await self.add_unit(unit, self.dice.choice((*KINDS, "部")))
            case 1:  # circles, too
                await self.change(Department, here, parent_id=self.dice.choice(self.units))
            case 2:
                await self.change(Department, here, is_open=self.dice.choice((True, None)))
            case _:
                await self.change(Department, here, name=f"新{self.dice.randrange(99)}課")

    async def _disturb_somebody(self, unit: UUID) -> None:
        who = self.dice.choice(self.people)
        theirs = Posting.account_id == who
        match self.dice.randrange(5):
            case 0:
                await self.hire(unit)
            case 1:
                await self.change(Posting, theirs, Posting.main.is_(True), department_id=unit)
            case 2:
                await self.add_post(who, unit)
            case 3:
                await self.change(Posting, theirs, until=SINCE, main=None)
            case _:
                status = self.dice.choice(("active", "suspended"))
                await self.change(Account, Account.id == who, status=status)

    async def rule(self) -> dict[UUID, tuple[str, bool, set[UUID]]]:
        """Of each room's unit: its name, whether it is open, and who is to be in it. In Python, row by row."""
        here = select(Department).where(Department.organization_id == CITY_HALL)
        async with self.works.reading() as work:
            units = {each.id: each for each in await work.session.scalars(here)}
            posts = (await work.session.scalars(select(Posting).where(Posting.until.is_(None)))).all()
            active = set(await work.session.scalars(select(Account.id).where(Account.status == "active")))
        members: dict[UUID, set[UUID]] = defaultdict(set)
        for post in posts:
            at, passed = post.department_id, set[UUID]()
            while at is not None and at in units and at not in passed and post.account_id in active:
                members[at].add(post.account_id)
                passed.add(at)
                at = units[at].parent_id
        return {
            unit_id: (unit.name, bool(unit.is_open) and unit.kind in KINDS, members[unit_id])
            for unit_id, unit in units.items()
        }

    async def rooms(self) -> dict[UUID, tuple[str, bool, set[UUID]]]:
        """The same of what there is."""
        async with self.works.reading() as work:
            rooms = (await work.session.scalars(select(Room).where(Room.kind == "department"))).all()
            seats = await work.session.execute(
                select(Membership.room_id, Membership.account_id).where(Membership.is_open.is_(True))
            )
            members: dict[UUID, set[UUID]] = defaultdict(set)
            for room_id, account_id in seats:
                members[room_id].add(account_id)
        return {
            room.department_id: (room.name, room.archived_at is None, members[room.id])
            for room in rooms
            if room.department_id
        }


def department(unit: UUID, parent: UUID | None, kind: str) -> Department:
    name = f"{unit.hex[:6]}{kind}"
    return Department(
        id=unit, organization_id=CITY_HALL, parent_id=parent, kind=kind, name=name, short_name=name,
        path=unit.hex, folded=name, display_order=1, opened_at=SINCE,
    )  # fmt: skip


def account(who: UUID) -> Account:
    return Account(
        id=who, tenant_id=MIHON, kind="member", login_id=who.hex[:12].upper(), family="職員", given=who.hex[:4],
        kana="しょくいん", kana_order=b"", folded="", email=None, employment_type="regular", job_title="",
        extension="", display_order=None, status="active", ends_on=None, roles=["member"], created_at=SINCE,
    )  # fmt: skip


def posting(who: UUID, unit: UUID, *, main: bool | None) -> Posting:
    return Posting(
        id=uuid4(), account_id=who, organization_id=CITY_HALL, department_id=unit, main=main, since=SINCE
    )
