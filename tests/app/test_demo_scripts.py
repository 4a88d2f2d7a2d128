"""The scripts of the demo: many, each of them fit to be played somewhere, and read as they are written."""

from yoriai.app.demo.scripts import ALL_DAY, EVER, Turn, lists, parsed, threads
from yoriai.app.demo.talk import story


def test_there_are_many_talks_written_by_hand() -> None:
    assert len(threads()) > 200
    assert len({turn.words for thread in threads() for turn in thread.turns}) > 900


def test_every_talk_belongs_to_a_room_and_every_room_has_its_talks() -> None:
    told = story()
    wanted = {"職場"}.union(*(room.pools for room in told.rooms), *told.units.values())
    wanted |= {room.story for room in told.rooms if room.story}
    assert wanted == {pool for thread in threads() for pool in thread.pools}


def test_a_script_says_who_when_and_in_which_season() -> None:
    (first, second) = parsed(
        "# 説明\n[雪] 職場 雑談 @12-2 8-9時\nA: 雪です。\\n寒いです。\n係長 09:30: {B}さん、砂を。\n--2\nB: 済みました。\n\n[昼] 雑談\nA: 昼です。\n"
    )
    assert first.pools == {"職場", "雑談"}
    assert first.months == {12, 1, 2}
    assert first.hours == {8, 9}
    assert first.turns[0] == Turn("A", "雪です。\n寒いです。")
    assert (first.turns[1].speaker, str(first.turns[1].at)) == ("係長", "09:30:00")
    assert first.turns[2] == Turn("B", "済みました。", later=2)
    assert (second.months, second.hours) == (EVER, ALL_DAY)


def test_the_words_for_blanks_are_several_of_each() -> None:
    assert min(len(words) for words in lists().values()) >= 4
