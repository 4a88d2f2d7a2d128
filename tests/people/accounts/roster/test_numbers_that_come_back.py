"""A number that a roster brings back goes to nobody else, and nothing that whoever left had been given comes with it."""

from typing import Any

import pytest
from sqlalchemy import update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA, session_of
from tests.people.accounts.roster.bringing import CAST, taken, undone
from tests.talk.delegates.acting import enters, made, named
from tests.talk.neighbours.agreeing import agree, found, says
from tests.talk.neighbours.asking import asks, does, talking, waiting
from tests.talk.neighbours.test_talking import SHUT, tries
from tests.town import Town
from yoriai.people.accounts.models import Account
from yoriai.people.sessions.models import Session
from yoriai.talk.neighbours.jobs import sweep

pytestmark = [pytest.mark.anyio, pytest.mark.req("N19", "K13")]
OTHER = ("10001,伊藤　太郎,いとう たろう,福祉課,主事,", *CAST[1:])
MARRIED = ("10001,伊藤　花子,さとう はなこ,福祉課,主事,", *CAST[1:])
LEFT = f"/api/accounts/{SATO}/withdrawal"


async def comes_back(town: Town) -> None:
    """佐藤 leaves, and a roster brings her back."""
    assert (await town.call(TAKAHASHI, "PUT", LEFT)).status_code == 204
    answer = await taken(town, *CAST)
    assert answer.status_code == 200, answer.text


async def test_it_is_not_given_to_somebody_else(town: Town) -> None:
    """All talks of whoever left would be open to them."""
    opened = await town.call(SATO, "POST", "/api/direct-rooms", {"account_id": str(SUZUKI)})
    await town.says(SUZUKI, "内緒の話です", opened.json()["room_id"])
    assert (await town.call(TAKAHASHI, "PUT", LEFT)).status_code == 204
    refused = await taken(town, *OTHER)
    assert refused.status_code == 422
    (fault,) = refused.json()["details"]["faults"]
    assert (fault["row"], fault["reason"]) == (2, "accounts.row_former")
    assert (fault["value"], fault["other"]) == ("10001", "佐藤 花子")
    status = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}")).json()["row"]["status"]
    assert status == "removed"


async def test_a_name_may_be_put_right_where_nobody_was_here_yet(town: Town) -> None:
    """The wrong name was imported, taken back, and is imported right."""
    wrong, right = (
        f"30001,{name}　太郎,{kana} たろう,福祉課,主事,"
        for name, kana in (("山田", "やまだ"), ("山口", "やまぐち"))
    )
    import_id = (await taken(town, *CAST, wrong)).json()["import_id"]
    assert (await undone(town, import_id)).status_code == 200
    assert (await taken(town, *CAST, right)).status_code == 200


async def test_whoever_is_called_otherwise_but_read_the_same_is_the_same(town: Town) -> None:
    assert (await town.call(TAKAHASHI, "PUT", LEFT)).status_code == 204
    assert (await taken(town, *MARRIED)).status_code == 200
    row = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}")).json()["row"]
    assert (row["status"], row["family"]) == ("active", "伊藤")


@pytest.mark.req("FED-3")
async def test_it_is_not_found_by_other_bodies_by_the_yes_of_whoever_left(town: Town) -> None:
    await agree(town)
    room = await talking(town)
    await comes_back(town)
    await sweep(town.assembly.works, {})
    assert await found(town, "佐藤", who=MORI) == []
    assert await asks(town, MORI, SATO) == (404, "not_found")
    assert await tries(town, MORI, room) == SHUT


@pytest.mark.req("FED-3")
async def test_neither_askings_nor_blocks_of_whoever_left_are_theirs(town: Town) -> None:
    await agree(town, SATO, SUZUKI, MORI)
    await asks(town)
    await asks(town, SUZUKI)
    assert await does(town, MORI, "PUT", f"/blocked/{SATO}") == (204, "")
    await comes_back(town)
    async with town.assembly.works.writing() as work:
        kept = update(Account).where(Account.id == SATO)
        await work.session.execute(kept.values(status="active"))
    for _ in range(2):
        await sweep(town.assembly.works, {})
    blocked = (await town.call(MORI, "GET", "/api/neighbours/blocked")).json()["blocked"]
    assert blocked == []
    assert [each["person"]["family"] for each in await waiting(town)] == ["鈴木"]


@pytest.mark.req("FED-3")
async def test_who_was_only_stopped_for_a_while_has_what_they_said(town: Town) -> None:
    await agree(town)
    for method in ("PUT", "DELETE"):
        assert (await town.call(TAKAHASHI, method, f"/api/accounts/{SATO}/suspension")).status_code == 204
    await sweep(town.assembly.works, {})
    assert len(await found(town, "佐藤", who=MORI)) == 1


@pytest.mark.req("FED-3")
async def test_who_was_called_back_says_yes_anew_and_is_found_then(town: Town) -> None:
    await agree(town)
    for method in ("PUT", "DELETE"):
        assert (await town.call(TAKAHASHI, method, f"/api/accounts/{SATO}/withdrawal")).status_code == 204
    await sweep(town.assembly.works, {})
    assert await found(town, "佐藤", who=MORI) == []
    async with town.assembly.works.writing() as work:
        again = update(Session).where(Session.id == session_of(SATO, "lgwan")).values(ended_at=None)
        await work.session.execute(again)
        await work.session.execute(update(Account).where(Account.id == SATO).values(signed_out_at=None))
    assert await says(town, SATO, findable=True) == 204
    await sweep(town.assembly.works, {})
    assert len(await found(town, "佐藤", who=MORI)) == 1


async def mandates(town: Town, who: Any) -> dict[str, Any]:
    found: dict[str, Any] = (await town.call(who, "GET", "/api/delegates")).json()
    return found


@pytest.mark.req("ORG-8")
async def test_it_acts_for_nobody_and_nobody_acts_for_it(town: Town) -> None:
    await named(town, SUZUKI, SATO)
    await named(town, SATO, TANAKA)
    room = await made(town, SATO, SUZUKI, [TANAKA])
    await comes_back(town)
    for who in (SUZUKI, TANAKA):
        assert await mandates(town, who) == {"delegates": [], "principals": [], "people": {}}
    async with town.listens(SUZUKI) as ear:
        await ear.ask("look", stream=None)
    assert "delegates.ended" in await town.told_at(f"person/{SUZUKI}")
    assert await enters(town, SATO, room) in (401, 404)


@pytest.mark.req("ORG-8")
async def test_it_is_not_among_those_who_write_to_a_special_post(town: Town) -> None:
    async with town.assembly.works.writing() as work:
        await work.session.execute(
            update(Account).where(Account.id == SUZUKI).values(employment_type="special_post")
        )
    wish = {"circle": "named", "people": [str(SATO), str(TANAKA)]}
    assert (await town.call(SUZUKI, "PUT", "/api/own-special-post", wish)).status_code == 204
    await comes_back(town)
    (post,) = (await town.call(SUZUKI, "GET", "/api/own-special-post")).json()["posts"]
    assert post["people"] == [str(TANAKA)]
