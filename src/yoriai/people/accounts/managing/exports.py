"""People and units as tables that a roster import reads: an export that is taken in again changes nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.csv_out import Value
from yoriai.people.access.actor import Actor
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.directory import place_of
from yoriai.people.accounts.managing import posts
from yoriai.people.accounts.managing.posts import Held
from yoriai.people.accounts.managing.table import Filter, meant
from yoriai.people.accounts.managing.tree import tree
from yoriai.people.accounts.models import Account, EmploymentType
from yoriai.people.accounts.profile.fields import fields_of
from yoriai.people.accounts.profile.policy import ProfileField
from yoriai.people.accounts.roster.cells import is_parted, joined
from yoriai.people.accounts.roster.headings import known_as
from yoriai.people.accounts.roster.words import SEAT_WORDS
from yoriai.people.orgs.models import Department, Organization
from yoriai.platform.work.work import Work

PEOPLE: Final = (
    "職員番号", "氏名", "ふりがな", "所属コード", "所属", "表示順", "職名", "任用形態", "内線", "メール", "兼務",
    "席",
)  # fmt: skip
UNITS: Final = ("所属コード", "所属", "種別", "略称", "表示順", "場所", "階", "内線")
EMPLOYMENT: Final = {
    EmploymentType.REGULAR: "正規",
    EmploymentType.REAPPOINTED: "再任用",
    EmploymentType.FIXED_TERM: "会計年度",
    EmploymentType.SPECIAL_POST: "特別職",
    EmploymentType.OTHER: "その他",
}

Line = Sequence[Value]


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds: its headings, and a line for each person."""

    headings: Sequence[str]
    lines: Sequence[Line]


async def people(work: Work, actor: Actor, wanted: Filter) -> Table:
    """Everybody whom the filter means, in 建制順, with the body's own fields; a fixed number of queries."""
    place = place_of(actor.tenant_id, None)
    found = select(Account).where(*meant(actor, wanted)).order_by(place, Account.kana_order, Account.id)
    accounts = (await work.session.scalars(found)).all()
    held = await posts.held_by(work, [account.id for account in accounts])
    codes = await _codes(work, actor)
    fields = await fields_of(work, actor.tenant_id)
    return Table(
        (*PEOPLE, *(_heading(field) for field in fields)),
        [
            (
                *_person(account, _here(held[account.id], wanted), codes),
                *(account.profile.get(field.key, "") for field in fields),
            )
            for account in accounts
        ],
    )


async def units(work: Work, actor: Actor, organization_id: UUID) -> list[Line]:
    """Every open unit of an organization, from the top down."""
    there = await tree(work, actor, organization_id)
    orders = await work.session.execute(
        select(Department.id, Department.display_order).where(Department.organization_id == organization_id)
    )
    order = dict(orders.all())
    return [
        (
            unit.code,
            unit.path,
            unit.kind,
            unit.short_name,
            order[unit.unit_id],
            unit.place,
            unit.floor,
            unit.extension,
        )
        for unit in there
        if unit.closed_at is None
    ]


def _heading(field: ProfileField) -> str:
    """As the body calls it. One that an import would take for a column of its own says what it is."""
    return field.name if known_as(field.name) is None else f"職員の項目：{field.name}"


def _here(held: Sequence[Held], wanted: Filter) -> Sequence[Held]:
    """Of a table of one organization the posts there: what a roster of it would say."""
    if wanted.organization_id is None:
        return held
    return [each for each in held if each.organization_id == wanted.organization_id]


def _person(account: Account, held: Sequence[Held], codes: dict[UUID, str]) -> Line:
    # As an import compares: the main post, else the oldest one.
    main = next((each for each in held if each.main), min(held, key=lambda one: one.posting_id, default=None))
    return (
        account.login_id,
        f"{account.family} {account.given}".strip(),
        account.kana,
        codes.get(main.unit_id) if main and main.unit_id else None,
        main.path if main else None,
        account.display_order,
        account.job_title,
        EMPLOYMENT[EmploymentType(account.employment_type)],
        account.extension,
        account.email,
        joined(_besides(held, main, codes)),
        SEAT_WORDS[Role.SERVED not in account.roles],
    )


def _besides(held: Sequence[Held], main: Held | None, codes: dict[UUID, str]) -> Iterator[str]:
    """Concurrent posts of the same organization: a roster speaks of one. A unit whose name would be read as several
    is named by its code, if it has one."""
    for each in held:
        if each is not main and each.path and main and each.organization_id == main.organization_id:
            code = codes.get(each.unit_id) if each.unit_id and is_parted(each.path) else None
            yield code or each.path


async def _codes(work: Work, actor: Actor) -> dict[UUID, str]:
    coded = (
        select(Department.id, Department.code)
        .join(Organization, Organization.id == Department.organization_id)
        .where(Organization.tenant_id == actor.tenant_id, Department.code.is_not(None))
    )
    return {unit_id: code for unit_id, code in await work.session.execute(coded) if code}
