"""A pasted list is answered row by row, and nothing is guessed and nothing is changed."""

from uuid import UUID

import pytest
from sqlalchemy import update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.people.conftest import Office
from tests.people.questions import questions
from tests.town import Town
from yoriai.kit.text import NotText
from yoriai.people.accounts import pasted
from yoriai.people.accounts.models import Account
from yoriai.people.accounts.pasted import TooManyRows, rows_of
from yoriai.people.accounts.resolve import Outcome, Resolved, resolve

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-18")]


async def ask(town: Town, text: str, *present: UUID, who: UUID = SATO):
    body = {"text": text, "present": [str(each) for each in present]}
    answer = await town.call(who, "POST", "/api/people/resolve", body)
    assert answer.status_code == 200, answer.text
    return answer.json()["rows"]


async def looked_up(office: Office, text: str, *present: UUID) -> list[Resolved]:
    actor = await office.actor(SATO)
    async with office.works.reading() as work:
        return await resolve(work, actor, text, present)


@pytest.mark.parametrize(
    "text",
    [
        "10003",
        "１０００３",
        "田中 美保",
        "田中　美保さん",
        "田中美保",
        "田中\t美保",
        "福祉課,田中 美保,主事",
        "10003\t田中 美保\t土木課",
        '"田中 美保","10003"',
        "\ufeff職員番号,氏名\r\n10003,田中 美保\r\n",
        "氏名\n\n田中 美保\n",
    ],
)
async def test_a_person_is_found_however_the_row_was_written(town: Town, text: str):
    rows = await ask(town, text)
    assert [(row["outcome"], [UUID(person["account_id"]) for person in row["people"]]) for row in rows] == [
        ("found", [TANAKA])
    ]


async def test_every_row_says_what_came_of_it(town: Town):
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == TANAKA).values(status="suspended"))
        await work.session.execute(
            update(Account).where(Account.id == SATO).values(email="sato@city.example")
        )
    text = "鈴木 﨑子\n佐藤 花子\nSATO@city.example\n\n田中 美保\n山本 だれか\n森 葵\n高橋渉、鈴木崎子"
    rows = await ask(town, text, SUZUKI)
    assert [(row["row"], row["outcome"], len(row["people"])) for row in rows] == [
        (1, "present", 1),
        (2, "found", 1),
        (3, "twice", 1),
        (5, "suspended", 1),
        (6, "unknown", 0),
        (7, "unknown", 0),  # she is of the next town
        (8, "several", 2),  # two people on one line
    ]
    assert rows[0]["said"] == "鈴木 﨑子"
    assert all(row["outcome"] == "unknown" for row in await ask(town, "佐藤 花子\n10001", who=MORI))


@pytest.mark.req("ORG-19")
async def test_two_of_one_name_are_both_shown_and_neither_is_taken(office: Office):
    await office.takes_over(
        "職員番号,氏名,ふりがな,所属,職名",
        "40021,山田 太郎,やまだ たろう,福祉課,主事",
        "40022,山田 太郎,やまだ たろう,福祉課,主事",
    )
    (both, one, mixed) = await looked_up(office, "山田 太郎\n40022 \n40021,佐藤 花子")
    assert (both.outcome, [person.tail for person in both.people]) == (Outcome.SEVERAL, ["021", "022"])
    assert (one.outcome, [person.tail for person in one.people]) == (Outcome.FOUND, ["022"])
    assert mixed.outcome is Outcome.SEVERAL  # the number of one, the name of another


async def test_a_number_beside_a_name_that_two_bear_says_who_is_meant(office: Office):
    await office.takes_over(
        "職員番号,氏名,ふりがな,所属",
        "40021,山田 太郎,やまだ たろう,福祉課",
        "40022,山田 太郎,やまだ たろう,土木課",
    )
    (row,) = await looked_up(office, "40022\t山田 太郎")
    assert (row.outcome, [person.department for person in row.people]) == (Outcome.FOUND, ["土木課"])


async def test_five_thousand_rows_take_as_many_questions_as_one(office: Office):
    numbers = [f"7{place:04d}" for place in range(1_000)]
    await office.takes_over(
        "職員番号,氏名,ふりがな,所属", *(f"{number},山田 {number},やまだ たろう,福祉課" for number in numbers)
    )
    with questions(office.store) as one:
        await looked_up(office, numbers[0])
    text = "\n".join(numbers * 5)
    with questions(office.store) as many:
        rows = await looked_up(office, text)
    assert len(one) == len(many)
    assert [row.outcome for row in rows].count(Outcome.FOUND) == 1_000
    assert [row.outcome for row in rows].count(Outcome.TWICE) == 4_000


async def test_more_rows_than_that_are_refused_before_anything_is_looked_up(town: Town):
    assert len(rows_of("あ\n" * pasted.MOST_ROWS)) == pasted.MOST_ROWS
    with pytest.raises(TooManyRows):
        rows_of("あ\n" * (pasted.MOST_ROWS + 1))
    refused = await town.call(SATO, "POST", "/api/people/resolve", {"text": "あ\n" * 5_001})
    assert (refused.status_code, refused.json()["code"]) == (422, "accounts.too_many_rows")


async def test_rubbish_is_unknown_and_harms_nobody(town: Town):
    rubbish = '"open\n=cmd|calc\n' + "x" * 5_000 + "\n\t\t\n,,,\n%\n\u200b\n@"
    rows = await ask(town, rubbish)
    assert {row["outcome"] for row in rows} == {"unknown"}
    assert all(len(row["said"]) <= 200 for row in rows)


async def test_who_is_out_of_reach_is_said_so(town: Town):
    set_rule = await town.call(TAKAHASHI, "PUT", "/api/settings/reach", {"to": "section"})
    assert set_rule.status_code == 204
    assert [row["outcome"] for row in await ask(town, "田中 美保\n鈴木 﨑子")] == ["out_of_reach", "found"]


@pytest.mark.req("N51", "N55")
def test_marks_heaped_up_in_a_list_are_no_text():
    """To compose them would take the square of their number, while everybody waits."""
    for heap in ("\u3099" * 5_000, ("\u3099" * 150 + "\x01") * 50):
        with pytest.raises(NotText):
            rows_of(f"佐藤 花子\n鈴木{heap}")
