"""Files in messages: one's own, each once, named as they are called; and a message may be nothing but files."""

from collections.abc import Coroutine
from uuid import UUID, uuid4

import pytest

from tests.cast import MORI, SATO, SUZUKI, WELFARE
from tests.ear import Refusal
from tests.keys import new_send_key
from tests.platform.nodes import until
from tests.talk.actors import withdraw
from tests.talk.attachments.bringing import Brought, attached, bring, is_held, judge, post, shown
from tests.talk.booking import scheduled, write
from tests.town import Town
from tests.transcripts import transcript
from yoriai.people.files.models import State
from yoriai.talk.attachments.attach import MOST
from yoriai.talk.messages.models import Withdrawal

pytestmark = pytest.mark.anyio

WORDS = {"kind": "text", "text": "現場の写真です"}


async def said(town: Town, message: str, who: UUID = SUZUKI) -> list[dict[str, object]]:
    page = (await town.call(who, "GET", f"/api/rooms/{WELFARE}/messages")).json()
    return next(each["parts"] for each in page["messages"] if each["message_id"] == message)


async def refused(town: Town, *brought: Brought, who: UUID = SATO) -> tuple[int, str]:
    answer = await post(town, [each.part for each in brought], who)
    return answer.status_code, answer.json()["code"]


@pytest.mark.req("FILE-1")
async def test_a_message_may_be_words_and_files_or_files_alone(town: Town) -> None:
    one, two, three = [await bring(town, name=f"写真{at}.png") for at in range(3)]
    alone = await attached(town, one)
    both = await post(town, [WORDS, two.part, three.part])
    names = [
        {"kind": "file", "file_id": str(each.file_id), "words": f"写真{at}.png"}
        for at, each in enumerate((one, two, three))
    ]
    assert await said(town, alone) == names[:1]
    assert await said(town, both.json()["message_id"]) == [WORDS, *names[1:]]
    assert set(await shown(town, SUZUKI, one, two, three)) == {each.file_id for each in (one, two, three)}
    row = (await town.call(SUZUKI, "GET", "/api/screen")).json()["rooms"]
    assert "写真1.png" in str(row), "the list of rooms names what came last"


@pytest.mark.req("FILE-1")
async def test_everybody_in_the_room_hears_of_it_by_its_name(town: Town) -> None:
    async with town.listens(SUZUKI) as ear:
        message = await attached(town, await bring(town, name="見積.png"))
        await until(lambda: any("見積.png" in str(frame) for frame in ear.frames))
    quoting = await post(town, [WORDS], SUZUKI, quote=message)
    page = (await town.call(SATO, "GET", f"/api/rooms/{WELFARE}/messages")).json()["messages"]
    quote = next(each["quote"] for each in page if each["message_id"] == quoting.json()["message_id"])
    assert quote["text"] == "［見積.png］"


@pytest.mark.req("FILE-8")
async def test_whoever_has_the_room_open_hears_what_became_of_a_file(town: Town) -> None:
    brought = await bring(town, state=State.CHECKING)
    message = await attached(town, brought)
    assert not (await shown(town, SUZUKI, brought))[brought.file_id]["may_open"]
    async with town.listens(SUZUKI) as ear:
        await judge(town, brought)
        told = await ear.fact("attachments.judged")
    assert (told["body"]["message_id"], told["body"]["file_id"]) == (message, str(brought.file_id))
    card = (await shown(town, SUZUKI, brought))[brought.file_id]
    assert (card["state"], card["reason"], card["may_open"]) == ("held", "sanitizing.unknown", False)


@pytest.mark.req("D19")
async def test_of_a_message_that_was_taken_back_nothing_more_is_told(town: Town) -> None:
    gone, there = [await bring(town, state=State.CHECKING) for _ in range(2)]
    await withdraw(town, await attached(town, gone), Withdrawal.TRACELESS)
    message = await attached(town, there)
    async with town.listens(SUZUKI) as ear:
        await judge(town, gone)
        await judge(town, there)
        await ear.fact("attachments.judged")
        told = [each["body"]["message_id"] for each in ear.named("attachments.judged")]
    assert told == [message]


@pytest.mark.req("FILE-1", "K4", "N6")
async def test_nobody_attaches_what_is_not_theirs_or_was_used(town: Town) -> None:
    no = (422, "attachments.no_such_file")
    foreign, used, twice = await bring(town, SUZUKI), await bring(town), await bring(town)
    await attached(town, used)
    unknown = Brought(uuid4(), b"", b"", b"")
    for wrong in ((foreign,), (await bring(town, MORI),), (used,), (twice, twice), (unknown,)):
        assert await refused(town, *wrong) == no
    assert not await is_held(town, twice) and not await is_held(town, foreign)
    assert await refused(town, await bring(town, state=State.DECLINED)) == (409, "files.declined")
    many = [await bring(town) for _ in range(MOST + 1)]
    assert await refused(town, *many) == (422, "attachments.too_many")
    await attached(town, *many[:MOST])


@pytest.mark.req("FILE-1", "D3")
async def test_the_same_key_again_is_the_same_message_and_takes_nothing(town: Town) -> None:
    one, two, key = await bring(town), await bring(town), new_send_key()
    first = await post(town, [one.part], send_key=key)
    again = await post(town, [one.part], send_key=key)
    other = await post(town, [two.part], send_key=key)
    assert first.json() == again.json() == other.json()
    assert not await is_held(town, two)


