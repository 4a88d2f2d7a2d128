"""Reactions: one of a kind from each person, taken back by the same person, seen by everybody in the room."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

import pytest

from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE
from tests.ear import Frame, Refusal
from tests.talk.actors import actor_of, change_room, opened, withdraw
from tests.talk.statements import statements, taken_by
from tests.town import Town
from yoriai.kit.errors import NotFound
from yoriai.platform.facts.numbering import Cause
from yoriai.talk.messages.models import Withdrawal
from yoriai.talk.messages.queries import Place
from yoriai.talk.reactions.models import Kind
from yoriai.talk.reactions.react import Reacting, react_all
from yoriai.talk.rooms.standing import enter
from yoriai.talk.timeline import room as timeline

pytestmark = pytest.mark.anyio


@pytest.fixture
async def rota(town: Town) -> str:
    return await town.says(SATO, "窓口の当番表です", WELFARE)


def path(message: str, kind: str = "check", room: UUID = WELFARE) -> str:
    return f"/api/rooms/{room}/messages/{message}/reactions/{kind}"


async def react(town: Town, who: UUID, message: str, kind: str = "check", room: UUID = WELFARE) -> None:
    answer = await town.call(who, "PUT", path(message, kind, room))
    assert answer.status_code == 204, answer.text


async def seen(town: Town, who: UUID, room: UUID = WELFARE) -> dict[str, list[Frame]]:
    found: dict[str, list[Frame]] = (await town.call(who, "GET", f"/api/rooms/{room}/messages")).json()[
        "reactions"
    ]
    return found


async def names(town: Town, who: UUID, message: str, kind: str = "check", room: UUID = WELFARE) -> list[str]:
    answer = await town.call(who, "GET", path(message, kind, room))
    assert answer.status_code == 200, answer.text
    return [person["family"] for person in answer.json()["people"]]


def code(answer) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


@pytest.mark.req("MSG-8")
async def test_a_reaction_is_counted_and_everybody_sees_whose_it_is(town: Town, rota: str) -> None:
    await react(town, SUZUKI, rota, "thanks")
    await react(town, SUZUKI, rota)
    await react(town, SATO, rota)

    assert await seen(town, SATO) == {
        rota: [
            {"kind": "check", "count": 2, "mine": True},
            {"kind": "thanks", "count": 1, "mine": False},
        ]
    }
    assert await names(town, SUZUKI, rota) == ["佐藤", "鈴木"]
    assert await names(town, SATO, rota, "thanks") == ["鈴木"]
    assert await names(town, SATO, rota, "eyes") == []


@pytest.mark.req("MSG-8")
async def test_one_of_a_kind_from_each_and_a_second_request_tells_nobody(town: Town, rota: str) -> None:
    for _ in range(2):
        await react(town, SUZUKI, rota)
    for _ in range(2):
        assert (await town.call(SUZUKI, "DELETE", path(rota))).status_code == 204

    assert await seen(town, SATO) == {}
    assert await town.told(WELFARE) == ["messages.posted", "reactions.changed", "reactions.changed"]


@pytest.mark.req("MSG-8")
async def test_the_room_is_told_the_count_and_the_socket_does_what_http_does(town: Town, rota: str) -> None:
    sign = {"room_id": str(WELFARE), "message_id": rota, "kind": "heart"}
    async with town.listens(SATO) as other, town.listens(SUZUKI) as ear:
        assert await ear.ask("reactions.set", **sign) == {"is_on": True}
        assert await ear.ask("reactions.unset", **sign) == {"is_on": False}
        await other.fact("reactions.changed", 2)
    came, went = other.named("reactions.changed")
    assert came["body"] == sign | {"account_id": str(SUZUKI), "is_on": True, "count": came["body"]["count"]}
    assert (went["body"]["is_on"], went["body"]["count"]) == (False, 0)


@pytest.mark.req("MSG-8", "N14")
async def test_a_stranger_reacts_to_nothing_and_learns_nothing(town: Town, rota: str) -> None:
    secret = await town.says(TANAKA, "工事の入札予定", town.roads)
    for method in ("GET", "PUT", "DELETE"):
        for who, where in ((TANAKA, path(rota)), (SATO, path(secret)), (SATO, path(secret, room=town.roads))):
            assert code(await town.call(who, method, where)) == (404, "not_found"), method
    assert await town.told(town.roads) == ["messages.posted"]


@pytest.mark.req("N12")
async def test_who_has_left_the_room_reacts_no_longer(town: Town, rota: str) -> None:
    await town.call(SUZUKI, "DELETE", f"/api/rooms/{WELFARE}/members/{SUZUKI}")
    assert code(await town.call(SUZUKI, "PUT", path(rota))) == (404, "not_found")


@pytest.mark.req("D17", "MSG-8")
async def test_who_is_not_shown_the_past_neither_sees_nor_sets_reactions_there(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI])
    await change_room(town, room, policies={"past": "hidden"})
    old = await town.says(SATO, "前の話", room)
    await town.call(SATO, "POST", f"/api/rooms/{room}/members", {"accounts": [str(TANAKA)]})
    async with town.listens(TANAKA) as ear:
        await react(town, SUZUKI, old, room=room)
        await town.says(SATO, "今の話", room)
        await ear.fact("messages.posted")
        assert ear.named("reactions.changed") == []
    assert await seen(town, TANAKA, room) == {}
    for method in ("GET", "PUT"):
        assert code(await town.call(TANAKA, method, path(old, room=room))) == (404, "not_found")


@pytest.mark.req("MSG-8")
async def test_there_is_no_reaction_to_a_message_that_was_taken_back(town: Town, rota: str) -> None:
    await react(town, SUZUKI, rota)
    await withdraw(town, rota)

    assert await seen(town, SATO) == {}
    assert await names(town, SATO, rota) == []
    assert code(await town.call(SATO, "PUT", path(rota))) == (409, "reactions.withdrawn")
    assert code(await town.call(SUZUKI, "DELETE", path(rota))) == (409, "reactions.withdrawn")


@pytest.mark.req("MSG-6", "MSG-8")
async def test_to_a_message_that_left_no_trace_the_answer_is_that_of_one_that_never_was(
    town: Town, rota: str
) -> None:
    await react(town, SUZUKI, rota)
    await withdraw(town, rota, Withdrawal.TRACELESS)
    for method in ("PUT", "DELETE", "GET"):
        assert code(await town.call(SUZUKI, method, path(rota))) == (404, "not_found"), method


@pytest.mark.req("ROOM-11")
async def test_a_formal_room_refuses_by_its_own_rule_and_what_stands_may_go(town: Town, rota: str) -> None:
    await react(town, SUZUKI, rota)
    await change_room(town, WELFARE, policies={"reactions": "off"})

    assert code(await town.call(SATO, "PUT", path(rota))) == (409, "reactions.off_here")
    assert (await town.call(SUZUKI, "DELETE", path(rota))).status_code == 204
    assert await seen(town, SATO) == {}


@pytest.mark.req("MSG-8")
async def test_in_a_room_that_was_put_away_nothing_changes(town: Town, rota: str) -> None:
    await change_room(town, WELFARE, archived_at=datetime.now(UTC))
    assert code(await town.call(SATO, "PUT", path(rota))) == (409, "rooms.archived")


@pytest.mark.req("MSG-8", "BASE-7")
async def test_a_body_may_live_without_reactions_and_finds_them_again(town: Town, rota: str) -> None:
    await react(town, SUZUKI, rota)
    await town.call(TAKAHASHI, "DELETE", "/api/modules/reactions/switch")
    assert await seen(town, SATO) == {}
    for method in ("GET", "PUT", "DELETE"):
        assert code(await town.call(SATO, method, path(rota))) == (404, "not_found")
    async with town.listens(SATO) as ear:
        with pytest.raises(Refusal) as refused:
            await ear.ask("reactions.set", room_id=str(WELFARE), message_id=rota, kind="check")
        assert refused.value.status == 404
    await town.call(TAKAHASHI, "PUT", "/api/modules/reactions/switch")
    assert [each["count"] for each in (await seen(town, SATO))[rota]] == [1]


async def test_only_the_signs_that_there_are_are_taken(town: Town, rota: str) -> None:
    for kind in ("like", "CHECK", "x" * 1_000):
        assert (await town.call(SATO, "PUT", path(rota, kind))).status_code == 422


@pytest.mark.req("MSG-8")
async def test_taps_of_two_devices_at_once_are_one_sign(town: Town, rota: str) -> None:
    taps = [town.call(SUZUKI, "PUT", path(rota), zone=zone) for zone in ("lgwan", "internet") * 10]
    assert {answer.status_code for answer in await asyncio.gather(*taps)} == {204}
    assert await town.told(WELFARE) == ["messages.posted", "reactions.changed"]


async def wishes(town: Town, messages: Sequence[str], *, is_on: bool = True) -> list[Reacting]:
    people = [await actor_of(town, who) for who in (SATO, SUZUKI, TANAKA)]
    return [
        Reacting(who, WELFARE, UUID(message), kind, is_on=is_on, cause=Cause())
        for message in messages
        for who in people
        for kind in (Kind.CHECK, Kind.EYES)
    ]


async def test_signs_that_wait_together_are_set_together(town: Town, rota: str) -> None:
    works = town.assembly.works
    many = await wishes(town, [rota, await town.says(SUZUKI, "了解です", WELFARE)])
    assert await taken_by(works, react_all, many) == await taken_by(
        works, react_all, many[3:5]
    )  # of whom one may not

    outcomes = await asyncio.gather(
        *(works.together_quickly(react_all, each) for each in (*many, *many[:1])), return_exceptions=True
    )
    assert [each if isinstance(each, bool) else type(each) for each in outcomes] == [
        *(True, True, True, True, NotFound, NotFound) * 2,
        True,
    ]
    assert (await town.told(WELFARE)).count("reactions.changed") == 8
    back = (await wishes(town, [rota], is_on=False))[:4]
    assert await asyncio.gather(*(works.together_quickly(react_all, each) for each in back)) == [False] * 4
    assert rota not in await seen(town, SATO)


@pytest.mark.req("MSG-8")
async def test_a_page_of_fifty_gets_its_reactions_by_one_query(town: Town) -> None:
    sato, works = await actor_of(town, SATO), town.assembly.works
    counts: list[int] = []
    for more in (1, 49):
        said = [await town.says(SATO, f"{each}件目", WELFARE) for each in range(more)]
        for message in said:
            await react(town, SUZUKI, message)
            await react(town, SATO, message, "heart")
        async with works.reading() as work:
            here = await enter(work, sato, WELFARE)
            async with statements(work) as sent:
                page = await timeline.page(work, here, Place(), 50)
        counts.append(len(sent))
        assert sum("JOIN reactions" in each for each in sent) == 1
    assert len(page.reactions) == 50
    assert counts[0] == counts[1]


@pytest.mark.req("MSG-8")
async def test_who_reacted_is_read_page_by_page_by_kana(town: Town, rota: str, monkeypatch) -> None:
    monkeypatch.setattr("yoriai.talk.reactions.queries.PAGE", 1)
    await react(town, SUZUKI, rota)
    await react(town, SATO, rota)

    first = (await town.call(SATO, "GET", path(rota))).json()
    second = (await town.call(SATO, "GET", f"{path(rota)}?cursor={first['next']}")).json()
    found = [person["family"] for page in (first, second) for person in page["people"]]
    assert (found, second["next"]) == (["佐藤", "鈴木"], None)
