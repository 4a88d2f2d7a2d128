"""Posting: durable, once, in order; and a refused neighbour harms nobody."""

import asyncio
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete, func, select

from tests.cast import NEXT_DOOR, ROADS, SATO, SUZUKI, TANAKA, WELFARE
from tests.ear import Refusal
from tests.keys import new_send_key
from tests.talk.actors import actor_of, change_room
from tests.talk.statements import taken_by
from tests.town import Town
from yoriai.kit.errors import NotFound, Refused
from yoriai.kit.ids import as_send_key
from yoriai.people.access.actor import Actor
from yoriai.platform.facts.numbering import Cause
from yoriai.talk.messages.models import Message
from yoriai.talk.messages.post import Posting, post_all
from yoriai.talk.messages.posted import Posted
from yoriai.talk.rooms.policy import RoomArchived

pytestmark = pytest.mark.anyio


def text(words: str = "窓口の当番表です") -> list[dict[str, object]]:
    return [{"kind": "text", "text": words}]


def posting(actor: Actor, room: UUID, words: str = "まとめて書きます", key: str | None = None) -> Posting:
    return Posting(
        actor, room, as_send_key(key or new_send_key()), text(words), Cause(account_id=actor.account_id)
    )


async def ordinals(town: Town, room: UUID) -> list[int]:
    async with town.assembly.works.reading() as work:
        counted = select(Message.ordinal).where(Message.room_id == room).order_by(Message.ordinal)
        return list(await work.session.scalars(counted))


@pytest.mark.req("D4", "MSG-1")
async def test_answer_and_fact_carry_both_ids_and_the_number(town: Town) -> None:
    key = new_send_key()
    async with town.listens(SUZUKI) as ear:
        answer = await town.call(
            SATO, "POST", f"/api/rooms/{WELFARE}/messages", {"send_key": key, "parts": text()}
        )
        fact = await ear.fact("messages.posted")

    said = answer.json()
    message = fact["body"]["message"]
    assert answer.status_code == 200
    assert (said["send_key"], said["ordinal"], said["number"]) == (key, 1, 1)
    assert {name: message[name] for name in ("message_id", "send_key", "ordinal", "posted_at")} == {
        name: said[name] for name in ("message_id", "send_key", "ordinal", "posted_at")
    }
    assert (fact["number"], fact["by"], message["author_id"]) == (1, str(SATO), str(SATO))
    assert (message["parts"], fact["body"]["person"]["family"]) == (text(), "佐藤")


@pytest.mark.req("D2", "D3", "N102", "C2")
async def test_fifty_parallel_sends_of_one_message_are_one_message(town: Town) -> None:
    key = new_send_key()

    async def send(number: int) -> tuple[str, int, int]:
        body = {"send_key": key.lower() if number % 2 else key, "parts": text(f"{number}回目の本文")}
        path = f"/api/rooms/{WELFARE}/messages"
        answer = await town.call(SATO, "POST", path, body, zone="lgwan" if number % 3 else "internet")
        assert answer.status_code == 200, answer.text
        said = answer.json()
        return said["message_id"], said["ordinal"], said["number"]

    answers = set(await asyncio.gather(*(send(number) for number in range(50))))
    again = await send(51)
    assert answers == {again}
    assert await ordinals(town, WELFARE) == [1]
    assert await town.told(WELFARE) == ["messages.posted"]


@pytest.mark.req("D2", "N102")
async def test_the_same_key_of_another_author_or_in_another_room_is_another_message(town: Town) -> None:
    works, key = town.assembly.works, new_send_key()
    sato, suzuki = await actor_of(town, SATO), await actor_of(town, SUZUKI)
    room = UUID(
        (
            await town.call(SATO, "POST", "/api/rooms", {"request_key": key, "name": "別", "members": []})
        ).json()["room_id"]
    )
    posted = [
        await works.together_quickly(post_all, posting(actor, where, key=key))
        for actor, where in ((sato, WELFARE), (suzuki, WELFARE), (sato, room))
    ]
    assert len({each.message_id for each in posted}) == 3


