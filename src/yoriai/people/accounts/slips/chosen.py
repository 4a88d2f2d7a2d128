"""Who is meant: people named, departments with all below them, an import's new people, or all who never signed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import NotFound, Refused
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.leaders.scope import EVERYWHERE, units_of, within
from yoriai.people.accounts.models import (
    Account,
    AccountChange,
    AccountKind,
    AccountStatus,
    ChangeKind,
    Posting,
)
from yoriai.people.orgs.models import Department, Organization
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work


class OutsideScope(Refused):
    """Somebody of one's own body whom an ITリーダー does not reach (N19)."""

    code = "slips.outside_scope"
    status = 403


class Kind(StrEnum):
    """How people are chosen."""

    PEOPLE = "people"
    DEPARTMENTS = "departments"
    IMPORT = "import"
    """Those whom one import has brought, or brought back, and who have not signed in since."""
    WAITING = "waiting"
    """Everybody of the body who has never signed in."""


class WithPassword(StrEnum):
    """What becomes of those who have a password of their own."""

    ASK = "ask"
    LEAVE_OUT = "leave_out"
    RESET = "reset"


@dataclass(frozen=True, slots=True)
class Whom:
    """A choice: the ids are those of its kind; whoever waits needs none."""

    kind: Kind
    ids: Sequence[UUID] = ()
    those_with_password: WithPassword = WithPassword.ASK


class Holder(NamedTuple):
    """Somebody for whom a slip can be made, as far as the slip and the rules need it."""

    account_id: UUID
    login_id: str
    family: str
    given: str
    kana: str
    department: str
    employment_type: str
    roles: list[str]
    has_password: bool

    @property
    def name(self) -> str:
        return f"{self.family} {self.given}".strip()


async def chosen(work: Work, actor: Actor, whom: Whom) -> list[Holder]:
    """The people meant who can sign in at all, in the order of the roster, so that each department's slips lie
    together. Of people named, one who is not of this body or cannot sign in makes the whole choice unknown, and one
    whom an ITリーダー does not reach makes it refused; in a crowd those are not among the people meant."""
    found = select(
        Account.id,
        Account.login_id,
        Account.family,
        Account.given,
        Account.kana,
        func.coalesce(Department.path, ""),
        Account.employment_type,
        Account.roles,
        Account.password_hash.is_not(None),
    )
    rows = await work.session.execute(
        found.outerjoin(Posting, and_(Posting.account_id == Account.id, Posting.main.is_(True)))
        .outerjoin(Department, Department.id == Posting.department_id)
        .outerjoin(Organization, Organization.id == Posting.organization_id)
        .where(Account.tenant_id == actor.tenant_id, Account.kind == AccountKind.MEMBER)
        .where(*can_sign_in(work), *within(actor), await _fits(work, actor, whom))
        .order_by(
            Organization.display_order.is_(None),
            Organization.display_order,
            Department.display_order.is_(None),
            Department.display_order,
            Account.display_order.is_(None),
            Account.display_order,
            Account.kana_order,
            Account.id,
        )
    )
    people = [Holder(*row) for row in rows]
    if whom.kind is Kind.PEOPLE:
        await _check_all_are_there(work, actor, set(whom.ids) - {each.account_id for each in people})
    return people


async def _check_all_are_there(work: Work, actor: Actor, missing: set[UUID]) -> None:
    """Of people named nobody may be missing. Colleagues outside the scope are known to be there; strangers are not."""
    if not missing:
        return
    of_body = select(func.count(Account.id)).where(
        Account.tenant_id == actor.tenant_id,
        Account.kind == AccountKind.MEMBER,
        *can_sign_in(work),
        among(Account.id, missing),
    )
    if await work.session.scalar(of_body) == len(missing):
        raise OutsideScope
    raise NotFound


def can_sign_in(work: Work) -> tuple[ColumnElement[bool], ...]:
    """What must hold of an account so that a first password opens it: it may be used, and today at that."""
    today = day_in_japan(work.now)
    return Account.status == AccountStatus.ACTIVE, or_(Account.ends_on.is_(None), Account.ends_on >= today)


async def _fits(work: Work, actor: Actor, whom: Whom) -> ColumnElement[bool]:
    match whom.kind:
        case Kind.PEOPLE:
            return among(Account.id, set(whom.ids))
        case Kind.DEPARTMENTS:
            return Posting.department_id.in_(await _with_those_below(work, actor, whom.ids))
        case Kind.IMPORT:
            return and_(Account.password_hash.is_(None), Account.id.in_(_brought_by(actor, whom.ids)))
        case Kind.WAITING:
            return Account.password_hash.is_(None)


def _brought_by(actor: Actor, ids: Sequence[UUID]) -> Select[UUID]:
    return select(AccountChange.account_id).where(
        AccountChange.import_id.in_(ids),
        AccountChange.tenant_id == actor.tenant_id,
        AccountChange.kind.in_((ChangeKind.CREATED, ChangeKind.RESTORED)),
    )


async def _with_those_below(work: Work, actor: Actor, ids: Sequence[UUID]) -> set[UUID]:
    """These departments of the actor's body and everything below them. A foreign one is answered like none."""
    here = (
        select(Department.id, Department.parent_id)
        .join(Organization, Organization.id == Department.organization_id)
        .where(Organization.tenant_id == actor.tenant_id)
    )
    above = dict((await work.session.execute(here)).all())
    if not set(ids) <= above.keys():
        raise NotFound
    wanted = set(ids)
    if not actor.may(EVERYWHERE) and not wanted <= set(
        await work.session.scalars(units_of(actor.account_id))
    ):
        raise OutsideScope
    return {unit_id for unit_id in above if _is_below(unit_id, above, wanted)}


def _is_below(unit_id: UUID, above: dict[UUID, UUID | None], wanted: set[UUID]) -> bool:
    at: UUID | None = unit_id
    while at is not None and at not in wanted:
        at = above.get(at)
    return at is not None
