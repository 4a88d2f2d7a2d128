"""Two administrators and an auditor, as their browsers read rooms together."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from tests.cast import SUZUKI, TAKAHASHI, TANAKA
from tests.town import Town
from yoriai.kit.days import day_in_japan
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import Account
from yoriai.watch.audit.inspections.models import Inspection

ALL = "/api/inspections"
REASON = "情報公開の請求第12号"
Answer = tuple[int, str]
DONE, GONE = (204, ""), (404, "not_found")


async def becomes(town: Town, who: UUID, *roles: Role) -> None:
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == who).values(roles=[*roles]))


async def staffed(town: Town) -> None:
    """鈴木 administers beside 髙橋, and 田中 audits."""
    await becomes(town, SUZUKI, Role.ADMINISTRATOR)
    await becomes(town, TANAKA, Role.AUDITOR)


def wish(town: Town, room: UUID | str, **changed: object) -> dict[str, object]:
    today = day_in_japan(town.assembly.works.now()).isoformat()
    return {"room_id": str(room), "reason": REASON, "first": today, "last": today, **changed}


async def asks(town: Town, room: UUID, **changed: object) -> str:
    """髙橋 asks; the path of it."""
    answer = await town.call(TAKAHASHI, "POST", ALL, wish(town, room, **changed))
    assert answer.status_code == 201, answer.text
    return f"{ALL}/{answer.json()['inspection_id']}"


async def approved(town: Town, room: UUID, **changed: object) -> str:
    """髙橋 asks and 鈴木 agrees; the path."""
    path = await asks(town, room, **changed)
    assert await does(town, SUZUKI, "POST", f"{path}/approval") == DONE
    return path


async def does(
    town: Town, who: UUID, method: str, path: str, body: object = None, zone: str = "lgwan"
) -> Answer:
    """The status and the code of the answer."""
    answer = await town.call(who, method, path, body, zone=zone)
    code = str(answer.json().get("code", "")) if answer.content and answer.status_code >= 400 else ""
    return answer.status_code, code


async def reads(town: Town, path: str, who: UUID = TAKAHASHI, after: int | None = None) -> dict[str, Any]:
    """A page, as it was answered."""
    answer = await town.call(who, "POST", f"{path}/pages" + ("" if after is None else f"?after={after}"))
    assert answer.status_code == 200, answer.text
    page: dict[str, Any] = answer.json()
    return page


def words(page: dict[str, Any]) -> list[str]:
    return ["".join(part.get("text", "") for part in each["parts"]) for each in page["messages"]]


async def listed(town: Town, who: UUID = TAKAHASHI) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await town.call(who, "GET", ALL)).json()["inspections"]
    return found


async def lines(town: Town, room: UUID, who: UUID) -> list[dict[str, Any]]:
    """What the house says in the room of having been read."""
    page = (await town.call(who, "GET", f"/api/rooms/{room}/messages")).json()
    return [line for line in page["lines"] if line["kind"] == "inspected"]


async def runs_out(town: Town, path: str) -> None:
    """Let the time of this one be over."""
    which = Inspection.id == UUID(path.rpartition("/")[2])
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Inspection).where(which).values(due_at=work.now))


def later(town: Town, monkeypatch: pytest.MonkeyPatch, **by: int) -> datetime:
    """Let the town's clock go on."""
    then = town.assembly.works.now() + timedelta(**by)
    monkeypatch.setattr(town.assembly.works, "now", lambda: then)
    return then
