"""Who may be written to: everybody of the body, unless it has chosen narrower circles (ORG-15)."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from pydantic import Field
from sqlalchemy import ColumnElement, and_, false, not_, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, aliased

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.accounts.served import among_them, is_served
from yoriai.people.accounts.special_posts.limits import closed_to, refusals_at_once
from yoriai.people.orgs import settings
from yoriai.people.orgs.models import Department, DepartmentKind
from yoriai.people.orgs.settings import Setting
from yoriai.people.orgs.units import kind_of
from yoriai.platform.db.plainly import plainly
from yoriai.platform.work.work import Work

MOST_UNITS = 200
MOST_NAMES = 20

Root = tuple[UUID, str]
"""An organization and the path of a unit in it."""


class Circle(StrEnum):
    """How far somebody reaches."""

    EVERYBODY = "everybody"
    DIVISION = "division"
    """One's own 部, or the top unit above one."""
    SECTION = "section"
    """One's own 課, or what stands in its place."""
    UNITS = "units"
    """One's own 課, and the units that the body names."""


class Reach(Setting):
    """Whom members of a body may write to."""

    name: ClassVar[str] = "reach"

    to: Circle = Circle.EVERYBODY
    units: list[UUID] = Field(default=[], max_length=MOST_UNITS)


class OutOfReach(Refused):
    """Somebody chosen may not be written to by whoever chose; nobody has been brought in."""

    code = "accounts.out_of_reach"
    status = 403


async def reachable(work: Work, actor: Actor) -> ColumnElement[bool]:
    """What must hold of an account so that this actor may write to it: the rule of the actor's body, what people in
    special posts have said themselves (ORG-8), and that they have a seat (ORG-6)."""
    return and_(await in_circle(work, actor), await written_to(work, actor))


async def written_to(work: Work, actor: Actor) -> ColumnElement[bool]:
    """All but the first of these: what holds also for whoever sets that."""
    closed, has_a_seat = await closed_to(work, actor), not_(is_served())
    return and_(has_a_seat, Account.id.not_in(closed)) if closed else has_a_seat


async def why_not(work: Work, actor: Actor, names: Mapping[UUID, str]) -> Refused:
    """Why this actor may not write to these people, who are beyond their reach: first of all whom to ask instead."""
    if (no_seat := await among_them(work, names)) is not None:
        return no_seat
    closed = sorted((await closed_to(work, actor)).intersection(names))
    if not closed:
        return OutOfReach(names="、".join(list(names.values())[:MOST_NAMES]), count=len(names))
    pair, today = (actor.account_id, closed[0]), day_in_japan(work.now)
    found = await plainly(work.session, lambda rows: refusals_at_once(rows, {pair}, today))
    return found[pair]


async def in_circle(work: Work, actor: Actor) -> ColumnElement[bool]:
    """The rule of the actor's body alone. Whoever sets it is not bound by it."""
    roots = await _roots(work, actor)
    return true() if roots is None else _serves_below(roots, actor)


async def reachable_units(work: Work, actor: Actor) -> ColumnElement[bool]:
    """The same of a `Department`, so that this actor may write to the unit itself."""
    roots = await _roots(work, actor)
    return true() if roots is None else _is_below(Department.organization_id, Department.path, roots)


async def _roots(work: Work, actor: Actor) -> Sequence[Root] | None:
    """Below which units the actor reaches people; None: everybody."""
    rule = await settings.of(work, actor.tenant_id, Reach)
    if rule.to is Circle.EVERYBODY or actor.may("orgs.settings"):
        return None
    rows = await work.session.execute(
        select(Department.organization_id, Department.path)
        .join(Posting, Posting.department_id == Department.id)
        .where(Posting.account_id == actor.account_id, Posting.until.is_(None))
    )
    kind = DepartmentKind.DIVISION if rule.to is Circle.DIVISION else DepartmentKind.SECTION
    roots = [(organization_id, root_of(path, kind)) for organization_id, path in rows]
    if rule.to is Circle.UNITS:
        named = select(Department.organization_id, Department.path).where(Department.id.in_(rule.units))
        found = await work.session.execute(named)
        roots += [(organization_id, path) for organization_id, path in found]
    return roots


async def reaches_beyond(work: Work, actor: Actor) -> bool:
    """Whether this actor may write to people of other bodies, as far as the circles of their own are concerned: whom a
    body has given a narrower one does not reach beyond it."""
    return (await settings.of(work, actor.tenant_id, Reach)).to is Circle.EVERYBODY or actor.may(
        "orgs.settings"
    )


def root_of(path: str, kind: DepartmentKind) -> str:
    """The unit of this kind on a path, seen from the top; without one the top unit counts as a 部 and the next as a 課."""
    names = path.split(" ")
    wanted = next((depth for depth, name in enumerate(names, start=1) if kind_of(name) is kind), None)
    usual = 1 if kind is DepartmentKind.DIVISION else 2
    return " ".join(names[: wanted or usual])


def _is_below(
    organization: InstrumentedAttribute[UUID], at: InstrumentedAttribute[str], roots: Sequence[Root]
) -> ColumnElement[bool]:
    return or_(
        false(),
        *(
            and_(organization == organization_id, or_(at == path, at.startswith(f"{path} ", autoescape=True)))
            for organization_id, path in roots
        ),
    )


def _serves_below(roots: Sequence[Root], actor: Actor) -> ColumnElement[bool]:
    unit, post = aliased(Department), aliased(Posting)
    inside = _is_below(unit.organization_id, unit.path, roots)
    serving = (
        select(post.account_id).join(unit, unit.id == post.department_id).where(post.until.is_(None), inside)
    )
    return or_(Account.id == actor.account_id, Account.id.in_(serving))
