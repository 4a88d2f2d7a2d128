"""A town with rooms of units, in which personnel moves people."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import update

from tests.cast import CITY_HALL, MIHON, TAKAHASHI, named
from tests.town import Town
from yoriai.people.accounts.facts import RosterImported
from yoriai.people.accounts.models import Posting
from yoriai.platform.facts.numbering import Cause

WELFARE_SECTION, ROADS_SECTION = named("福祉課"), named("土木課")


async def with_rooms(town: Town) -> None:
    chosen = await town.call(TAKAHASHI, "PUT", "/api/settings/department_rooms", {"kinds": ["課", "係"]})
    assert chosen.status_code == 204


async def rooms_of(town: Town, who: UUID) -> dict[str, dict[str, Any]]:
    screen = (await town.call(who, "GET", "/api/screen")).json()
    return {row["name"]: row for row in screen["rooms"] if row["kind"] == "department"}


async def eventually(town: Town, who: UUID, is_so: Callable[[Mapping[str, Any]], bool]) -> None:
    async with asyncio.timeout(10):
        while not is_so(await rooms_of(town, who)):  # noqa: ASYNC110 as somebody looks again and again
            await asyncio.sleep(0.05)


async def enters(town: Town, who: UUID, name: str) -> dict[str, Any]:
    await eventually(town, who, lambda rooms: name in rooms)
    return (await rooms_of(town, who))[name]


async def leaves(town: Town, who: UUID, name: str) -> None:
    await eventually(town, who, lambda rooms: name not in rooms)


async def rearrange(town: Town, *changes: Any, rows: tuple[object, ...] = ()) -> None:
    """Change the tables as personnel does, and say that something has changed."""
    async with town.assembly.works.writing(Cause(tenant_id=MIHON)) as work:
        work.session.add_all(rows)
        await work.session.flush()
        for change in changes:
            await work.session.execute(change)
        work.state(RosterImported(organization_id=CITY_HALL, added=0, changed=1), by=None)


def moves(who: UUID, unit: UUID) -> Any:
    return update(Posting).where(Posting.account_id == who).values(department_id=unit)
