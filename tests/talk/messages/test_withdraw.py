"""送信取消: the words are gone from every screen, and kept for those who audit."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from tests.cast import MORI, ROADS, SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE
from tests.ear import Refusal
from tests.talk.actors import actor_of, change_room, change_seat
from tests.talk.statements import taken_by
from tests.town import Town
from yoriai.platform.facts.numbering import Cause
from yoriai.talk.messages.models import Message, MessageVersion
from yoriai.talk.messages.withdraw import Withdrawing, withdraw_all
from yoriai.talk.rooms.models import Role

pytestmark = pytest.mark.anyio
Page = dict[str, Any]  # what came over the wire: the test looks into it by name


async def take_back(town: Town, who: UUID, message: str, reason: str | None = None) -> tuple[int, Page]:
    path = f"/api/rooms/{WELFARE}/messages/{message}/withdrawal"
    answer = await town.call(who, "PUT", path, {"reason": reason})
    return answer.status_code, answer.json()


async def read(town: Town, who: UUID) -> list[Page]:
    return (await town.call(who, "GET", f"/api/rooms/{WELFARE}/messages")).json()["messages"]


async def row_of(town: Town, who: UUID) -> Page:
    rooms = (await town.call(who, "GET", "/api/screen")).json()["rooms"]
    return next(row for row in rooms if row["room_id"] == str(WELFARE))


async def read_by(town: Town, who: UUID, ordinal: int) -> None:
    marked = await town.call(who, "PUT", f"/api/rooms/{WELFARE}/read-mark", {"ordinal": ordinal})
    assert marked.status_code == 200


async def age(town: Town, message: str, by: timedelta) -> None:
    """Let it have been sent so long ago."""
    async with town.assembly.works.writing() as work:
        sent = update(Message).where(Message.id == UUID(message)).values(posted_at=work.now - by)
        await work.session.execute(sent)


async def versions(town: Town, message: str) -> list[MessageVersion]:
    async with town.assembly.works.reading() as work:
        kept = select(MessageVersion).where(MessageVersion.message_id == UUID(message))
        return list(await work.session.scalars(kept))


@pytest.mark.req("MSG-5")
async def test_a_message_taken_back_leaves_a_line_and_its_words_for_audit(town: Town) -> None:
    message = await town.says(SATO, "まちがえて送りました", WELFARE)
    await read_by(town, SUZUKI, 1)
    status, gone = await take_back(town, SATO, message)
    assert (status, gone["left_no_trace"], gone["number"]) == (200, False, 2)

    (line,) = await read(town, SUZUKI)
    assert (line["parts"], line["is_withdrawn"], line["withdrawn_by"]) == ([], True, str(SATO))
    last = (await row_of(town, SUZUKI))["last"]
    assert (last["text"], last["withdrawn_by"]) == ("", str(SATO))
    (kept,) = await versions(town, message)
    assert (kept.kind, kept.by, kept.held, kept.version) == ("withdrawn", SATO, False, 1)
    assert kept.parts == [{"kind": "text", "text": "まちがえて送りました"}]


@pytest.mark.req("MSG-5", "D6")
async def test_taking_back_twice_is_the_same_as_once_and_told_once(town: Town) -> None:
    message = await town.says(SATO, "二度押しました", WELFARE)
    await read_by(town, SUZUKI, 1)
    first, second = [await take_back(town, SATO, message) for _ in range(2)]
    assert (first[0], second[0], second[1]["number"]) == (200, 200, 0)
    assert await town.told(WELFARE) == ["messages.posted", "messages.withdrawn"]
    assert len(await versions(town, message)) == 1


@pytest.mark.req("MSG-6")
async def test_at_once_and_unread_it_leaves_nothing_and_nobody_waits_for_it(town: Town) -> None:
    await town.says(SATO, "前のメッセージ", WELFARE)
    await read_by(town, SUZUKI, 1)
    message = await town.says(SATO, "誤って送りました", WELFARE)
    assert (await row_of(town, SUZUKI))["unread"] == 1
    assert (await take_back(town, SATO, message))[1]["left_no_trace"] is True

    row = await row_of(town, SUZUKI)
    assert (row["unread"], row["blanks"], row["newest_ordinal"]) == (0, [2], 2)
    assert row["last"]["text"] == "前のメッセージ"
    assert [line["ordinal"] for line in await read(town, SUZUKI)] == [1]
    page = (await town.call(SUZUKI, "GET", f"/api/rooms/{WELFARE}/messages")).json()
    assert page["newer"] is None
    path = f"/api/rooms/{WELFARE}/messages"
    for asked in (f"{path}/{message}", f"{path}?around={message}"):
        assert (await town.call(SUZUKI, "GET", asked)).status_code == 404
    missed = (await town.call(SUZUKI, "GET", f"/api/facts?stream=room/{WELFARE}&after=1")).json()["frames"]
    assert [frame.get("fact") for frame in missed] == [None, "messages.withdrawn"]
    assert "誤って" not in str(missed)
    assert len(await versions(town, message)) == 1
    await town.says(SATO, "次のメッセージ", WELFARE)
    assert [line["ordinal"] for line in await read(town, SUZUKI)] == [1, 3]
    assert (await row_of(town, SUZUKI))["unread"] == 1


@pytest.mark.req("MSG-6")
@pytest.mark.parametrize("late", [True, False])
async def test_read_or_later_than_ten_seconds_it_leaves_its_line(town: Town, late: bool) -> None:
    message = await town.says(SATO, "少し考えました", WELFARE)
    if late:
        await age(town, message, timedelta(seconds=11))
    else:
        await read_by(town, SUZUKI, 1)
    assert (await take_back(town, SATO, message))[1]["left_no_trace"] is False
    assert [line["is_withdrawn"] for line in await read(town, SUZUKI)] == [True]


@pytest.mark.req("MSG-5")
async def test_the_body_says_how_long_a_message_may_be_taken_back(town: Town) -> None:
    message = await town.says(SATO, "きのうの話です", WELFARE)
    await age(town, message, timedelta(minutes=61))
    rules = (await town.call(SATO, "GET", f"/api/rooms/{WELFARE}")).json()["rules"]
    assert rules["withdraw_minutes"] == 24 * 60
    for minutes, status in ((60, 409), (0, 409), (62, 200)):
        chosen = await town.call(TAKAHASHI, "PUT", "/api/settings/messages", {"withdraw_minutes": minutes})
        assert chosen.status_code == 204, chosen.text
        said = await take_back(town, SATO, message)
        assert said[0] == status
        if status == 409:
            assert said[1]["code"] == "messages.too_late_to_withdraw"


@pytest.mark.req("MSG-6")
async def test_the_body_says_how_long_a_message_waits_where_people_from_outside_read(town: Town) -> None:
    for seconds, status in ((31, 422), (20, 204)):
        wish = {"outside_delay_seconds": seconds}
        assert (await town.call(TAKAHASHI, "PUT", "/api/settings/messages", wish)).status_code == status
    rules = (await town.call(SATO, "GET", f"/api/rooms/{WELFARE}")).json()["rules"]
    assert rules["outside_delay_seconds"] == 20


@pytest.mark.req("MSG-5")
async def test_whoever_manages_the_room_removes_another_s_message_with_a_reason(town: Town) -> None:
    message = await town.says(SATO, "個人の電話番号です", WELFARE)
    assert (await take_back(town, SUZUKI, message, "個人情報のため"))[0] == 403
    await change_seat(town, WELFARE, SUZUKI, role=Role.MANAGER)
    for nothing in (None, "", "　"):
        status, said = await take_back(town, SUZUKI, message, nothing)
        assert (status, said["code"]) == (422, "messages.reason_missing")
    await age(town, message, timedelta(days=3))
    assert (await take_back(town, SUZUKI, message, "個人情報のため"))[0] == 200
    (line,) = await read(town, SATO)
    assert (line["is_withdrawn"], line["withdrawn_by"]) == (True, str(SUZUKI))
    assert [kept.reason for kept in await versions(town, message)] == ["個人情報のため"]


@pytest.mark.req("N8", "N13", "A4")
async def test_strangers_other_rooms_and_rooms_put_away(town: Town) -> None:
    message = await town.says(SATO, "福祉課の話", WELFARE)
    for who in (TANAKA, MORI):
        assert (await take_back(town, who, message))[0] == 404
    assert (await take_back(town, SATO, str(uuid4())))[0] == 404
    elsewhere = f"/api/rooms/{ROADS}/messages/{message}/withdrawal"
    assert (await town.call(TANAKA, "PUT", elsewhere, {})).status_code == 404
    await change_room(town, WELFARE, archived_at=town.assembly.works.now())
    status, said = await take_back(town, SATO, message)
    assert (status, said["code"]) == (409, "rooms.archived")


@pytest.mark.req("D17", "N10")
async def test_a_latecomer_hears_nothing_of_what_was_taken_back_before_their_time(town: Town) -> None:
    message = await town.says(SATO, "まだいなかった頃の話", WELFARE)
    await read_by(town, SUZUKI, 1)
    await change_seat(town, WELFARE, SUZUKI, since_ordinal=2)
    assert (await take_back(town, SUZUKI, message))[0] == 404
    assert (await take_back(town, SATO, message))[0] == 200
    missed = (await town.call(SUZUKI, "GET", f"/api/facts?stream=room/{WELFARE}&after=0")).json()["frames"]
    assert [frame.get("fact") for frame in missed] == [None, None]
    row = await row_of(town, SUZUKI)
    assert (row["last"], row["unread"]) == (None, 0)


async def test_many_are_taken_back_with_as_many_statements_as_one(town: Town) -> None:
    messages = [await town.says(SATO, f"{each}件目", WELFARE) for each in range(5)]
    sato = await actor_of(town, SATO)
    taken = [
        await taken_by(
            town.assembly.works,
            withdraw_all,
            [Withdrawing(sato, WELFARE, UUID(message), None, Cause(account_id=SATO)) for message in some],
        )
        for some in (messages[:1], messages[1:])
    ]
    assert taken[0] == taken[1]


@pytest.mark.req("MSG-5")
async def test_over_the_socket_it_is_the_same(town: Town) -> None:
    message = await town.says(SATO, "電話からです", WELFARE)
    async with town.listens(SATO, zone="internet") as ear, town.listens(SUZUKI) as other:
        gone = await ear.ask("messages.withdraw", room_id=str(WELFARE), message_id=message)
        fact = await other.fact("messages.withdrawn")
        assert (gone["message_id"], gone["number"]) == (message, fact["number"])
        assert (fact["body"]["message"], fact["body"]["last"], fact["by"]) == (None, None, str(SATO))
        with pytest.raises(Refusal) as refused:
            await ear.ask("messages.withdraw", room_id=str(ROADS), message_id=message)
        assert refused.value.code == "not_found"
