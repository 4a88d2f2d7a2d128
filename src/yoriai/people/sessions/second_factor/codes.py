"""Codes of an app: six figures, new every half minute (RFC 6238), as every authenticator makes them."""

import re
from datetime import datetime

from pyotp import random_base32
from pyotp.totp import TOTP

from yoriai.kit.text import as_code

EVERY = 30  # seconds
FIGURES = 6
ASIDE = 1  # steps that a clock may be off
_CODE = re.compile(r"[0-9]{6}")


def draw() -> str:
    """A new secret, as apps take it: 32 letters of base 32, 160 bits."""
    return random_base32()


def as_typed(code: str) -> str | None:
    """The six figures in what was typed or pasted; None where it is no code of an app."""
    if len(code) > 16:
        return None
    plain = re.sub(r"[\s-]", "", as_code(code))
    return plain if _CODE.fullmatch(plain) else None


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """The half minute to which this code belongs, of those around now; None: it is not right."""
    here, clock = int(now.timestamp()) // EVERY, TOTP(secret)
    right = [here + off for off in range(-ASIDE, ASIDE + 1) if clock.at((here + off) * EVERY) == code]
    return right[-1] if right else None


def current(secret: str, now: datetime) -> str:
    """What an app that holds this secret shows."""
    return TOTP(secret).at(now)


def address(secret: str, *, issuer: str, login_id: str) -> str:
    """What stands in the square code that an app reads."""
    return TOTP(secret).provisioning_uri(name=login_id, issuer_name=issuer)
