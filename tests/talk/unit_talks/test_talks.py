"""Talks with a unit: anybody who may write to staff asks, whoever may speak for the unit reads and answers as it (ORG-6)."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA, named
from tests.talk.booking import comes, scheduled
from tests.talk.unit_talks.counter import UNIT, asks_for, names, opened, page, row, says, takes_out, talk
from tests.town import Town
from yoriai.people.orgs.models import Department, Tenant
from yoriai.platform.facts.models import JournalRow

pytestmark = pytest.mark.anyio


async def listed(town: Town, who: UUID, query: str = "") -> list[str]:
    answer = await town.call(who, "GET", f"/api/addressed-department-accounts{query}")
    assert answer.status_code == 200, answer.text
    return [each["account_id"] for each in answer.json()["accounts"]]


@pytest.mark.req("ORG-6")
async def test_one_asks_the_unit_and_all_who_answer_for_it_have_the_talk(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    await names(town, account, SUZUKI)
    async with town.listens(SUZUKI) as ear:
        room = await talk(town, TANAKA, account)
        told = (await ear.fact("rooms.entered"))["body"]
    assert await talk(town, TANAKA, account) == room
    assert (told["room"]["name"], told["room"]["held_for"]) == ("田中 美保", account)
    assert told["people"][account]["family"] == "福祉課"
    mine = await row(town, TANAKA, room)
    assert mine is not None
    assert (mine["name"], mine["other"], mine["held_for"], mine["member_count"]) == (
        "福祉課",
        account,
        None,
        2,
    )
    for holder in (SATO, SUZUKI):
        theirs = await row(town, holder, room)
        assert theirs is not None
        assert (theirs["name"], theirs["other"], theirs["held_for"]) == ("田中 美保", str(TANAKA), account)
    # Who answers is nobody's list of members.
    members = (await town.call(TANAKA, "GET", f"/api/rooms/{room}")).json()["members"]
    assert {each["account_id"] for each in members} == {account, str(TANAKA)}


@pytest.mark.req("ORG-6")
async def test_whoever_answers_does_so_as_the_unit_and_is_named_beside_it(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    await names(town, account, SUZUKI)
    room = await talk(town, TANAKA, account)
    async with town.listens(TANAKA) as asker, town.listens(SUZUKI) as colleague:
        answered = await says(town, SATO, room, "十七時までです")
        assert answered.status_code == 200
        heard = [(await ear.fact("messages.posted"))["body"] for ear in (asker, colleague)]
    for body in heard:
        assert (body["message"]["author_id"], body["message"]["on_behalf_of"]) == (str(SATO), account)
        assert (body["person"]["family"], body["for_whom"]["family"]) == ("佐藤", "福祉課")
    async with town.assembly.works.reading() as work:
        line = select(JournalRow.by, JournalRow.on_behalf_of).where(JournalRow.name == "messages.posted")
        assert (await work.session.execute(line)).one() == (SATO, UUID(account))
    # Named or not, it is said in the same name; and whoever asks speaks as who they are.
    assert (await says(town, SATO, room, "はい", on_behalf_of=account)).status_code == 200
    assert (await says(town, TANAKA, room, "どうも")).status_code == 200
    assert [each["on_behalf_of"] for each in (await page(town, TANAKA, room))["messages"]] == [
        account,
        account,
        None,
    ]


@pytest.mark.req("ORG-6", "MSG-9")
async def test_what_waits_is_each_ones_own_and_the_unit_is_one_reader(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    await names(town, account, SUZUKI)
    room = await talk(town, TANAKA, account)
    asked = (await says(town, TANAKA, room, "窓口は何時までですか")).json()
    for reader in (SATO, SUZUKI):
        mark = {"ordinal": asked["ordinal"]}
        assert (await town.call(reader, "PUT", f"/api/rooms/{room}/read-mark", mark)).status_code == 200
    readers = f"/api/rooms/{room}/messages/{asked['message_id']}/readers"
    assert (await town.call(TANAKA, "GET", readers)).json()["read"] == 1
    people = (await town.call(TANAKA, "GET", f"{readers}/read")).json()["people"]
    assert [each["account_id"] for each in people] == [account]
    answered = (await says(town, SATO, room, "十七時までです")).json()
    # 佐藤 has answered; 鈴木 has it unread, and nobody at the other end has read it.
    unread = {who: (await row(town, who, room) or {})["unread"] for who in (SATO, SUZUKI, TANAKA)}
    assert unread == {SATO: 0, SUZUKI: 1, TANAKA: 1}
    assert (await page(town, SATO, room))["marks"] == [[1, 1], [2, 1]]
    readers = f"/api/rooms/{room}/messages/{answered['message_id']}/readers"
    assert (await town.call(SATO, "GET", readers)).json() | {"shows_names": True} == {
        "read": 0, "unread": 1, "shows_names": True,
    }  # fmt: skip


@pytest.mark.req("ORG-6")
async def test_whoever_is_named_later_sees_what_was_said_and_none_of_it_waits(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    room = await talk(town, TANAKA, account)
    await says(town, TANAKA, room, "前の話です")
    assert await row(town, SUZUKI, room) is None
    async with town.listens(SUZUKI) as ear:
        await names(town, account, SUZUKI)
        await ear.knocks_again()
    new = await row(town, SUZUKI, room)
    assert new is not None
    assert (new["unread"], new["last"]["text"]) == (0, "前の話です")
    assert [each["parts"][0]["text"] for each in (await page(town, SUZUKI, room))["messages"]] == [
        "前の話です"
    ]


@pytest.mark.req("ORG-6", "BASE-3", "N5")
async def test_whoever_is_found_can_be_written_to_and_nobody_else(town: Town) -> None:
    account = await opened(town)
    assert await listed(town, TANAKA) == []  # nobody answers there
    assert (await asks_for(town, TANAKA, account)).status_code == 422
    await names(town, account, SATO)
    assert await listed(town, TANAKA) == await listed(town, TANAKA, "?q=福祉") == [account]
    assert await listed(town, TANAKA, "?q=土木") == []
    assert await listed(town, MORI) == []
    # To the next town there is no such account, told as of one that was made up.
    refused = [await asks_for(town, MORI, whom) for whom in (account, str(uuid4()))]
    assert [each.status_code for each in refused] == [422, 422]
    assert refused[0].json()["details"] == refused[1].json()["details"]
    async with town.assembly.works.writing() as work:
        (await work.session.get_one(Department, UNIT)).is_open = False
    assert await listed(town, TANAKA) == []
    assert (await asks_for(town, TANAKA, account)).status_code == 422


@pytest.mark.req("ORG-6", "ORG-15")
async def test_a_unit_is_out_of_reach_where_its_people_are(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    async with town.assembly.works.writing() as work:
        narrow = {"reach": {"to": "section", "units": []}}
        tenant = await work.session.scalar(select(Tenant).where(Tenant.id == named("見本市")))
        assert tenant
        await work.session.execute(
            update(Tenant).where(Tenant.id == tenant.id).values(policies=tenant.policies | narrow)
        )
    assert await listed(town, TANAKA) == []
    assert (await asks_for(town, TANAKA, account)).status_code == 422
    assert await listed(town, SUZUKI) == [account]
    assert (await asks_for(town, SUZUKI, account)).status_code == 200


@pytest.mark.req("ORG-6")
async def test_the_talk_of_a_closed_unit_is_put_away_and_comes_back_with_it(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    room = await talk(town, TANAKA, account)
    await says(town, TANAKA, room, "窓口は")
    assert (await town.call(TAKAHASHI, "DELETE", f"/api/department-accounts/{account}")).status_code == 204
    refused = await says(town, TANAKA, room, "だれか")
    assert (refused.status_code, refused.json()["code"]) == (409, "rooms.archived")
    assert len((await page(town, TANAKA, room))["messages"]) == 1
    assert await row(town, SATO, room) is None
    assert await opened(town) == account
    assert (await says(town, TANAKA, room, "また")).status_code == 200
    await names(town, account, SATO)
    assert len((await page(town, SATO, room))["messages"]) == 2


@pytest.mark.req("ORG-6")
async def test_who_speaks_for_the_unit_may_ask_it_too_and_then_speaks_for_themselves(town: Town) -> None:
    account = await opened(town)
    speaker = await names(town, account, SATO)
    await names(town, account, SUZUKI)
    room = await talk(town, SATO, account)
    mine = await row(town, SATO, room)
    assert mine is not None
    assert (mine["held_for"], mine["other"]) == (None, account)
    refused = await says(town, SATO, room, "窓口です", on_behalf_of=account)
    assert (refused.status_code, refused.json()["code"]) == (409, "messages.only_as_oneself")
    await takes_out(town, account, speaker)
    assert (await says(town, SATO, room, "係の者です")).status_code == 200
    assert (await row(town, SUZUKI, room) or {})["unread"] == 1


@pytest.mark.req("ORG-6", "MSG-16")
async def test_what_waits_for_its_time_is_said_as_the_unit_and_not_by_who_was_taken_out(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    speaker = await names(town, account, SUZUKI)
    room = await talk(town, TANAKA, account)
    for who in (SATO, SUZUKI):
        one = await scheduled(town, text="明日は休みです", who=who, room=room)
        if who == SUZUKI:
            await takes_out(town, account, speaker)
        await comes(town, one)
    (said,) = (await page(town, TANAKA, room))["messages"]
    assert (said["author_id"], said["on_behalf_of"]) == (str(SATO), account)
