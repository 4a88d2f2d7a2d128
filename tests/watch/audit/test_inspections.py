"""Reading a room as an administrator takes two persons, a reason and an end; one alone, or the same twice, is refused."""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.people.sessions.holding import forgets
from tests.town import Town
from tests.watch.audit.inspecting import (
    ALL,
    DONE,
    GONE,
    approved,
    asks,
    becomes,
    does,
    later,
    listed,
    reads,
    runs_out,
    staffed,
    wish,
    words,
)
from yoriai.kit.days import day_in_japan
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import Account, AccountKind
from yoriai.talk.messages.models import Message
from yoriai.talk.rooms.models import Room

pytestmark = [pytest.mark.anyio, pytest.mark.req("AUDIT-2", "N119")]
OVER = (409, "inspections.over")
SAME = (409, "inspections.same_person")
FORBIDDEN = (403, "forbidden")


@pytest.mark.asvs("V8.2.1")
async def test_one_person_alone_reads_nothing(town: Town) -> None:
    await staffed(town)
    await town.says(SATO, "窓口の当番表です", town.welfare)
    path = await asks(town, town.welfare)
    assert await does(town, TAKAHASHI, "POST", f"{path}/pages") == GONE
    assert await does(town, TAKAHASHI, "POST", f"{path}/approval") == SAME
    assert await does(town, TAKAHASHI, "POST", f"{path}/refusal", {"reason": "やめる"}) == SAME
    assert await does(town, TAKAHASHI, "POST", f"{path}/approval", zone="internet") == SAME
    assert await does(town, TAKAHASHI, "POST", f"{path}/pages") == GONE
    assert (await listed(town))[0]["state"] == "asked"


async def test_a_second_account_of_the_same_person_is_no_second_person(town: Town) -> None:
    await staffed(town)
    async with town.assembly.works.writing() as work:
        twin = update(Account).where(Account.id == SUZUKI)
        called = {"family": "髙橋", "given": "渉", "kana": "タカハシ　ワタル"}
        await work.session.execute(twin.values(**called))
    path = await asks(town, town.welfare)
    assert await does(town, SUZUKI, "POST", f"{path}/approval") == SAME


async def test_what_a_unit_shares_is_nobodys_word(town: Town) -> None:
    await staffed(town)
    path = await asks(town, town.welfare)
    async with town.assembly.works.writing() as work:
        shared = update(Account).where(Account.id == SUZUKI).values(kind=AccountKind.DEPARTMENT)
        await work.session.execute(shared)
    assert await does(town, SUZUKI, "POST", f"{path}/approval") == FORBIDDEN
    assert await does(town, SUZUKI, "POST", ALL, wish(town, town.welfare)) == FORBIDDEN
    assert await does(town, SUZUKI, "POST", f"{path}/pages") == FORBIDDEN


async def test_two_persons_read_what_members_see(town: Town) -> None:
    await staffed(town)
    kept, gone = [await town.says(SATO, text, town.welfare) for text in ("当番表です", "まちがい")]
    at = f"/api/rooms/{town.welfare}/messages"
    corrected = {"parts": [{"kind": "text", "text": "当番表の改訂です"}], "seen": None}
    assert (await town.call(SATO, "PUT", f"{at}/{kept}", corrected)).status_code == 200
    assert await does(town, SATO, "PUT", f"{at}/{gone}/withdrawal", {"reason": None}) == (200, "")
    path = await approved(town, town.welfare)
    for who in (TAKAHASHI, SUZUKI):
        page = await reads(town, path, who)
        assert "まちがい" not in str(page)
        assert words(page)[0] == "当番表の改訂です"
        assert page["messages"][0]["edited_at"] is not None
        assert page["next"] is None
    for nobody in (SATO, TANAKA):
        assert await does(town, nobody, "POST", f"{path}/pages") == FORBIDDEN
    await becomes(town, SATO, Role.ADMINISTRATOR)
    assert await does(town, SATO, "POST", f"{path}/pages") == GONE
    assert await does(town, MORI, "POST", f"{path}/pages") == FORBIDDEN


