"""Opening and closing the account of a unit, and naming who speaks in its name. Only administrators do."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete, func, select

from yoriai.kit.errors import NotFound, Refused
from yoriai.kit.ids import uuid7
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.access.rules import require
from yoriai.people.accounts.department_accounts.models import DepartmentAccount, DepartmentSpeaker
from yoriai.people.accounts.department_accounts.queries import MOST_SPEAKERS
from yoriai.people.accounts.facts import Acted, Deed, RightsChanged
from yoriai.people.accounts.history import Act, Noted, note
from yoriai.people.accounts.managing import find
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, ChangeKind, EmploymentType
from yoriai.people.accounts.names import folded
from yoriai.people.accounts.policy import may_manage
from yoriai.people.accounts.service import AccountGone
from yoriai.people.accounts.take_turn import take_turn
from yoriai.people.orgs.models import Department
from yoriai.people.orgs.settings import held_tenant
from yoriai.people.orgs.tree import find as units
from yoriai.platform.work.work import Work

MOST_NAME = 40  # characters


class TooManySpeakers(Refused):
    """Where everybody speaks for the unit, nobody does."""

    code = "department_accounts.too_many"


class OwnSeat(Refused):
    """Nobody names themselves: with it comes the reading of all that was ever said to the unit, and what others have
    said in private is read in no other way by one alone (N19, N119)."""

    code = "department_accounts.own_seat"
    status = 403


async def open_for(work: Work, actor: Actor, unit_id: UUID, name: str) -> UUID:
    """The account of a unit, under this name; opened where there was none, opened again where it was closed."""
    await held_tenant(work, actor.tenant_id)
    unit = await units.held_open(work, actor, unit_id)
    called = clean_line(name, field="name", most=MOST_NAME)
    account = await work.session.scalar(
        select(Account)
        .join(DepartmentAccount, DepartmentAccount.account_id == Account.id)
        .where(DepartmentAccount.department_id == unit_id)
        .with_for_update(of=Account, key_share=True)
    )
    if account is None:
        account = _new(work, actor, unit)
        work.session.add(account)
        await work.session.flush()
        work.session.add(DepartmentAccount(account_id=account.id, department_id=unit_id))
    elif account.status == AccountStatus.ACTIVE and account.family == called:
        return account.id
    account.status, account.family, account.folded = AccountStatus.ACTIVE, called, folded(called, "", "")
    await work.session.flush()
    _tell(work, actor, "department_account_opened", account.id)
    return account.id


async def close(work: Work, actor: Actor, account_id: UUID) -> Collection[UUID]:
    """Let nobody speak in its name any more; who did. What was said in it stays as it was said."""
    account = await _held(work, actor, account_id)
    speakers = delete(DepartmentSpeaker).where(DepartmentSpeaker.account_id == account_id)
    gone = (await work.session.scalars(speakers.returning(DepartmentSpeaker.person_id))).all()
    account.status = AccountStatus.REMOVED
    for person_id in gone:
        await _note(work, actor, person_id, before=account.family)
    _tell(work, actor, "department_account_closed", account_id)
    return gone


async def name_speaker(work: Work, actor: Actor, account_id: UUID, person_id: UUID) -> tuple[UUID, bool]:
    """Let somebody of the body speak in its name; the id of that, and whether it is new. Once more changes nothing."""
    account = await _held(work, actor, account_id)
    if person_id == actor.account_id:
        raise OwnSeat
    await take_turn(work, person_id)
    person = await find.person(work, actor, person_id)
    require(may_manage(actor, person.roles))
    if person.status == AccountStatus.REMOVED:
        raise AccountGone
    of_account = DepartmentSpeaker.account_id == account_id
    there = await work.session.scalar(
        select(DepartmentSpeaker.id).where(of_account, DepartmentSpeaker.person_id == person_id)
    )
    if there is not None:
        return there, False
    if (await work.session.scalar(select(func.count()).where(of_account)) or 0) >= MOST_SPEAKERS:
        raise TooManySpeakers(most=MOST_SPEAKERS)
    there = uuid7(work.now)
    work.session.add(
        DepartmentSpeaker(
            id=there, account_id=account_id, person_id=person_id, by=actor.account_id, since=work.now
        )
    )
    await work.session.flush()
    await _note(work, actor, person_id, after=account.family)
    _tell(work, actor, "department_speaker_named", person_id)
    return there, True


async def remove_speaker(work: Work, actor: Actor, account_id: UUID, speaker_id: UUID) -> UUID:
    """Let somebody speak in its name no more, from this moment on (N40); who it was."""
    account = await _held(work, actor, account_id)
    gone = delete(DepartmentSpeaker).where(
        DepartmentSpeaker.id == speaker_id, DepartmentSpeaker.account_id == account_id
    )
    person_id = await work.session.scalar(gone.returning(DepartmentSpeaker.person_id))
    if person_id is None:
        raise NotFound
    await _note(work, actor, person_id, before=account.family)
    _tell(work, actor, "department_speaker_removed", person_id)
    return person_id


def renew(work: Work, actor: Actor, people: Collection[UUID]) -> None:
    """Let the lines of these people knock again. Said last: a line ends with it, and what else is told to them, such as
    that a room is theirs no more, shall have come before."""
    for person_id in people:
        work.state(RightsChanged(account_id=person_id), by=actor.account_id)


def _new(work: Work, actor: Actor, unit: Department) -> Account:
    return Account(
        id=uuid7(work.now),
        tenant_id=actor.tenant_id,
        kind=AccountKind.DEPARTMENT,
        # Small letters stand in no employee number, so that no roster ever meets it.
        login_id=f"unit-{unit.id}",
        family=unit.name,
        given="",
        kana="",
        # One of its own each, so that no two are taken for namesakes and told apart by what stands in for a number.
        kana_order=unit.id.bytes,
        folded="",
        employment_type=EmploymentType.OTHER,
        job_title="",
        extension="",
        status=AccountStatus.ACTIVE,
        roles=[],
        created_at=work.now,
    )


async def _held(work: Work, actor: Actor, account_id: UUID) -> Account:
    """One of the actor's body that is not closed, kept to this work."""
    await held_tenant(work, actor.tenant_id)
    account = await work.session.scalar(
        select(Account)
        .where(
            Account.id == account_id,
            Account.tenant_id == actor.tenant_id,
            Account.kind == AccountKind.DEPARTMENT,
            Account.status == AccountStatus.ACTIVE,
        )
        # No more than is needed: rooms are held after it, and whoever writes there leans on accounts while holding one.
        .with_for_update(key_share=True)
    )
    if account is None:
        raise NotFound
    return account


async def _note(work: Work, actor: Actor, person_id: UUID, *, before: str = "", after: str = "") -> None:
    said = [{"department_account": name} if name else {} for name in (before, after)]
    await note(work, Act(actor.tenant_id, actor.account_id), Noted(person_id, ChangeKind.ROLES, *said))


def _tell(work: Work, actor: Actor, act: Deed, whom: UUID) -> None:
    work.state(Acted(account_id=actor.account_id, act=act, person_id=whom), by=actor.account_id)
