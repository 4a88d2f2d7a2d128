"""An office without a server: a copy of the town's database, and what the personnel office does with it."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests.cast import CITY_HALL, MIHON, token_of
from tests.grounds import Ground
from yoriai.kit.ids import uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account
from yoriai.people.accounts.roster.import_roster import (
    FirstPassword,
    Imported,
    Wish,
    import_roster,
    roster_in,
    try_roster,
)
from yoriai.people.accounts.roster.imports import Import
from yoriai.people.accounts.roster.ready import Target
from yoriai.people.sessions.authenticate import authenticate
from yoriai.platform.db.store import Store, opened
from yoriai.platform.facts.models import JournalRow
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works

KEY = b"a key of thirty-two bytes, no less"


@dataclass
class Office:
    """What the personnel office does, and what came of it."""

    store: Store
    works: Works
    target: Target
    url: str
    handed: list[FirstPassword] = field(default_factory=list[FirstPassword])

    async def takes_over(self, *lines: str, encoding: str = "utf-8") -> Imported:
        """Import a roster of these lines."""
        self.handed.clear()
        roster = await roster_in("\r\n".join(lines).encode(encoding))
        return await import_roster(self.works, self.target, roster, self.wish())

    def wish(self, *, is_stopping: bool = False) -> Wish:
        """That first passwords are handed over at once, as by the command."""
        act = Import(uuid7(self.works.now()), "職員名簿.csv")
        return Wish(act, is_stopping=is_stopping, hand_over=self.handed.extend)

    async def tries(self, *lines: str) -> Imported:
        return await try_roster(self.works, self.target, await roster_in("\r\n".join(lines).encode()))

    async def actor(self, who: UUID, zone: str = "lgwan") -> Actor:
        """Somebody of the cast, as authentication finds them."""
        async with self.works.reading(Cause(zone=zone, address="10.0.0.1")) as work:
            return await authenticate(work, token_of(who, zone), zone)

    async def account(self, login_id: str) -> Account:
        found = select(Account).where(Account.login_id == login_id, Account.tenant_id == MIHON)
        async with self.works.reading() as work:
            return (await work.session.scalars(found)).one()

    async def head_count(self) -> int:
        async with self.works.reading() as work:
            return await work.session.scalar(select(func.count()).select_from(Account)) or 0

    async def told(self, stream: str) -> list[str]:
        names = select(JournalRow.name).where(JournalRow.stream == stream).order_by(JournalRow.number)
        async with self.works.reading() as work:
            return list(await work.session.scalars(names))


@pytest.fixture
async def office(ground: Ground, tmp_path: Path) -> AsyncGenerator[Office]:
    """The office of 見本市 with its cast."""
    with ground.copied(tmp_path) as url:
        async with opened(url) as store:
            yield Office(store, Works(store), Target(MIHON, CITY_HALL, KEY), url)
