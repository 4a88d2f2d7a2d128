"""A browser that keeps its cookies, and the app on a phone that makes codes for it."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import httpx2
from pyotp.totp import TOTP
from sqlalchemy import select, update

from tests.cast import MIHON, PASSWORD, SATO
from tests.town import Town
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.history import Act
from yoriai.people.accounts.models import Account
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.second_factor import codes, keep, offer
from yoriai.people.sessions.second_factor.models import SecondFactor

RIGHT = {"tenant": "mihon", "login_id": "10001", "password": PASSWORD}


@dataclass
class Browser:
    """One browser at one side."""

    town: Town
    zone: str = "lgwan"
    kept: dict[str, str] = field(default_factory=dict[str, str])

    async def asks(self, method: str, path: str, body: object = None) -> httpx2.Response:
        cookie = "; ".join(f"{name}={value}" for name, value in self.kept.items())
        answer = await self.town.call(
            None, method, f"/api/{path}", body, zone=self.zone, headers={"cookie": cookie}
        )
        for line in answer.headers.get_list("set-cookie"):
            name, _, rest = line.partition("=")
            value = rest.partition(";")[0].strip('"')
            self.kept.pop(name, None)
            if value:
                self.kept[name] = value
        return answer

    async def signs_in(self, **changed: object) -> httpx2.Response:
        return await self.asks("POST", "sign-in", RIGHT | changed)

    async def gives(self, code: str) -> httpx2.Response:
        return await self.asks("POST", "sign-in/code", {"one_time_code": code})


@dataclass
class Phone:
    """The app: it holds the secret, and the paper beside it the recovery codes."""

    town: Town
    secret: str
    paper: list[str]

    def code(self, *, steps: int = 0) -> str:
        """What it shows now, or so many half minutes later."""
        return TOTP(self.secret).at(self.now().timestamp() + steps * codes.EVERY)

    def now(self) -> datetime:
        return self.town.assembly.works.now()

    def wrong(self) -> str:
        """Six figures that are right at no moment near."""
        near = {self.code(steps=steps) for steps in range(-4, 5)}
        return next(f"{each:06}" for each in range(1000) if f"{each:06}" not in near)


async def phone_of(town: Town, who: UUID = SATO) -> Phone:
    """Somebody has set one up some minutes ago."""
    works, key = town.assembly.works, town.assembly.entrance.key
    async with works.reading() as work:
        offered = await offer.begin(work, key, who)
    phone = Phone(town, offered.secret.replace(" ", ""), [])
    code = phone.code(steps=-1)
    sealed, paper = offer.confirm(key, who, works.now(), sealed=offered.sealed, code=code)
    async with works.writing() as work:
        await keep.keep(work, key, Act(MIHON, who), who, sealed=sealed)
        factor = await work.session.get_one(SecondFactor, who)
        factor.last_step -= 10
    phone.paper = list(paper)
    return phone


async def becomes(town: Town, who: UUID, role: Role) -> None:
    async with town.assembly.works.writing() as work:
        account = (await work.session.scalars(select(Account).where(Account.id == who))).one()
        account.roles = [role]


async def forgets(town: Town, who: UUID) -> None:
    """It is long ago that they proved who they are."""
    async with town.assembly.works.writing() as work:
        long_ago = update(Session).where(Session.account_id == who).values(proved_at=None)
        await work.session.execute(long_ago)
