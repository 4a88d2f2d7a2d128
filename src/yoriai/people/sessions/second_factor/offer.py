"""Setting one up, in three steps of which only the last changes anything: the secret is shown, a code from the app
proves that it has arrived there, and the recovery codes are put away. What was shown lies sealed with the browser
meanwhile, so that a setup which is broken off leaves no trace."""

from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import segno
from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy import select

from yoriai.people.accounts.models import Account
from yoriai.people.orgs.models import Tenant
from yoriai.people.sessions.second_factor import codes, recovery, seal
from yoriai.people.sessions.second_factor.spend import WrongCode
from yoriai.people.sessions.second_factor.ticket import StepOver
from yoriai.platform.work.work import Work

LASTS = timedelta(minutes=30)
MOST = 4096  # characters of what was sealed; ours have some 600
GROUP = 4


class Begun(BaseModel):
    """A setup on its way. It never lies in the database."""

    model_config = ConfigDict(frozen=True)

    secret: str
    until: datetime
    step: int | None = None
    """Of the code that proved it."""
    codes: list[str] = []


@dataclass(frozen=True, slots=True)
class Offer:
    """What the person is shown once: for the camera, and for typing."""

    sealed: str
    secret: str
    """In groups of four."""
    size: int
    """Of the square code, in its modules."""
    path: str
    """The dark modules as the path of a drawing, one unit each."""


async def begin(work: Work, key: bytes, account_id: UUID) -> Offer:
    """Draw a secret and show it."""
    who = select(Tenant.name, Account.login_id).join(Account, Account.tenant_id == Tenant.id)
    name, login_id = (await work.session.execute(who.where(Account.id == account_id))).one()
    secret = codes.draw()
    square = segno.make(
        codes.address(secret, issuer=f"寄合 {name}", login_id=login_id), error="m", micro=False
    )
    rows = [bytes(row) for row in square.matrix]
    sealed = _close(key, account_id, Begun(secret=secret, until=work.now + LASTS))
    grouped = " ".join(secret[at : at + GROUP] for at in range(0, len(secret), GROUP))
    return Offer(sealed, grouped, len(rows), _drawn(rows))


def confirm(
    key: bytes, account_id: UUID, now: datetime, *, sealed: str, code: str
) -> tuple[str, Sequence[str]]:
    """A code of the app proves that the secret is there: the recovery codes, and the setup sealed anew."""
    begun = opened(key, account_id, sealed, now)
    figures = codes.as_typed(code)
    step = codes.step_of(begun.secret, figures, now) if figures else None
    if step is None:
        raise WrongCode
    drawn = list(recovery.draw())
    proved = begun.model_copy(update={"step": step, "codes": drawn})
    return _close(key, account_id, proved), drawn


def opened(key: bytes, account_id: UUID, sealed: str, now: datetime) -> Begun:
    """What was sealed for this account; raises StepOver for whatever else is there."""
    try:
        content = seal.open_up(key, b64decode(sealed.encode("ascii", "replace")), about=_about(account_id))
        begun = Begun.model_validate_json(content or b"")
    except (Error, ValidationError):
        raise StepOver from None
    if now >= begun.until:
        raise StepOver
    return begun


def _close(key: bytes, account_id: UUID, begun: Begun) -> str:
    return b64encode(seal.close(key, begun.model_dump_json().encode(), about=_about(account_id))).decode()


def _drawn(rows: Sequence[bytes]) -> str:
    """Runs of dark modules, each a rectangle: a drawing that needs neither a picture nor markup from elsewhere."""
    runs = list[str]()
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            end = next((at for at in range(x, len(row)) if row[at] != row[x]), len(row))
            if row[x]:
                runs.append(f"M{x} {y}h{end - x}v1H{x}z")
            x = end
    return "".join(runs)


def _about(account_id: UUID) -> str:
    return f"second factor on its way to {account_id}"
