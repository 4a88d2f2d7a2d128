"""Guests follow what happens elsewhere: whoever answers for them is gone, or the body asks them for another promise."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import select

from yoriai.people.access.facts import PersonFact
from yoriai.people.accounts.facts import AccountSuspended, RightsChanged
from yoriai.people.orgs.facts import SettingsChanged
from yoriai.people.orgs.models import Organization
from yoriai.platform.db.among import among
from yoriai.platform.facts.durable import Entry
from yoriai.platform.work.work import Work
from yoriai.talk.guests.consent import ask_anew
from yoriai.talk.guests.jobs import rest
from yoriai.talk.guests.models import Guest
from yoriai.talk.guests.settings import GuestRules

TELLING: Final = frozenset({AccountSuspended, RightsChanged, SettingsChanged})
"""The facts after which a guest may have nobody, or have promised too little."""


async def note(work: Work, entries: Sequence[Entry]) -> None:
    """Let those rest whose sponsor was stopped, and ask anew those who accepted another text."""
    facts = [entry.line.fact for entry in entries]
    people = {fact.account_id for fact in facts if isinstance(fact, PersonFact)}
    sponsored = select(Guest.tenant_id).where(among(Guest.sponsor_id, people)).distinct()
    for tenant_id in await work.session.scalars(sponsored):
        await rest(work, tenant_id, among(Guest.sponsor_id, people))
    changed = {
        fact.organization_id
        for fact in facts
        if isinstance(fact, SettingsChanged) and fact.setting == GuestRules.name
    }
    if changed:
        bodies = select(Organization.tenant_id).where(among(Organization.id, changed)).distinct()
        for tenant_id in sorted(await work.session.scalars(bodies)):
            await ask_anew(work, tenant_id)
