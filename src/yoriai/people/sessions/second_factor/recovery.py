"""Recovery codes: ten, on paper, each good for one sign-in without the app. Kept only as what they hash to."""

import hashlib
import hmac
from collections.abc import Sequence
from uuid import UUID

from yoriai.kit.ids import CLEAR_LETTERS, one_time_secret
from yoriai.kit.text import as_code

MANY = 10
BITS = 65  # as first passwords: what is kept of them may be an HMAC for the same reason
GROUP, LEAST = 5, 12


def draw() -> Sequence[str]:
    """Ten new ones, in groups of letters that are not taken for one another."""
    return [_grouped(one_time_secret(bits=BITS)) for _ in range(MANY)]


def as_typed(code: str) -> str | None:
    """The letters of what was typed from paper; None where it cannot be one."""
    plain = as_code(code).lower().replace("-", "").replace(" ", "")
    return plain if len(plain) >= LEAST and set(plain) <= set(CLEAR_LETTERS) else None


def mac(key: bytes, account_id: UUID, plain: str) -> str:
    """What is kept of it: worth nothing without the server's key, nor on any other account."""
    said = b"recovery code\n" + account_id.bytes + plain.replace("-", "").encode()
    return hmac.new(key, said, hashlib.sha256).hexdigest()


def _grouped(letters: str) -> str:
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))
