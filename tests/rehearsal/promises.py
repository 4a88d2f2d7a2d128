"""What the pages said, were told and showed, against what the server finally holds."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from yoriai.platform.facts.models import JournalRow
from yoriai.platform.work.edge import Works
from yoriai.talk.messages.models import Message, Withdrawal


@dataclass(frozen=True)
class Written:
    """The room as it stands in the database, whoever may see what of it."""

    messages: Sequence[Message]
    numbers: dict[str, list[int]]
    """Of each stream that is still in the journal."""


async def written(works: Works, rooms: Sequence[str]) -> Written:
    """All messages of these rooms in their order, and the journal's numbers."""
    messages = (
        select(Message).where(Message.room_id.in_([UUID(room) for room in rooms])).order_by(Message.ordinal)
    )
    lines = select(JournalRow.stream, JournalRow.number).order_by(JournalRow.number)
    numbers = defaultdict[str, list[int]](list)
    async with works.reading() as work:
        for stream, number in await work.session.execute(lines):
            numbers[stream].append(number)
        return Written(list(await work.session.scalars(messages)), dict(numbers))


def broken(found: dict[str, Any], there: Written) -> list[str]:
    """Every broken promise, in words; empty when all were kept."""
    return [
        *found["broken"],
        *_lost_or_doubled(found, there),
        *_out_of_order(found, there),
        *_unseen(found, there),
    ]


def _lost_or_doubled(found: dict[str, Any], there: Written) -> Iterator[str]:
    keys = [message.send_key for message in there.messages]
    said = {message.send_key: str(message.parts[0]["text"]) for message in there.messages}
    meant = {each["send_key"]: each["text"] for each in found["sent"]}
    refused = {each["send_key"] for each in found["left"] if each["state"] == "refused"}
    yield from (f"C1 lost: {key}" for key in meant.keys() - said.keys() - refused)
    yield from (f"C2 doubled: {key}" for key in set(keys) if keys.count(key) > 1)
    yield from (f"C3 nobody sent {key}" for key in said.keys() - meant.keys())
    yield from (f"C3 altered: {key}" for key, text in said.items() if not text.startswith(meant.get(key, "")))
    yield from (f"still waiting: {each}" for each in found["left"] if each["state"] != "refused")
    there_as = {message.send_key: (str(message.id), message.ordinal) for message in there.messages}
    for told in found["told"]:
        if there_as.get(told["send_key"]) != (told["message_id"], told["ordinal"]):
            yield f"C1 acknowledged, and not there so: {told}"


def _out_of_order(found: dict[str, Any], there: Written) -> Iterator[str]:
    ordinals = {message.send_key: message.ordinal for message in there.messages}
    sent = defaultdict[tuple[str, str], list[int]](list)
    for each in found["sent"]:
        if each["send_key"] in ordinals:
            sent[each["device"], each["room"]].append(ordinals[each["send_key"]])
    yield from (
        f"C4 not in the order in which they were written: {place}"
        for place, its in sent.items()
        if its != sorted(its)
    )
    for stream, numbers in there.numbers.items():
        if numbers != list(range(numbers[0], numbers[-1] + 1)):
            yield f"C4 {stream} has a hole in its numbers"


def _unseen(found: dict[str, Any], there: Written) -> Iterator[str]:
    """Where a page once showed nothing between two messages, nothing was to be seen."""
    traceless = {
        (str(message.room_id), message.ordinal)
        for message in there.messages
        if message.withdrawal == Withdrawal.TRACELESS
    }
    yield from (
        f"C5 a hole: {each}" for each in found["gone"] if (each["room"], each["ordinal"]) not in traceless
    )
