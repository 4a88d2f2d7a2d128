"""Announcing that what is shown of people has changed: to every organization in which they serve."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Select, select, update

from yoriai.people.accounts.models import Posting
from yoriai.people.orgs.facts import organization_stream
from yoriai.people.presence.look import CHANGED
from yoriai.people.presence.models import Presence
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work


async def announce(work: Work, people: Collection[UUID]) -> None:
    """What they are like now is told with the next signal."""
    if not people:
        return
    await work.session.flush()
    theirs = update(Presence).where(among(Presence.account_id, people))
    await work.session.execute(theirs.values(changed_at=work.now))
    await signal(work, people)


async def signal(work: Work, people: Collection[UUID]) -> None:
    """Ring where these people serve."""
    for organization_id in await work.session.scalars(_organizations(people)):
        work.signal(organization_stream(organization_id), CHANGED)


def _organizations(people: Collection[UUID]) -> Select[UUID]:
    serving = select(Posting.organization_id).distinct()
    return serving.where(among(Posting.account_id, people), Posting.until.is_(None))
