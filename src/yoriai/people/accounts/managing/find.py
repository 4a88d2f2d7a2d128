"""Finding a person of one's own body to change them; those of others are answered like nobody (A4, A11)."""

from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import NotFound, Refused
from yoriai.people.access.actor import Actor
from yoriai.people.access.rules import require
from yoriai.people.accounts.models import Account, AccountChange, AccountKind, ChangeKind
from yoriai.people.accounts.policy import may_manage
from yoriai.platform.work.work import Work

EDITS = (
    ChangeKind.CREATED,
    ChangeKind.CHANGED,
    ChangeKind.MOVED,
    ChangeKind.SUSPENDED,
    ChangeKind.RESTORED,
    ChangeKind.REMOVED,
    ChangeKind.ROLES,
    ChangeKind.RIGHTS,
)
"""What a form about a person can collide with. Whoever chooses a password changes nothing of it."""


class ChangedMeanwhile(Refused):
    """Somebody has changed the person since the form was opened; `fields` are what differs now."""

    code = "accounts.changed_meanwhile"


async def person(work: Work, actor: Actor, account_id: UUID) -> Account:
    """A person of the actor's body, whatever their state is."""
    return await _one(work, actor, account_id, hold=False)


async def held(work: Work, actor: Actor, account_id: UUID) -> Account:
    """The same, kept to this work; only an owner changes an owner (N19)."""
    account = await _one(work, actor, account_id, hold=True)
    require(may_manage(actor, account.roles))
    return account


async def last_change(work: Work, account_id: UUID) -> UUID | None:
    """The newest line of their history that a form can collide with."""
    return await work.session.scalar(
        select(AccountChange.id)
        .where(AccountChange.account_id == account_id, AccountChange.kind.in_(EDITS))
        .order_by(AccountChange.id.desc())
        .limit(1)
    )


async def unless_changed(work: Work, account_id: UUID, last: UUID | None) -> None:
    """Go on only if nothing was done to the person after the change that the form knows as the last one."""
    changes = select(AccountChange.after, AccountChange.kind).where(
        AccountChange.account_id == account_id, AccountChange.kind.in_(EDITS)
    )
    if last is not None:
        changes = changes.where(AccountChange.id > last)
    later = (await work.session.execute(changes)).all()
    if later:
        fields = sorted({field for after, _ in later for field in after} | {kind for _, kind in later})
        raise ChangedMeanwhile(fields=fields)


async def _one(work: Work, actor: Actor, account_id: UUID, *, hold: bool) -> Account:
    accounts = select(Account).where(
        Account.id == account_id,
        Account.tenant_id == actor.tenant_id,
        Account.kind == AccountKind.MEMBER,
    )
    account = await work.session.scalar(accounts.with_for_update() if hold else accounts)
    if account is None:
        raise NotFound
    return account
