"""Notes: sealed by one installation, bounded, and nothing but ids."""

import itertools
from uuid import UUID, uuid4

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yoriai.platform.bus.notes import BIGGEST, MOST_IN_ONE, Note, Seal, Unsaid
from yoriai.platform.work.doorbell import Whisper

OURS, THEIRS = Seal(bytes(range(32))), Seal(bytes(32))


def written(unsaid: Unsaid) -> list[Note]:
    frames = [OURS.sealed(body) for body in unsaid.bodies("me", itertools.count(1))]
    assert all(len(frame) <= BIGGEST for frame in frames)
    notes = [OURS.opened(frame) for frame in frames]
    return [note for note in notes if note is not None]


def test_what_was_counted_is_summed_until_it_is_told():
    unsaid = Unsaid(2)
    for kind, key, number in (("a", "1", 3), ("a", "1", -1), ("b", "1", 7), ("c", "1", 1)):
        unsaid.add_count(kind, key, number)
    (note,) = written(unsaid)
    assert (note.counts, note.turn) == ([("a", "1", 2), ("b", "1", 7)], 1)


def test_what_was_said_is_read():
    who = uuid4()
    unsaid = Unsaid(10, {"hall/1": 3}, {("hall/1", "counted")}, [Whisper("hall/1", "writes", {"who": who})])
    (note,) = written(unsaid)
    assert (note.origin, note.heads, note.signals) == ("me", {"hall/1": 3}, [("hall/1", "counted")])
    assert list(note.whispered()) == [Whisper("hall/1", "writes", {"who": who})]


def test_of_a_stream_the_newest_head_is_told_whatever_came_last():
    unsaid = Unsaid(10)
    for head in (3, 5, 4):
        unsaid.add_head("hall/1", head)
    assert [note.heads for note in written(unsaid.taken())] == [{"hall/1": 5}]
    assert written(unsaid) == []


def test_much_becomes_several_notes_none_of_them_too_long():
    unsaid = Unsaid(10_000)
    for turn in range(1_000):
        unsaid.add_head(f"{turn}".rjust(60, "x"), 2**53 - 1)
        unsaid.add_whisper(Whisper("s" * 60, "n" * 80, {"room_id": uuid4(), "account_id": uuid4()}))
    notes = written(unsaid)
    assert len(notes) == 1_000 / MOST_IN_ONE
    assert sum(len(note.heads) for note in notes) == sum(len(note.whispers) for note in notes) == 1_000


@pytest.mark.req("D25")
def test_what_waits_is_bounded_and_the_rest_is_dropped():
    unsaid = Unsaid(3)
    for turn in range(10):
        unsaid.add_head(f"hall/{turn}", 1)
        unsaid.add_signal((f"hall/{turn}", "counted"))
        unsaid.add_whisper(Whisper(f"hall/{turn}", "writes", {}))
    unsaid.add_head("hall/0", 2)  # what waits already may still grow
    (note,) = written(unsaid)
    assert note.heads == {"hall/0": 2, "hall/1": 1, "hall/2": 1}
    assert (len(note.signals), len(note.whispers)) == (3, 3)


@pytest.mark.asvs("V9.2.3")
def test_a_note_of_another_installation_is_not_read():
    (body,) = Unsaid(1, {"hall/1": 3}).bodies("me", itertools.count(1))
    assert OURS.opened(THEIRS.sealed(body)) is None
    assert OURS.house != THEIRS.house


@given(st.binary(max_size=200))
@pytest.mark.asvs("V9.1.1")
def test_what_bears_no_seal_is_not_read(frame: bytes):
    assert OURS.opened(frame) is None


@given(st.integers(0, 10_000), st.integers(1, 255))
@pytest.mark.asvs("V9.1.1")
def test_a_note_of_which_one_byte_was_changed_is_not_read(at: int, by: int):
    (body,) = Unsaid(1, {"hall/1": 3}).bodies("me", itertools.count(1))
    frame = bytearray(OURS.sealed(body))
    frame[at % len(frame)] ^= by
    assert OURS.opened(bytes(frame)) is None


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"null",
        b"[" * 10_000,
        b"{}",
        orjson.dumps({"origin": "me", "heads": {"hall/1": "3"}}),
        orjson.dumps({"origin": "me", "heads": {"hall/1": -1}}),
        orjson.dumps({"origin": "me", "heads": {"hall/1": 2**60}}),
        orjson.dumps({"origin": "me", "heads": {"x" * 61: 1}}),
        orjson.dumps({"origin": "me", "signals": [["hall/1", "counted"]] * (MOST_IN_ONE + 1)}),
        orjson.dumps({"origin": "me", "whispers": [["hall/1", "writes", {"words": "こんにちは"}]]}),
        orjson.dumps({"origin": "x" * BIGGEST}),
    ],
)
@pytest.mark.asvs("V1.5.2")
def test_even_under_our_seal_nothing_else_is_read(said: bytes):
    assert OURS.opened(OURS.sealed(said)) is None


def test_what_a_newer_version_adds_is_passed_over():
    said = orjson.dumps({"origin": "me", "heads": {"hall/1": 3}, "weather": "fine"})
    note = OURS.opened(OURS.sealed(said))
    assert note is not None
    assert note.heads == {"hall/1": 3}


def test_ids_of_a_database_of_its_own_kind_are_written_like_others():
    class Theirs(UUID):
        pass

    (note,) = written(Unsaid(1, whispers=[Whisper("hall/1", "writes", {"who": Theirs(int=7)})]))
    assert note.whispers == [("hall/1", "writes", {"who": UUID(int=7)})]
