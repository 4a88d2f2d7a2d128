"""In which organizations a room that follows a rule may be behind, by what was told of units and people; and how it is
brought up to date."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from yoriai.people.access.facts import PersonFact
from yoriai.people.accounts.models import Account
from yoriai.people.orgs.facts import OrganizationFact, SettingsChanged
from yoriai.people.orgs.models import Organization
from yoriai.platform.db.among import among
from yoriai.platform.facts.durable import Entry
from yoriai.platform.jobs.queue import enqueue
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work


@dataclass(frozen=True)
class RuledRooms:
    """Following as it is set off: by a fact about units or people, and every night for whatever no fact has told, as a
    term that ran out at midnight."""

    feature: str
    setting: str
    follow: Callable[[Works, UUID], Awaitable[object]]
    """Brings the rooms of one organization up to date."""

    @property
    def job(self) -> str:
        return f"{self.feature}.follow"

    @property
    def nightly_job(self) -> str:
        return f"{self.feature}.follow_all"

    async def note(self, work: Work, entries: Sequence[Entry]) -> None:
        """Leave a job for each organization of which something was told; short, for it works under the reader's lock.

        The job has no unique key: one that runs already may have looked before this change.
        """
        for organization_id in await organizations_in(work, entries, setting=self.setting):
            await enqueue(work, self.job, body={"organization": str(organization_id)})

    async def follow_one(self, works: Works, body: Mapping[str, object]) -> None:
        await self.follow(works, UUID(str(body["organization"])))

    async def follow_all(self, works: Works, _: Mapping[str, object]) -> None:
        """Those of all, one after the other."""
        async with works.reading() as work:
            everywhere = (await work.session.scalars(select(Organization.id).order_by(Organization.id))).all()
        for organization_id in everywhere:
            await self.follow(works, organization_id)


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
