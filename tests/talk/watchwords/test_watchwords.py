"""言葉の見張り: a word that is said calls whoever watches for it, as a name does, and nobody else learns of the word."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE
from tests.keys import new_send_key
from tests.talk.actors import change_seat, opened
from tests.talk.statements import statements
from tests.town import Town
from tests.transcripts import transcript
from yoriai.people.accounts.models import Posting
from yoriai.platform.facts.durable import Entry
from yoriai.platform.facts.line import Line
from yoriai.platform.facts.models import JournalRow
from yoriai.platform.facts.numbering import Cause
from yoriai.talk.messages.facts import MessagePosted
from yoriai.talk.messages.models import Message
from yoriai.talk.rooms.facts import stream_of
from yoriai.talk.watchwords import service
from yoriai.talk.watchwords.call import call, is_for_anybody
from yoriai.talk.watchwords.models import Watchword, WordCall

pytestmark = [pytest.mark.anyio, pytest.mark.req("ROOM-16")]
Said = dict[str, Any]  # what came over the wire: the test looks into it by name
WORDS = "/api/watchwords"
ROOM = f"/api/rooms/{WELFARE}"


async def watch(town: Town, who: UUID, word: str) -> tuple[int, Said]:
    answer = await town.call(who, "POST", WORDS, {"word": word})
    return answer.status_code, answer.json()


async def words(town: Town, who: UUID) -> list[str]:
    return [each["word"] for each in (await town.call(who, "GET", WORDS)).json()["words"]]


async def row(town: Town, who: UUID, room: UUID = WELFARE) -> Said:
    screen = (await town.call(who, "GET", "/api/screen")).json()
    return next(each for each in screen["rooms"] if each["room_id"] == str(room))


async def watched(town: Town, who: UUID, room: UUID = WELFARE) -> list[int]:
    found: list[int] = (await row(town, who, room))["watched"]
    return found


async def eventually(town: Town, is_so: Callable[[], Awaitable[bool]]) -> None:
    """Wait for the reader of words, and let it read at once whatever is settled."""
    readers = town.assembly.readers
    (reader,) = (each for each in readers.readers if each.name == "watchwords")
    async with asyncio.timeout(10):
        while not await is_so():
            await readers.read(reader)
            await asyncio.sleep(0.01)


async def comes_to(town: Town, who: UUID, ordinals: Sequence[int], room: UUID = WELFARE) -> None:
    async def is_so() -> bool:
        return await watched(town, who, room) == list(ordinals)

    await eventually(town, is_so)


async def edits(town: Town, message: str, text: str, seen: str | None = None) -> str:
    body = {"parts": [{"kind": "text", "text": text}], "seen": seen}
    answer = await town.call(SATO, "PUT", f"{ROOM}/messages/{message}", body)
    assert answer.status_code == 200, answer.text
    return str(answer.json()["edited_at"])


async def test_a_word_that_is_said_calls_as_a_name_does_and_says_why(town: Town) -> None:
    for who, word in ((SUZUKI, "ＲＦＰ"), (SUZUKI, "案件"), (SATO, "RFP")):
        assert (await watch(town, who, word))[0] == 201
    first = await town.says(SATO, "rfpの案件を直しました", WELFARE)
    named = {"kind": "mention", "of": "account", "id": str(SUZUKI), "words": "だれか"}
    both = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": "Rfpは "}, named]}
    assert (await town.call(SATO, "POST", f"{ROOM}/messages", both)).status_code == 200
    await comes_to(town, SUZUKI, [1, 2])
    found = await row(town, SUZUKI)
    assert (found["mentions"], found["mentioned"], found["unread"]) == (2, [2], 2)
    room = (await town.call(SUZUKI, "GET", ROOM)).json()
    assert room["watched"][first] == ["ＲＦＰ", "案件"]
    assert room["room"]["watched"] == [1, 2]
    assert (await row(town, SATO))["watched"] == []  # nobody calls themselves

    await town.call(SUZUKI, "PUT", f"{ROOM}/read-mark", {"ordinal": 1})
    assert await watched(town, SUZUKI) == [2]
    assert (await town.call(SUZUKI, "POST", f"{ROOM}/read-mark/back", {})).status_code in {200, 204}
    assert 2 in await watched(town, SUZUKI)


async def test_a_word_calls_from_when_it_is_added_until_it_goes(town: Town) -> None:
    await town.says(SATO, "予算の話です", WELFARE)
    _, added = await watch(town, SUZUKI, "予算")
    await town.says(SATO, "予算の話の続きです", WELFARE)
    await comes_to(town, SUZUKI, [2])
    for status in (204, 404):
        gone = await town.call(SUZUKI, "DELETE", f"{WORDS}/{added['watchword_id']}")
        assert gone.status_code == status
    await watch(town, SUZUKI, "議会")
    await town.says(SATO, "予算の話の終わりです", WELFARE)
    await town.says(SATO, "議会の話です", WELFARE)
    await comes_to(town, SUZUKI, [2, 4])  # what has called stays as it was


@pytest.mark.req("MSG-4", "MSG-5")
async def test_an_edit_does_not_ring_and_what_is_gone_is_not_counted(town: Town) -> None:
    for word in ("予算", "議会"):
        await watch(town, SUZUKI, word)
    first, second, third = [
        await town.says(SATO, text, WELFARE) for text in ("予算と議会", "なにもなし", "予算です")
    ]
    await comes_to(town, SUZUKI, [1, 3])
    await edits(town, second, "予算でした")
    seen = await edits(town, first, "議会だけ")

    async def has_noticed() -> bool:
        found: Said = (await town.call(SUZUKI, "GET", ROOM)).json()["watched"]
        return found == {first: ["議会"], third: ["予算"]}

    await eventually(town, has_noticed)
    assert await watched(town, SUZUKI) == [1, 3]
    await edits(town, first, "もう何もありません", seen)
    await comes_to(town, SUZUKI, [3])
    assert (await town.call(SATO, "PUT", f"{ROOM}/messages/{third}/withdrawal", {})).status_code == 200
    assert await watched(town, SUZUKI) == []  # at once, before the reader has heard of it
    assert (await town.call(SUZUKI, "GET", ROOM)).json()["watched"] == {}

    async def is_forgotten() -> bool:
        async with town.assembly.works.reading() as work:
            return (await work.session.scalars(select(WordCall))).first() is None

    await eventually(town, is_forgotten)


@pytest.mark.req("D17", "A4")
async def test_a_word_calls_exactly_those_for_whom_the_door_of_the_room_opens(town: Town) -> None:
    people = (SUZUKI, TANAKA, TAKAHASHI, MORI)
    for who in people:
        await watch(town, who, "予算")
    room = await opened(town, SATO, [SUZUKI, TANAKA, TAKAHASHI])
    await change_seat(town, room, TANAKA, is_open=None)
    async with town.assembly.works.writing() as work:
        served = update(Posting).where(Posting.account_id == TAKAHASHI)
        await work.session.execute(served.values(until=town.assembly.works.now()))
    await town.says(SATO, "予算の話です", room)
    await comes_to(town, SUZUKI, [1], room)
    async with town.assembly.works.reading() as work:
        called = set(await work.session.scalars(select(WordCall.account_id)))
    opens = [who for who in people if (await town.call(who, "GET", f"/api/rooms/{room}")).status_code == 200]
    assert (called, opens) == ({SUZUKI}, [SUZUKI])


@pytest.mark.req("N3", "N6", "N14")
async def test_nobody_else_ever_sees_the_words_or_what_they_met(town: Town) -> None:
    async with town.listens(SATO) as sato, town.listens(SUZUKI) as suzuki, town.listens(TAKAHASHI) as admin:
        _, added = await watch(town, SUZUKI, "ＲＦＰ")
        message = await town.says(SATO, "rfpの案です", WELFARE)
        told = (await suzuki.fact("watchwords.met"))["body"]
        assert told == {
            "room_id": str(WELFARE), "message_id": message, "ordinal": 1, "words": ["ＲＦＰ"],
        }  # fmt: skip
        await town.says(SUZUKI, "見ました", WELFARE)
        await sato.fact("messages.posted", 2)
        for ear in (sato, admin):
            assert "ＲＦＰ" not in str(ear.frames)
            assert "watchwords" not in str(ear.frames)
    stream, taken = f"person/{SUZUKI}", f"{WORDS}/{added['watchword_id']}"
    for who in (SATO, TAKAHASHI, MORI):
        assert await words(town, who) == []
        assert (await town.call(who, "DELETE", taken)).status_code == 404
        assert (await town.call(who, "GET", f"/api/facts?stream={stream}&after=0")).status_code == 404
    for path in ("/api/screen", ROOM, f"{ROOM}/messages", f"{ROOM}/messages/{message}"):
        assert "ＲＦＰ" not in (await town.call(SATO, "GET", path)).text
    assert (await row(town, SATO))["mentions"] == 0
    assert "ＲＦＰ" not in str(await journal_of(town))


async def journal_of(town: Town) -> list[str]:
    answer = await town.call(SUZUKI, "GET", f"/api/facts?stream=person/{SUZUKI}&after=0")
    frames: list[Said] = answer.json()["frames"]
    assert [frame["fact"] for frame in frames][:2] == ["watchwords.changed", "watchwords.met"]
    from_room = await town.call(SATO, "GET", f"/api/facts?stream=room/{WELFARE}&after=0")
    return [str(frame) for frame in from_room.json()["frames"]]


@pytest.mark.req("BASE-1", "BASE-4", "N9")
async def test_words_are_few_and_each_is_there_once(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "MOST_WORDS", 2)
    _, first = await watch(town, SUZUKI, "サーバー")
    assert await watch(town, SUZUKI, "ｻｰﾊﾞｰ") == (201, first)
    assert (await watch(town, SUZUKI, "議会"))[0] == 201
    status, refused = await watch(town, SUZUKI, "予算")
    assert (status, refused["code"], refused["details"]) == (409, "watchwords.too_many", {"most": 2})
    for word, code in (("課", "too_short"), (" ", "too_short"), ("あ" * 51, "too_long")):
        status, refused = await watch(town, SUZUKI, word)
        assert (status, refused["code"]) == (422, f"watchwords.{code}")
    assert (await town.call(SUZUKI, "POST", WORDS, {"word": "予算", "for": "all"})).status_code == 422
    assert await words(town, SUZUKI) == ["サーバー", "議会"]
    assert await words(town, SATO) == []
    assert await town.told_at(f"person/{SUZUKI}") == ["watchwords.changed"] * 2


async def test_looking_costs_the_same_however_much_is_said_and_a_line_read_twice_calls_once(
    town: Town,
) -> None:
    works = town.assembly.works
    rooms = {stream_of(WELFARE)}
    assert not await works.store.quick.read(lambda rows: is_for_anybody(rows, rooms))
    said = [UUID(await town.says(SATO, f"予算の話{at}", WELFARE)) for at in range(20)]
    entries = await entries_of(town, said)
    await eventually(town, lambda: is_read(town))
    since = entries[0].line.at
    for who in (SUZUKI, TANAKA):
        for word in ("予算", "予算の"):
            await watch(town, who, word)
    async with works.writing() as work:
        await work.session.execute(update(Watchword).values(since=since))
    assert await works.store.quick.read(lambda rows: is_for_anybody(rows, rooms))

    taken = list[int]()
    for told in (entries[:1], entries[1:], entries):
        async with works.writing() as work, statements(work) as sent:
            await call(work, told)
        taken.append(len(sent))
    assert taken == [4, 4, 3]
    assert await watched(town, SUZUKI) == list(range(1, 21))
    met = await town.told_at(f"person/{SUZUKI}")
    assert met.count("watchwords.met") == 20
    assert "watchwords.met" not in await town.told_at(f"person/{TANAKA}")


async def is_read(town: Town) -> bool:
    """Whether the reader has passed everything that was told so far, and comes back to none of it."""
    async with town.assembly.works.reading() as work:
        newest = select(JournalRow.xid, JournalRow.position).order_by(JournalRow.xid, JournalRow.position)
        places = (await work.session.execute(newest)).all()
    return town.assembly.readers.passed["watchwords"].place >= tuple(places[-1])


async def entries_of(town: Town, said: Sequence[UUID]) -> list[Entry]:
    """The lines of these messages as a durable reader is handed them."""
    async with town.assembly.works.reading() as work:
        asked = select(Message).where(Message.id.in_(said)).order_by(Message.ordinal)
        messages = (await work.session.scalars(asked)).all()
    return [
        Entry(
            Line(
                stream_of(each.room_id), each.ordinal,
                MessagePosted(room_id=each.room_id, message_id=each.id, ordinal=each.ordinal),
                each.author_id, each.posted_at,
            ),
            Cause(account_id=each.author_id),
        )
        for each in messages
    ]  # fmt: skip


async def test_what_a_message_that_is_not_there_says_calls_nobody(town: Town) -> None:
    await watch(town, SUZUKI, "予算")
    lost = MessagePosted(room_id=WELFARE, message_id=uuid4(), ordinal=1)
    line = Line(stream_of(WELFARE), 1, lost, SATO, town.assembly.works.now())
    async with town.assembly.works.writing() as work:
        await call(work, [Entry(line, Cause(account_id=SATO))])
    assert await town.told_at(f"person/{SUZUKI}") == ["watchwords.changed"]


@pytest.mark.req("C8", "N114")
async def test_an_open_screen_follows_words_and_what_they_meet(town: Town) -> None:
    changed = ["watchwords.changed"]
    async with transcript(town, "watchwords.changed", SUZUKI, expect=changed, more=[WORDS]):
        await watch(town, SUZUKI, "予算")
    async with transcript(town, "watchwords.met", SUZUKI, [WELFARE], expect=[]) as heard:
        message = await town.says(SATO, "予算の話です", WELFARE)
        await heard.ear.fact("watchwords.met")
    async with transcript(town, "watchwords.met-edited", SUZUKI, [WELFARE], expect=[]) as heard:
        await edits(town, message, "別の話です")
        await heard.ear.fact("watchwords.met")
    message = await town.says(SATO, "予算の話です", WELFARE)
    await comes_to(town, SUZUKI, [2])
    async with transcript(
        town, "messages.withdrawn-watched", SUZUKI, [WELFARE], expect=["messages.withdrawn"]
    ):
        answer = await town.call(SATO, "PUT", f"{ROOM}/messages/{message}/withdrawal", {})
        assert answer.status_code == 200
