"""The form of a person as an administrator's browser fills it in."""

from collections.abc import Mapping
from uuid import UUID

from httpx2 import Response
from sqlalchemy import select, update

from tests.cast import CITY_HALL, TAKAHASHI
from tests.town import Town
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import Account
from yoriai.platform.facts.models import JournalRow

KEPT = (
    "login_id", "family", "given", "kana", "email", "employment_type", "job_title", "extension", "place",
    "display_order", "ends_on", "group_id", "profile",
)  # fmt: skip


def post(unit: object, *, main: bool = True, hall: UUID = CITY_HALL) -> dict[str, object]:
    return {"organization_id": str(hall), "unit_id": unit and str(unit), "main": main}


async def read(town: Town, who: object) -> dict[str, object]:
    answer = await town.call(TAKAHASHI, "GET", f"/api/accounts/{who}")
    assert answer.status_code == 200, answer.text
    found: dict[str, object] = answer.json()
    return found


async def form(town: Town, who: object) -> dict[str, object]:
    """The form of a person as it opens."""
    whole = await read(town, who)
    row, posts = whole["row"], whole["posts"]
    assert isinstance(row, dict)
    assert isinstance(posts, list)
    held = [{key: each[key] for key in ("organization_id", "unit_id", "main")} for each in posts]
    return {key: row[key] for key in KEPT} | {"posts": held, "last_change": whole["last_change"]}


async def save(town: Town, who: object, words: Mapping[str, object], *, by: UUID = TAKAHASHI) -> Response:
    return await town.call(by, "PUT", f"/api/accounts/{who}", await form(town, who) | dict(words))


async def told(town: Town, stream: str) -> list[str]:
    names = select(JournalRow.name).where(JournalRow.stream == stream).order_by(JournalRow.number)
    async with town.assembly.works.reading() as work:
        return list(await work.session.scalars(names))


async def become(town: Town, who: UUID, role: Role) -> None:
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == who).values(roles=[role]))
