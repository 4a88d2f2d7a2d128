"""Taking the last import back: everything as it was, if nothing was built on it since."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import bindparam, delete, select, update

from yoriai.kit.errors import Refused
from yoriai.people.accounts import history
from yoriai.people.accounts.facts import AccountRestored, RightsChanged, RosterImported
from yoriai.people.accounts.history import Act, Noted
from yoriai.people.accounts.models import Account, AccountStatus, ChangeKind, Posting
from yoriai.people.accounts.roster.imports import find_import, last_import
from yoriai.people.accounts.roster.in_the_way import in_the_way
from yoriai.people.accounts.roster.models import RosterImport
from yoriai.people.accounts.roster.ready import Seated, Target
from yoriai.people.accounts.roster.seating import seat
from yoriai.people.accounts.roster.undo_record import UndoRecord, unpacked
from yoriai.people.accounts.roster.undo_units import put_units_back
from yoriai.people.accounts.roster.words import columns_of
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
    names = await in_the_way(work, done, record)
    if names:
        raise UndoInTheWay(names=names[:MOST_NAMED], count=len(names))
    await _put_back(work, record)
    await put_units_back(work, target, record, import_id)
    await history.note_many(work, Act(target.tenant_id, target.by, import_id=import_id), _noted(record))
    await _tell(work, target, record)
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


async def _put_back(work: Work, record: UndoRecord) -> None:
    await _put_postings_back(work, record)
    connection = await work.session.connection()
    one = Account.id == bindparam("whose")
    new = [{"whose": each.account_id} for each in record.people if each.before is None]
    gone_again = {
        "status": AccountStatus.REMOVED, "first_password_mac": None, "first_password_expires_at": None,
    }  # fmt: skip
    if new:
        await connection.execute(update(Account).where(one).values(gone_again | {"email": None}), new)
    old = [(each, each.before) for each in record.people if each.before is not None]
    letting_go = [
        {"whose": each.account_id} for each, before in old if before["email"] != each.after["email"]
    ]
    if letting_go:
        await connection.execute(update(Account).where(one).values(email=None), letting_go)
    if old:
        rows = [columns_of(each.login_id, before) | {"whose": each.account_id} for each, before in old]
        await connection.execute(update(Account).where(one), rows)
    await seat(work, _seats_back(record))
    back = [{"whose": each.account_id} for each in record.people if each.is_back]
    if back:
        await connection.execute(update(Account).where(one).values(gone_again), back)
    stopped = [{"whose": each.account_id} for each in record.suspended]
    if stopped:
        again = update(Account).where(one).values(status=AccountStatus.ACTIVE)
        await connection.execute(again, stopped)


def _seats_back(record: UndoRecord) -> list[Seated]:
    return [
        Seated(each.account_id, before=each.roles_after, after=each.roles_before)
        for each in record.people
        if each.roles_before is not None and each.roles_after is not None
    ]


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
        if each.before is None or each.is_back:
            gone = {"status": AccountStatus.REMOVED.value}
            noted.append(Noted(each.account_id, ChangeKind.REMOVED, {"status": "active"}, gone))
        else:
            differing = [name for name in each.after if each.after[name] != each.before[name]]
            before = {name: each.after[name] for name in differing}
            after = {name: each.before[name] for name in differing}
            if each.roles_before is not None:
                before, after = {**before, "roles": each.roles_after}, {**after, "roles": each.roles_before}
            noted.append(Noted(each.account_id, ChangeKind.CHANGED, before, after))
    noted += [
        Noted(each.account_id, ChangeKind.RESTORED, {"status": "suspended"}, {"status": "active"})
        for each in record.suspended
    ]
    return noted


async def _tell(work: Work, target: Target, record: UndoRecord) -> None:
    for each in record.suspended:
        work.state(AccountRestored(account_id=each.account_id), by=target.by)
    serving = select(Posting.account_id).where(
        Posting.organization_id == target.organization_id, Posting.until.is_(None)
    )
    there = set(await work.session.scalars(serving))
    for each in record.people:
        hears_no_longer = each.before is not None and not each.is_back and each.account_id not in there
        if hears_no_longer or each.roles_before is not None:
            work.state(RightsChanged(account_id=each.account_id), by=target.by)
    changed = len(record.people) + len(record.suspended)
    work.state(RosterImported(organization_id=target.organization_id, added=0, changed=changed), by=target.by)
