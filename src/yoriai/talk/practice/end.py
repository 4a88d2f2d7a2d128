"""Ending a practice: its room leaves the list. It can be opened again, and then begins anew."""

from yoriai.people.access.actor import Actor
from yoriai.platform.work.work import Work
from yoriai.talk.practice.models import Practice
from yoriai.talk.rooms import ordinals
from yoriai.talk.rooms.admission import Leaving, dismiss
from yoriai.talk.rooms.facts import stream_of
from yoriai.talk.rooms.heads import heads_of


async def end_practice(work: Work, actor: Actor) -> None:
    """Let the actor out of the room to practise in. Whoever is not in there has ended already."""
    practice = await work.session.get(Practice, actor.account_id)
    if practice is None:
        return
    stream, me = stream_of(practice.room_id), actor.account_id
    await ordinals.hold(work, (practice.room_id,))
    number = (await heads_of(work.session, (stream,)))[stream] + 1
    await dismiss(work, Leaving(practice.room_id, me, number), by=me)
