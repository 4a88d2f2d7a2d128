"""アカウントの依頼: a unit asks its ITリーダー, who asks the administrators; nobody asks for another unit (ORG-10)."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import update

from tests.cast import CITY_HALL, MORI, SATO, SUZUKI, TAKAHASHI, TANAKA, named
from tests.people.accounts.requests.requesting import (
    ALL,
    DONE,
    GONE,
    NO,
    OVER,
    ROADS,
    WELFARE,
    about,
    asks,
    does,
    led,
    listed,
    states,
    wish,
)
from tests.people.accounts.roster.bringing import CAST, NEW, taken, undone
from tests.talk.actors import actor_of
from tests.talk.statements import statements
from tests.town import Town
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.accounts.requests import asking, queries
from yoriai.people.accounts.requests.models import AccountRequest
from yoriai.people.accounts.requests.wire import RequestUnitOut
from yoriai.people.orgs.models import Department

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-10")]


async def test_somebody_of_the_unit_asks_the_leader_who_asks_the_administrators(town: Town) -> None:
    await led(town)
    path = await asks(town, SUZUKI)
    (asked,) = await listed(town, SUZUKI)
    assert (asked["state"], asked["login_id"], asked["kana"], asked["unit"]) == (
        "proposed",
        "30001",
        "しんじん いちろう",
        "福祉課",
    )
    assert (asked["may_withdraw"], asked["may_pass_on"], asked["may_accept"]) == (True, False, False)
    (seen,) = await listed(town, SATO)
    assert (seen["may_pass_on"], seen["may_decline"], seen["may_withdraw"]) == (True, True, False)
    assert await does(town, TAKAHASHI, "POST", f"{path}/acceptance") == OVER
    for _ in range(2):
        assert await does(town, SATO, "POST", f"{path}/passing-on") == DONE
    (asked,) = await listed(town, TAKAHASHI)
    assert (asked["state"], asked["may_accept"], asked["leader"]["family"]) == ("asked", True, "佐藤")


@pytest.mark.req("N19", "N15", "A4")
async def test_nobody_asks_for_a_unit_that_is_not_theirs(town: Town) -> None:
    await led(town)
    for who in (SATO, SUZUKI):
        assert await does(town, who, "POST", ALL, wish(unit_id=str(ROADS))) == NO
        for stranger in (named("健康課"), uuid4()):
            assert await does(town, who, "POST", ALL, wish(unit_id=str(stranger))) == GONE
    assert await does(town, TANAKA, "POST", ALL, wish()) == NO
    assert await does(town, MORI, "POST", ALL, wish()) == GONE
    assert await listed(town, TAKAHASHI) == []


@pytest.mark.req("N19", "N15", "A4")
async def test_nobody_asks_about_people_who_serve_elsewhere(town: Town) -> None:
    await led(town)
    assert await does(town, SATO, "POST", ALL, about(TANAKA, family="山田")) == NO
    for stranger in (MORI, uuid4()):
        assert await does(town, SATO, "POST", ALL, about(stranger, family="山田")) == GONE
    await asks(town, SATO, about(SUZUKI, words="内線が変わります"))


@pytest.mark.req("N19", "N15", "A4")
async def test_to_whom_a_request_is_nothing_there_is_none(town: Town) -> None:
    await led(town)
    await led(town, TANAKA, ROADS)
    path = await asks(town, SUZUKI)
    nowhere = f"{ALL}/{uuid4()}"
    for who in (TANAKA, MORI):
        assert await listed(town, who) == []
        for to in (path, nowhere):
            assert await does(town, who, "DELETE", to) == GONE
    for to in (path, nowhere):
        assert await does(town, TANAKA, "POST", f"{to}/passing-on") == GONE
        assert await does(town, TANAKA, "POST", f"{to}/refusal", {"reason": "要らない"}) == GONE
    for who in (SUZUKI, MORI):
        assert await does(town, who, "POST", f"{path}/passing-on") == NO
        assert await does(town, who, "POST", f"{path}/refusal", {"reason": "要らない"}) == NO
    for who in (SATO, SUZUKI, TANAKA, MORI):
        assert await does(town, who, "POST", f"{path}/acceptance") == NO
    assert await does(town, SATO, "DELETE", path) == NO
    assert await does(town, TAKAHASHI, "POST", f"{path}/passing-on") == NO
    assert await states(town, SUZUKI) == ["proposed"]


@pytest.mark.req("N19", "N40")
async def test_whoever_leads_the_unit_no_more_sees_and_does_nothing_any_more(town: Town) -> None:
    await led(town)
    path = await asks(town, SUZUKI)
    leaders = (await town.call(TAKAHASHI, "GET", "/api/leaders")).json()["leaders"]
    gone = f"/api/leaders/{leaders[0]['leader_id']}"
    assert await does(town, TAKAHASHI, "DELETE", gone) == DONE
    assert await listed(town, SATO) == []
    assert await does(town, SATO, "POST", f"{path}/passing-on") == NO
    assert await does(town, SUZUKI, "POST", ALL, wish(login_id="30002")) == (
        409,
        "account_requests.no_leader",
    )


@pytest.mark.req("BASE-4")
async def test_the_same_request_again_is_the_same_one(town: Town) -> None:
    await led(town)
    body = wish()
    assert await asks(town, SATO, body) == await asks(town, SATO, body)
    assert len(await listed(town, TAKAHASHI)) == 1


async def test_a_request_is_withdrawn_by_whoever_asked_until_it_is_answered(town: Town) -> None:
    await led(town)
    path = await asks(town, SUZUKI)
    for _ in range(2):
        assert await does(town, SUZUKI, "DELETE", path) == DONE
    assert await states(town, SUZUKI) == ["withdrawn"]
    assert await does(town, SATO, "POST", f"{path}/passing-on") == OVER
    path = await asks(town, SATO)
    assert await does(town, TAKAHASHI, "POST", f"{path}/refusal", {"reason": "兼務で足ります"}) == DONE
    assert await does(town, SATO, "DELETE", path) == OVER
    assert (await listed(town, SATO))[0]["answer"] == "兼務で足ります"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"family": ""}, "wrong"),
        ({"login_id": ""}, "wrong"),
        ({"login_id": "あいう"}, "wrong"),
        ({"kana": "漢字"}, "wrong"),
        ({"employment_type": None}, "wrong"),
        ({"employment_type": "友人"}, "wrong"),
        ({"starts_on": None}, "wrong"),
        ({"ends_on": "2026-11-30"}, "wrong"),
        ({"words": "あ" * 301}, "too_long"),
        ({"kind": "gift"}, "wrong"),
        ({"more": 1}, "wrong"),
    ],
)
async def test_what_cannot_be_is_refused(town: Town, changed: dict[str, object], code: str) -> None:
    await led(town)
    assert await does(town, SATO, "POST", ALL, wish(**changed)) == (422, code)
    assert await listed(town, SATO) == []


async def test_a_change_of_nothing_and_an_end_without_a_day_are_refused(town: Town) -> None:
    await led(town)
    nothing = about(SUZUKI, family="鈴木")
    assert await does(town, SATO, "POST", ALL, nothing) == (422, "account_requests.nothing")
    assert await does(town, SATO, "POST", ALL, about(SUZUKI, kind="closing")) == (422, "wrong")
    assert await does(town, SATO, "POST", ALL, about(SUZUKI) | {"account_id": None}) == (422, "wrong")


@pytest.mark.req("N3", "K20")
async def test_no_answer_says_how_a_colleague_is_employed_or_until_when(town: Town) -> None:
    await led(town)
    async with town.assembly.works.writing() as work:
        theirs = update(Account).where(Account.id == SATO)
        last = work.now.date() + timedelta(days=400)
        await work.session.execute(theirs.values(employment_type="reappointed", ends_on=last))
    for guess in ({"employment_type": "reappointed"}, {"employment_type": "fixed_term"}):
        await asks(town, SUZUKI, about(SATO, **guess))
    for day in (last, last - timedelta(days=1)):
        await asks(town, SUZUKI, about(SATO, ends_on=day.isoformat()))
    for shown in await listed(town, SUZUKI):
        assert (shown["family"], shown["kana"]) == ("", "")


async def test_the_first_day_is_asked_for_of_somebody_new_alone(town: Town) -> None:
    await led(town)
    await asks(town, SATO, about(SUZUKI, words="内線が変わります", starts_on="2026-12-01"))
    (asked,) = await listed(town, SATO)
    assert asked["starts_on"] is None


@pytest.mark.req("N16")
async def test_a_number_that_is_taken_is_refused_without_saying_whose_it_is(town: Town) -> None:
    await led(town)
    answer = await town.call(SATO, "POST", ALL, wish(login_id="10003"))
    assert (answer.status_code, answer.json()["code"]) == (409, "account_requests.number_taken")
    assert "田中" not in answer.text


async def test_one_asker_does_not_fill_the_list(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST_WAITING", 1)
    await led(town)
    path = await asks(town)
    refused = await does(town, SATO, "POST", ALL, wish(login_id="30002"))
    assert refused == (409, "account_requests.too_many")
    assert await does(town, SATO, "DELETE", path) == DONE
    await asks(town, SATO, wish(login_id="30002"))
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(AccountRequest).values(lapses_at=work.now))
    await asks(town, SATO, wish(login_id="30003"))


@pytest.mark.req("N19", "N40")
async def test_a_former_leader_keeps_only_what_they_have_asked_for_and_asks_for_nobody(town: Town) -> None:
    await led(town)
    own, others = await asks(town), await asks(town, SUZUKI, wish(login_id="30002"))
    async with town.assembly.works.writing() as work:
        moved = update(Posting).where(Posting.account_id == SATO)
        await work.session.execute(moved.values(department_id=ROADS))
    assert [each["login_id"] for each in await listed(town, SATO)] == ["30001"]
    assert await does(town, SATO, "POST", f"{others}/passing-on") == GONE
    assert await does(town, SATO, "POST", f"{others}/refusal", {"reason": "要らない"}) == GONE
    assert await does(town, SATO, "POST", ALL, wish(login_id="30003")) == NO
    assert await does(town, SATO, "DELETE", own) == DONE


async def test_a_leader_asks_for_the_units_below_and_the_list_says_which(town: Town) -> None:
    await led(town, TANAKA, ROADS)
    async with town.assembly.works.writing() as work:
        below = update(Department).where(Department.id == WELFARE)
        await work.session.execute(below.values(parent_id=ROADS, path="土木課 福祉課"))
    units = (await town.call(TANAKA, "GET", ALL)).json()["units"]
    assert [(each["path"], each["has_leader"]) for each in units] == [
        ("土木課", True),
        ("土木課 福祉課", True),
    ]
    await asks(town, TANAKA, wish())
    assert [each["path"] for each in (await town.call(SATO, "GET", ALL)).json()["units"]] == ["土木課 福祉課"]


async def test_the_list_asks_as_much_for_one_unit_as_for_several(town: Town) -> None:
    await led(town)
    await asks(town, SUZUKI)
    asked, units = list[int](), list[RequestUnitOut]()
    for others in ((), (ROADS,)):
        async with town.assembly.works.writing() as work:
            work.session.add_all(
                Posting(
                    id=uuid4(), account_id=SUZUKI, organization_id=CITY_HALL, department_id=each, main=None,
                    since=work.now,
                )
                for each in others
            )  # fmt: skip
        actor = await actor_of(town, SUZUKI)
        async with town.assembly.works.reading() as work, statements(work) as sent:
            await queries.page(work, actor, None)
            units = await queries.units(work, actor)
        asked.append(len(sent))
    assert [(each.unit_id, each.has_leader) for each in units] == [(ROADS, False), (WELFARE, True)]
    assert asked[0] == asked[1]


@pytest.mark.req("ADMIN-3")
async def test_what_was_asked_for_a_unit_outlives_the_import_that_brought_it(town: Town) -> None:
    await led(town)
    import_id = (
        await taken(town, NEW.replace("健康福祉部 健康づくり推進課", "福祉課 窓口係"), *CAST)
    ).json()["import_id"]
    units = (await town.call(SATO, "GET", ALL)).json()["units"]
    (below,) = [each["unit_id"] for each in units if each["path"] == "福祉課 窓口係"]
    await asks(town, SATO, wish(unit_id=below, login_id="30002"))
    assert (await undone(town, import_id)).status_code == 200
    (asked,) = await listed(town, TAKAHASHI)
    assert (asked["unit"], asked["state"]) == ("福祉課 窓口係", "asked")
    assert await does(town, TAKAHASHI, "POST", f"{ALL}/{asked['asking_id']}/acceptance") == (
        409,
        "orgs.unit_closed",
    )


async def test_what_waits_stands_before_what_is_over_on_every_page(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "PAGE", 2)
    await led(town)
    paths = [await asks(town, SATO, wish(login_id=f"3000{at}")) for at in range(5)]
    for path in paths[2:4]:
        assert await does(town, SATO, "DELETE", path) == DONE
    async with town.assembly.works.writing() as work:
        late = update(AccountRequest).where(AccountRequest.id == UUID(paths[0].rsplit("/", 1)[1]))
        await work.session.execute(late.values(lapses_at=work.now))
    seen, cursor = list[tuple[str, str]](), ""
    while True:
        page = (await town.call(TAKAHASHI, "GET", f"{ALL}{cursor}")).json()
        seen += [(each["login_id"], each["state"]) for each in page["requests"]]
        if page["next"] is None:
            break
        cursor = f"?cursor={page['next']}"
    assert seen == [
        ("30004", "asked"), ("30001", "asked"), ("30003", "withdrawn"), ("30002", "withdrawn"), ("30000", "lapsed"),
    ]  # fmt: skip
