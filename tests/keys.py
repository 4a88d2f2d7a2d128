"""Send keys as a client makes them: ULIDs."""

import secrets
import time

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_send_key() -> str:
    """A fresh ULID."""
    value = (int(time.time() * 1000) << 80) | secrets.randbits(80)
    return "".join(DIGITS[(value >> shift) & 31] for shift in range(125, -1, -5))
