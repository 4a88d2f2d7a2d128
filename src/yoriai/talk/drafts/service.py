"""Keeping a draft: the newest text stands, and what another device had written without knowing of it stays beside it."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.kit import text
from yoriai.kit.errors import Refused
from yoriai.kit.ids import as_send_key
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.take_turn import take_turn
from yoriai.platform.facts.models import StreamHead
from yoriai.platform.work.work import Work
from yoriai.talk.drafts.facts import DraftChanged
from yoriai.talk.drafts.models import Draft
from yoriai.talk.drafts.policy import Before, Written, met
from yoriai.talk.drafts.wire import DraftIn, DraftTold, RoomDraft, RoomDrafts
from yoriai.talk.messages import queries
from yoriai.talk.rooms.policy import RoomArchived, may_post
from yoriai.talk.rooms.standing import Standing, visible_rooms

MOST_DRAFTS: Final = 200
MOST_CHARACTERS: Final = 20_000
"""A draft may be longer than a message: it is cut down by whoever writes it, and by nobody else."""


class TooMany(Refused):
    """So many drafts are a pile, and no screen lists more."""

    code = "drafts.too_many"


async def drafts_of(work: Work, actor: Actor) -> RoomDrafts:
    """The actor's drafts in all rooms that they are in, with the number after which their own stream tells of changes."""
    stream = select(StreamHead.head).where(StreamHead.stream == actor.own_stream)
    found = (
        select(Draft)
        .where(Draft.account_id == actor.account_id, Draft.room_id.in_(visible_rooms(actor)))
        .order_by(Draft.saved_at.desc(), Draft.place_id)
        .limit(MOST_DRAFTS)
    )
    drafts = [RoomDraft.of(draft) for draft in await work.session.scalars(found)]
    return RoomDrafts(drafts=drafts, number=await work.session.scalar(stream) or 0)


async def keep(work: Work, here: Standing, asked: DraftIn) -> DraftTold:
    """Save what was written. The same version again, or the same words, change nothing and tell nobody."""
    version = as_send_key(asked.version, field="version")
    words = text.clean(asked.text, field="text", most=MOST_CHARACTERS, least=0)
    words = words if words.strip() else ""
    if words and not may_post(here):
        raise RoomArchived
    draft = await _held(work, here, asked.thread)
    there = Before(draft.version, draft.text, draft.aside) if draft else Before(None, "", [])
    if there.version == version:
        return _told(here, asked.thread, draft)
    said, aside = met(there, Written(words, asked.seen, asked.takes))
    if (said, aside) == (there.text, list(there.aside)):
        return _told(here, asked.thread, draft)
    draft = await _written(work, here, asked, draft)
    draft.text, draft.aside, draft.saved_at = said, aside, work.now
    draft.version = version if said == words else there.version or version
    return await _changed(work, here, draft)


async def drop(work: Work, here: Standing, version: str, thread: UUID | None) -> DraftTold:
    """Throw away a text that was set aside. What is not there is gone already."""
    draft = await _held(work, here, thread)
    aside = [each for each in draft.aside if each["version"] != version] if draft else []
    if draft is None or aside == draft.aside:
        return _told(here, thread, draft)
    draft.aside, draft.saved_at = aside, work.now
    return await _changed(work, here, draft)


async def drafts_at(
    session: AsyncSession, places: Sequence[tuple[UUID, UUID]]
) -> dict[tuple[UUID, UUID], RoomDraft]:
    """Those of these places (account, place) in which there is a draft."""
    found = select(Draft).where(
        Draft.account_id.in_({account for account, _ in places}),
        Draft.place_id.in_({place for _, place in places}),
    )
    return {(draft.account_id, draft.place_id): RoomDraft.of(draft) for draft in await session.scalars(found)}


async def _held(work: Work, here: Standing, thread: UUID | None) -> Draft | None:
    """The draft in this place. One person's devices pass one by one, also where nothing has been written yet."""
    me = here.actor.account_id
    if thread is not None:
        await queries.find(work, here, thread)
    await take_turn(work, me)
    return await work.session.get(Draft, (me, thread or here.room_id), populate_existing=True)


async def _written(work: Work, here: Standing, asked: DraftIn, draft: Draft | None) -> Draft:
    if draft is not None:
        return draft
    me = here.actor.account_id
    if (await work.session.scalar(_count(me)) or 0) >= MOST_DRAFTS:
        raise TooMany(most=MOST_DRAFTS)
    draft = Draft(
        account_id=me, place_id=asked.thread or here.room_id, room_id=here.room_id, thread_id=asked.thread
    )
    work.session.add(draft)
    return draft


def _count(account_id: UUID) -> Select[int]:
    return select(func.count()).select_from(Draft).where(Draft.account_id == account_id)


async def _changed(work: Work, here: Standing, draft: Draft) -> DraftTold:
    """Tell the other devices. Where nothing is left, nothing stays."""
    me, room_id, thread_id = draft.account_id, draft.room_id, draft.thread_id
    work.state(DraftChanged(account_id=me, room_id=room_id, thread_id=thread_id), by=me)
    if draft.text or draft.aside:
        return _told(here, thread_id, draft)
    await work.session.delete(draft)
    return _told(here, thread_id, None)


def _told(here: Standing, thread: UUID | None, draft: Draft | None) -> DraftTold:
    return DraftTold(room_id=here.room_id, thread_id=thread, draft=RoomDraft.of(draft) if draft else None)
