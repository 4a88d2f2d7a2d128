"""People of two bodies who ask each other for a talk, as tests need them."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import update

from tests.cast import MORI, SATO
from tests.town import Town
from yoriai.talk.neighbours.models import TalkAsk

Said = tuple[int, str]
GONE: Said = (404, "not_found")


async def does(
    town: Town, who: UUID, method: str, path: str, body: object = None, *, zone: str = "lgwan"
) -> Said:
    """The status and the code of the answer."""
    answer = await town.call(who, method, f"/api/neighbours{path}", body, zone=zone)
    failed = answer.status_code >= 400
    return answer.status_code, str(answer.json()["code"]) if failed else ""


async def asks(
    town: Town, who: UUID = SATO, other: UUID = MORI, *, words: str = "", zone: str = "lgwan"
) -> Said:
    body = {"account_id": str(other), "words": words}
    return await does(town, who, "POST", "/asks", body, zone=zone)


async def read(town: Town, who: UUID, path: str, *, zone: str = "lgwan") -> dict[str, Any]:
    answer = await town.call(who, "GET", f"/api/neighbours{path}", zone=zone)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def waiting(town: Town, who: UUID = MORI, *, zone: str = "lgwan") -> list[dict[str, Any]]:
    """The askings that somebody may answer."""
    found: list[dict[str, Any]] = (await read(town, who, "/asks", zone=zone))["asks"]
    return found


async def sent(town: Town, who: UUID = SATO) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await read(town, who, "/sent-asks"))["sent"]
    return found


async def path_of(town: Town, who: UUID = MORI) -> str:
    (one,) = await waiting(town, who)
    return f"/asks/{one['ask_id']}"


async def talking(town: Town, asker: UUID = SATO, asked: UUID = MORI) -> UUID:
    """One asks, the other says yes; their talk."""
    assert await asks(town, asker, asked) == (200, "")
    answer = await town.call(asked, "PUT", f"/api/neighbours{await path_of(town, asked)}")
    assert answer.status_code == 200, answer.text
    return UUID(answer.json()["room_id"])


async def lapse(town: Town) -> None:
    """Let so much time pass that every asking has lapsed."""
    async with town.assembly.works.writing() as work:
        past = work.now - timedelta(days=15)
        lapsed = update(TalkAsk).values(made_at=past, lapses_at=past + timedelta(days=14))
        await work.session.execute(lapsed)
