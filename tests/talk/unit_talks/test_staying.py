"""Whose own place in a room ends while a unit sits there for which they speak; and who has no seat of their own (ORG-6)."""

from uuid import UUID

import pytest

from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.ear import Refusal
from tests.talk.actors import actor_of
from tests.talk.actors import opened as opens_room
from tests.talk.delegates.acting import made, named
from tests.talk.statements import statements
from tests.talk.unit_talks.counter import names, opened, page, row, said, says, takes_out, talk
from tests.talk.unit_talks.membership import brings, room_of, seats
from tests.town import Town
from yoriai.talk.rooms.standing import enter
from yoriai.talk.timeline import room as timeline

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-6")]


async def acted(town: Town) -> tuple[UUID, str, str]:
    """A room that 鈴木 has made for 佐藤, with the unit for which 鈴木 speaks; its account, and the mandate."""
    mandate = await named(town, SATO, SUZUKI)
    room = await made(town, SUZUKI, SATO, [TANAKA])
    account = await opened(town)
    await names(town, account, SUZUKI)
    assert (await brings(town, room, account, who=SATO)).status_code == 204
    assert await seats(town, room) == {(SATO, None), (SUZUKI, None), (TANAKA, None), (UUID(account), None)}
    return room, account, mandate


@pytest.mark.req("ORG-8", "N40")
@pytest.mark.parametrize("carrier", ["socket", "events", "poll"])
async def test_whose_mandate_ends_stays_for_the_unit_alone(town: Town, carrier: str) -> None:
    room, account, mandate = await acted(town)
    async with town.listens(SUZUKI, carrier=carrier) as ear:
        assert (await town.call(SATO, "DELETE", f"/api/delegates/{mandate}")).status_code == 204
        await ear.knocks_again()
    assert await seats(town, room) == {
        (SATO, None), (TANAKA, None), (UUID(account), None), (SUZUKI, UUID(account)),
    }  # fmt: skip
    async with town.listens(SUZUKI, carrier=carrier) as ear:
        await says(town, TANAKA, room, "聞こえますか")
        assert (await ear.fact("messages.posted"))["body"]["room_id"] == str(room)
    mine = await row(town, SUZUKI, room) or {}
    assert (mine["held_for"], mine["role"], mine["may_set"], mine["may_leave"]) == (
        account,
        "member",
        False,
        False,
    )
    assert (await brings(town, room, str(TAKAHASHI), who=SUZUKI)).status_code == 403
    await says(town, SUZUKI, room, "課からです")
    assert (await page(town, TANAKA, room))["messages"][-1]["on_behalf_of"] == account


@pytest.mark.req("ORG-8")
async def test_a_principal_who_leaves_lets_their_delegate_stay_for_the_unit(town: Town) -> None:
    room, account, _ = await acted(town)
    async with town.listens(SUZUKI) as ear:
        path = f"/api/rooms/{room}/members/{SATO}?successor={TANAKA}"
        assert (await town.call(SATO, "DELETE", path)).status_code == 204
        await ear.knocks_again()
    assert await seats(town, room) == {(TANAKA, None), (UUID(account), None), (SUZUKI, UUID(account))}
    async with town.listens(SUZUKI) as ear:
        await says(town, TANAKA, room, "聞こえますか")
        assert await ear.fact("messages.posted")


@pytest.mark.req("ORG-8", "N40")
async def test_with_both_gone_they_are_in_the_room_no_more(town: Town) -> None:
    room, account, mandate = await acted(town)
    assert (await town.call(SATO, "DELETE", f"/api/rooms/{room}/members/{account}")).status_code == 204
    assert (await town.call(SATO, "DELETE", f"/api/delegates/{mandate}")).status_code == 204
    assert await seats(town, room) == {(SATO, None), (TANAKA, None)}
    assert (await says(town, SUZUKI, room, "x")).status_code == 404


async def is_served(town: Town, who: UUID) -> None:
    answer = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{who}/role", {"role": "served"})
    assert answer.status_code == 204, answer.text