@pytest.mark.req("MSG-16", "FILE-1")
async def test_what_waits_for_its_time_brings_no_file_that_would_be_gone_by_then(town: Town) -> None:
    brought = await bring(town)
    no = (409, "scheduled.only_words")
    status, said = await write(town, parts=[WORDS, brought.part])
    assert (status, said["code"]) == no
    waits = f"/api/scheduled/{await scheduled(town)}"
    changed = await town.call(SATO, "PUT", waits, {"parts": [WORDS, brought.part]})
    assert (changed.status_code, changed.json()["code"]) == no
    await attached(town, brought)


async def test_what_is_no_part_is_refused(town: Town) -> None:
    told = {"kind": "file", "file_id": str(uuid4()), "state": "disarmed"}
    listed = {"kind": "file", "file_id": str(uuid4()), "about": ["橋"]}
    for part in ({"kind": "file"}, {"kind": "file", "file_id": "x"}, told, listed):
        assert (await post(town, [part])).status_code == 422


@pytest.mark.req("MSG-5")
async def test_an_edit_puts_words_right_and_leaves_the_files(town: Town) -> None:
    one, two = await bring(town), await bring(town)
    message = (await post(town, [WORDS, one.part])).json()["message_id"]
    path, right = f"/api/rooms/{WELFARE}/messages/{message}", {"kind": "text", "text": "現場の写真（北側）"}
    edited = await town.call(SATO, "PUT", path, {"parts": [right, one.part], "seen": None})
    assert edited.status_code == 200, edited.text
    assert (await said(town, message))[0] == right
    for parts in ([right], [right, two.part], [right, one.part, two.part]):
        changed = {"parts": parts, "seen": edited.json()["edited_at"]}
        answer = await town.call(SATO, "PUT", path, changed)
        assert (answer.status_code, answer.json()["code"]) == (409, "messages.brought_otherwise")


@pytest.mark.req("MSG-5", "FILE-1", "A11Y-1", "N114")
async def test_what_is_to_be_seen_is_said_and_corrected_afterwards(town: Town) -> None:
    brought = await bring(town, name="橋.png")
    message = await attached(town, brought)
    path = f"/api/rooms/{WELFARE}/messages/{message}"

    async def says(seen: object, **more: str) -> tuple[int, str | None]:
        answer = await town.call(SATO, "PUT", path, {"parts": [brought.part | more], "seen": seen})
        return answer.status_code, answer.json().get("edited_at")

    watched = town, "messages.edited-described", SUZUKI, [WELFARE]
    async with transcript(*watched, expect=["messages.edited"]):
        _, first = await says(None, about=" 橋の手前が\n沈んでいます ")
    assert (await said(town, message))[0]["about"] == "橋の手前が 沈んでいます"
    assert await says(first) == (200, first), "a client that does not say it leaves it as it is"
    assert (await says(first, about="あ" * 201))[0] == 422
    assert await says(None, about="橋") == (409, None), "what was changed elsewhere is not written over"
    async with town.listens(SATO) as ear:
        asked = {"room_id": str(WELFARE), "message_id": message, "seen": first}
        await ear.ask("messages.edit", **asked, parts=[brought.part | {"about": ""}])
    assert await said(town, message) == [brought.part | {"words": "橋.png"}]
    kept = (await town.call(SATO, "GET", f"{path}/versions")).json()["versions"]
    assert [each["parts"][0].get("about") for each in kept] == ["橋の手前が 沈んでいます", None]


@pytest.mark.req("FILE-1", "A11Y-1")
async def test_what_is_to_be_seen_goes_with_the_picture_by_either_way(town: Town) -> None:
    one, two = await bring(town, name="現場.png"), await bring(town, name="橋.png")
    seen = {**one.part, "about": " 橋の手前で\n道路が 沈んでいます "}
    message = (await post(town, [seen])).json()["message_id"]
    async with town.listens(SATO) as ear:
        for about, no in (("あ" * 201, "attachments.description_too_long"), ("𠮷" * 200, None)):
            asked = {"send_key": new_send_key(), "parts": [{**two.part, "about": about}]}
            assert await refusal(ear.ask("messages.post", room_id=str(WELFARE), **asked)) == no
    assert (await post(town, [{**one.part, "about": "あ" * 201}])).status_code == 422
    assert (await said(town, message))[0]["about"] == "橋の手前で 道路が 沈んでいます"
    row = (await town.call(SUZUKI, "POST", f"/api/rooms/{WELFARE}/messages", quoting(message))).json()
    page = (await town.call(SUZUKI, "GET", f"/api/rooms/{WELFARE}/messages")).json()["messages"]
    quote = next(each["quote"] for each in page if each["message_id"] == row["message_id"])
    assert quote["text"] == "［現場.png：橋の手前で 道路が 沈んでいます］"


async def refusal(asked: Coroutine[object, object, object]) -> str | None:
    try:
        await asked
    except Refusal as refused:
        return refused.code
    return None


def quoting(message: str) -> dict[str, object]:
    return {"send_key": new_send_key(), "parts": [WORDS], "quote": message}
