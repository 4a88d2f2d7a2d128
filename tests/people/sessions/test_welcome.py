"""The first day: oneself as the roster says, a word when that is wrong, and that it is over, on every device."""

from uuid import uuid4

import pytest
from sqlalchemy import func, select

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.people.sessions.entering import NEW_PASSWORD, RIGHT, change, enter, hands_a_slip
from tests.town import Town
from yoriai.people.accounts.models import AccountChange
from yoriai.people.sessions import welcome

pytestmark = pytest.mark.anyio


async def says(town: Town, who, words: str):
    return await town.call(who, "POST", "/api/corrections", {"words": words})


async def asked(town: Town, cursor: str = ""):
    return (await town.call(TAKAHASHI, "GET", f"/api/corrections{cursor}")).json()


@pytest.mark.req("AUTH-2")
async def test_a_slip_leads_into_the_first_day_and_the_first_day_ends_once(town: Town):
    first = RIGHT | {"password": await hands_a_slip(town, SATO), "new_password": NEW_PASSWORD}
    assert (await enter(town, **first)).json()["here"]["welcomed"] is False
    assert (await town.call(SATO, "GET", "/api/entrance")).json()["here"]["welcomed"] is False
    shown = (await town.call(SATO, "GET", "/api/welcome")).json()
    assert (shown["person"]["family"], shown["person"]["department"], shown["login_id"]) == (
        "佐藤",
        "福祉課",
        "10001",
    )
    assert shown["contact"] == "情報政策課（内線 2345）"
    for _ in range(2):
        assert (await town.call(SATO, "PUT", "/api/welcome")).status_code == 204
    # It follows the person, not the device.
    assert (await town.call(SATO, "GET", "/api/entrance", zone="internet")).json()["here"]["welcomed"] is True


async def test_what_is_wrong_reaches_the_administrators_and_stands_in_the_history(town: Town):
    assert (await says(town, SATO, "名字の漢字は 齋藤 です。")).status_code == 204
    assert (await says(town, SUZUKI, "いまは健康課です。")).status_code == 204
    assert (await says(town, SATO, "名字の漢字は 齋藤 です。\n内線も 2201 です。")).status_code == 204

    found = (await asked(town))["corrections"]
    assert [(each["person"]["family"], each["login_id"], each["words"]) for each in found] == [
        ("佐藤", "10001", "名字の漢字は 齋藤 です。\n内線も 2201 です。"),
        ("鈴木", "10002", "いまは健康課です。"),
    ]
    async with town.assembly.works.reading() as work:
        rows = (
            await work.session.scalars(select(AccountChange).where(AccountChange.account_id == SATO))
        ).all()
    assert {(each.kind, each.by) for each in rows} == {("correction_asked", SATO)}
    assert len(rows) == 2


async def test_seen_to_it_leaves_the_list_and_may_be_asked_again(town: Town):
    await says(town, SATO, "名字が違います")
    (one,) = (await asked(town))["corrections"]
    path = f"/api/corrections/{one['correction_id']}/settled"
    for _ in range(2):
        assert (await town.call(TAKAHASHI, "PUT", path)).status_code == 204
    assert (await asked(town))["corrections"] == []
    await says(town, SATO, "まだ違います")
    assert [each["words"] for each in (await asked(town))["corrections"]] == ["まだ違います"]


@pytest.mark.req("BASE-3", "A4")
async def test_only_administrators_of_the_same_body_see_and_settle_it(town: Town):
    await says(town, MORI, "隣の市のことです")
    assert (await asked(town))["corrections"] == []
    assert (await town.call(TANAKA, "GET", "/api/corrections")).status_code == 403
    for unknown in (uuid4(),):
        path = f"/api/corrections/{unknown}/settled"
        assert (await town.call(TAKAHASHI, "PUT", path)).status_code == 404


async def test_a_long_list_goes_on_page_by_page(town: Town, monkeypatch):
    monkeypatch.setattr(welcome, "PAGE", 2)
    for who in (SATO, SUZUKI, TANAKA):
        await says(town, who, "違います")
    page = await asked(town)
    assert len(page["corrections"]) == 2
    rest = await asked(town, f"?cursor={page['next']}")
    assert ([each["login_id"] for each in rest["corrections"]], rest["next"]) == (["10003"], None)


async def test_words_that_are_none_or_too_many_are_refused(town: Town):
    for words in ("", "　", "あ" * 501):
        assert (await says(town, SATO, words)).status_code == 422
    await change(town, SATO, welcomed_at=None)
    assert (await asked(town))["corrections"] == []


@pytest.mark.req("N52")
async def test_the_same_words_again_are_one_line_and_a_machine_is_held_up(town: Town):
    answers = [(await says(town, SATO, "名字が違います")).status_code for _ in range(6)]
    assert answers == [204] * 5 + [429]
    async with town.assembly.works.reading() as work:
        lines = select(func.count()).where(AccountChange.account_id == SATO)
        assert await work.session.scalar(lines) == 1
