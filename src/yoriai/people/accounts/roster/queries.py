"""Who is already there, as a roster is compared with them."""

from uuid import UUID

from sqlalchemy import and_, select

from yoriai.people.accounts.models import Account, Posting
from yoriai.people.accounts.roster.plan import Known
from yoriai.people.orgs.models import Department
from yoriai.platform.work.work import Work


async def known_people(work: Work, tenant_id: UUID, organization_id: UUID) -> dict[str, Known]:
    """Every account of the body by its login id, with its posting in this organization; one query."""
    here = and_(
        Posting.account_id == Account.id,
        Posting.organization_id == organization_id,
        Posting.until.is_(None),
    )
    rows = await work.session.execute(
        select(
            Account.id,
            Account.login_id,
            Account.family,
            Account.given,
            Account.kana,
            Account.email,
            Account.job_title,
            Account.employment_type,
            Account.extension,
            Account.display_order,
            Posting.id,
            Posting.main,
            Department.path,
        )
        .outerjoin(Posting, here)
        .outerjoin(Department, Department.id == Posting.department_id)
        .where(Account.tenant_id == tenant_id)
    )
    found: dict[str, Known] = {}
    for row in rows:
        person = Known(*row)
        # Of several postings in one organization the main one is what a roster speaks of.
        if person.login_id not in found or person.is_main:
            found[person.login_id] = person
    return found


async def with_main_posting(work: Work, tenant_id: UUID) -> set[UUID]:
    """Accounts of the body that have a main posting, in whatever organization."""
    rows = await work.session.scalars(
        select(Posting.account_id)
        .join(Account, Account.id == Posting.account_id)
        .where(Account.tenant_id == tenant_id, Posting.main.is_(True))
    )
    return set(rows)