@pytest.mark.req("ADMIN-4", "N40")
@pytest.mark.parametrize("is_in_before", [False, True])
async def test_without_a_seat_they_work_in_the_rooms_of_their_unit(town: Town, is_in_before: bool) -> None:
    room = await opens_room(town, TANAKA, [SATO] if is_in_before else [])
    account = await opened(town)
    speaker = await names(town, account, SATO)
    await is_served(town, SATO)
    assert await row(town, SATO, room) is None
    assert (await brings(town, room, account)).status_code == 204
    assert await seats(town, room) == {(TANAKA, None), (UUID(account), None), (SATO, UUID(account))}
    assert (await town.told(room)).count("rooms.left") == is_in_before
    mine = await row(town, SATO, room) or {}
    assert (mine["held_for"], mine["member_count"]) == (account, 2)
    async with town.listens(SATO) as ear:
        await ear.ask("messages.post", room_id=str(room), **said("窓口です"))
        await ear.ask("typing.write", room_id=str(room))
        with pytest.raises(Refusal):
            await ear.ask("messages.post", room_id=str(room), **said("私です", on_behalf_of=str(SATO)))
    assert [each["on_behalf_of"] for each in (await page(town, TANAKA, room))["messages"]] == [account]
    await takes_out(town, account, speaker)
    assert await seats(town, room) == {(TANAKA, None), (UUID(account), None)}
    assert (await town.call(SATO, "GET", f"/api/rooms/{room}")).status_code == 404


@pytest.mark.req("ADMIN-4")
async def test_an_open_line_of_theirs_hears_the_room_when_the_unit_comes_in(town: Town) -> None:
    room = await opens_room(town, TANAKA, [SATO])
    account = await opened(town)
    await names(town, account, SATO)
    await is_served(town, SATO)
    async with town.listens(SATO) as ear:
        assert (await brings(town, room, account)).status_code == 204
        await ear.knocks_again()
    async with town.listens(SATO) as ear:
        await says(town, TANAKA, room, "聞こえますか")
        assert await ear.fact("messages.posted")
    whole = await room_of(town, TANAKA, room)
    assert [(each["account_id"], each["speakers"]) for each in whole["members"]] == [
        (str(TANAKA), []),
        (account, ["佐藤 花子"]),
    ]


async def test_in_a_talk_with_a_unit_it_is_not_shown_who_answers_there(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    between = await talk(town, TANAKA, account)
    whole = await room_of(town, TANAKA, between)
    assert sorted(
        (each["account_id"], each["speakers"], bool(each["zones"])) for each in whole["members"]
    ) == sorted([(str(TANAKA), [], True), (account, [], False)])


async def test_a_room_takes_as_many_queries_whoever_sits_there_for_a_unit(town: Town) -> None:
    async def taken() -> int:
        actor = await actor_of(town, TANAKA)
        async with town.assembly.works.reading() as work:
            here = await enter(work, actor, town.roads)
            async with statements(work) as sent:
                await timeline.room(work, here)
        return len(sent)

    before = await taken()
    account = await opened(town)
    for who in (SATO, SUZUKI):
        await names(town, account, who)
    assert (await brings(town, town.roads, account)).status_code == 204
    assert await taken() == before


@pytest.mark.req("ORG-8")
async def test_what_was_sent_before_is_not_sent_again_in_the_name_of_the_unit(town: Town) -> None:
    room, _, mandate = await acted(town)
    own = said("私です")
    first = await town.call(SUZUKI, "POST", f"/api/rooms/{room}/messages", own)
    assert (await town.call(SATO, "DELETE", f"/api/delegates/{mandate}")).status_code == 204
    again = await town.call(SUZUKI, "POST", f"/api/rooms/{room}/messages", own)
    assert again.json()["message_id"] == first.json()["message_id"]
    shown = (await page(town, TANAKA, room))["messages"]
    assert [(each["author_id"], each["on_behalf_of"]) for each in shown] == [(str(SUZUKI), None)]
