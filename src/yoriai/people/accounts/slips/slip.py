"""A slip: everything that stands on the paper with which somebody signs in for the first time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import segno

from yoriai.kit.days import day_in_japan
from yoriai.kit.eras import written
from yoriai.people.accounts.models import EmploymentType
from yoriai.people.accounts.slips.chosen import Holder

GROUP: Final = 5
WEEKDAYS: Final = "月火水木金土日"


@dataclass(frozen=True, slots=True)
class Doors:
    """The addresses under which this server is reached from either side, where there is such a side."""

    lgwan: str | None
    internet: str | None


@dataclass(frozen=True, slots=True)
class Common:
    """What is the same on all slips of one body."""

    tenant_code: str
    tenant_name: str
    contact: str
    doors: Doors


@dataclass(frozen=True, slots=True)
class Slip:
    """One person's slip. It holds a secret: it is shown once and kept nowhere."""

    account_id: UUID
    name: str
    kana: str
    department: str
    login_id: str
    secret: str
    """In groups, as it stands on paper; the blanks need not be typed."""
    lgwan_link: str | None
    internet_link: str | None
    qr: Sequence[str]
    """The rows of the QR code of the link that a phone can open: 1 is dark."""
    last_day: str
    """The last day on which it works, in 和暦 with the day of the week."""
    large_type: bool
    """For 特別職: larger letters, and the offer of かんたん表示."""


def slip_of(holder: Holder, secret: str, expires_at: datetime, common: Common) -> Slip:
    """The slip on which this secret is handed to this person."""
    lgwan, internet = (
        _link(door, common, holder, secret) for door in (common.doors.lgwan, common.doors.internet)
    )
    return Slip(
        account_id=holder.account_id,
        name=holder.name,
        kana=holder.kana,
        department=holder.department,
        login_id=holder.login_id,
        secret=in_groups(secret),
        lgwan_link=lgwan,
        internet_link=internet,
        qr=qr_of(internet or lgwan or ""),
        last_day=last_day(expires_at),
        large_type=holder.employment_type == EmploymentType.SPECIAL_POST,
    )


def in_groups(secret: str) -> str:
    """`k7xq2 m9fhr 4tbc`: read and typed without losing the place."""
    return " ".join(secret[at : at + GROUP] for at in range(0, len(secret), GROUP))


def last_day(expires_at: datetime) -> str:
    """令和9年2月22日（月）: the day that ends when it does, so that nobody comes in vain."""
    day = day_in_japan(expires_at - timedelta(microseconds=1))
    return f"{written(day)}（{WEEKDAYS[day.weekday()]}）"


def qr_of(link: str) -> list[str]:
    """The code of a link. One pattern for all: every reader takes each, and to weigh them takes five times as long."""
    code = segno.make(link, error="m", micro=False, boost_error=False, mask=3)
    return ["".join("1" if dark else "0" for dark in row) for row in code.matrix]


def _link(door: str | None, common: Common, holder: Holder, secret: str) -> str | None:
    # After the # nothing is sent to any server or proxy, so the secret stands in no log of theirs.
    return door and f"{door.rstrip('/')}/start#{common.tenant_code}/{holder.login_id}/{secret}"
