"""Following what is not done by naming somebody: a person is stopped or comes back, a unit is closed or opened again."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import or_, select

from yoriai.people.access.facts import PersonFact
from yoriai.people.accounts.department_accounts.models import DepartmentAccount, DepartmentSpeaker
from yoriai.people.accounts.facts import AccountsChanged
from yoriai.people.accounts.models import Account
from yoriai.people.orgs.facts import OrganizationFact
from yoriai.people.orgs.models import Department
from yoriai.platform.db.among import among
from yoriai.platform.facts.durable import Entry
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.jobs.queue import enqueue
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import holding

FOLLOW, FOLLOW_ALL = "unit_talks.follow", "unit_talks.follow_all"


async def note(work: Work, entries: Sequence[Entry]) -> None:
    """Leave a job for each account of a unit that this may concern; short, for it works under the reader's lock."""
    halls, people = set[UUID](), set[UUID]()
    for fact in (entry.line.fact for entry in entries):
        if isinstance(fact, PersonFact):
            people.add(fact.account_id)
        elif isinstance(fact, AccountsChanged) and fact.account_ids:
            people.update(fact.account_ids)  # whoever speaks for no unit is nothing to any
        elif isinstance(fact, OrganizationFact):
            halls.add(fact.organization_id)
    for account_id in await _concerned(work, halls, people):
        await enqueue(work, FOLLOW, body={"account": str(account_id)})


async def follow_one(works: Works, body: Mapping[str, object]) -> None:
    """The talks of one account."""
    async with works.writing() as work:
        await _follow(work, UUID(str(body["account"])))


async def follow_all(works: Works, _: Mapping[str, object]) -> None:
    """Those of all, one after the other, for whatever no fact has told."""
    async with works.reading() as work:
        accounts = (await work.session.scalars(select(DepartmentAccount.account_id))).all()
    for account_id in sorted(accounts):
        async with works.writing() as work:
            await _follow(work, account_id)


async def _follow(work: Work, account_id: UUID) -> None:
    account = select(Account.tenant_id).where(Account.id == account_id).with_for_update(key_share=True)
    tenant_id = await work.session.scalar(account)
    if tenant_id is not None:
        work.cause = Cause(tenant_id=tenant_id)
        await holding.follow(work, {account_id}, by=None)


async def _concerned(work: Work, halls: Collection[UUID], people: Collection[UUID]) -> Sequence[UUID]:
    speaking = select(DepartmentSpeaker.account_id).where(among(DepartmentSpeaker.person_id, people))
    found = (
        select(DepartmentAccount.account_id)
        .join(Department, Department.id == DepartmentAccount.department_id)
        .where(or_(among(Department.organization_id, halls), DepartmentAccount.account_id.in_(speaking)))
        .order_by(DepartmentAccount.account_id)
    )
    return (await work.session.scalars(found)).all()
