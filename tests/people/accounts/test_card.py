"""The card of a person, and its twin: a person is listed exactly when the card opens."""

from datetime import datetime
from uuid import UUID

import pytest
from sqlalchemy import insert, update

from tests.cast import CITY_HALL, MIHON, MORI, OPENED, SATO, SUZUKI, TAKAHASHI, TANAKA, TONARI, named
from tests.people.accounts.managing.forms import post, save
from tests.people.conftest import Office
from tests.people.questions import questions
from tests.talk.actors import change_room, opened
from tests.town import Town
from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import staff_of
from yoriai.people.accounts import card, directory
from yoriai.people.accounts.cards import people_at_once, people_of
from yoriai.people.accounts.directory import Asked
from yoriai.people.accounts.models import Account, Posting

pytestmark = pytest.mark.anyio


async def opens(town: Town, who: UUID, account_id: UUID):
    return await town.call(who, "GET", f"/api/people/{account_id}")


async def test_a_colleagues_card_says_where_they_serve_and_how_to_reach_them(town: Town):
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == TANAKA).values(extension="2314"))
        second = {
            "id": named("second post"), "account_id": TANAKA, "organization_id": CITY_HALL,
            "department_id": named("福祉課"), "main": None, "was_main": False, "since": OPENED, "until": None,
        }  # fmt: skip
        await work.session.execute(insert(Posting), [second])
    answer = await opens(town, SATO, TANAKA)
    assert answer.status_code == 200, answer.text
    card = answer.json()
    assert (card["extension"], card["concurrent"]) == ("2314", ["福祉課"])
    assert (card["person"]["family"], card["person"]["kana"]) == ("田中", "たなか みほ")
    assert card["person"]["department_path"] == "土木課"
    assert card["former"] == []
    assert "10003" not in answer.text


@pytest.mark.req("ORG-1")
async def test_the_card_says_where_somebody_served_before_and_until_when(town: Town):
    before = town.assembly.works.now()
    assert (await save(town, TANAKA, {"posts": [post(named("福祉課"))]})).status_code == 200
    (former,) = (await opens(town, SATO, TANAKA)).json()["former"]
    assert former["path"] == "土木課"
    assert before <= datetime.fromisoformat(former["until"]) <= town.assembly.works.now()


@pytest.mark.req("A4", "N3", "BASE-3", "K1")
async def test_a_stranger_has_no_card_and_is_answered_for_like_nobody(town: Town):
    answers = [
        await opens(town, SATO, MORI),
        await opens(town, SATO, named("nobody")),
        await opens(town, MORI, SATO),
    ]
    assert {answer.status_code for answer in answers} == {404}
    bodies = [{**answer.json(), "request_id": ""} for answer in answers]
    assert bodies[0] == bodies[1] == bodies[2]


@pytest.mark.req("A4", "N3", "N50")
async def test_in_a_common_room_one_reads_who_somebody_is_and_still_opens_no_card(town: Town):
    """What the room shows of its members is all that another body learns: no extension, no place, nothing to open."""
    async with town.assembly.works.writing() as work:
        hidden = {"extension": "2314", "place": "第二庁舎"}
        await work.session.execute(update(Account).where(Account.id == SATO).values(**hidden))
        post = {
            "id": named("posting of 森"), "account_id": MORI, "organization_id": CITY_HALL, "department_id": None,
            "main": None, "was_main": False, "since": OPENED, "until": None,
        }  # fmt: skip
        await work.session.execute(insert(Posting), [post])
    room = await opened(town, SATO, [], name="広域観光の打合せ")
    await change_room(town, room, label=1)  # in which other bodies may be
    members = f"/api/rooms/{room}/members"
    assert (await town.call(SATO, "POST", members, {"accounts": [str(MORI)]})).status_code == 204
    shown = await town.call(MORI, "GET", f"/api/rooms/{room}")
    person = shown.json()["people"][str(SATO)]
    assert (person["kana"], person["tenant_name"], person["department"]) == (
        "さとう はなこ",
        "見本市",
        "福祉課",
    )
    assert "2314" not in shown.text
    assert "第二庁舎" not in shown.text
    assert [(await opens(town, *pair)).status_code for pair in ((MORI, SATO), (SATO, MORI))] == [404, 404]


