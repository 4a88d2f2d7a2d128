"""Sealing: what lies in the database or with a browser for a while, and opens under the server's key alone."""

import os
from hashlib import blake2b

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12  # bytes


def close(key: bytes, content: bytes, *, about: str) -> bytes:
    """Nobody can read or change it without the key, nor pass it off for something about anything else."""
    nonce = os.urandom(NONCE)
    return nonce + _cipher(key).encrypt(nonce, content, about.encode())


def open_up(key: bytes, closed: bytes, *, about: str) -> bytes | None:
    """What was sealed about this under this key; None for everything else."""
    try:
        return _cipher(key).decrypt(closed[:NONCE], closed[NONCE:], about.encode())
    except (InvalidTag, ValueError):
        return None


def _cipher(key: bytes) -> AESGCM:
    return AESGCM(blake2b(key, person=b"yoriai-seal", digest_size=32).digest())
