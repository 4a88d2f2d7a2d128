"""What is heard: everything that is for somebody, nothing else, nothing twice for long, nothing that goes back (C5–C9)."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate

from tests.faults.judged import Run
from tests.faults.log import Deliver, Invite, Read, Reread, Resume, Revoke, Screen

RESUMING = 5.0  # seconds after a return in which something may come twice
MOST_REPEATED = 0.001
REVOKED_WITHIN = 5.0  # seconds
NOW = 1 << 62  # a number that no stream comes to


def missed(run: Run) -> Iterator[str]:
    """C5: everybody has heard all of the history that was told while they were there, and what it says.

    Who was let out is told no more, also of what came before: of their last stay the end may be missing, never a piece.
    """
    heard = defaultdict[tuple[str, str], set[str]](set)
    last = defaultdict[tuple[str, str], int](int)
    for event in run.delivered:
        heard[event.who, event.room].add(event.key)
        last[event.who, event.room] = max(last[event.who, event.room], event.number)
        if event.key not in run.invoked or event.text not in run.texts[event.key]:
            yield f"{event.who}: heard {event.key}, which says something else"
    reread = defaultdict[tuple[str, str], int](int)
    for event in run.all(Reread):
        reread[event.who, event.room] = max(reread[event.who, event.room], event.number)
    for room, kept in run.rooms.items():
        known = run.numbers[room]
        yield from (f"{room}: nobody was told of {each.key}" for each in kept if each.key not in known)
        for who in run.clients_of(room):
            until = float("inf") if run.is_in(who, room, NOW) else last[who, room]
            wanted = {
                each.key
                for each in kept
                if reread[who, room] < (number := known.get(each.key, 0)) <= until
                and run.is_in(who, room, number)
            }
            if missing := wanted - heard[who, room] - run.gone:
                yield f"{who} in {room}: missed {len(missing)} of {len(wanted)}, first {min(missing)}"
            if extra := heard[who, room] - {each.key for each in kept} - run.gone:
                yield f"{who} in {room}: heard {len(extra)} that are not there, first {min(extra)}"


def repeated(run: Run) -> Iterator[str]:
    """C6: the wire says something twice only after a return."""
    returned = {(event.who, event.conn): event.t for event in run.all(Resume)}
    for event in again(run.delivered):
        if event.t - returned.get((event.who, event.conn), -RESUMING) > RESUMING:
            yield f"{event.who} in {event.room}: {event.number} came twice, long after a return"


def again(delivered: Iterable[Deliver]) -> Iterator[Deliver]:
    """What had come to the same client before."""
    came = set[tuple[str, str, int]]()
    for event in delivered:
        if (place := (event.who, event.room, event.number)) in came:
            yield event
        came.add(place)


def repeated_too_often(repeated: int, delivered: int) -> bool:
    """C6, as it is asked of a whole run: a single bout may be made of returns."""
    return repeated > MOST_REPEATED * delivered


def gone_back(run: Run) -> Iterator[str]:
    """C7: who has seen a number is shown by no node a room that has not come so far."""
    seen = defaultdict[tuple[str, str], list[tuple[float, int]]](list)
    for event in (*run.acks, *run.delivered, *run.all(Read)):
        seen[event.who, event.room].append((event.t, event.number))
    highest = {
        place: ([t for t, _ in sorted(its)], list(accumulate((number for _, number in sorted(its)), max)))
        for place, its in seen.items()
    }
    for look in run.all(Read):
        moments, numbers = highest[look.who, look.room]
        before = bisect_left(moments, look.began)
        if before and numbers[before - 1] > look.number:
            yield f"{look.who} in {look.room}: had seen {numbers[before - 1]}, node {look.node} showed {look.number}"


def strayed(run: Run) -> Iterator[str]:
    """C8: what a client holds is what it would be given if it asked anew."""
    for each in run.all(Screen):
        if each.held != each.fresh:
            yield f"{each.who} in {each.room}: holds {each.held}, and would be given {each.fresh}"


def overheard(run: Run) -> Iterator[str]:
    """C9: nobody hears what was told while they were out, and nothing at all soon after they were let out."""
    outs = defaultdict[tuple[str, str], list[tuple[float, bool]]](list)
    for event in (*run.all(Revoke), *run.all(Invite)):
        outs[event.room, event.account].append((event.t, isinstance(event, Revoke)))
    for its in outs.values():
        its.sort()
    for event in run.delivered:
        turns = outs[event.room, run.history.accounts[event.who]]
        before = bisect_left(turns, (event.t, False))
        is_asked_in = (
            before > 0 and not turns[before - 1][1]
        )  # and may hear what was told while they were away
        if not is_asked_in and not run.is_in(event.who, event.room, event.number):
            yield f"{event.who} heard {event.number} of {event.room}, told while they were not in it"
        if _is_late(event, turns[:before]):
            yield f"{event.who} heard {event.number} of {event.room} too long after they were let out"


def _is_late(event: Deliver, turns: list[tuple[float, bool]]) -> bool:
    """Whether the last that was said of this person's being there is that they are out, and that long ago."""
    if not turns:
        return False
    t, is_out = turns[-1]
    return is_out and event.t - t > REVOKED_WITHIN
