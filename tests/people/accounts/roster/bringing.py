"""What an administrator does at the screen of an import, said once for all tests of it."""

from typing import Any

import httpx2
from sqlalchemy import select

from tests.cast import CITY_HALL, TAKAHASHI
from tests.keys import new_send_key
from tests.town import Town
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.orgs.models import Department
from yoriai.platform.facts.models import JournalRow

HEADINGS = "職員番号,氏名,ふりがな,所属,職名,備考"
CAST = (
    "10001,佐藤　花子,さとう はなこ,福祉課,主事,",
    "10002,鈴木　﨑子,すずき さきこ,福祉課,主事,",
    "10003,田中　美保,たなか みほ,土木課,主事,",
    "10004,髙橋　渉,たかはし わたる,情報政策課,主事,",
)
NEW = "30001,山田　太郎,やまだ たろう,健康福祉部 健康づくり推進課,主任,"


def file_of(*lines: str, headings: str = HEADINGS) -> bytes:
    """As a spreadsheet saves it; what CP932 has no letters for goes by UTF-8."""
    words = "\r\n".join((headings, *lines))
    try:
        return words.encode("cp932")
    except UnicodeEncodeError:
        return words.encode("utf-8")


async def brought(town: Town, data: bytes, **words: str) -> str:
    """The address of a new draft."""
    asked = "&".join(
        f"{name}={value}"
        for name, value in ({"request_key": new_send_key(), "name": "R8_職員名簿.csv"} | words).items()
    )
    answer = await town.call(TAKAHASHI, "POST", f"/api/roster/drafts?{asked}", data)
    assert answer.status_code == 201, answer.text
    return f"/api/roster/drafts/{answer.json()['draft_id']}"


async def decided(town: Town, draft: str) -> dict[str, Any]:
    """The difference, with the columns as they were guessed."""
    seen = (await town.call(TAKAHASHI, "GET", draft)).json()
    columns = [column["field"] for column in seen["columns"]]
    answer = await town.call(TAKAHASHI, "PUT", f"{draft}/columns", {"columns": columns})
    assert answer.status_code == 204, answer.text
    return (await town.call(TAKAHASHI, "GET", f"{draft}/difference")).json()


async def taken(town: Town, *lines: str, headings: str = HEADINGS, **yes: object) -> httpx2.Response:
    draft = await brought(town, file_of(*lines, headings=headings))
    await decided(town, draft)
    return await town.call(TAKAHASHI, "POST", f"{draft}/import", yes)


async def undone(town: Town, import_id: str) -> httpx2.Response:
    return await town.call(TAKAHASHI, "PUT", f"/api/roster/imports/{import_id}/undone")


async def told(town: Town) -> list[str]:
    names = select(JournalRow.name).where(JournalRow.stream == f"organization/{CITY_HALL}")
    async with town.assembly.works.reading() as work:
        return list(await work.session.scalars(names.order_by(JournalRow.number)))


async def everybody(town: Town) -> list[tuple[object, ...]]:
    """All that an import may change of people and units, in a fixed order."""
    async with town.assembly.works.reading() as work:
        people = await work.session.execute(
            select(
                Account.login_id, Account.family, Account.given, Account.kana, Account.email,
                Account.job_title, Account.status, Department.path, Posting.main, Posting.until,
            )
            .join(Posting, Posting.account_id == Account.id)
            .outerjoin(Department, Department.id == Posting.department_id)
            .order_by(Account.login_id, Posting.since, Department.path)
        )  # fmt: skip
        units = await work.session.execute(
            select(Department.path, Department.code, Department.short_name, Department.display_order)
            .where(Department.is_open.is_(True))
            .order_by(Department.path)
        )
        return [*(tuple(row) for row in people), *(tuple(row) for row in units)]
