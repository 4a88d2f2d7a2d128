"""Trying to sign in from anywhere: what an address, a browser and a password make of it."""

import json
from datetime import timedelta
from uuid import UUID

from sqlalchemy import update

from tests.cast import MIHON, PASSWORD, PUT_OFF
from tests.town import Town
from yoriai.kit.errors import Refused
from yoriai.people.accounts import first_passwords
from yoriai.people.accounts.models import Account
from yoriai.people.orgs.models import Tenant
from yoriai.people.sessions.candidate import Claim
from yoriai.people.sessions.sign_in import sign_in
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import clock

RIGHT = {"tenant": "mihon", "login_id": "10001", "password": PASSWORD}
WRONG = "まちがったパスワード"
NEW_PASSWORD = "あたらしいことばの12文字"
HOME, ABROAD = "127.0.0.1", "203.0.113.9"
"""Where the cast has been signed in all along, and where nobody ever was."""


async def tries(
    town: Town, login_id: str, password: str = WRONG, *, at: str = ABROAD, **brought: str | None
) -> str:
    """One try; "in", or the code of the refusal."""
    claim = Claim("mihon", login_id, password, brought.get("new_password"), "", known=brought.get("known"))
    try:
        await sign_in(town.assembly.works, town.assembly.entrance, Cause(zone="lgwan", address=at), claim)
    except Refused as refused:
        return refused.code.removeprefix("sessions.")
    return "in"


async def enter(town: Town, *, cookie: str = "", **changed: object):
    """As a browser sends it; half characters come as JSON escapes, which a client's own encoder would refuse."""
    headers = {
        "host": f"lgwan.localhost:{town.ports['lgwan']}",
        "origin": town.origin("lgwan"),
        "content-type": "application/json",
    }
    if cookie:
        headers["cookie"] = cookie
    body = json.dumps(RIGHT | changed).encode()
    return await town.clients["lgwan"].post("/api/sign-in", content=body, headers=headers)


def cookies_in(answer) -> dict[str, str]:
    """What the answer sets, by name."""
    pairs = (each.partition(";")[0].partition("=") for each in answer.headers.get_list("set-cookie"))
    return {name: value for name, _, value in pairs}


async def change(town: Town, who: UUID, **values: object) -> None:
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == who).values(**values))


async def hands_a_slip(town: Town, who: UUID) -> str:
    """A first password for somebody; what they chose before is worth nothing."""
    secret, now = first_passwords.draw(), clock()
    await change(
        town,
        who,
        password_hash=None,
        first_password_mac=first_passwords.mac(town.assembly.entrance.key, who, secret),
        first_password_expires_at=first_passwords.expiry(now),
        welcomed_at=None,
    )
    return secret


async def decides(town: Town, **rules: object) -> None:
    """What 見本市 decides about signing in."""
    async with town.assembly.works.writing() as work:
        await work.session.execute(
            update(Tenant).where(Tenant.id == MIHON).values(policies={"sign_in": PUT_OFF | rules})
        )


def later(town: Town, **by: int) -> None:
    """Turn the server's clock on."""
    town.assembly.works.now = lambda: clock() + timedelta(**by)
