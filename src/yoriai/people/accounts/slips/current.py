"""Slips that came back to be printed: only those whose secret opens an account of this body at this moment."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import and_, select

from yoriai.kit.errors import Refused
from yoriai.kit.text import as_code
from yoriai.people.access.actor import Actor
from yoriai.people.access.rules import require
from yoriai.people.accounts import first_passwords
from yoriai.people.accounts.models import Account
from yoriai.people.accounts.slips.chosen import Kind, Whom, chosen
from yoriai.people.accounts.slips.policy import may_issue
from yoriai.people.accounts.slips.slip import Common, Slip, slip_of
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work

MOST_NAMED = 20  # in a refusal


class NotCurrent(Refused):
    """At least one of the secrets opens nothing: used, replaced by a newer one, run out, or never drawn here."""

    code = "slips.not_current"


async def current(
    work: Work, actor: Actor, secrets: Mapping[UUID, str], *, common: Common, key: bytes
) -> list[Slip]:
    """The slips of these people with these secrets, in the order of the roster; all of them or none."""
    people = await chosen(work, actor, Whom(Kind.PEOPLE, tuple(secrets)))
    for each in people:
        require(may_issue(actor, each.roles))
    kept = select(Account.id, Account.first_password_mac, Account.first_password_expires_at).where(
        and_(among(Account.id, secrets), Account.first_password_expires_at > work.now)
    )
    opens = {
        account_id: until
        for account_id, mac, until in await work.session.execute(kept)
        if mac and until and first_passwords.matches(key, account_id, secrets[account_id], mac)
    }
    wrong = [each.name for each in people if each.account_id not in opens]
    if wrong:
        raise NotCurrent(count=len(wrong), names=wrong[:MOST_NAMED])
    return [slip_of(each, bare(secrets[each.account_id]), opens[each.account_id], common) for each in people]


def bare(secret: str) -> str:
    """As it was drawn, without the blanks of the paper."""
    return as_code(secret).lower()
