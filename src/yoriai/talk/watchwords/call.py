"""Whom a message calls by a word of theirs: found after it was posted, by a durable reader, so that posting waits for
nobody's words.

What is said in many messages at once is looked through with a fixed number of statements, whoever watches. Where
nobody watches, no write lock is taken; where hundreds do, it is taken for some of them at a time.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final
from uuid import UUID

from sqlalchemy import delete, select, update

from yoriai.people.accounts.models import Account
from yoriai.platform.db.among import among
from yoriai.platform.db.base import json_text
from yoriai.platform.db.plainly import plainly
from yoriai.platform.db.statement import Rows, statement
from yoriai.platform.facts.durable import Entry
from yoriai.platform.work.work import Work
from yoriai.talk.messages.facts import MessageEdited, MessagePosted, MessageWithdrawn
from yoriai.talk.messages.models import Message
from yoriai.talk.rooms.facts import room_of
from yoriai.talk.rooms.models import Membership, Room
from yoriai.talk.rooms.seats import rule_of_members
from yoriai.talk.watchwords.facts import WordMet
from yoriai.talk.watchwords.models import Watchword, WordCall
from yoriai.talk.watchwords.policy import form_of, met

MOST_LINES: Final = 50
MOST_CALLS: Final = 200
"""So many lines are looked at and so many people called under one lock."""
ANYBODY: Final = statement("SELECT 1 FROM watchwords LIMIT 1")
WATCHED: Final = statement(
    "SELECT 1 FROM {asked} JOIN memberships m ON m.room_id = asked.room AND m.is_open"
    " JOIN watchwords w ON w.account_id = m.account_id LIMIT 1",
    asked={"room": "uuid"},
)
CALLED: Final = statement(
    "SELECT 1 FROM {asked} JOIN word_calls c ON c.room_id = asked.room LIMIT 1", asked={"room": "uuid"}
)
CALL: Final = statement(
    "INSERT INTO word_calls (message_id, account_id, room_id, ordinal, words)"
    " SELECT asked.message, asked.account, asked.room, asked.ordinal, CAST(asked.words AS {json}) FROM {asked}",
    asked={"message": "uuid", "account": "uuid", "room": "uuid", "ordinal": "bigint", "words": "text"},
)


@dataclass(frozen=True, slots=True)
class Call:
    """That a message calls somebody by these words of theirs."""

    message_id: UUID
    account_id: UUID
    room_id: UUID
    ordinal: int
    words: list[str]


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


async def call(work: Work, entries: Sequence[Entry]) -> int:
    """Call those whose words are said in new messages, and no longer those whose words were taken away. What an edit
    adds calls nobody, as with names. Read twice, a line calls once. How many of the lines are done with.

    Hundreds may watch for one word in one busy room: only so many are called under one lock, and whoever else has
    something to write comes in between."""
    told = entries[:MOST_LINES]
    facts = [entry.line.fact for entry in told]
    posted = {fact.message_id: fact.room_id for fact in facts if isinstance(fact, MessagePosted)}
    changed = {fact.message_id for fact in facts if isinstance(fact, MessageEdited | MessageWithdrawn)}
    if await _put_right(work, changed) >= MOST_CALLS:
        return 0
    calls = await _calls_of(work, posted)
    await _write(work, calls[:MOST_CALLS])
    if len(calls) <= MOST_CALLS:
        return len(told)
    waits = calls[MOST_CALLS].message_id
    return next(
        at for at, fact in enumerate(facts) if isinstance(fact, MessagePosted) and fact.message_id == waits
    )


async def _calls_of(work: Work, posted: Mapping[UUID, UUID]) -> list[Call]:
    """Whom these messages call that they have not called yet, in their order, and no more than one too many."""
    watching = await _watching(work, set(posted.values()))
    wanted = [message_id for message_id, room_id in posted.items() if room_id in watching]
    if not wanted:
        return []
    known = await _called(work, wanted)
    said = {each.message_id: each for each in await _said(work, wanted)}
    words = {room_id: {each.folded for each in there} for room_id, there in watching.items()}
    calling = (
        each
        for message_id in wanted
        if (here := said.get(message_id))
        for each in _calls(here, watching[here.room_id], words[here.room_id])
        if (message_id, each.account_id) not in known
    )
    return list(islice(calling, MOST_CALLS + 1))


def _calls(said: Said, watching: Sequence[Watching], words: Collection[str]) -> list[Call]:
    """Each whom this message calls. Nobody is called by what they have said themselves."""
    form = form_of(said.parts)
    held = {folded for folded in words if folded in form}
    found: dict[UUID, list[str]] = {}
    for each in watching if held else ():
        is_theirs = each.account_id != said.author_id and said.ordinal >= each.sees_from
        if each.folded in held and is_theirs and said.posted_at >= each.since:
            found.setdefault(each.account_id, []).append(each.word)
    return [
        Call(said.message_id, account_id, said.room_id, said.ordinal, met_by)
        for account_id, met_by in found.items()
    ]


async def _write(work: Work, calls: Sequence[Call]) -> None:
    if not calls:
        return
    rows = [
        (each.message_id, each.account_id, each.room_id, each.ordinal, json_text(each.words))
        for each in calls
    ]
    await plainly(work.session, lambda here: here.all(CALL, asked=rows))
    for each in calls:
        _tell(work, each)


async def _put_right(work: Work, changed: Collection[UUID]) -> int:
    """How many have been told, that words of theirs are said no longer: no more than are called under one lock."""
    if not changed:
        return 0
    asked = select(
        WordCall.message_id,
        WordCall.account_id,
        WordCall.room_id,
        WordCall.ordinal,
        WordCall.words,
        Message.parts,
        Message.withdrawn_at,
    ).join(Message, Message.id == WordCall.message_id)
    found = await work.session.execute(asked.where(among(WordCall.message_id, changed)))
    gone, told = set[UUID](), 0
    for message_id, account_id, room_id, ordinal, words, parts, withdrawn_at in found:
        each = Call(message_id, account_id, room_id, ordinal, words)
        if withdrawn_at is not None:  # of one that is gone the room has been told
            gone.add(each.message_id)
        elif (left := met(form_of(parts), words)) != words and told < MOST_CALLS:
            await _say_less(work, each, left)
            told += 1
    if gone:
        await work.session.execute(delete(WordCall).where(among(WordCall.message_id, gone)))
    return told


async def _say_less(work: Work, each: Call, left: list[str]) -> None:
    mine = WordCall.message_id == each.message_id, WordCall.account_id == each.account_id
    act = update(WordCall).where(*mine).values(words=left) if left else delete(WordCall).where(*mine)
    await work.session.execute(act)
    _tell(work, each)


def _tell(work: Work, each: Call) -> None:
    fact = WordMet(
        account_id=each.account_id, room_id=each.room_id, message_id=each.message_id, ordinal=each.ordinal
    )
    work.state(fact, by=None)


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