async def test_only_the_days_that_were_asked_for_are_read_and_nothing_said_later(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    await staffed(town)
    old = UUID(await town.says(SATO, "先月の話", town.welfare))
    await town.says(SATO, "きょうの話", town.welfare)
    async with town.assembly.works.writing() as work:
        month_ago = work.now - timedelta(days=31)
        await work.session.execute(update(Message).where(Message.id == old).values(posted_at=month_ago))
    path = await approved(town, town.welfare)
    past = day_in_japan(town.assembly.works.now()) - timedelta(days=31)
    older = await approved(town, town.welfare, first=past.isoformat(), last=past.isoformat())
    later(town, monkeypatch, minutes=1)
    await town.says(SATO, "申請のあとの話", town.welfare)
    assert words(await reads(town, path)) == ["きょうの話"]
    assert words(await reads(town, path, after=0)) == ["きょうの話"]
    assert words(await reads(town, older)) == ["先月の話"]
    assert words(await reads(town, older, after=1)) == []


async def test_many_pages_follow_each_other_without_a_hole(town: Town) -> None:
    await staffed(town)
    for number in range(53):
        await town.says(SATO, f"{number}", town.welfare)
    path = await approved(town, town.welfare)
    first = await reads(town, path)
    second = await reads(town, path, after=first["next"])
    assert words(first) + words(second) == [str(number) for number in range(53)]
    assert second["next"] is None


async def test_what_is_asked_for_has_a_reason_days_and_an_end(town: Town) -> None:
    await staffed(town)
    today = day_in_japan(town.assembly.works.now())
    for changed, code in (
        ({"reason": ""}, "too_short"),
        ({"reason": "　"}, "too_short"),
        ({"reason": "あ" * 301}, "too_long"),
        ({"hours": 0}, "wrong"),
        ({"hours": 169}, "wrong"),
        ({"first": today.isoformat(), "last": (today - timedelta(days=1)).isoformat()}, "ends_before_start"),
        ({"last": (today + timedelta(days=1)).isoformat()}, "inspections.not_yet"),
        ({"asker_id": str(SUZUKI)}, "wrong"),
    ):
        asked = await does(town, TAKAHASHI, "POST", ALL, wish(town, town.welfare, **changed))
        assert asked == (422, code), changed
    for room in (town.next_door, uuid4()):
        assert await does(town, TAKAHASHI, "POST", ALL, wish(town, room)) == GONE
    assert await listed(town) == []
    path = await asks(town, town.welfare)
    assert await asks(town, town.welfare) == path
    assert [each["hours"] for each in await listed(town)] == [24]


async def test_of_many_askings_that_nobody_answers_one_more_is_refused(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yoriai.watch.audit.inspections.asking.MOST_WAITING", 1)
    await asks(town, town.welfare)
    asked = await does(town, TAKAHASHI, "POST", ALL, wish(town, town.roads))
    assert asked == (409, "inspections.too_many")


@pytest.mark.req("AUTH-7")
async def test_asking_and_agreeing_take_a_proof_of_who_it_is(town: Town) -> None:
    await staffed(town)
    path = await asks(town, town.welfare)
    for who in (TAKAHASHI, SUZUKI):
        await forgets(town, who)
    again = (403, "second_factor.prove_again")
    assert await does(town, TAKAHASHI, "POST", ALL, wish(town, town.welfare)) == again
    assert await does(town, SUZUKI, "POST", f"{path}/approval") == again


def days_between(one: str, other: str) -> float:
    return (datetime.fromisoformat(other) - datetime.fromisoformat(one)) / timedelta(days=1)


async def test_an_asking_is_refused_withdrawn_or_runs_out_of_time(town: Town) -> None:
    await staffed(town)
    refused, withdrawn, lapsed = [
        await asks(town, town.welfare, reason=reason) for reason in ("一", "二", "三")
    ]
    why = {"reason": "ほかの調べで足りるため"}
    for _ in range(2):
        assert await does(town, SUZUKI, "POST", f"{refused}/refusal", why) == DONE
        assert await does(town, TAKAHASHI, "DELETE", withdrawn) == DONE
    assert await does(town, SUZUKI, "DELETE", lapsed) == GONE
    for over in (refused, withdrawn):
        assert await does(town, SUZUKI, "POST", f"{over}/approval") == OVER
        assert await does(town, TAKAHASHI, "POST", f"{over}/pages") == GONE
    assert await does(town, TAKAHASHI, "DELETE", refused) == OVER
    (waiting,) = [each for each in await listed(town) if each["state"] == "asked"]
    assert days_between(waiting["asked_at"], waiting["due_at"]) == 7
    await runs_out(town, lapsed)
    assert await does(town, SUZUKI, "POST", f"{lapsed}/approval") == OVER
    assert await does(town, TAKAHASHI, "DELETE", lapsed) == OVER
    states = {each["reason"]: (each["state"], each["answer"]) for each in await listed(town)}
    assert states == {"一": ("refused", why["reason"]), "二": ("withdrawn", ""), "三": ("lapsed", "")}


async def test_it_lasts_as_long_as_was_asked_and_not_a_moment_longer(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    await staffed(town)
    path = await approved(town, town.welfare, hours=2)
    later(town, monkeypatch, minutes=119)
    await reads(town, path)
    later(town, monkeypatch, minutes=1)
    assert await does(town, TAKAHASHI, "POST", f"{path}/pages") == GONE
    assert [each["may_read"] for each in await listed(town)] == [False]


@pytest.mark.req("ZONE-5", "A4")
async def test_what_is_on_the_lgwan_side_alone_is_neither_found_nor_read_from_the_internet(
    town: Town,
) -> None:
    await staffed(town)
    path = await approved(town, town.welfare)
    assert await does(town, TAKAHASHI, "POST", f"{path}/pages", zone="internet") == (200, "")
    async with town.assembly.works.writing() as work:
        sealed = update(Room).where(Room.id == town.welfare).values(lgwan_only=True)
        await work.session.execute(sealed)
    assert await does(town, TAKAHASHI, "POST", f"{path}/pages", zone="internet") == GONE
    asked = await does(town, TAKAHASHI, "POST", ALL, wish(town, town.welfare), zone="internet")
    assert asked == GONE
    for asked_for in (ALL, f"{ALL}/rooms?q=福祉"):
        answer = await town.call(TAKAHASHI, "GET", asked_for, zone="internet")
        assert "福祉課" not in answer.text
    await reads(town, path)


async def test_rooms_are_found_by_name_or_id_and_talks_between_two_by_their_id_alone(town: Town) -> None:
    talk = (await town.call(SATO, "POST", "/api/direct-rooms", {"account_id": str(TANAKA)})).json()["room_id"]
    own = (await town.call(TAKAHASHI, "POST", "/api/own-room")).json()["room_id"]

    async def found(query: str) -> list[tuple[str, str]]:
        answer = await town.call(TAKAHASHI, "GET", f"{ALL}/rooms?q={query}")
        assert answer.status_code == 200, answer.text
        return [(each["room_id"], each["name"]) for each in answer.json()["rooms"]]

    assert await found("福祉") == [(str(town.welfare), "福祉課")]
    assert await found(str(town.roads)) == [(str(town.roads), "土木課")]
    assert await found(talk) == [(talk, "")]
    for nothing in ("佐藤", "健康", str(town.next_door), own, "%"):
        assert await found(nothing) == []
    assert await does(town, SATO, "GET", f"{ALL}/rooms?q=福祉") == FORBIDDEN
    assert await does(town, TAKAHASHI, "GET", f"{ALL}/rooms?q=") == (422, "too_short")


async def test_another_body_finds_nothing_of_it(town: Town) -> None:
    await staffed(town)
    path = await approved(town, town.welfare)
    await becomes(town, MORI, Role.ADMINISTRATOR)
    assert await listed(town, MORI) == []
    for method, tail in (("POST", "/pages"), ("POST", "/approval"), ("POST", "/end"), ("DELETE", "")):
        assert await does(town, MORI, method, f"{path}{tail}") == GONE
