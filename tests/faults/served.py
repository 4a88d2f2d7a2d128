"""Who is served: a refusal says when to come again, and nobody waits longer than was promised (C12)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from tests.faults.judged import Run
from tests.faults.log import Ack, Clock, Fail, Fault, Healed, History, Over

PATIENT = frozenset((429, 503, 507))
"""Refusals that name a time after which to come again."""


def kept_waiting(run: Run) -> Iterator[str]:
    """C12: who is not served is told when to come again, and is served again soon after the healing."""
    for fail in run.all(Fail):
        if fail.status not in PATIENT or fail.retry_after is None:
            yield f"{fail.who}: {fail.key} was refused with {fail.status}, come again {fail.retry_after}"
    for each in run.all(Over):
        if not _has_run_out(each, run.all(Clock)):
            yield f"{each.who}: the {each.what} was over at {each.key}, before its time"
    for fault, healed in outages(run.history):
        waited = longest_wait(fault, healed, run.acks)
        if waited > fault.bound:
            yield f"{fault.what}: nothing was acknowledged for {waited:.1f} s, at most {fault.bound:g}"


def _has_run_out(each: Over, clocks: Sequence[Clock]) -> bool:
    """Whether by the clock of the servers, wrong as it may be, this has ever been at its end."""
    began = min(t + ahead for t, ahead in _readings(clocks, each.asked, each.answered))
    return max(t + ahead for t, ahead in _readings(clocks, each.asked, each.t)) - began >= each.lasts


def _readings(clocks: Sequence[Clock], since: float, until: float) -> Iterator[tuple[float, float]]:
    """What the clock of the servers showed between two moments: at both ends, and wherever it jumped."""
    before = [clock.ahead for clock in clocks if clock.t <= since]
    ahead = before[-1] if before else 0.0
    yield since, ahead
    for clock in clocks:
        if since < clock.t <= until:
            yield clock.t, ahead
            yield clock.t, clock.ahead
            ahead = clock.ahead
    yield until, ahead


def outages(history: History) -> list[tuple[Fault, Healed]]:
    """Each fault with its healing."""
    found: list[tuple[Fault, Healed]] = []
    begun: dict[str, Fault] = {}
    for event in history.events:
        if isinstance(event, Fault):
            begun[event.what] = event
        elif isinstance(event, Healed):
            found.append((begun.pop(event.what), event))
    return found


def longest_wait(fault: Fault, healed: Healed, acks: Iterable[Ack]) -> float:
    """The longest time without an acknowledgement, from the fault (or its healing) to the first one afterwards."""
    begins = fault.t if fault.from_the_start else healed.t
    moments = sorted(ack.t for ack in acks if ack.t > begins)
    first_after = next((moment for moment in moments if moment > healed.t), float("inf"))
    during = [begins, *(moment for moment in moments if moment <= first_after), first_after]
    return max(later - earlier for earlier, later in pairwise(during))
