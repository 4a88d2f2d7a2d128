"""Former units: what somebody's main unit was called at a moment of the past, where it is not what it is now."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.people.accounts.models import Posting
from yoriai.people.orgs.models import Department, DepartmentName

Then = tuple[UUID, datetime]
"""Somebody, and a moment."""


class Served(NamedTuple):
    """A main post that somebody holds or held, with one of the names that its unit has given up, if any."""

    account_id: UUID
    since: datetime
    until: datetime | None
    is_now: bool | None
    name: str | None
    former: str | None
    former_until: datetime | None


async def units_then(session: AsyncSession, asked: Collection[Then]) -> Mapping[Then, str]:
    """For each of these, the name of the unit then, if it is another one now; one query however many they are."""
    if not asked:
        return {}
    rows = await session.execute(
        select(
            Posting.account_id,
            Posting.since,
            Posting.until,
            Posting.main,
            Department.name,
            DepartmentName.name,
            DepartmentName.until,
        )
        .outerjoin(Department, Department.id == Posting.department_id)
        .outerjoin(DepartmentName, DepartmentName.department_id == Department.id)
        .where(Posting.account_id.in_({account_id for account_id, _ in asked}), Posting.was_main.is_(True))
    )
    served: dict[UUID, list[Served]] = {}
    for row in rows:
        each = Served(*row)
        served.setdefault(each.account_id, []).append(each)
    found: dict[Then, str] = {}
    for account_id, at in asked:
        posts = served.get(account_id, [])
        now = next((post.name for post in posts if post.is_now), None)
        then = _name_at(posts, at)
        if then is not None and then != now:
            found[account_id, at] = then
    return found


def _name_at(posts: Iterable[Served], at: datetime) -> str | None:
    """The name that the unit bore: the first one given up after that moment, else the one it bears today."""
    there = [post for post in posts if post.since <= at and (post.until is None or at < post.until)]
    if not there:
        return None
    given_up = [
        (post.former_until, post.former)
        for post in there
        if post.former_until is not None and at < post.former_until
    ]
    return min(given_up)[1] if given_up else there[0].name
