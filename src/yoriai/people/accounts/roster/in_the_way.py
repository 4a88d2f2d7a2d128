"""What was built on an import since: everybody and every unit in the way of taking it back, by name."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select

from yoriai.people.access.facts import person_stream
from yoriai.people.accounts.models import Account, AccountStatus, Posting
from yoriai.people.accounts.roster.known import Known, known_people, known_units
from yoriai.people.accounts.roster.models import RosterImport
from yoriai.people.accounts.roster.undo_record import Suspended, Touched, UndoRecord
from yoriai.people.accounts.roster.undo_units import units_in_the_way
from yoriai.people.accounts.roster.words import words_of
from yoriai.people.orgs.models import Department
from yoriai.platform.facts.models import JournalRow
from yoriai.platform.work.work import Work

AT_ONCE = 500  # ids in one question


async def in_the_way(work: Work, done: RosterImport, record: UndoRecord) -> list[str]:
    """Names of people and units that are no longer as the import left them. Until the work ends they stay as they are."""
    await _hold(work, [*record.people, *record.suspended])
    people = await known_people(work, done.tenant_id, done.organization_id)
    now = {known.person.account_id: known for known in people.by_number.values()}
    concerned = (
        await _begun(work, record) | await _told(work, done, record) | await _replaced(work, done, record)
    )
    names = [_name(each) for each in record.people if each.account_id in concerned or _has_moved(each, now)]
    for each in record.suspended:
        known = now.get(each.account_id)
        if known is None or known.person.status != AccountStatus.SUSPENDED:
            names.append(each.login_id if known is None else _called(known))
    names += _with_their_mail(record, now)
    names += await units_in_the_way(work, record, await known_units(work, done.organization_id))
    return [*dict.fromkeys([*names, *await _closed(work, done, record)])]


async def _hold(work: Work, whom: Sequence[Touched | Suspended]) -> None:
    """Whoever signs in, or is changed or stopped by somebody, waits for this or is waited for."""
    for ids in _some(sorted(each.account_id for each in whom)):
        held = select(Account.id).where(Account.id.in_(ids)).order_by(Account.id)
        await work.session.execute(held.with_for_update())


async def _begun(work: Work, record: UndoRecord) -> set[UUID]:
    """New people who have signed in."""
    begun: set[UUID] = set()
    for ids in _some(_new(record)):
        chosen = select(Account.id).where(Account.id.in_(ids), Account.password_hash.is_not(None))
        begun.update(await work.session.scalars(chosen))
    return begun


async def _told(work: Work, done: RosterImport, record: UndoRecord) -> set[UUID]:
    """New people to whom somebody has done something since: let them into a room, given them a role. What follows
    by itself, as the room of a unit, has nobody who did it."""
    told: set[UUID] = set()
    for ids in _some(_new(record)):
        streams = {person_stream(account_id): account_id for account_id in ids}
        lines = select(JournalRow.stream).where(
            JournalRow.stream.in_(streams), JournalRow.at >= done.at, JournalRow.by.is_not(None)
        )
        told.update(streams[stream] for stream in await work.session.scalars(lines.distinct()))
    return told


async def _replaced(work: Work, done: RosterImport, record: UndoRecord) -> set[UUID]:
    """People whose posts were changed since, even where they were changed back: the post of the import is closed."""
    closed = await work.session.execute(
        select(Posting.id, Posting.account_id).where(
            Posting.organization_id == done.organization_id, Posting.until >= done.at
        )
    )
    opened = set(record.opened)
    return {account_id for posting_id, account_id in closed if posting_id in opened}


async def _closed(work: Work, done: RosterImport, record: UndoRecord) -> list[str]:
    """Units that somebody would go back to and that are closed by now."""
    posts = await work.session.execute(
        select(Posting.id, Department.path)
        .join(Department, Department.id == Posting.department_id)
        .where(Posting.organization_id == done.organization_id, Department.is_open.is_(None))
        .order_by(Department.path)
    )
    back = {each.posting_id for each in record.closed}
    return [path for posting_id, path in posts if posting_id in back]


def _with_their_mail(record: UndoRecord, now: Mapping[UUID, Known]) -> list[str]:
    """Others who have a mail address by now that somebody would get back."""
    touched = {each.account_id for each in record.people}
    back = {
        each.before["email"]
        for each in record.people
        if each.before is not None and each.before["email"] not in (None, each.after["email"])
    }
    return [
        _called(known)
        for account_id, known in now.items()
        if account_id not in touched and known.person.email in back
    ]


def _has_moved(touched: Touched, now: Mapping[UUID, Known]) -> bool:
    known = now.get(touched.account_id)
    if known is None:
        return True
    left = AccountStatus.ACTIVE if touched.was in (None, AccountStatus.REMOVED) else touched.was
    is_as_left = (
        known.person.login_id == touched.login_id
        and words_of(known.person) == touched.after
        and known.person.status == left
        and touched.roles_after in (None, [*known.person.roles])
        and (known.person.path or "") == touched.path
        and sorted(post.path for post in known.concurrent) == touched.posts
    )
    return not is_as_left


def _new(record: UndoRecord) -> list[UUID]:
    """Those whom the import brought, or brought back."""
    return [each.account_id for each in record.people if each.before is None or each.is_back]


def _name(touched: Touched) -> str:
    name = f"{touched.after['family']} {touched.after['given']}".strip()
    return f"{name}（{touched.login_id}）"


def _called(known: Known) -> str:
    return f"{known.person.name}（{known.person.login_id}）"


def _some(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