@pytest.mark.req("BASE-3", "ORG-15")
async def test_a_person_is_listed_exactly_when_the_card_opens(office: Office):
    kinds = [
        ("active", "member", None, MIHON),
        ("suspended", "member", None, MIHON),
        ("removed", "member", None, MIHON),
        ("active", "guest", None, MIHON),
        ("active", "bot", None, MIHON),
        ("active", "member", OPENED.date(), MIHON),
        ("active", "member", OPENED.date().replace(year=2099), MIHON),
        ("active", "member", None, TONARI),
    ]
    sato = await office.actor(SATO)
    template = await office.account("10001")
    words = {column.name: getattr(template, column.name) for column in Account.__table__.columns}
    async with office.works.writing() as work:
        rows = [
            words | {
                "id": named(f"case {place}"), "login_id": f"9{place:04d}", "status": status, "kind": kind,
                "ends_on": ends_on, "tenant_id": tenant,
            }
            for place, (status, kind, ends_on, tenant) in enumerate(kinds)
        ]  # fmt: skip
        await work.session.execute(insert(Account), rows)
    async with office.works.reading() as work:
        listed = {person.account_id for person in (await directory.page(work, sato, Asked())).people}
        opened = set[UUID]()
        for each in (
            *(named(f"case {place}") for place in range(len(kinds))),
            SATO,
            SUZUKI,
            TANAKA,
            TAKAHASHI,
            MORI,
        ):
            try:
                opened.add((await card.card(work, sato, each)).person.account_id)
            except NotFound:
                continue
    assert opened == listed
    assert opened == {SATO, SUZUKI, TANAKA, TAKAHASHI, named("case 0"), named("case 6")}


SAME = (
    "40021,山田 太郎,やまだ たろう,福祉課,主事",
    "40022,山田 太郎,やまだ たろう,福祉課,主事",
    "51023,山田 太郎,やまだ たろう,福祉課,主査",
    "51024,山田 太郎,やまだ たろう,土木課,主査",
    "60031,田村 花,たむら はな,福祉課,主事",
    "71031,田村 花,たむら はな,福祉課,主事",
    "1,三 一,みつ はじめ,福祉課,主事",
    "2,三 一,みつ はじめ,福祉課,主事",
)


@pytest.mark.req("ORG-19", "N18")
async def test_the_end_of_the_number_is_given_only_where_nothing_else_tells_two_apart(office: Office):
    await office.takes_over("職員番号,氏名,ふりがな,所属,職名", *SAME)
    sato = await office.actor(SATO)
    with questions(office.store) as sent:
        async with office.works.reading() as work:
            people = (await directory.page(work, sato, Asked())).people
            cards = await people_of(work.session, [person.account_id for person in people], staff_of(MIHON))
    assert len(sent) == 2
    ids = {login_id: (await office.account(login_id)).id for login_id in (row.split(",")[0] for row in SAME)}
    tails = {login_id: cards[account_id].tail for login_id, account_id in ids.items()}
    assert tails == {
        "40021": "021",
        "40022": "022",
        "51023": "",  # another title
        "51024": "",  # another unit
        "60031": "60031",  # the ends are alike
        "71031": "71031",
        "1": "1",
        "2": "2",
    }
    assert {person.account_id: person.tail for person in people} == {each: cards[each].tail for each in cards}
    assert await office.store.quick.read(lambda rows: people_at_once(rows, cards, staff_of(MIHON))) == cards


@pytest.mark.req("ORG-19")
async def test_who_was_taken_back_is_nobodys_namesake(office: Office):
    await office.takes_over("職員番号,氏名,ふりがな,所属,職名", *SAME[:2])
    first, second = await office.account("40021"), await office.account("40022")
    async with office.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == second.id).values(status="removed"))
    async with office.works.reading() as work:
        assert (await people_of(work.session, [first.id], staff_of(MIHON)))[first.id].tail == ""
