"""The text about secrecy: accepted once by each guest, and anew when the body has changed it (GUEST-2).

The role of a guest is what accepting grants. Without it nothing is opened to them, over HTTP or over a socket.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.facts import RightsChanged
from yoriai.people.accounts.models import Account
from yoriai.people.orgs import settings
from yoriai.people.orgs.models import Tenant
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Work
from yoriai.talk.guests.models import Guest, GuestConsent
from yoriai.talk.guests.policy import OtherWords
from yoriai.talk.guests.settings import GuestRules


@dataclass(frozen=True, slots=True)
class Asked:
    """What a guest is asked to accept, and by whom."""

    body: str
    contact: str
    words: str
    digest: str
    accepted: bool


async def read(work: Work, actor: Actor) -> Asked:
    """The text as it is now. To a member there is none."""
    if not actor.is_outsider:
        raise NotFound
    tenant = await work.session.get_one(Tenant, actor.tenant_id)
    rules = settings.read(tenant.policies, GuestRules)
    guest = await work.session.get_one(Guest, actor.account_id)
    return Asked(tenant.name, tenant.contact, rules.consent, rules.digest, guest.consented_to == rules.digest)


async def accept(work: Work, actor: Actor, digest: str) -> None:
    """Accept the text that was read. Accepting again changes nothing."""
    if not actor.is_outsider:
        raise NotFound
    rules = await settings.of(work, actor.tenant_id, GuestRules)
    if digest != rules.digest:
        raise OtherWords
    await keep_words(work, actor.account_id, rules)


async def keep_words(work: Work, account_id: UUID, rules: GuestRules) -> None:
    """Note that somebody has accepted this text, and the text itself."""
    account = await work.session.get_one(Account, account_id, with_for_update={"key_share": True})
    guest = await work.session.get_one(Guest, account_id)
    if await work.session.get(GuestConsent, (guest.tenant_id, rules.digest)) is None:
        work.session.add(
            GuestConsent(tenant_id=guest.tenant_id, digest=rules.digest, words=rules.consent, since=work.now)
        )
    if guest.consented_to == rules.digest and account.roles == [Role.GUEST]:
        return
    guest.consented_to, guest.consented_at = rules.digest, work.now
    account.roles = [Role.GUEST]
    work.state(RightsChanged(account_id=account_id), by=account_id)


async def ask_anew(work: Work, tenant_id: UUID) -> None:
    """Take the role from all guests of a body who have accepted another text than the present one; also from those who
    rest, and may come back."""
    rules = await settings.of(work, tenant_id, GuestRules)
    accounts = await work.session.scalars(
        select(Account)
        .join(Guest, Guest.account_id == Account.id)
        .where(Guest.tenant_id == tenant_id, Guest.ended_at.is_(None))
        .where(Guest.consented_to.is_distinct_from(rules.digest))
        .order_by(Account.id)
        .with_for_update(of=Account, key_share=True)
    )
    for account in accounts:
        if account.roles:
            account.roles = []
            work.state(RightsChanged(account_id=account.id), by=None, cause=Cause(tenant_id=tenant_id))
