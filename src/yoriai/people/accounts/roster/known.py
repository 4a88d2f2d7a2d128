"""Those who are already there, and the units in which they serve, as a roster is compared with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, or_, select

from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, Posting
from yoriai.people.orgs.models import Department
from yoriai.platform.work.work import Work


class Person(NamedTuple):
    """Somebody of the body, and one of their postings in the roster's organization, if there is one."""

    account_id: UUID
    login_id: str
    kind: str
    status: str
    roles: Sequence[str]
    family: str
    given: str
    kana: str
    email: str | None
    job_title: str
    employment_type: str
    extension: str
    display_order: int | None
    has_left: bool
    """Removed after they had been here; not so whoever only stood in an import that was taken back."""
    posting_id: UUID | None
    is_main: bool | None
    department_id: UUID | None
    path: str | None

    @property
    def name(self) -> str:
        return f"{self.family} {self.given}".strip()

    @property
    def has_seat(self) -> bool:
        return Role.SERVED not in self.roles

    @property
    def has_duties(self) -> bool:
        """Whether they do something for the body or a unit, which takes a seat."""
        return any(role not in (Role.MEMBER, Role.SERVED) for role in self.roles)

    @property
    def is_removed(self) -> bool:
        return self.status == AccountStatus.REMOVED


class Post(NamedTuple):
    """A concurrent post in the roster's organization."""

    posting_id: UUID
    department_id: UUID | None
    path: str


@dataclass(frozen=True, slots=True)
class Known:
    """A person with all of their posts here."""

    person: Person
    concurrent: Sequence[Post] = ()

    @property
    def serves_here(self) -> bool:
        return self.person.posting_id is not None


@dataclass(frozen=True, slots=True)
class People:
    """Everybody of the body."""

    by_number: Mapping[str, Known]
    by_name: Mapping[str, Sequence[Known]] = field(compare=False)
    """Those who serve in the organization, by family and given name in one."""


class Unit(NamedTuple):
    """An open unit."""

    unit_id: UUID
    path: str
    code: str | None
    short_name: str
    kind: str = ""
    display_order: int = 0
    place: str = ""
    floor: str = ""
    extension: str = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """The open units of the organization."""

    by_path: Mapping[str, Unit]
    by_code: Mapping[str, Unit] = field(default_factory=dict[str, Unit])


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything with which a roster is compared, at one moment. As long as it is the same, so is what comes of it."""

    people: People
    tree: Tree
    elsewhere: frozenset[UUID]
    """Accounts whose main posting is in another organization of the body."""


async def look(work: Work, tenant_id: UUID, organization_id: UUID) -> Seen:
    """What is there now; three queries."""
    return Seen(
        await known_people(work, tenant_id, organization_id),
        await known_units(work, organization_id),
        await _mainly_elsewhere(work, tenant_id, organization_id),
    )


async def known_people(work: Work, tenant_id: UUID, organization_id: UUID) -> People:
    """Everybody of the body with their open postings in this organization; one query."""
    here = and_(
        Posting.account_id == Account.id,
        Posting.organization_id == organization_id,
        Posting.until.is_(None),
    )
    was_here = or_(Account.password_hash.is_not(None), Account.welcomed_at.is_not(None))
    rows = await work.session.execute(
        select(
            Account.id,
            Account.login_id,
            Account.kind,
            Account.status,
            Account.roles,
            Account.family,
            Account.given,
            Account.kana,
            Account.email,
            Account.job_title,
            Account.employment_type,
            Account.extension,
            Account.display_order,
            and_(Account.status == AccountStatus.REMOVED, was_here),
            Posting.id,
            Posting.main,
            Posting.department_id,
            Department.path,
        )
        .outerjoin(Posting, here)
        .outerjoin(Department, Department.id == Posting.department_id)
        .where(Account.tenant_id == tenant_id)
        .order_by(Posting.since, Posting.id)
    )
    found: dict[str, list[Person]] = {}
    for row in rows:
        person = Person(*row)
        found.setdefault(person.login_id, []).append(person)
    return _people({number: _known(postings) for number, postings in found.items()})


async def known_units(work: Work, organization_id: UUID) -> Tree:
    """The open units of an organization; one query."""
    rows = await work.session.execute(
        select(
            Department.id,
            Department.path,
            Department.code,
            Department.short_name,
            Department.kind,
            Department.display_order,
            Department.place,
            Department.floor,
            Department.extension,
        ).where(Department.organization_id == organization_id, Department.is_open.is_(True))
    )
    units = [Unit(*row) for row in rows]
    return Tree({unit.path: unit for unit in units}, {unit.code: unit for unit in units if unit.code})


async def _mainly_elsewhere(work: Work, tenant_id: UUID, organization_id: UUID) -> frozenset[UUID]:
    rows = await work.session.scalars(
        select(Posting.account_id)
        .join(Account, Account.id == Posting.account_id)
        .where(Account.tenant_id == tenant_id)
        .where(Posting.main.is_(True), Posting.organization_id != organization_id)
    )
    return frozenset(rows)


def _known(postings: Sequence[Person]) -> Known:
    """Of several postings in one organization the main one is what a roster speaks of, else the oldest."""
    main = next((each for each in postings if each.is_main), postings[0])
    others = (each for each in postings if each is not main)
    concurrent = [
        Post(each.posting_id, each.department_id, each.path or "") for each in others if each.posting_id
    ]
    return Known(main, concurrent)


def _people(by_number: Mapping[str, Known]) -> People:
    by_name: dict[str, list[Known]] = {}
    for known in by_number.values():
        person = known.person
        if person.kind == AccountKind.MEMBER and known.serves_here and not person.is_removed:
            by_name.setdefault(person.family + person.given, []).append(known)
    return People(by_number, by_name)
