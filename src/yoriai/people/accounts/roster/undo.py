"""Taking the last import back: everything as it was, if nothing was built on it since."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from sqlalchemy import bindparam, delete, select, update

from yoriai.kit.errors import Refused
from yoriai.people.accounts import history
from yoriai.people.accounts.facts import AccountRestored, RosterImported
from yoriai.people.accounts.history import Act, Noted
from yoriai.people.accounts.models import Account, AccountStatus, ChangeKind, Posting
from yoriai.people.accounts.roster.imports import find_import, last_import
from yoriai.people.accounts.roster.known import Known, known_people, known_units
from yoriai.people.accounts.roster.models import RosterImport
from yoriai.people.accounts.roster.undo_record import Touched, UndoRecord, unpacked
from yoriai.people.accounts.roster.undo_units import put_units_back, units_in_the_way
from yoriai.people.accounts.roster.words import columns_of, words_of
from yoriai.people.accounts.roster.write import Target
from yoriai.people.orgs.queries import queue_up
from yoriai.platform.work.work import Work

WITHIN = timedelta(hours=24)
MOST_NAMED = 20


class NotUndone(Refused):
    """Base of the reasons why an import cannot be taken back any more."""


class UndoTooLate(NotUndone):
    """A day has passed."""

    code = "accounts.undo_too_late"


class UndoNotLast(NotUndone):
    """Another import stands upon it, or it was taken back already and is not the one asked about."""

    code = "accounts.undo_not_last"


class UndoInTheWay(NotUndone):
    """Somebody has signed in, or people or units were changed since."""

    code = "accounts.undo_in_the_way"


async def undo(work: Work, target: Target, import_id: UUID) -> RosterImport:
    """Take it back. What was taken back stays so: a second time changes nothing and tells nobody."""
    await queue_up(work, target.organization_id)
    done = await find_import(work, target.tenant_id, import_id)
    if done.undone_at is not None:
        return done
    record = await _takeable(work, done)
    people = await known_people(work, target.tenant_id, target.organization_id)
    by_id = {known.person.account_id: known for known in people.by_number.values()}
    in_the_way = await _in_the_way(work, target.tenant_id, record, by_id)
    in_the_way += await units_in_the_way(work, record, await known_units(work, target.organization_id))
    if in_the_way:
        raise UndoInTheWay(names=in_the_way[:MOST_NAMED], count=len(in_the_way))
    await _put_back(work, record)
    await put_units_back(work, target, record, import_id)
    await history.note_many(work, Act(target.tenant_id, target.by, import_id=import_id), _noted(record))
    _tell(work, target, record)
    done.undone_at, done.undone_by, done.undo = work.now, target.by, None
    return done


async def _takeable(work: Work, done: RosterImport) -> UndoRecord:
    if work.now - done.at > WITHIN:
        raise UndoTooLate
    last = await last_import(work, done.organization_id)
    if last is None or last.id != done.id:
        raise UndoNotLast
    kept = await work.session.scalar(select(RosterImport.undo).where(RosterImport.id == done.id))
    if kept is None:
        raise UndoTooLate
    return unpacked(kept)


async def _in_the_way(
    work: Work, tenant_id: UUID, record: UndoRecord, by_id: Mapping[UUID, Known]
) -> list[str]:
    """Names of people who are no longer as the import left them."""
    new = [each.account_id for each in record.people if each.before is None or each.was == "removed"]
    chosen = select(Account.id).where(Account.password_hash.is_not(None), Account.tenant_id == tenant_id)
    begun = set(await work.session.scalars(chosen)) & set(new)
    names = [_name(each) for each in record.people if each.account_id in begun or _has_moved(each, by_id)]
    for each in record.suspended:
        known = by_id.get(each.account_id)
        if known is None or known.person.status != AccountStatus.SUSPENDED:
            names.append(each.login_id if known is None else f"{known.person.name}（{each.login_id}）")
    return names


def _has_moved(touched: Touched, by_id: Mapping[UUID, Known]) -> bool:
    known = by_id.get(touched.account_id)
    if known is None:
        return True
    left = AccountStatus.ACTIVE if touched.was in (None, AccountStatus.REMOVED) else touched.was
    is_as_left = (
        words_of(known.person) == touched.after
        and known.person.status == left
        and (known.person.path or "") == touched.path
        and sorted(post.path for post in known.concurrent) == touched.posts
    )
    return not is_as_left


def _name(touched: Touched) -> str:
    name = f"{touched.after['family']} {touched.after['given']}".strip()
    return f"{name}（{touched.login_id}）"


async def _put_back(work: Work, record: UndoRecord) -> None:
    await _put_postings_back(work, record)
    connection = await work.session.connection()
    one = Account.id == bindparam("whose")
    new = [{"whose": each.account_id} for each in record.people if each.before is None]
    if new:
        gone = {"status": AccountStatus.REMOVED, "email": None}
        no_paper = {"first_password_mac": None, "first_password_expires_at": None}
        await connection.execute(update(Account).where(one).values(gone | no_paper), new)
    old = [(each, each.before) for each in record.people if each.before is not None]
    letting_go = [
        {"whose": each.account_id} for each, before in old if before["email"] != each.after["email"]
    ]
    if letting_go:
        await connection.execute(update(Account).where(one).values(email=None), letting_go)
    if old:
        rows = [
            columns_of(each.login_id, before) | {"whose": each.account_id, "status": each.was}
            for each, before in old
        ]
        await connection.execute(update(Account).where(one), rows)
    stopped = [{"whose": each.account_id} for each in record.suspended]
    if stopped:
        again = update(Account).where(one).values(status=AccountStatus.ACTIVE)
        await connection.execute(again, stopped)


async def _put_postings_back(work: Work, record: UndoRecord) -> None:
    """Those that were opened go as if they had never been; those that were closed go on."""
    connection = await work.session.connection()
    one = Posting.id == bindparam("which")
    if record.opened:
        await connection.execute(delete(Posting).where(one), [{"which": each} for each in record.opened])
    if record.closed:
        rows = [{"which": each.posting_id, "was": each.main} for each in record.closed]
        reopened = update(Posting).where(one).values(until=None, main=bindparam("was"))
        await connection.execute(reopened, rows)


def _noted(record: UndoRecord) -> list[Noted]:
    noted: list[Noted] = []
    for each in record.people:
        if each.before is None:
            after = {"status": AccountStatus.REMOVED.value}
            noted.append(Noted(each.account_id, ChangeKind.REMOVED, {"status": "active"}, after))
        else:
            differing = [name for name in each.after if each.after[name] != each.before[name]]
            before = {name: each.after[name] for name in differing}
            after = {name: each.before[name] for name in differing}
            noted.append(Noted(each.account_id, ChangeKind.CHANGED, before, after))
    noted += [
        Noted(each.account_id, ChangeKind.RESTORED, {"status": "suspended"}, {"status": "active"})
        for each in record.suspended
    ]
    return noted


def _tell(work: Work, target: Target, record: UndoRecord) -> None:
    for each in record.suspended:
        work.state(AccountRestored(account_id=each.account_id), by=target.by)
    changed = len(record.people) + len(record.suspended)
    work.state(RosterImported(organization_id=target.organization_id, added=0, changed=changed), by=target.by)
