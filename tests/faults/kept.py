"""What is kept: nothing acknowledged is lost, doubled, made up or out of order (C1–C4)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tests.faults.judged import Run
from tests.faults.log import Booked, Kept, Rang, Remind


def lost(run: Run) -> Iterator[str]:
    """C1: what was acknowledged is there."""
    there = {(room, each.key) for room, kept in run.rooms.items() for each in kept}
    safe = {(each.room, each.key) for each in (*run.acks, *run.all(Booked))}
    for room, key in sorted(safe - there):
        if key not in run.gone:
            yield f"{room}: {key} is lost"
    for message, (asked, rang) in _reminders(run).items():
        if rang < asked:
            yield f"of {message} somebody was reminded {rang} times, and wanted to be {asked} times"


def doubled(run: Run) -> Iterator[str]:
    """C2: each message is there at most once, however often it was sent."""
    for room, kept in run.rooms.items():
        counted = Counter(each.key for each in kept)
        yield from (f"{room}: {key} is there {times} times" for key, times in counted.items() if times > 1)
    for message, (asked, rang) in _reminders(run).items():
        if rang > asked:
            yield f"of {message} somebody was reminded {rang} times, and wanted to be {asked} times"


def _reminders(run: Run) -> dict[str, tuple[int, int]]:
    """Of each message how often somebody wanted to be reminded of it, and was."""
    asked = Counter(each.message_id for each in run.all(Remind))
    rang = Counter(message for message, _ in {(each.message_id, each.number) for each in run.all(Rang)})
    return {message: (asked[message], rang[message]) for message in asked | rang}


def phantom(run: Run) -> Iterator[str]:
    """C3: nothing is there that nobody sent, and it says what they said."""
    for room, kept in run.rooms.items():
        for each in kept:
            meant = run.invoked.get(each.key)
            if meant is None or meant.room != room:
                yield f"{room}: nobody sent {each.key}"
            elif each.text not in run.texts[each.key]:
                yield f"{room}: {each.key} says something else"


def out_of_order(run: Run) -> Iterator[str]:
    """C4: one order, the same on all nodes, and the one in which things happened."""
    for node, rooms in run.final.items():
        yield from (
            f"{room}: node {node} tells it otherwise" for room in rooms if rooms[room] != run.rooms[room]
        )
    for room, kept in run.rooms.items():
        yield from _numbered(run, room, kept)
        yield from _told_apart(run, room, {each.key: each.ordinal for each in kept})
        yield from _overtaken(run, room)


def _numbered(run: Run, room: str, kept: Sequence[Kept]) -> Iterator[str]:
    ordinals = [each.ordinal for each in kept]
    if any(later <= earlier for earlier, later in pairwise(ordinals)):
        yield f"{room}: the history is not in order"
    holes = (ordinals[-1] if ordinals else 0) - len(ordinals)
    missing = run.gone - {each.key for each in kept}
    if holes > len(missing):
        yield f"{room}: {holes} ordinals are missing, and only {len(missing)} messages were taken back"


def _told_apart(run: Run, room: str, ordinals: Mapping[str, int]) -> Iterator[str]:
    """Everybody was told the same place of a message, and places and numbers go the same way."""
    told = {
        (each.key, each.number, each.ordinal) for each in (*run.acks, *run.delivered) if each.room == room
    }
    keys = Counter(key for key, _, _ in told)
    yield from (f"{room}: {key} was told at several places" for key, times in keys.items() if times > 1)
    for key, number, ordinal in told:
        if ordinals.get(key, ordinal) != ordinal:
            yield f"{room}: {key} was told at {ordinal} (number {number}) and is at {ordinals[key]}"
    in_order = sorted((number, ordinal) for _, number, ordinal in told)
    if any(later[1] <= earlier[1] or later[0] == earlier[0] for earlier, later in pairwise(in_order)):
        yield f"{room}: numbers and ordinals do not go the same way"


def _overtaken(run: Run, room: str) -> Iterator[str]:
    """What was acknowledged before something else was meant stands before it."""
    acks = sorted((ack for ack in run.acks if ack.room == room), key=lambda ack: ack.t)
    meant = sorted((run.invoked[ack.key].t, ack.number, ack.key) for ack in acks)
    newest, at = 0, 0
    for began, number, key in meant:
        while at < len(acks) and acks[at].t < began:
            newest = max(newest, acks[at].number)
            at += 1
        if number <= newest:
            yield f"{room}: {key} was meant after {newest} was acknowledged and is number {number}"
