"""What routes about people and units give: rows of the table, one person whole, and the history of either."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import select

from yoriai.kit import paging
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import Person, people_of
from yoriai.people.accounts.managing import find, posts
from yoriai.people.accounts.managing.posts import Held
from yoriai.people.accounts.managing.table import Page, Row, row_of
from yoriai.people.accounts.models import AccountChange
from yoriai.people.accounts.policy import may_manage
from yoriai.people.orgs.models import DepartmentChange
from yoriai.people.orgs.tree import find as units
from yoriai.people.orgs.tree import history
from yoriai.platform.work.work import Work

PAGE = 50


class PostOut(BaseModel):
    organization_id: UUID
    organization: str
    unit_id: UUID | None
    path: str
    main: bool


class RowOut(BaseModel):
    """One person of the table, with where they serve."""

    row: Row
    posts: list[PostOut]


class TableOut(BaseModel):
    people: list[RowOut]
    total: int | None
    next: str | None


class PersonOut(BaseModel):
    """One person whole, as a form opens with them."""

    row: Row
    posts: list[PostOut]
    last_change: UUID | None
    may_change: bool
    created_at: datetime


class ChangeOut(BaseModel):
    """One line of a history."""

    change_id: UUID
    at: datetime
    by: UUID | None
    kind: str
    before: dict[str, object]
    after: dict[str, object]


class HistoryOut(BaseModel):
    changes: list[ChangeOut]
    people: dict[UUID, Person]
    next: str | None


async def table(work: Work, page: Page) -> TableOut:
    """A page of the table; one more query for everybody's posts."""
    held = await posts.held_by(work, [row.account_id for row in page.rows])
    rows = [RowOut(row=row, posts=_posts(held[row.account_id])) for row in page.rows]
    return TableOut(people=rows, total=page.total, next=page.next)


async def person(work: Work, actor: Actor, account_id: UUID) -> PersonOut:
    """One person of the actor's body."""
    account = await find.person(work, actor, account_id)
    held = await posts.held_by(work, [account.id])
    return PersonOut(
        row=row_of(account),
        posts=_posts(held[account.id]),
        last_change=await find.last_change(work, account.id),
        may_change=may_manage(actor, account.roles),
        created_at=account.created_at,
    )


async def history_of_person(work: Work, actor: Actor, account_id: UUID, cursor: str | None) -> HistoryOut:
    """What was done to a person, the newest first."""
    await find.person(work, actor, account_id)
    changes = select(AccountChange).where(AccountChange.account_id == account_id)
    if cursor is not None:
        (before,) = paging.decode(cursor, UUID)
        changes = changes.where(AccountChange.id < before)
    found = (await work.session.scalars(changes.order_by(AccountChange.id.desc()).limit(PAGE + 1))).all()
    more = paging.encode(found[PAGE - 1].id) if len(found) > PAGE else None
    return await _history(work, actor, found[:PAGE], more)


async def history_of_unit(work: Work, actor: Actor, unit_id: UUID, cursor: str | None) -> HistoryOut:
    """What was done to a unit, the newest first."""
    await units.unit(work, actor, unit_id)
    found, more = await history.page(work, unit_id, cursor)
    return await _history(work, actor, found, more)


async def _history(
    work: Work, actor: Actor, found: Sequence[AccountChange] | Sequence[DepartmentChange], more: str | None
) -> HistoryOut:
    doers = {change.by for change in found if change.by is not None}
    people = await people_of(work.session, doers, actor.redaction_class)
    lines = [
        ChangeOut(
            change_id=change.id,
            at=change.at,
            by=change.by,
            kind=change.kind,
            before=dict(change.before),
            after=dict(change.after),
        )
        for change in found
    ]
    return HistoryOut(changes=lines, people=people, next=more)


def _posts(held: Sequence[Held]) -> list[PostOut]:
    return [
        PostOut(
            organization_id=each.organization_id,
            organization=each.organization,
            unit_id=each.unit_id,
            path=each.path or "",
            main=bool(each.main),
        )
        for each in held
    ]
