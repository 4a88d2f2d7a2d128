"""Whom a message calls by a word of theirs: found after it was posted, by a durable reader, so that posting waits for
nobody's words.

What is said in many messages at once is looked through with a fixed number of statements, whoever watches. Where
nobody watches, no write lock is taken.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import insert, select

from yoriai.people.accounts.models import Account
from yoriai.platform.db.among import among
from yoriai.platform.db.statement import Rows, statement
from yoriai.platform.facts.durable import Entry
from yoriai.platform.work.work import Work
from yoriai.talk.messages.facts import MessageEdited, MessagePosted, MessageWithdrawn
from yoriai.talk.messages.models import Message
from yoriai.talk.rooms.facts import room_of
from yoriai.talk.rooms.models import Membership, Room
from yoriai.talk.rooms.standing import rule_of_members
from yoriai.talk.watchwords.facts import WordMet
from yoriai.talk.watchwords.models import Watchword, WordCall
from yoriai.talk.watchwords.policy import form_of, met

TOLD: Final = ("account_id", "room_id", "message_id", "ordinal")
ANYBODY: Final = statement("SELECT 1 FROM watchwords LIMIT 1")
WATCHED: Final = statement(
    "SELECT 1 FROM {asked} JOIN memberships m ON m.room_id = asked.room AND m.is_open"
    " JOIN watchwords w ON w.account_id = m.account_id LIMIT 1",
    asked={"room": "uuid"},
)
CALLED: Final = statement(
    "SELECT 1 FROM {asked} JOIN word_calls c ON c.room_id = asked.room LIMIT 1", asked={"room": "uuid"}
)


@dataclass(frozen=True, slots=True)
class Watching:
    """A word of somebody in a room, from when on and from where on it calls them."""

    account_id: UUID
    word: str
    folded: str
    since: datetime
    sees_from: int


@dataclass(frozen=True, slots=True)
class Said:
    """A message as it stands, in the order of the columns that are asked for."""

    message_id: UUID
    room_id: UUID
    ordinal: int
    author_id: UUID
    parts: list[dict[str, object]]
    posted_at: datetime


def is_for_anybody(rows: Rows, streams: Collection[str]) -> bool:
    """Whether somebody watches in any of these rooms, or was called there. Asked of all that the town says."""
    rooms = [(room_id,) for room_id in map(room_of, streams) if room_id is not None]
    is_watched = bool(rows.all(ANYBODY)) and bool(rows.all(WATCHED, asked=rooms))
    return is_watched or bool(rows.all(CALLED, asked=rooms))


async def call(work: Work, entries: Sequence[Entry]) -> None:
    """Call those whose words are said in new messages, and no longer those whose words were taken away. What an edit
    adds calls nobody, as with names. Read twice, a line calls once."""
    facts = [entry.line.fact for entry in entries]
    posted = {fact.message_id: fact.room_id for fact in facts if isinstance(fact, MessagePosted)}
    changed = {fact.message_id for fact in facts if isinstance(fact, MessageEdited | MessageWithdrawn)}
    await _put_right(work, changed)
    watching = await _watching(work, set(posted.values()))
    wanted = [message_id for message_id, room_id in posted.items() if room_id in watching]
    if not wanted:
        return
    known = await _called(work, wanted)
    calls = [
        each
        for said in await _said(work, wanted)
        for each in _calls(said, watching[said.room_id])
        if (said.message_id, each["account_id"]) not in known
    ]
    if calls:
        await work.session.execute(insert(WordCall), calls)
    for each in calls:
        work.state(WordMet.model_validate({name: each[name] for name in TOLD}), by=None)


def _calls(said: Said, watching: Sequence[Watching]) -> list[dict[str, object]]:
    """A row for each whom this message calls. Nobody is called by what they have said themselves."""
    form = form_of(said.parts)
    held = {folded for folded in {each.folded for each in watching} if folded in form}
    words: dict[UUID, list[str]] = {}
    for each in watching:
        is_theirs = each.account_id != said.author_id and said.ordinal >= each.sees_from
        if each.folded in held and is_theirs and said.posted_at >= each.since:
            words.setdefault(each.account_id, []).append(each.word)
    place: dict[str, object] = {
        "message_id": said.message_id,
        "room_id": said.room_id,
        "ordinal": said.ordinal,
    }
    return [place | {"account_id": account_id, "words": found} for account_id, found in words.items()]


async def _put_right(work: Work, changed: Collection[UUID]) -> None:
    if not changed:
        return
    asked = select(WordCall, Message.parts, Message.withdrawn_at).join(
        Message, Message.id == WordCall.message_id
    )
    for each, parts, withdrawn_at in await work.session.execute(
        asked.where(among(WordCall.message_id, changed))
    ):
        left = met(form_of(parts), each.words) if withdrawn_at is None else []
        if left == each.words:
            continue
        if left:
            each.words = left
        else:
            await work.session.delete(each)
        if withdrawn_at is None:  # of one that is gone the room has been told
            place = {name: getattr(each, name) for name in TOLD}
            work.state(WordMet.model_validate(place), by=None)


async def _watching(work: Work, rooms: Collection[UUID]) -> Mapping[UUID, Sequence[Watching]]:
    """Everybody's words in these rooms, of those who may be there."""
    if not rooms:
        return {}
    asked = (
        select(
            Membership.room_id,
            Watchword.account_id,
            Watchword.word,
            Watchword.folded,
            Watchword.since,
            Membership.since_ordinal,
        )
        .join(Membership, Membership.account_id == Watchword.account_id)
        .join(Room, Room.id == Membership.room_id)
        .join(Account, Account.id == Membership.account_id)
        .where(among(Membership.room_id, rooms), *rule_of_members())
        .order_by(Watchword.id)
    )
    found: dict[UUID, list[Watching]] = {}
    for row in await work.session.execute(asked):
        found.setdefault(row[0], []).append(Watching(*row[1:]))
    return found


async def _said(work: Work, wanted: Collection[UUID]) -> Sequence[Said]:
    asked = select(
        Message.id, Message.room_id, Message.ordinal, Message.author_id, Message.parts, Message.posted_at
    ).where(among(Message.id, wanted), Message.withdrawn_at.is_(None))
    return [Said(*row) for row in await work.session.execute(asked)]


async def _called(work: Work, wanted: Collection[UUID]) -> set[tuple[UUID, UUID]]:
    asked = select(WordCall.message_id, WordCall.account_id).where(among(WordCall.message_id, wanted))
    return {(message_id, account_id) for message_id, account_id in await work.session.execute(asked)}
