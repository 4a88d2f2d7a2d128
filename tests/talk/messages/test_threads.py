"""A light thread: answers stand together under the message they answer, one level deep (MSG-3).

An answer is a message of its room like any other: it has its ordinal, its fact, its mark of reading and its versions.
"""

from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.cast import SATO, SUZUKI, TANAKA, WELFARE
from tests.ear import Refusal
from tests.keys import new_send_key
from tests.talk.actors import actor_of, change_seat
from tests.talk.statements import statements, taken_by
from tests.town import Town
from yoriai.kit.ids import as_send_key
from yoriai.platform.facts.numbering import Cause
from yoriai.talk.messages.post import Posting, post_all
from yoriai.talk.messages.queries import Place
from yoriai.talk.rooms.standing import enter
from yoriai.talk.timeline import room

pytestmark = [pytest.mark.anyio, pytest.mark.req("MSG-3")]
Said = dict[str, Any]  # what came over the wire: the test looks into it by name
PATH = f"/api/rooms/{WELFARE}"


def words(text: str) -> list[Said]:
    return [{"kind": "text", "text": text}]


async def answer(town: Town, who: UUID, root: str, text: str = "こちらです", *, in_room: bool = False) -> str:
    body = {"send_key": new_send_key(), "parts": words(text), "thread": root, "in_room": in_room}
    said = await town.call(who, "POST", f"{PATH}/messages", body)
    assert said.status_code == 200, said.text
    return str(said.json()["message_id"])


async def page(town: Town, who: UUID = SATO, query: str = "") -> Said:
    found: Said = (await town.call(who, "GET", f"{PATH}/messages{query}")).json()
    return found


async def thread(town: Town, root: str, who: UUID = SATO, query: str = "") -> Said:
    found = await town.call(who, "GET", f"{PATH}/threads/{root}{query}")
    assert found.status_code == 200, found.text
    return found.json()


async def row(town: Town, who: UUID) -> Said:
    screen = (await town.call(who, "GET", "/api/screen")).json()
    return next(room for room in screen["rooms"] if room["room_id"] == str(WELFARE))


def texts(found: Said) -> list[str]:
    return [message["parts"][0]["text"] for message in found["messages"]]


async def test_answers_stand_together_and_are_counted_under_what_they_answer(town: Town) -> None:
    root = await town.says(SUZUKI, "資料はどこですか", WELFARE)
    first = await answer(town, SATO, root)
    await town.says(SUZUKI, "別の話です", WELFARE)
    async with town.listens(SUZUKI) as ear:
        second = await answer(town, SATO, root, "二階にもあります", in_room=True)
        told = (await ear.fact("messages.posted"))["body"]

    whole = await thread(town, root, SUZUKI)
    assert (whole["root"]["message_id"], texts(whole)) == (root, ["こちらです", "二階にもあります"])
    main = await page(town)
    places = [(message["ordinal"], message["thread_id"], message["in_room"]) for message in main["messages"]]
    assert places == [(1, None, True), (2, root, False), (3, None, True), (4, root, True)]
    assert (
        main["threads"]
        == whole["threads"]
        == {root: {"count": 2, "last_at": whole["messages"][1]["posted_at"]}}
    )
    assert told["thread"] == main["threads"][root]
    assert [message["message_id"] for message in whole["messages"]] == [first, second]


async def test_under_an_answer_stands_what_stands_beside_it(town: Town) -> None:
    root = await town.says(SUZUKI, "資料はどこですか", WELFARE)
    first = await answer(town, SATO, root)
    await answer(town, SUZUKI, first, "見つけました")
    assert texts(await thread(town, root)) == ["こちらです", "見つけました"]
    assert (await town.call(SATO, "GET", f"{PATH}/threads/{first}")).status_code == 404


@pytest.mark.req("MSG-9")
async def test_who_answers_has_read_it_only_where_nothing_unread_stands_before_it(town: Town) -> None:
    root = await town.says(SUZUKI, "資料はどこですか", WELFARE)
    await answer(town, SATO, root)
    assert ((await row(town, SATO))["unread"], (await row(town, SUZUKI))["unread"]) == (2, 1)
    await town.call(SATO, "PUT", f"{PATH}/read-mark", {"ordinal": 2})
    async with town.listens(SUZUKI) as ear:
        await answer(town, SATO, root)
        assert (await ear.fact("messages.posted"))["body"]["is_read"] is True
        await answer(town, SUZUKI, root)
        assert (await ear.fact("messages.posted", 2))["body"]["is_read"] is False
    assert ((await row(town, SATO))["unread"], (await row(town, SUZUKI))["unread"]) == (1, 3)
    await answer(town, SUZUKI, root, in_room=True)
    assert (await row(town, SUZUKI))["unread"] == 0


@pytest.mark.req("MSG-5", "MSG-6")
async def test_the_thread_of_what_was_taken_back_stays_and_leaves_a_trace(town: Town) -> None:
    root = await town.says(SUZUKI, "資料はどこですか", WELFARE)
    first = await answer(town, SATO, root)
    gone = await town.call(SUZUKI, "PUT", f"{PATH}/messages/{root}/withdrawal", {})
    assert gone.json()["left_no_trace"] is False
    whole = await thread(town, root)
    assert (whole["root"]["is_withdrawn"], whole["root"]["parts"], texts(whole)) == (True, [], ["こちらです"])
    await answer(town, SUZUKI, root, "失礼しました")

    async with town.listens(SUZUKI) as ear:
        await town.call(SATO, "PUT", f"{PATH}/messages/{first}/withdrawal", {})
        told = (await ear.fact("messages.withdrawn"))["body"]
    assert (told["thread_id"], told["thread"]["count"]) == (root, 1)
    assert (await page(town))["threads"][root] == told["thread"]