@pytest.mark.req("N102")
async def test_the_same_key_twice_in_one_batch_is_one_message(town: Town) -> None:
    sato, key = await actor_of(town, SATO), new_send_key()
    works = town.assembly.works
    together = (
        works.together_quickly(post_all, posting(sato, WELFARE, words, key)) for words in ("一", "二")
    )
    first, second = await asyncio.gather(*together)
    assert first is second
    third = await works.together_quickly(post_all, posting(sato, WELFARE, "三", key))
    assert (third.message_id, third.number, third.posted_at) == (
        first.message_id,
        first.number,
        first.posted_at,
    )


async def test_refused_neighbours_take_no_ordinal_and_stop_nobody(town: Town) -> None:
    await change_room(town, ROADS, archived_at=town.assembly.works.now())
    sato, tanaka = await actor_of(town, SATO), await actor_of(town, TANAKA)
    batch = [
        posting(tanaka, WELFARE), posting(sato, WELFARE), posting(sato, NEXT_DOOR), posting(tanaka, ROADS),
        posting(sato, uuid4()), posting(sato, WELFARE),
    ]  # fmt: skip
    outcomes = await asyncio.gather(
        *(town.assembly.works.together_quickly(post_all, each) for each in batch), return_exceptions=True
    )
    kinds = [type(each) for each in outcomes]
    assert kinds == [NotFound, Posted, NotFound, RoomArchived, NotFound, Posted]
    assert await ordinals(town, WELFARE) == [1, 2]
    assert await town.told(WELFARE) == ["messages.posted"] * 2
    assert await town.told(ROADS) == []


@pytest.mark.req("D3", "N13")
async def test_in_a_room_put_away_a_retry_still_finds_its_message_and_nothing_new_is_said(town: Town) -> None:
    body = {"send_key": new_send_key(), "parts": text()}
    path = f"/api/rooms/{WELFARE}/messages"
    first = await town.call(SATO, "POST", path, body)
    await change_room(town, WELFARE, archived_at=town.assembly.works.now())

    assert (await town.call(SATO, "POST", path, body)).json() == first.json()
    refused = await town.call(SATO, "POST", path, body | {"send_key": new_send_key()})
    assert (refused.status_code, refused.json()["code"]) == (409, "rooms.archived")


@pytest.mark.req("D8", "C4")
async def test_ordinals_of_many_authors_at_once_have_no_gaps(town: Town) -> None:
    async with town.listens(SUZUKI) as ear:
        says = (town.says(who, f"{each}件目", WELFARE) for each in range(40) for who in (SATO, SUZUKI))
        await asyncio.gather(*says)
        await ear.fact("messages.posted", times=80)
        heard = [each["body"]["message"]["ordinal"] for each in ear.named("messages.posted")]
    assert heard == list(range(1, 81)) == await ordinals(town, WELFARE)


@pytest.mark.req("D7", "BASE-5")
async def test_the_order_is_the_servers_whatever_the_clock_of_a_device_says(town: Town) -> None:
    sato = await actor_of(town, SATO)
    of_the_far_future, of_1970 = "7ZZZZZZZZZ0000000000000000", "00000000000000000000000000"
    posted = [
        await town.assembly.works.together_quickly(post_all, posting(sato, WELFARE, key=key))
        for key in (of_the_far_future, new_send_key(), of_1970)
    ]
    assert [each.ordinal for each in posted] == [1, 2, 3]
    moments = [each.posted_at for each in posted]
    assert moments == sorted(moments)
    assert moments[-1] - moments[0] < timedelta(minutes=1)


async def test_a_batch_takes_as_many_statements_as_a_single_message(town: Town) -> None:
    actors = [await actor_of(town, who) for who in (SATO, SUZUKI)]

    for key in (None, new_send_key()):  # the second time all are the same message
        few, many = (
            [posting(actors[each % 2], WELFARE, key=key) for each in range(count)] for count in (1, 100)
        )
        taken = [await taken_by(town.assembly.works, post_all, each) for each in (few, many)]
        assert taken == [7, 7]


