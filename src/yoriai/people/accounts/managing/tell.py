"""Telling that people have changed: everybody who shows them asks again, and whose rights changed knocks again."""

from collections.abc import Collection, Sequence
from uuid import UUID

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.facts import AccountsChanged, RightsChanged
from yoriai.people.accounts.managing.posts import Moved
from yoriai.people.accounts.service import MOST_NAMED
from yoriai.platform.work.work import Work


def changed(work: Work, actor: Actor, organizations: Collection[UUID], account_ids: Sequence[UUID]) -> None:
    """Tell these organizations that these people, or so many, are not what they were."""
    named = tuple(account_ids) if len(account_ids) <= MOST_NAMED else ()
    for organization_id in sorted(organizations):
        fact = AccountsChanged(organization_id=organization_id, account_ids=named)
        work.state(fact, by=actor.account_id)


def moved(work: Work, actor: Actor, people: Sequence[Moved]) -> None:
    """The same of people whose posts changed; who reaches another organization now is let in anew."""
    concerned = {organization for each in people for organization in each.organizations}
    changed(work, actor, concerned, [each.account_id for each in people])
    renewed(work, actor, people)


def renewed(work: Work, actor: Actor, people: Sequence[Moved]) -> None:
    """Only the second half, where the first was told already."""
    for each in people:
        if each.reaches_differently:
            work.state(RightsChanged(account_id=each.account_id), by=actor.account_id)
