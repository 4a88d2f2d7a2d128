"""In which organizations a room that follows a rule may be behind, by what was told of units and people."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from yoriai.people.access.facts import PersonFact
from yoriai.people.accounts.models import Account
from yoriai.people.orgs.facts import OrganizationFact, SettingsChanged
from yoriai.people.orgs.models import Organization
from yoriai.platform.db.among import among
from yoriai.platform.facts.durable import Entry
from yoriai.platform.work.work import Work


async def organizations_in(work: Work, entries: Sequence[Entry], *, setting: str) -> Sequence[UUID]:
    """The organizations of which these entries tell; of settings only this one counts. One query at most."""
    facts = [entry.line.fact for entry in entries]
    concerned = {
        fact.organization_id
        for fact in facts
        if isinstance(fact, OrganizationFact)
        and not (isinstance(fact, SettingsChanged) and fact.setting != setting)
    }
    people = {fact.account_id for fact in facts if isinstance(fact, PersonFact)}
    if people:
        theirs = (
            select(Organization.id)
            .join(Account, Account.tenant_id == Organization.tenant_id)
            .where(among(Account.id, people))
        )
        concerned.update(await work.session.scalars(theirs))
    return sorted(concerned)