async def test_a_message_that_retention_has_taken_is_told_as_a_blank(town: Town) -> None:
    gone = await town.says(SATO, "保存期間が過ぎました", WELFARE)
    await town.says(SATO, "残っています", WELFARE)
    async with town.assembly.works.writing() as work:
        await work.session.execute(delete(Message).where(Message.id == UUID(gone)))
    missed = (await town.call(SUZUKI, "GET", f"/api/facts?stream=room/{WELFARE}&after=0")).json()["frames"]
    assert [each.get("fact") for each in missed] == [None, "messages.posted"]


@pytest.mark.req("MSG-1")
async def test_over_the_socket_it_is_the_same_post(town: Town) -> None:
    key = new_send_key()
    async with town.listens(SATO, zone="internet") as ear:
        first = await ear.ask("messages.post", room_id=str(WELFARE), send_key=key, parts=text())
        over_http = await town.call(
            SATO, "POST", f"/api/rooms/{WELFARE}/messages", {"send_key": key, "parts": text("別の本文")}
        )
        assert over_http.json() == first
        for room, code in ((ROADS, "not_found"), (NEXT_DOOR, "not_found"), (uuid4(), "not_found")):
            with pytest.raises(Refusal) as refused:
                await ear.ask("messages.post", room_id=str(room), send_key=key, parts=text())
            assert refused.value.code == code


@pytest.mark.req("N9")
@pytest.mark.parametrize(
    "forged",
    [
        {"author_id": str(SUZUKI)},
        {"posted_at": "2020-01-01T00:00:00Z"},
        {"kind": "system"},
    ],
)
@pytest.mark.asvs("V15.3.3")
async def test_forged_fields_are_refused(town: Town, forged: dict[str, object]) -> None:
    body = {"send_key": new_send_key(), "parts": text()} | forged
    assert (await town.call(SATO, "POST", f"/api/rooms/{WELFARE}/messages", body)).status_code == 422
    assert await ordinals(town, WELFARE) == []


@pytest.mark.req("N9", "ORG-6")
@pytest.mark.asvs("V15.3.3")
async def test_nobody_writes_in_the_name_of_another_person(town: Town) -> None:
    for whose in (SUZUKI, SATO, uuid4()):
        body = {"send_key": new_send_key(), "parts": text(), "on_behalf_of": str(whose)}
        refused = await town.call(SATO, "POST", f"/api/rooms/{WELFARE}/messages", body)
        assert (refused.status_code, refused.json()["code"]) == (403, "department_accounts.not_authorized")
    assert await ordinals(town, WELFARE) == []


@pytest.mark.req("BASE-2", "N51")
@pytest.mark.asvs("V2.2.2")
async def test_what_is_no_text_is_refused_and_never_a_defect(town: Town) -> None:
    path = f"/api/rooms/{WELFARE}/messages"
    raw = '{"send_key":"%s","parts":[{"kind":"text","text":"%s"}]}'
    for words, status in (("\\ud800", 400), ("\\u0000", 400), ("　\\n", 422), ("\\u0007", 422)):
        answer = await town.clients["lgwan"].request(
            "POST",
            path,
            content=raw % (new_send_key(), words),
            headers={
                "host": f"lgwan.localhost:{town.ports['lgwan']}",
                "origin": town.origin("lgwan"),
                "content-type": "application/json",
                "cookie": (await town.call(SATO, "GET", "/api/screen")).request.headers["cookie"],
            },
        )
        assert answer.status_code == status, answer.text
    async with town.assembly.works.reading() as work:
        assert await work.session.scalar(select(func.count()).select_from(Message)) == 0


async def test_a_refusal_of_a_batch_is_a_refusal(town: Town) -> None:
    tanaka = await actor_of(town, TANAKA)
    with pytest.raises(Refused):
        await town.assembly.works.together_quickly(post_all, posting(tanaka, WELFARE))
