"""Whether a file is let in: by its name before anything comes, by its content before it becomes a file."""

import asyncio
from collections.abc import Sequence

from yoriai.people.access.actor import Actor
from yoriai.people.files.sanitizing.kinds import ENDINGS, ending_of
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.taking.policy import NEEDS, ORDER, Ruling, Sort, Takes
from yoriai.people.files.taking.refusals import refusal, refusal_of_content
from yoriai.people.files.taking.settings import FileRules, ruling_for
from yoriai.people.files.taking.sorting import IMAGE_ENDINGS, MOVING_ENDINGS, sort_of
from yoriai.people.orgs import settings
from yoriai.platform.work.work import Work


async def rules_for(work: Work, actor: Actor) -> FileRules:
    """What the actor's body has decided about files."""
    return await settings.of(work, actor.tenant_id, FileRules)


async def ruled(work: Work, actor: Actor) -> Ruling:
    """What the actor may bring from where they are."""
    return ruling_for(await rules_for(work, actor), actor, actor.client)


def endings_of(takes: Takes) -> Sequence[str]:
    """What names of files end in that may be brought."""
    if takes is Takes.ALL:
        return [ending for endings in ENDINGS.values() for ending in endings]
    sorts = {Sort.IMAGE: IMAGE_ENDINGS, **MOVING_ENDINGS}
    let_in = [sort for sort in sorts if ORDER.index(NEEDS[sort]) <= ORDER.index(takes)]
    return [ending for sort in let_in for ending in sorts[sort]]


def check_name(ruling: Ruling, name: str) -> None:
    """Refuse by the name what its content would be refused for later: where not everything is let in, both must agree."""
    if ruling.takes is Takes.ALL:
        return
    if ending_of(name) not in endings_of(ruling.takes):
        raise refusal(ruling, name)


async def sort(data: bytes, name: str) -> Sort | Reason:
    """What sort a content is, found out beside everybody's work."""
    return await asyncio.to_thread(sort_of, data, name)


def check_content(ruling: Ruling, found: Sort | Reason, name: str) -> None:
    """Refuse what the ruling does not let in, and where not everything is let in also what is no sort by itself."""
    if ruling.takes is Takes.ALL:
        return
    if not isinstance(found, Sort) and ruling.lets_in(Sort.IMAGE):
        raise refusal_of_content(found, name)
    if not isinstance(found, Sort) or not ruling.lets_in(found):
        raise refusal(ruling, name)
