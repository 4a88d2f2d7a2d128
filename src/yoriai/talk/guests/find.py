"""Guests as whoever arranges them finds them, held until the commit. One of others is answered for as none (A4)."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import Select, select

from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.guests.models import Guest

Both = tuple[Guest, Account]


async def theirs(work: Work, actor: Actor, account_id: UUID) -> Both:
    """A guest for whom this actor answers, or any of the body for whoever arranges all."""
    found = (await work.session.execute(_arranged_by(actor).where(Account.id == account_id))).one_or_none()
    if found is None:
        raise NotFound
    return found[0], found[1]


async def of_firm(work: Work, actor: Actor, firm: str) -> Sequence[Both]:
    """The same of everybody of a firm who is a guest yet."""
    asked = _arranged_by(actor).where(Account.firm == firm, Guest.ended_at.is_(None))
    return [(guest, account) for guest, account in await work.session.execute(asked)]


async def held(work: Work, account_ids: Collection[UUID]) -> Sequence[Both]:
    """These, as far as they are guests yet, whoever answers for them."""
    asked = _guests().where(among(Account.id, account_ids), Guest.ended_at.is_(None))
    return [(guest, account) for guest, account in await work.session.execute(asked)]


def _arranged_by(actor: Actor) -> Select[*Both]:
    asked = _guests().where(Guest.tenant_id == actor.tenant_id)
    return asked if actor.may("guests.manage") else asked.where(Guest.sponsor_id == actor.account_id)


def _guests() -> Select[*Both]:
    return (
        select(Guest, Account)
        .join(Account, Account.id == Guest.account_id)
        .order_by(Account.id)
        .with_for_update(of=Account, key_share=True)
        .execution_options(populate_existing=True)
    )
