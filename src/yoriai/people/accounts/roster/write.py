"""Writing a plan: a few statements for thousands of people, all in the one work that is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, insert, update

from yoriai.kit.ids import uuid7
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts import first_passwords
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, Posting
from yoriai.people.accounts.names import needles
from yoriai.people.accounts.roster.entries import Entry
from yoriai.people.accounts.roster.plan import Change, Plan
from yoriai.people.orgs import units
from yoriai.platform.work.work import Work

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a roster is taken over, by whom, and the key under which first passwords are kept."""

    tenant_id: UUID
    organization_id: UUID
    key: bytes
    by: UUID | None = None


async def write(
    work: Work, target: Target, plan: Plan, *, secrets: Mapping[str, str], with_main: set[UUID]
) -> None:
    """Write everything that the plan holds. `secrets` are the first passwords of the new people by login id."""
    moved = [change for change in plan.changes if change.department_differs]
    paths = [entry.path for entry in plan.new] + [change.entry.path for change in moved]
    unit_ids = await units.add_missing(work, target.organization_id, paths)
    await _change_words(work, [change for change in plan.changes if change.words_differ])
    ids = {entry.login_id: uuid7(work.now) for entry in plan.new}
    accounts = [
        _account(work, target, entry, ids[entry.login_id], secret=secrets[entry.login_id])
        for entry in plan.new
    ]
    await _insert(work, Account, accounts)
    await _close_postings(work, moved)
    postings = [_posting(work, target, ids[entry.login_id], unit_ids.get(entry.path)) for entry in plan.new]
    for change in moved:
        row = _posting(work, target, change.known.account_id, unit_ids.get(change.entry.path))
        postings.append(row | {"main": _is_main(change, with_main)})
    await _insert(work, Posting, postings)


def _is_main(change: Change, with_main: set[UUID]) -> bool | None:
    """Whoever moves keeps what the old posting was; a first one here is the main one if there is none elsewhere."""
    if change.known.posting_id is not None:
        return change.known.is_main
    return None if change.known.account_id in with_main else True


def _words(entry: Entry) -> Row:
    return {
        "family": entry.family,
        "given": entry.given,
        "kana": entry.kana,
        "kana_order": entry.kana_order,
        "folded": " ".join((entry.folded, *needles(entry.extension))),
        "email": entry.email,
        "employment_type": entry.employment_type,
        "job_title": entry.job_title,
        "extension": entry.extension,
        "display_order": entry.display_order,
    }


def _account(work: Work, target: Target, entry: Entry, account_id: UUID, *, secret: str) -> Row:
    return _words(entry) | {
        "id": account_id,
        "tenant_id": target.tenant_id,
        "kind": AccountKind.MEMBER,
        "login_id": entry.login_id,
        "status": AccountStatus.ACTIVE,
        "ends_on": None,
        "roles": [Role.MEMBER],
        "password_hash": None,
        "password_changed_at": None,
        "first_password_mac": first_passwords.mac(target.key, account_id, secret),
        "first_password_expires_at": first_passwords.expiry(work.now),
        "signed_out_at": None,
        "created_at": work.now,
    }


def _posting(work: Work, target: Target, account_id: UUID, unit_id: UUID | None) -> Row:
    return {
        "id": uuid7(work.now),
        "account_id": account_id,
        "organization_id": target.organization_id,
        "department_id": unit_id,
        "main": True,
        "since": work.now,
        "until": None,
    }


async def _change_words(work: Work, changes: Sequence[Change]) -> None:
    """Mail addresses are let go first: two people may have exchanged theirs."""
    connection = await work.session.connection()
    letting_go = [
        {"whose": change.known.account_id} for change in changes if change.known.email != change.entry.email
    ]
    if letting_go:
        await connection.execute(
            update(Account).where(Account.id == bindparam("whose")).values(email=None), letting_go
        )
    if changes:
        rows = [_words(change.entry) | {"whose": change.known.account_id} for change in changes]
        await connection.execute(update(Account).where(Account.id == bindparam("whose")), rows)


async def _close_postings(work: Work, moved: Sequence[Change]) -> None:
    closing = [{"which": change.known.posting_id} for change in moved if change.known.posting_id is not None]
    if closing:
        connection = await work.session.connection()
        closed = update(Posting).where(Posting.id == bindparam("which")).values(until=work.now, main=None)
        await connection.execute(closed, closing)


async def _insert(work: Work, table: type[Account] | type[Posting], rows: Sequence[Row]) -> None:
    if rows:
        connection = await work.session.connection()
        await connection.execute(insert(table), list(rows))
