"""Following as it is set off: by a fact about units or people, and every night for whatever no fact has told."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select

from yoriai.people.orgs.models import Organization
from yoriai.platform.facts.durable import Entry
from yoriai.platform.jobs.queue import enqueue
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.departments.follow import follow
from yoriai.talk.departments.settings import DepartmentRooms
from yoriai.talk.rooms.concerned import organizations_in

FOLLOW, FOLLOW_ALL = "departments.follow", "departments.follow_all"


async def note(work: Work, entries: Sequence[Entry]) -> None:
    """Leave a job for each organization of which something was told; short, for it works under the reader's lock.

    The job has no unique key: one that runs already may have looked before this change.
    """
    for organization_id in await organizations_in(work, entries, setting=DepartmentRooms.name):
        await enqueue(work, FOLLOW, body={"organization": str(organization_id)})


async def follow_one(works: Works, body: Mapping[str, object]) -> None:
    """The rooms of one organization."""
    await follow(works, UUID(str(body["organization"])))


async def follow_all(works: Works, body: Mapping[str, object]) -> None:
    """Those of all, one after the other: a term that ran out at midnight is told by nobody."""
    async with works.reading() as work:
        everywhere = (await work.session.scalars(select(Organization.id).order_by(Organization.id))).all()
    for organization_id in everywhere:
        await follow(works, organization_id)
