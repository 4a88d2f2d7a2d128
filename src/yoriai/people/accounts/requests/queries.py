"""The list of requests, what waits before what is over, and the newest first: one's own, those of the units one leads,
and all for administrators."""

from typing import Final
from uuid import UUID

from sqlalchemy import and_, case, or_, select, tuple_

from yoriai.kit import paging
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import people_of
from yoriai.people.accounts.leaders.scope import units_of
from yoriai.people.accounts.models import Account
from yoriai.people.accounts.policy import may_manage
from yoriai.people.accounts.requests import door
from yoriai.people.accounts.requests.models import OPEN, AccountRequest
from yoriai.people.accounts.requests.policy import Reader
from yoriai.people.accounts.requests.telling import leaders_of
from yoriai.people.accounts.requests.wire import AccountRequestOut, RequestUnitOut
from yoriai.people.orgs.models import Department
from yoriai.platform.work.work import Work

PAGE: Final = 50
MOST_UNITS: Final = 100


async def page(work: Work, actor: Actor, cursor: str | None) -> tuple[list[AccountRequestOut], str | None]:
    """One page: two queries, however many there are."""
    is_led = door.leads(actor)
    # What nobody has answered is over in its time, and would lie unseen below all that was answered since.
    waits = case((and_(AccountRequest.state.in_(OPEN), AccountRequest.lapses_at > work.now), 1), else_=0)
    found = (
        select(AccountRequest, Department.path, is_led, waits, Account.roles)
        .join(Department, Department.id == AccountRequest.department_id)
        .outerjoin(Account, Account.id == AccountRequest.account_id)
        .where(*door.known(actor, is_led))
        .order_by(waits.desc(), AccountRequest.id.desc())
        .limit(PAGE + 1)
    )
    if cursor is not None:
        waited, before = paging.decode(cursor, int, UUID)
        found = found.where(tuple_(waits, AccountRequest.id) < tuple_(int(waited > 0), before))
    rows = (await work.session.execute(found)).all()
    shown = rows[:PAGE]
    named = {
        who
        for each, *_ in shown
        for who in (each.asker_id, each.account_id, each.leader_id, each.answerer_id)
        if who is not None
    }
    people = await people_of(work.session, named, actor.redaction_class)
    answers = actor.may(door.ANSWER)
    listed = [
        AccountRequestOut.of(
            request,
            door.said_of(request, work.now, is_beyond=not may_manage(actor, roles or ())),
            path,
            people,
            who=Reader(actor.account_id, leads=bool(leads), answers=answers),
        )
        for request, path, leads, _, roles in shown
    ]
    if len(rows) <= PAGE:
        return listed, None
    last, _, _, waited, _ = shown[-1]
    return listed, paging.encode(waited, last.id)


async def units(work: Work, actor: Actor) -> list[RequestUnitOut]:
    """For which units the actor may ask: those they lead, and those in which they serve."""
    led = Department.id.in_(units_of(actor.account_id))
    found = (
        select(Department.id, Department.path, led)
        .where(Department.is_open.is_(True), or_(led, Department.id.in_(door.own_units(actor))))
        .order_by(Department.path)
        .limit(MOST_UNITS)
    )
    rows = (await work.session.execute(found)).all()
    others = [unit_id for unit_id, _, leads in rows if not leads]
    led_by_others = await leaders_of(work, others)
    return [
        RequestUnitOut(unit_id=unit_id, path=path, has_leader=bool(leads) or unit_id in led_by_others)
        for unit_id, path, leads in rows
    ]
