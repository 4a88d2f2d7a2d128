"""The directory, through the door."""

from urllib.parse import quote
from uuid import UUID

import pytest
from sqlalchemy import update

from tests.cast import MIHON, MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.people.conftest import Office
from tests.people.questions import questions
from tests.town import Town
from yoriai.people.access.actor import staff_of
from yoriai.people.accounts import directory
from yoriai.people.accounts.cards import people_at_once, people_of
from yoriai.people.accounts.directory import Asked
from yoriai.people.accounts.models import Account

pytestmark = pytest.mark.anyio

EVERYBODY = [SATO, SUZUKI, TAKAHASHI, TANAKA]


async def ask(town: Town, q: str = "", cursor: str | None = None, *, who: UUID = SATO):
    more = f"&cursor={quote(cursor)}" if cursor is not None else ""
    return await town.call(who, "GET", f"/api/people?q={quote(q)}{more}")


async def found(town: Town, q: str) -> set[UUID]:
    answer = await ask(town, q)
    assert answer.status_code == 200, answer.text
    return {UUID(person["account_id"]) for person in answer.json()["people"]}


@pytest.mark.req("BASE-3", "ORG-16")
async def test_everybody_of_ones_own_body_is_listed_by_kana_and_nobody_else(town: Town):
    answer = (await ask(town)).json()
    assert [UUID(person["account_id"]) for person in answer["people"]] == EVERYBODY
    assert answer["next"] is None
    assert [person["account_id"] for person in (await ask(town, who=MORI)).json()["people"]] == [str(MORI)]


@pytest.mark.req("N18")
@pytest.mark.asvs("V15.3.1")
async def test_a_person_is_shown_by_a_few_words_and_nothing_secret(town: Town):
    answer = (await ask(town, "田中")).json()["people"][0]
    assert answer == {
        "account_id": str(TANAKA),
        "family": "田中",
        "given": "美保",
        "kana": "たなか みほ",
        "department": "土木課",
        "department_path": "土木課",
        "job_title": "主事",
        "tenant_name": "見本市",
        "kind": "member",
        "tail": "",
        "extension": "",
        "is_closed": False,
    }


KNOWN = {
    "すず": {SUZUKI},
    "スズキ": {SUZUKI},
    "ｽｽﾞｷ": {SUZUKI},
    "崎子": {SUZUKI},  # her name is written 﨑
    "高橋": {TAKAHASHI},  # his is written 髙
    "福祉": {SATO, SUZUKI},
    "福祉 さとう": {SATO},
    "１０００３": {TANAKA},
    "": set(EVERYBODY),
    "　": set(EVERYBODY),
    "いない": set(),
    "%": set(),
    "_": set(),
    "\\": set(),
    "もり": set(),  # she is of the next town
    "\u200b": set(),
    "sato": {SATO},
    "Satō": {SATO},
    "ＳＡＴＯＨ": {SATO},
    "suzuk": {SUZUKI},
    "takahasi wataru": {TAKAHASHI},
    "たなk": {TANAKA},
    "mori": set(),
}


@pytest.mark.req("ORG-11", "SEARCH-4")
@pytest.mark.asvs("V1.2.4")
async def test_people_are_found_by_whatever_one_knows_of_them(town: Town):
    assert {q: await found(town, q) for q in KNOWN} == KNOWN


async def test_a_stopped_account_cannot_be_found(town: Town):
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == TANAKA).values(status="suspended"))
    assert await found(town, "") == {SATO, SUZUKI, TAKAHASHI}


@pytest.mark.req("ORG-19")
async def test_page_after_page_everybody_comes_once_even_with_one_name(office: Office):
    rows = [f"5{n:04d},山田 太郎,やまだ たろう,第{n % 7}課" for n in range(120)]
    await office.takes_over("職員番号,氏名,ふりがな,所属", *rows)
    sato = await office.actor(SATO)
    seen: list[UUID] = []
    cursor: str | None = None
    with questions(office.store) as sent:
        for _ in range(3):
            async with office.works.reading() as work:
                page = await directory.page(work, sato, Asked(cursor=cursor))
            seen.extend(person.account_id for person in page.people)
            cursor = page.next
    assert cursor is None
    assert (len(seen), len(set(seen))) == (124, 124)
    assert len(sent) == 3


async def test_the_last_full_page_has_no_next(town: Town, monkeypatch):
    monkeypatch.setattr(directory, "PAGE", 4)
    assert (await ask(town)).json()["next"] is None
    monkeypatch.setattr(directory, "PAGE", 3)
    rest = (await ask(town, "", (await ask(town)).json()["next"])).json()
    assert [UUID(person["account_id"]) for person in rest["people"]] == [TANAKA]


@pytest.mark.req("BASE-2")
async def test_what_is_no_question_is_refused(town: Town):
    assert (await ask(town, "あ" * 51)).status_code == 422
    assert (await ask(town, "\0")).status_code == 400
    for cursor in ("", "x", "WyJ4Il0"):
        assert (await ask(town, "", cursor)).status_code == 400


async def test_cards_of_many_people_are_one_query(office: Office):
    with questions(office.store) as sent:
        async with office.works.reading() as work:
            cards = await people_of(work.session, [*EVERYBODY, MORI, MIHON], staff_of(MIHON))
            assert await people_of(work.session, [], staff_of(MIHON)) == {}
    assert len(sent) == 1
    assert set(cards) == {*EVERYBODY, MORI}
    assert cards[MORI].tenant_name == "隣見市"
    assert await office.store.quick.read(lambda rows: people_at_once(rows, cards, staff_of(MIHON))) == cards
