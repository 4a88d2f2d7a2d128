"""同姓同名: what tells somebody from another of the same name, unit and title: the end of the employee number (ORG-19)."""

from sqlalchemy import ColumnElement, ScalarSelect, and_, case, func, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from yoriai.people.accounts.models import Account, AccountStatus, Posting

SHOWN = 3
"""Digits of the number that are shown, unless a namesake's end alike: then the whole number."""

_Twin, _TwinPosting = aliased(Account), aliased(Posting)


def tail() -> ScalarSelect[str]:
    """For a query over `Account` and its main `Posting`: the end of the number, or nothing where no one is alike.

    Nobody's number is shown who can be told apart without it. One look into an index for each person.
    """
    own, others = _end(Account.login_id), _end(_Twin.login_id)
    alike = func.coalesce(func.sum(case((own == others, 1), else_=0)), 0)
    shown = case((func.count() == 0, ""), (alike > 0, Account.login_id), else_=own)
    return (
        select(shown)
        .select_from(_Twin)
        .outerjoin(_TwinPosting, and_(_TwinPosting.account_id == _Twin.id, _TwinPosting.main.is_(True)))
        .where(
            _Twin.tenant_id == Account.tenant_id,
            _Twin.kana_order == Account.kana_order,
            _Twin.family == Account.family,
            _Twin.given == Account.given,
            _Twin.job_title == Account.job_title,
            _Twin.id != Account.id,
            _Twin.status != AccountStatus.REMOVED,
            _TwinPosting.department_id.is_not_distinct_from(Posting.department_id),
        )
        .correlate(Account, Posting)
        .scalar_subquery()
    )


AT_ONCE = (
    "(SELECT CASE WHEN count(*) = 0 THEN ''"
    " WHEN sum(CASE WHEN substr(w.login_id, length(w.login_id) - 2) = substr(a.login_id, length(a.login_id) - 2)"
    " THEN 1 ELSE 0 END) > 0 THEN a.login_id ELSE substr(a.login_id, length(a.login_id) - 2) END"
    " FROM accounts w LEFT JOIN postings v ON v.account_id = w.id AND v.main"
    " WHERE w.tenant_id = a.tenant_id AND w.kana_order = a.kana_order AND w.family = a.family AND w.given = a.given"
    " AND w.job_title = a.job_title AND w.id <> a.id AND w.status <> 'removed'"
    " AND v.department_id IS NOT DISTINCT FROM p.department_id)"
)
"""The same on plain rows, of `a` (accounts) and `p` (their main postings)."""


def _end(login_id: InstrumentedAttribute[str]) -> ColumnElement[str]:
    return func.substr(login_id, func.length(login_id) - SHOWN + 1)
