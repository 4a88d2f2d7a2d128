"""All accounts of units of a body, for whoever manages them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.kit import paging
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.department_accounts.models import DepartmentAccount, DepartmentSpeaker
from yoriai.people.accounts.models import Account, AccountStatus
from yoriai.people.orgs.models import Department
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work

PAGE: Final = 50
MOST_SPEAKERS: Final = 50


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who may speak in its name."""

    speaker_id: UUID
    account_id: UUID
    since: datetime


@dataclass(frozen=True, slots=True)
class OfUnit:
    """The account of a unit."""

    account_id: UUID
    unit_id: UUID
    name: str
    path: str
    is_unit_open: bool
    """False once the unit was closed: then nobody speaks in its name."""
    speakers: list[Speaker]


async def page(work: Work, actor: Actor, cursor: str | None) -> tuple[Sequence[OfUnit], str | None]:
    """Those of the actor's body by the place of their unit, each with all its people; two queries a page."""
    found = (
        select(Account.id, Department.id, Account.family, Department.path, Department.is_open.is_(True))
        .join(DepartmentAccount, DepartmentAccount.account_id == Account.id)
        .join(Department, Department.id == DepartmentAccount.department_id)
        .where(Account.tenant_id == actor.tenant_id, Account.status == AccountStatus.ACTIVE)
        .order_by(Account.id)
        .limit(PAGE + 1)
    )
    if cursor is not None:
        (after,) = paging.decode(cursor, UUID)
        found = found.where(Account.id > after)
    rows = [OfUnit(*row, speakers=[]) for row in await work.session.execute(found)]
    shown = {each.account_id: each for each in rows[:PAGE]}
    speakers = (
        select(DepartmentSpeaker.account_id, DepartmentSpeaker.id, DepartmentSpeaker.person_id, DepartmentSpeaker.since)
        .where(among(DepartmentSpeaker.account_id, shown))
        .order_by(DepartmentSpeaker.id)
    )  # fmt: skip
    for account_id, speaker_id, person_id, since in await work.session.execute(speakers):
        shown[account_id].speakers.append(Speaker(speaker_id, person_id, since))
    more = paging.encode(rows[PAGE - 1].account_id) if len(rows) > PAGE else None
    return rows[:PAGE], more
