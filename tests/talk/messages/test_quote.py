"""返信: a message answers another of the same room, and shows it in one line."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.cast import ROADS, SATO, SUZUKI, TANAKA, WELFARE
from tests.ear import Refusal
from tests.keys import new_send_key
from tests.talk.actors import actor_of, change_seat, opened
from tests.talk.statements import statements, taken_by
from tests.town import Town
from tests.transcripts import transcript
from yoriai.kit.ids import as_send_key
from yoriai.platform.facts.numbering import Cause
from yoriai.talk.messages.post import Posting, post_all
from yoriai.talk.messages.queries import Place
from yoriai.talk.rooms.standing import enter
from yoriai.talk.timeline import room

pytestmark = pytest.mark.anyio
Said = dict[str, Any]  # what came over the wire: the test looks into it by name
PATH = f"/api/rooms/{WELFARE}/messages"


def words(text: str) -> list[Said]:
    return [{"kind": "text", "text": text}]


async def answer(town: Town, who: UUID, quote: str) -> tuple[int, Said]:
    body = {"send_key": new_send_key(), "parts": words("承知しました"), "quote": quote}
    said = await town.call(who, "POST", PATH, body)
    return said.status_code, said.json()


async def quote_in(town: Town, who: UUID) -> Said | None:
    """What the newest message shows of the one it answers."""
    page = (await town.call(who, "GET", PATH)).json()
    quote: Said | None = page["messages"][-1]["quote"]
    assert quote is None or quote["author_id"] in {None, *page["people"]}
    return quote


@pytest.mark.req("MSG-3")
async def test_an_answer_shows_what_it_answers_on_the_page_and_as_it_is_told(town: Town) -> None:
    asked = await town.says(SUZUKI, "受付から計測までの動線を\n一方通行に", WELFARE)
    async with town.listens(SUZUKI) as ear:
        assert (await answer(town, SATO, asked))[0] == 200
        told = (await ear.fact("messages.posted"))["body"]
    line = "受付から計測までの動線を 一方通行に"
    expected = {"message_id": asked, "author_id": str(SUZUKI), "text": line, "is_withdrawn": False}
    assert await quote_in(town, SUZUKI) == expected == told["message"]["quote"]
    assert told["answered"]["family"] == "鈴木"


@pytest.mark.req("MSG-3", "MSG-5")
async def test_of_one_that_was_taken_back_only_that_is_shown(town: Town) -> None:
    asked = await town.says(SUZUKI, "まちがえました", WELFARE)
    await answer(town, SATO, asked)
    assert (await town.call(SUZUKI, "PUT", f"{PATH}/{asked}/withdrawal", {})).status_code == 200
    quote = await quote_in(town, SATO)
    assert quote
    assert (quote["text"], quote["is_withdrawn"]) == (None, True)


@pytest.mark.req("MSG-3", "MSG-4")
async def test_what_was_put_right_is_shown_as_it_reads_now(town: Town) -> None:
    asked = await town.says(SUZUKI, "会場は三階です", WELFARE)
    said = (await answer(town, SATO, asked))[1]["message_id"]
    await town.call(SUZUKI, "PUT", f"{PATH}/{asked}", {"parts": words("会場は二階です"), "seen": None})
    async with town.listens(SUZUKI) as ear:
        await town.call(SATO, "PUT", f"{PATH}/{said}", {"parts": words("伺います"), "seen": None})
        told = (await ear.fact("messages.edited"))["body"]["message"]
    assert told["quote"]["text"] == "会場は二階です"
    assert await quote_in(town, SUZUKI) == told["quote"]


@pytest.mark.req("N8", "N14", "MSG-3")
async def test_what_one_may_not_see_is_not_answered(town: Town) -> None:
    elsewhere = await town.says(TANAKA, "工事の入札予定", ROADS)
    other_room = await opened(town, SATO, [])
    mine = await town.says(SATO, "別のルームの話", other_room)
    early = await town.says(SUZUKI, "まだいなかった頃の話", WELFARE)
    await change_seat(town, WELFARE, SATO, since_ordinal=2)
    async with town.listens(SATO) as ear:
        for quote in (elsewhere, mine, early, str(uuid4())):
            assert (await answer(town, SATO, quote))[0] == 404
            place = {"room_id": str(WELFARE), "send_key": new_send_key(), "quote": quote}
            with pytest.raises(Refusal) as no:
                await ear.ask("messages.post", parts=words("承知しました"), **place)
            assert no.value.status == 404
    assert await town.told(WELFARE) == ["messages.posted"]


@pytest.mark.req("D17", "N10", "MSG-3")
async def test_a_latecomer_reads_the_answer_and_nothing_of_what_it_answers(town: Town) -> None:
    early = await town.says(SUZUKI, "まだいなかった頃の話", WELFARE)
    await change_seat(town, WELFARE, SATO, since_ordinal=2)
    async with town.listens(SATO) as ear:
        assert (await answer(town, SUZUKI, early))[0] == 200
        told = (await ear.fact("messages.posted"))["body"]
    nothing = {"message_id": early, "author_id": None, "text": None, "is_withdrawn": False}
    assert (told["message"]["quote"], told["answered"]) == (nothing, None)
    assert await quote_in(town, SATO) == nothing
    assert (await quote_in(town, SUZUKI) or {})["text"] == "まだいなかった頃の話"
    await town.call(SATO, "PUT", f"/api/rooms/{WELFARE}/read-mark", {"ordinal": 2})
    await town.call(SUZUKI, "PUT", f"{PATH}/{early}/withdrawal", {})
    assert await quote_in(town, SATO) == nothing
    assert (await quote_in(town, SUZUKI) or {})["is_withdrawn"] is True


@pytest.mark.req("MSG-6")
async def test_an_answer_to_what_was_never_there_answers_nothing(town: Town) -> None:
    gone = await town.says(SATO, "誤って送りました", WELFARE)
    await town.call(SATO, "PUT", f"{PATH}/{gone}/withdrawal", {})
    assert (await answer(town, SUZUKI, gone))[0] == 200
    assert await quote_in(town, SATO) is None
    mine = await town.says(SATO, "二重に送りました", WELFARE)
    await answer(town, SATO, mine)
    gone_at_once = await town.call(SATO, "PUT", f"{PATH}/{mine}/withdrawal", {})
    assert gone_at_once.json()["left_no_trace"] is True
    assert await quote_in(town, SATO) is None


async def test_posting_takes_no_more_statements_than_before_and_answers_one_more(town: Town) -> None:
    asked = UUID(await town.says(SUZUKI, "ご意見をください", WELFARE))
    sato, cause = await actor_of(town, SATO), Cause(account_id=SATO)

    def postings(count: int, quote: UUID | None) -> list[Posting]:
        keys = [as_send_key(new_send_key()) for _ in range(count)]
        return [Posting(sato, WELFARE, key, words("はい"), cause, quote) for key in keys]

    works = town.assembly.works
    plain = await taken_by(works, post_all, postings(1, None))
    answers = [await taken_by(works, post_all, postings(count, asked)) for count in (1, 50)]
    assert (plain, answers) == (7, [8, 8])


async def test_a_page_of_answers_takes_no_more_queries(town: Town) -> None:
    suzuki, asked = await actor_of(town, SUZUKI), await town.says(SUZUKI, "ご意見をください", WELFARE)

    async def taken() -> int:
        async with town.assembly.works.reading() as work:
            here = await enter(work, suzuki, WELFARE)
            async with statements(work) as sent:
                await room.page(work, here, Place(), 50)
        return len(sent)

    before = await taken()
    for who in (SATO, SUZUKI, SATO):
        assert (await answer(town, who, asked))[0] == 200
    assert await taken() == before


@pytest.mark.req("MSG-3", "C8")
async def test_an_open_screen_shows_what_becomes_of_what_is_answered(town: Town) -> None:
    asked = await town.says(SATO, "当番表です（三階）", WELFARE)
    async with transcript(town, "messages.posted-answer", SATO, [WELFARE], expect=["messages.posted"]):
        assert (await answer(town, SUZUKI, asked))[0] == 200
    edited = {"parts": words("当番表です（二階）"), "seen": None}
    async with transcript(town, "messages.edited-answer", SUZUKI, [WELFARE], expect=["messages.edited"]):
        await town.call(SATO, "PUT", f"{PATH}/{asked}", edited)
    told = ["messages.withdrawn"]
    async with transcript(town, "messages.withdrawn-answer", SUZUKI, [WELFARE], expect=told):
        await town.call(SATO, "PUT", f"{PATH}/{asked}/withdrawal", {})