async def test_signs_edits_and_readers_work_on_an_answer_as_on_any_message(town: Town) -> None:
    root = await town.says(SUZUKI, "資料はどこですか", WELFARE)
    first = await answer(town, SATO, root)
    assert (await town.call(SUZUKI, "PUT", f"{PATH}/messages/{first}/reactions/check")).status_code == 204
    edited = {"parts": words("三階です"), "seen": None}
    assert (await town.call(SATO, "PUT", f"{PATH}/messages/{first}", edited)).status_code == 200
    whole = await thread(town, root)
    assert (texts(whole), whole["reactions"][first][0]["count"]) == (["三階です"], 1)
    found = (await town.call(SUZUKI, "GET", f"{PATH}/messages/{first}")).json()["message"]
    assert (found["thread_id"], found["in_room"]) == (root, False)
    around = await page(town, SUZUKI, f"?around={first}")
    assert first in [message["message_id"] for message in around["messages"]]


@pytest.mark.req("N8", "N14")
async def test_under_what_one_may_not_see_stands_nothing(town: Town) -> None:
    secret = await town.says(TANAKA, "工事の入札予定", town.roads)
    early = await town.says(SUZUKI, "まだいなかった頃の話", WELFARE)
    await change_seat(town, WELFARE, SATO, since_ordinal=2)
    async with town.listens(SATO) as ear:
        for root in (secret, early, str(uuid4())):
            body = {"send_key": new_send_key(), "parts": words("こちらです"), "thread": root}
            assert (await town.call(SATO, "POST", f"{PATH}/messages", body)).status_code == 404
            assert (await town.call(SATO, "GET", f"{PATH}/threads/{root}")).status_code == 404
            with pytest.raises(Refusal) as no:
                await ear.ask("messages.post", room_id=str(WELFARE), **body)
            assert no.value.status == 404


@pytest.mark.req("MSG-6")
async def test_under_what_was_never_there_nothing_is_said(town: Town) -> None:
    gone = await town.says(SUZUKI, "誤って送りました", WELFARE)
    await town.call(SUZUKI, "PUT", f"{PATH}/messages/{gone}/withdrawal", {})
    body = {"send_key": new_send_key(), "parts": words("こちらです"), "thread": gone}
    assert (await town.call(SATO, "POST", f"{PATH}/messages", body)).status_code == 404


@pytest.mark.req("D17")
async def test_a_latecomer_reads_the_later_answers_and_nothing_of_what_they_answer(town: Town) -> None:
    root = await town.says(SUZUKI, "まだいなかった頃の話", WELFARE)
    await answer(town, SUZUKI, root, "前の答え")
    await change_seat(town, WELFARE, SATO, since_ordinal=3)
    await answer(town, SUZUKI, root, "いまの答え")
    whole = await thread(town, root)
    assert (whole["root"], texts(whole), "まだ" in str(whole)) == (None, ["いまの答え"], False)


async def test_a_long_thread_is_read_page_by_page(town: Town) -> None:
    root = await town.says(SUZUKI, "点呼します", WELFARE)
    for each in range(5):
        await answer(town, SATO, root, f"{each}")
        await town.says(SUZUKI, "あいだの話", WELFARE)
    newest = await thread(town, root, query="?limit=2")
    assert (texts(newest), bool(newest["older"])) == (["3", "4"], True)
    before = await thread(town, root, query=f"?limit=3&before={newest['messages'][0]['ordinal']}")
    assert (texts(before), bool(before["older"])) == (["0", "1", "2"], True)
    first = await thread(town, root, query=f"?limit=3&before={before['messages'][0]['ordinal']}")
    assert (texts(first), first["older"]) == ([], None)
    after = await thread(town, root, query=f"?limit=4&after={before['messages'][1]['ordinal']}")
    assert (texts(after), after["newer"]) == (["2", "3", "4"], None)


async def test_answering_takes_two_more_statements_however_many_answer(town: Town) -> None:
    root = UUID(await town.says(SUZUKI, "ご意見をください", WELFARE))
    sato, cause = await actor_of(town, SATO), Cause(account_id=SATO)

    def postings(count: int) -> list[Posting]:
        keys = [as_send_key(new_send_key()) for _ in range(count)]
        return [
            Posting(sato, WELFARE, key, words("はい"), cause, thread_id=root, in_room=False) for key in keys
        ]

    taken = [await taken_by(town.assembly.works, post_all, postings(count)) for count in (1, 50)]
    assert taken == [9, 9]


async def test_a_page_with_threads_takes_as_many_queries_as_one_without(town: Town) -> None:
    suzuki, root = await actor_of(town, SUZUKI), await town.says(SUZUKI, "ご意見をください", WELFARE)

    async def taken(place: Place) -> int:
        async with town.assembly.works.reading() as work:
            here = await enter(work, suzuki, WELFARE)
            async with statements(work) as sent:
                await room.page(work, here, place, 50)
        return len(sent)

    places = Place(), Place(under=UUID(root))
    before = [await taken(place) for place in places]
    for other in (root, await town.says(SATO, "もう一つ", WELFARE)):
        for _ in range(3):
            await answer(town, SATO, other)
    assert [await taken(place) for place in places] == before
