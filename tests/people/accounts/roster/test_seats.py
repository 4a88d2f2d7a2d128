"""席 in a roster: who gets a seat, who works without one, and whom a roster leaves theirs (ORG-6, ADMIN-3, ADMIN-4)."""

import csv
import io
from typing import Any

import pytest
from sqlalchemy import select, update

from tests.cast import SATO, SUZUKI, TAKAHASHI
from tests.people.accounts.roster.bringing import brought, decided, file_of, taken, undone
from tests.town import Town
from yoriai.people.accounts.models import Account
from yoriai.people.accounts.roster import cells
from yoriai.people.accounts.roster.cells import NotTaken
from yoriai.people.accounts.roster.faults import Reason

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-6", "ADMIN-3", "ADMIN-4")]
HEADINGS = "職員番号,氏名,ふりがな,所属,職名,席"
PEOPLE = {
    "10001": "佐藤　花子,さとう はなこ,福祉課,主事",
    "10002": "鈴木　﨑子,すずき さきこ,福祉課,主事",
    "10003": "田中　美保,たなか みほ,土木課,主事",
    "10004": "髙橋　渉,たかはし わたる,情報政策課,主事",
    "30001": "山田　太郎,やまだ たろう,土木課,主任",
}


def lines(**seats: str) -> list[str]:
    """The cast, with what stands in the column of each; of others nothing."""
    said = {number.removeprefix("n"): seat for number, seat in seats.items()}
    return [
        f"{number},{words},{said.get(number, '')}"
        for number, words in PEOPLE.items()
        if number != "30001" or number in said
    ]


async def imports(town: Town, **seats: str) -> Any:
    answer = await taken(town, *lines(**seats), headings=HEADINGS)
    assert answer.status_code == 200, answer.text
    return answer.json()["import_id"]


async def roles(town: Town) -> dict[str, list[str]]:
    async with town.assembly.works.reading() as work:
        found = await work.session.execute(select(Account.login_id, Account.roles))
        return {number: said for number, said in found if number in PEOPLE}


async def looks(town: Town, *rows: str, headings: str = HEADINGS) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (
        await decided(town, await brought(town, file_of(*rows, headings=headings)))
    )["lines"]
    return found


@pytest.mark.parametrize("cell", ["", "あり", "有", "○", " 席あり "])
def test_nearly_everybody_has_a_seat(cell: str) -> None:
    assert cells.seat(cell) is True


@pytest.mark.parametrize("cell", ["なし", "無", "×", "席のない人"])
def test_whoever_has_none_is_said_to_have_none(cell: str) -> None:
    assert cells.seat(cell) is False


@pytest.mark.parametrize("cell", ["2", "正規", "課"])
def test_anything_else_is_no_answer(cell: str) -> None:
    with pytest.raises(NotTaken) as why:
        cells.seat(cell)
    assert why.value.reason is Reason.SEAT


async def test_a_seat_goes_and_comes_at_once_and_is_shown_before(town: Town) -> None:
    (sato, *others) = await looks(town, *lines(n10001="なし"))
    assert (sato["kind"], sato["deltas"]) == (
        "changed",
        [{"field": "seat", "before": "あり", "after": "なし"}],
    )
    assert {each["kind"] for each in others} == {"unchanged"}
    async with town.listens(SATO) as ear:
        await imports(town, n10001="なし")
        await ear.knocks_again()
    assert (await roles(town))["10001"] == ["served"]
    refused = await town.call(SATO, "GET", "/api/people?q=すずき")
    assert (refused.status_code, refused.json()["code"]) == (403, "accounts.seat_needed")
    history = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}/history")).json()["changes"]
    assert (history[0]["before"], history[0]["after"]) == ({"roles": ["member"]}, {"roles": ["served"]})
    await imports(town)
    assert (await roles(town))["10001"] == ["member"]


async def test_who_is_new_comes_without_a_seat_where_the_roster_says_so(town: Town) -> None:
    new = next(each for each in await looks(town, *lines(n30001="なし")) if each["kind"] == "new")
    assert new["deltas"] == [{"field": "seat", "before": "", "after": "なし"}]
    await imports(town, n30001="なし")
    assert (await roles(town))["30001"] == ["served"]


async def test_a_roster_without_the_column_leaves_everybody_as_they_are(town: Town) -> None:
    await imports(town, n10001="なし")
    rows = [line.rpartition(",")[0] for line in lines()]
    headings = HEADINGS.removesuffix(",席")
    assert {each["kind"] for each in await looks(town, *rows, headings=headings)} == {"unchanged"}


@pytest.mark.req("N19")
async def test_whoever_has_a_role_keeps_the_seat_and_the_row_says_why(town: Town) -> None:
    (wrong,) = [each["wrong"] for each in await looks(town, *lines(n10004="なし")) if each["wrong"]]
    assert [(cell["column"], cell["reason"], cell["value"]) for cell in wrong] == [
        ("席", "accounts.row_duties", "髙橋 渉")
    ]
    assert (await taken(town, *lines(n10004="なし"), headings=HEADINGS)).status_code == 422
    assert (await roles(town))["10004"] == ["administrator"]


@pytest.mark.req("N19")
async def test_who_gets_a_role_between_the_look_and_the_import_keeps_it(town: Town) -> None:
    draft = await brought(town, file_of(*lines(n10001="なし"), headings=HEADINGS))
    await decided(town, draft)
    role = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/role", {"role": "auditor"})
    assert role.status_code == 204
    assert (await town.call(TAKAHASHI, "POST", f"{draft}/import", {})).status_code in (409, 422)
    assert (await roles(town))["10001"] == ["auditor"]


@pytest.mark.req("N19")
async def test_a_paper_that_waits_opens_no_account_that_may_do_more_by_now(town: Town) -> None:
    await imports(town, n10002="なし")
    async with town.assembly.works.writing() as work:
        paper = update(Account).where(Account.id == SUZUKI).values(first_password_mac="0" * 64)
        await work.session.execute(paper)
    await imports(town)
    async with town.assembly.works.reading() as work:
        assert (await work.session.get_one(Account, SUZUKI)).first_password_mac is None


async def test_undoing_gives_the_seat_back_unless_somebody_has_decided_since(town: Town) -> None:
    import_id = await imports(town, n10001="なし")
    assert (await undone(town, import_id)).status_code == 200
    assert (await roles(town))["10001"] == ["member"]
    import_id = await imports(town, n10001="なし")
    member = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/role", {"role": "member"})
    assert member.status_code == 204
    refused = await undone(town, import_id)
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.undo_in_the_way")
    assert refused.json()["details"]["names"] == ["佐藤 花子（10001）"]


async def test_what_is_saved_as_a_file_has_the_column_and_changes_nothing_when_taken_in(town: Town) -> None:
    await imports(town, n10001="なし")
    saved = await town.call(TAKAHASHI, "POST", "/api/accounts/export", {"kind": "csv", "reason": "点検"})
    assert saved.status_code == 200, saved.text
    rows = list(csv.DictReader(io.StringIO(saved.content.decode("utf-8-sig"))))
    assert {row["職員番号"]: row["席"] for row in rows}["10001"] == "なし"
    draft = await brought(town, saved.content)
    assert {each["kind"] for each in (await decided(town, draft))["lines"]} == {"unchanged"}
