"""Every check sees what it is there for: a day without fault passes, and each fault that is planted into it is found."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.faults.checker import CHECKS, violations
from tests.faults.heard import again, repeated_too_often
from tests.faults.log import (
    Ack,
    Booked,
    Change,
    Deliver,
    Event,
    Fail,
    Fault,
    Final,
    Healed,
    History,
    Invite,
    Invoke,
    Kept,
    Member,
    Rang,
    Read,
    Remind,
    Reread,
    Resume,
    Revoke,
    Screen,
    Unknown,
    read,
)

ROOM, OTHER = "福祉課", "土木課"
Day = tuple[History, dict[int, dict[str, list[Kept]]]]


def a_day() -> Day:
    """佐藤 sends five messages to 鈴木, one of them twice; 田中 is there for the third; the server was away once."""
    history = History({"佐": "佐藤", "鈴": "鈴木", "田": "田中"}, {ROOM: ["佐藤", "鈴木"]})
    kept = [Kept(each, f"k{each}", f"その{each}") for each in range(1, 6)]
    history.events += [Resume(0.0, "佐", 1), Resume(0.0, "鈴", 2), Resume(0.0, "田", 3)]
    for each in kept:
        t, number = each.ordinal * 10.0, each.ordinal * 2
        history.events.append(Invoke(t, "佐", ROOM, each.key, str(each.text)))
        if each.ordinal == 2:
            history.events += [Fault(t + 0.1, "F1", 5.0), Unknown(t + 0.2, "佐", each.key)]
            history.events += [Healed(t + 1.0, "F1"), Resume(t + 1.0, "佐", 4), Resume(t + 1.0, "鈴", 5)]
        at = t + 1.5
        history.events += [
            Ack(at, "佐", 1, ROOM, each.key, number, each.ordinal),
            Deliver(at, "佐", 4, ROOM, number, each.ordinal, each.key, each.text),
            Deliver(at, "鈴", 5, ROOM, number, each.ordinal, each.key, each.text),
            Read(at + 0.1, at + 0.2, "鈴", 2, ROOM, number),
        ]
    history.events += [Invite(24.0, ROOM, "田中"), Member(24.0, ROOM, "田中", 5, is_in=True)]
    history.events += [Deliver(31.5, "田", 3, ROOM, 6, 3, "k3", "その3"), Revoke(35.0, ROOM, "田中")]
    history.events += [Member(35.0, ROOM, "田中", 7, is_in=False), Screen(60.0, "鈴", ROOM, "同じ", "同じ")]
    return history, {1: {ROOM: kept}, 2: {ROOM: list(kept)}}


def put(day: Day, event: Event, plant: Event | None) -> None:
    """Let this event have been another one, or not have been."""
    at = day[0].events.index(event)
    day[0].events[at : at + 1] = [plant] if plant else []


def found(day: Day, broken: str) -> list[str]:
    history, final = day
    asked: Final = final
    return [each.words for each in violations(history, asked) if each.id == broken]


def deliveries(day: Day, who: str) -> list[Deliver]:
    return [each for each in day[0].events if isinstance(each, Deliver) and each.who == who]


def acks(day: Day) -> list[Ack]:
    return [each for each in day[0].events if isinstance(each, Ack)]


def loses(day: Day) -> None:
    for rooms in day[1].values():
        rooms[ROOM] = rooms[ROOM][:-1]


def doubles(day: Day) -> None:
    for rooms in day[1].values():
        rooms[ROOM] = [*rooms[ROOM], Kept(6, "k5", "その5")]


def forgets_what_was_booked(day: Day) -> None:
    day[0].note(Invoke(51.0, "佐", ROOM, "k7", "その7"))
    day[0].note(Booked(51.1, "佐", ROOM, "k7"))


def reminds_of_nothing(day: Day) -> None:
    day[0].note(Remind(51.0, "佐", "その一"))


def reminds_twice(day: Day) -> None:
    day[0].events += [Remind(51.0, "佐", "その一"), *(Rang(each, "佐", each, "その一") for each in (55, 56))]


def makes_up(day: Day) -> None:
    for rooms in day[1].values():
        rooms[ROOM] = [*rooms[ROOM], Kept(6, "誰かの", "だれも書いていない")]


def alters(day: Day) -> None:
    for rooms in day[1].values():
        rooms[ROOM][1] = replace(rooms[ROOM][1], text="ちがうこと")


def puts_into_another_room(day: Day) -> None:
    for rooms in day[1].values():
        rooms[OTHER] = [Kept(1, "k5", "その5")]


def tells_nodes_apart(day: Day) -> None:
    day[1][2][ROOM] = [day[1][2][ROOM][each] for each in (0, 2, 1, 3, 4)]


def tells_all_nodes_out_of_order(day: Day) -> None:
    for rooms in day[1].values():
        rooms[ROOM] = [rooms[ROOM][each] for each in (0, 2, 1, 3, 4)]


def numbers_otherwise(day: Day) -> None:
    for each in (*acks(day), *deliveries(day, "佐"), *deliveries(day, "鈴")):
        if each.ordinal == 4:
            put(day, each, replace(each, number=11))


def lets_one_overtake(day: Day) -> None:
    """Acknowledged before the other was meant, and yet behind it, for everybody alike."""
    swapped = {4: (5, 10), 5: (4, 8)}
    for each in (*acks(day), *deliveries(day, "佐"), *deliveries(day, "鈴")):
        if each.ordinal in swapped:
            ordinal, number = swapped[each.ordinal]
            put(day, each, replace(each, ordinal=ordinal, number=number))
    for rooms in day[1].values():
        rooms[ROOM][3:] = [Kept(4, "k5", "その5"), Kept(5, "k4", "その4")]


def acknowledges_elsewhere(day: Day) -> None:
    put(day, acks(day)[2], replace(acks(day)[2], ordinal=4))


def leaves_a_hole(day: Day) -> None:
    for rooms in day[1].values():
        rooms[ROOM][4] = replace(rooms[ROOM][4], ordinal=6)


def misses(day: Day) -> None:
    put(day, deliveries(day, "鈴")[1], None)


def misses_for_who_came_for_a_while(day: Day) -> None:
    """They were there for two, and heard the second alone."""
    left = next(each for each in day[0].events if isinstance(each, Member) and not each.is_in)
    put(day, left, replace(left, number=9))
    put(day, deliveries(day, "田")[0], Deliver(41.5, "田", 3, ROOM, 8, 4, "k4", "その4"))


def misreads(day: Day) -> None:
    put(day, deliveries(day, "鈴")[1], replace(deliveries(day, "鈴")[1], text="ちがうこと"))


def hears_what_is_not_there(day: Day) -> None:
    day[0].note(Invoke(50.5, "佐", ROOM, "k6", "その6"))
    day[0].note(Deliver(52.0, "鈴", 5, ROOM, 12, 6, "k6", "その6"))


def tells_nobody(day: Day) -> None:
    for each in (acks(day)[4], deliveries(day, "佐")[4], deliveries(day, "鈴")[4]):
        put(day, each, None)


def repeats_out_of_the_blue(day: Day) -> None:
    day[0].note(replace(deliveries(day, "鈴")[4], t=52.0))


def goes_back(day: Day) -> None:
    day[0].note(Read(55.0, 55.1, "鈴", 1, ROOM, 8))


def strays(day: Day) -> None:
    day[0].note(Screen(60.0, "佐", ROOM, "これ", "あれ"))


def tells_an_outsider(day: Day) -> None:
    day[0].note(Deliver(36.0, "田", 3, ROOM, 8, 4, "k4", "その4"))


def tells_a_stranger(day: Day) -> None:
    day[0].accounts["森"] = "森"
    day[0].note(Deliver(11.5, "森", 9, ROOM, 2, 1, "k1", "その1"))


def tells_too_late(day: Day) -> None:
    put(day, deliveries(day, "田")[0], replace(deliveries(day, "田")[0], t=41.0))


def keeps_waiting(day: Day) -> None:
    day[0].note(Fault(30.2, "F5", 1.0))
    day[0].note(Healed(30.5, "F5"))


def refuses_without_a_time(day: Day) -> None:
    day[0].note(Fail(30.2, "佐", "k3", 503, None))


def fails_openly(day: Day) -> None:
    day[0].note(Fail(30.2, "佐", "k3", 500, 5.0))


PLANTED: list[tuple[str, str, Callable[[Day], None]]] = [
    ("C1", "k5 is lost", loses),
    ("C1", "k7 is lost", forgets_what_was_booked),
    ("C1", "reminded 0 times", reminds_of_nothing),
    ("C2", "reminded 2 times", reminds_twice),
    ("C2", "k5 is there 2 times", doubles),
    ("C3", "nobody sent", makes_up),
    ("C3", "k2 says something else", alters),
    ("C3", "土木課: nobody sent k5", puts_into_another_room),
    ("C4", "tells it otherwise", tells_nodes_apart),
    ("C4", "the history is not in order", tells_all_nodes_out_of_order),
    ("C4", "was meant after", lets_one_overtake),
    ("C4", "do not go the same way", numbers_otherwise),
    ("C4", "told at several places", acknowledges_elsewhere),
    ("C4", "1 ordinals are missing", leaves_a_hole),
    ("C5", "鈴 in 福祉課: missed 1 of 5", misses),
    ("C5", "田 in 福祉課: missed 1 of 2", misses_for_who_came_for_a_while),
    ("C5", "says something else", misreads),
    ("C5", "heard 1 that are not there", hears_what_is_not_there),
    ("C5", "nobody was told of k5", tells_nobody),
    ("C6", "long after a return", repeats_out_of_the_blue),
    ("C7", "had seen 10, node 1 showed 8", goes_back),
    ("C8", "holds これ, and would be given あれ", strays),
    ("C9", "told while they were not in it", tells_an_outsider),
    ("C9", "told while they were not in it", tells_a_stranger),
    ("C9", "too long after they were let out", tells_too_late),
    ("C12", "nothing was acknowledged for", keeps_waiting),
    ("C12", "refused with 503, come again None", refuses_without_a_time),
    ("C12", "refused with 500", fails_openly),
]


def test_a_day_without_fault_passes():
    assert violations(*a_day()) == []


@pytest.mark.req("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C12")
@pytest.mark.parametrize(("broken", "words", "plant"), PLANTED, ids=[each.__name__ for *_, each in PLANTED])
def test_each_planted_fault_is_found_by_its_check(broken: str, words: str, plant: Callable[[Day], None]):
    day = a_day()
    plant(day)
    assert any(words in each for each in found(day, broken)), found(day, broken)


def test_no_check_is_without_a_planted_fault():
    assert {broken for broken, *_ in PLANTED} == CHECKS.keys()


@pytest.mark.req("C6")
def test_a_run_in_which_more_than_a_thousandth_came_twice_is_no_good():
    delivered = deliveries(a_day(), "鈴") * 2
    assert len(list(again(delivered))) == 5
    assert repeated_too_often(5, 4_999)
    assert not repeated_too_often(5, 5_000)


def test_what_its_author_put_right_or_took_back_is_no_violation():
    day = a_day()
    day[0].events += [Change(33.0, "k3", "その3（訂正）"), Change(53.0, "k5", None)]
    for rooms in day[1].values():
        rooms[ROOM] = [*rooms[ROOM][:2], Kept(3, "k3", "その3（訂正）"), rooms[ROOM][3]]
    assert violations(*day) == []


def test_what_was_read_anew_need_not_be_heard():
    day = a_day()
    put(day, deliveries(day, "鈴")[1], Reread(22.0, "鈴", ROOM, 4))
    assert violations(*day) == []


def test_a_log_reads_as_it_was_written(tmp_path: Path):
    history, final = a_day()
    history.write(tmp_path / "log.jsonl")
    again = read((tmp_path / "log.jsonl").read_bytes().splitlines())
    assert again == history
    assert violations(again, final) == []
