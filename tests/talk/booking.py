"""Messages with a time, as their author writes them and as the job of each finds that its time has come."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import update

from tests.cast import SATO, WELFARE
from tests.keys import new_send_key
from tests.town import Town
from yoriai.talk.scheduled import jobs
from yoriai.talk.scheduled.models import Scheduled

Said = dict[str, Any]  # what came over the wire: the test looks into it by name
LATER = timedelta(days=1)


async def write(
    town: Town, text: str = "明日の当番です", *, after: timedelta = LATER, **more: Any
) -> tuple[int, Said]:
    room, who = more.pop("room", WELFARE), more.pop("who", SATO)
    due_at = (datetime.now(UTC) + after).isoformat()
    body = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": text}], "due_at": due_at} | more
    said = await town.call(who, "POST", f"/api/rooms/{room}/scheduled", body)
    return said.status_code, said.json()


async def scheduled(town: Town, **more: Any) -> str:
    status, said = await write(town, **more)
    assert status == 200, said
    return str(said["scheduled_id"])


async def waiting(town: Town, who: UUID = SATO) -> list[Said]:
    found: list[Said] = (await town.call(who, "GET", "/api/scheduled")).json()["scheduled"]
    return found


async def said(town: Town, room: UUID = WELFARE) -> list[str]:
    page = (await town.call(SATO, "GET", f"/api/rooms/{room}/messages")).json()
    return [message["parts"][0]["text"] for message in page["messages"]]


async def falls_due(town: Town, scheduled_id: str) -> None:
    """Let its time have come, as the job of it finds it."""
    async with town.assembly.works.writing() as work:
        now = work.now - timedelta(seconds=1)
        await work.session.execute(
            update(Scheduled).where(Scheduled.id == UUID(scheduled_id)).values(due_at=now)
        )


async def comes(town: Town, scheduled_id: str) -> None:
    await falls_due(town, scheduled_id)
    await jobs.send_due(town.assembly.works, {"scheduled": scheduled_id})
