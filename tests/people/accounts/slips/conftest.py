"""Slips as an administrator issues them, and as their holders use them."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID, uuid4

import httpx2
import pytest
from sqlalchemy import insert, select, update

from tests.cast import CITY_HALL, MIHON, OPENED, TAKAHASHI
from tests.town import Town
from yoriai.people.accounts.models import Account, AccountChange, Posting

NEW = "あたらしいことば 2026"


@dataclass
class Counter:
    """The counter at which slips are issued."""

    town: Town

    async def issues(self, kind: str, *ids: UUID, by: UUID = TAKAHASHI, **more: object) -> httpx2.Response:
        body = {"kind": kind, "ids": [str(each) for each in ids]} | more
        return await self.town.call(by, "POST", "/api/slips", body)

    async def prints(
        self, *slips: Mapping[str, object], by: UUID = TAKAHASHI, **more: object
    ) -> httpx2.Response:
        out = [{"account_id": each["account_id"], "secret": each["secret"]} for each in slips]
        return await self.town.call(by, "POST", "/api/slips/pdf", {"slips": out} | more)

    async def signs_in(self, login_id: str, secret: object, new: str | None = NEW) -> httpx2.Response:
        body = {"tenant": "mihon", "login_id": login_id, "password": secret, "new_password": new}
        return await self.town.call(None, "POST", "/api/sign-in", body)

    async def comes_new(self, login_id: str, name: str = "新人 一郎", **words: object) -> UUID:
        """Somebody of the roster who has never signed in."""
        family, _, given = name.partition(" ")
        account_id = uuid4()
        kept = {
            "id": account_id, "tenant_id": MIHON, "kind": "member", "login_id": login_id, "family": family,
            "given": given, "kana": "しんじん いちろう", "kana_order": b"x", "folded": name, "email": None,
            "employment_type": "regular", "job_title": "", "extension": "", "display_order": None,
            "status": "active", "ends_on": None, "roles": ["member"], "password_hash": None,
            "password_changed_at": None, "first_password_mac": None, "first_password_expires_at": None,
            "signed_out_at": None, "created_at": OPENED,
        } | words  # fmt: skip
        department = kept.pop("department_id", None)
        posting = {
            "id": uuid4(), "account_id": account_id, "organization_id": CITY_HALL, "department_id": department,
            "main": True, "since": OPENED, "until": None,
        }  # fmt: skip
        async with self.town.assembly.works.writing() as work:
            await work.session.execute(insert(Account).values(**kept))
            await work.session.execute(insert(Posting).values(**posting))
        return account_id

    async def changes(self, account_id: UUID, **words: object) -> None:
        async with self.town.assembly.works.writing() as work:
            await work.session.execute(update(Account).where(Account.id == account_id).values(**words))

    async def history(self, account_id: UUID) -> list[tuple[str, UUID | None]]:
        lines = select(AccountChange.kind, AccountChange.by).where(AccountChange.account_id == account_id)
        async with self.town.assembly.works.reading() as work:
            return [(kind, by) for kind, by in await work.session.execute(lines.order_by(AccountChange.id))]


@pytest.fixture
def counter(town: Town) -> Counter:
    return Counter(town)
