"""Inviting somebody and coming in, as a manager's and a guest's browser do it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx2
from sqlalchemy import func, select, update

from tests.cast import PASSWORD, SATO
from tests.town import Town
from yoriai.people.accounts.models import Account
from yoriai.people.sessions.authenticate import COOKIE
from yoriai.talk.rooms.models import Room

KITA = {"name": "北 勝", "kana": "きた まさる", "firm": "みほん通信株式会社", "email": "kita@mihon.example"}


@dataclass(frozen=True)
class Come:
    """A guest who has come in, and their cookie on the Internet side."""

    account_id: UUID
    cookie: str

    @property
    def headers(self) -> dict[str, str]:
        return {"cookie": self.cookie}


async def invite(town: Town, room: UUID, *guests: dict[str, str], who: UUID = SATO, **more: object) -> Any:
    """The answer in which the codes stand."""
    await share(town, room)
    body = {"guests": list(guests or (KITA,)), **more}
    answer = await town.call(who, "POST", f"/api/rooms/{room}/guests", body)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def share(town: Town, room: UUID) -> None:
    """Let a room bear the label of those that people from outside share."""
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Room).where(Room.id == room).values(label=1))


async def code_for(town: Town, room: UUID) -> str:
    """A code that opens."""
    return str((await invite(town, room))["handed"][0]["code"])


async def look(town: Town, code: str, *, tenant: str = "mihon", zone: str = "internet") -> httpx2.Response:
    return await town.call(None, "POST", "/api/invited", {"tenant": tenant, "code": code}, zone=zone)


async def accept(
    town: Town, code: str, *, tenant: str = "mihon", zone: str = "internet", digest: str | None = None
) -> httpx2.Response:
    """Accept what was shown, with a password."""
    if digest is None:
        digest = str((await look(town, code, tenant=tenant)).json().get("digest", "0"))
    body = {"tenant": tenant, "code": code, "digest": digest, "password": PASSWORD}
    return await town.call(None, "POST", "/api/invited/accept", body, zone=zone)


async def come(town: Town, room: UUID) -> Come:
    """Invite somebody and let them come in."""
    answer = await accept(town, await code_for(town, room))
    assert answer.status_code == 200, answer.text
    token = answer.cookies[COOKIE]
    return Come(UUID(answer.json()["account_id"]), f"{COOKIE}={token}")


async def asks(town: Town, guest: Come, method: str, path: str, body: object = None) -> httpx2.Response:
    """A request of that guest's browser."""
    return await town.call(None, method, path, body, zone="internet", headers=guest.headers)


async def guests_of(town: Town) -> int:
    """How many accounts of guests there are."""
    async with town.assembly.works.reading() as work:
        return await work.session.scalar(select(func.count()).where(Account.kind == "guest")) or 0
