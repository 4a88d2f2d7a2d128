"""建制順: where every unit of a body stands when the tree is read from the top, as one word that any database sorts."""

from uuid import UUID

from sqlalchemy import CTE, ColumnElement, Select, String, Text, cast, func, literal, select

from yoriai.people.orgs.models import Department, Organization

DIGITS = 4
"""Of each step: an organization, or a unit among those beside it."""


def in_order(tenant_id: UUID) -> CTE:
    """The open units of a body with their `key`: `id`, `key`. Digits only, so that no collation can disagree (ORG-16).

    The key of a unit begins with that of the unit above it. What is inside a unit stands before the units below.
    """
    beside = (
        select(
            Department.id,
            Department.parent_id,
            _padded(func.dense_rank().over(order_by=(Organization.display_order, Organization.id))).label(
                "hall"
            ),
            _padded(
                func.row_number().over(
                    partition_by=(Department.organization_id, Department.parent_id),
                    order_by=(Department.display_order, Department.path),
                )
            ).label("step"),
        )
        .join(Organization, Organization.id == Department.organization_id)
        .where(Organization.tenant_id == tenant_id, Department.is_open.is_(True))
        .cte("beside")
    )
    top = select(beside.c.id, cast(beside.c.hall + beside.c.step, Text).label("key"))
    walk = top.where(beside.c.parent_id.is_(None)).cte("in_order", recursive=True)
    down = select(beside.c.id, cast(walk.c.key + beside.c.step, Text))
    return walk.union_all(down.join(walk, beside.c.parent_id == walk.c.id))


def below(tenant_id: UUID, unit_id: UUID) -> Select[UUID]:
    """A unit of this body and every unit under it; nothing if it is of another body."""
    top = (
        select(Department.id)
        .join(Organization, Organization.id == Department.organization_id)
        .where(Department.id == unit_id, Organization.tenant_id == tenant_id)
        .cte("below", recursive=True)
    )
    found = top.union_all(select(Department.id).join(top, Department.parent_id == top.c.id))
    return select(found.c.id)


def padded(number: ColumnElement[int], digits: int) -> ColumnElement[str]:
    """A number with zeros before it: as a word it then stands where it stands as a number."""
    plain = cast(number, String)
    wide = literal("0" * digits, String) + plain
    return func.substr(wide, func.length(plain) + 1, digits, type_=Text())


def _padded(number: ColumnElement[int]) -> ColumnElement[str]:
    return padded(number, DIGITS)
