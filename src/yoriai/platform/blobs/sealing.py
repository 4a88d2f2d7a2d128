"""How blobs are sealed at rest: in pieces of a fixed size, each of which is opened or refused by itself.

AES-256-GCM under a key of the blob's own, drawn from the installation's key, the blob's place and a salt. A piece that
was changed, moved, cut off or taken from another blob does not open.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

PIECE: Final = 64 * 1024
"""Bytes of content in each piece but the last."""
SEAL: Final = 16
SALT: Final = 16
MARK: Final = b"YRB1"
HEAD: Final = len(MARK) + SALT
SEALED: Final = PIECE + SEAL


class Damaged(Exception):
    """What lies there is not what was put there."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What closes and opens the pieces of one blob."""

    cipher: AESGCM
    head: bytes

    def closed(self, number: int, piece: bytes, *, is_last: bool) -> bytes:
        """A piece as it lies there."""
        return self.cipher.encrypt(_nonce(number, is_last), piece, None)

    def opened(self, number: int, piece: bytes, *, is_last: bool) -> bytes:
        """A piece as it was. `Damaged` unless it is exactly that one."""
        try:
            return self.cipher.decrypt(_nonce(number, is_last), piece, None)
        except InvalidTag:
            raise Damaged from None

    async def close_all(self, content: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """A whole blob as it is to lie there, however the content is cut."""
        yield self.head
        waiting, number = bytearray(), 0
        async for came in content:
            waiting += came
            while len(waiting) > PIECE:  # the last one is not known before it has ended
                yield self.closed(number, bytes(waiting[:PIECE]), is_last=False)
                del waiting[:PIECE]
                number += 1
        yield self.closed(number, bytes(waiting), is_last=True)

    def close_whole(self, content: bytes) -> bytes:
        """The same of what is at hand."""
        starts = range(0, max(len(content), 1), PIECE)
        pieces = (
            self.closed(number, content[start : start + PIECE], is_last=start == starts[-1])
            for number, start in enumerate(starts)
        )
        return b"".join((self.head, *pieces))


def seal(key: bytes, path: str, salt: bytes) -> Seal:
    """Of the blob at this place."""
    drawn = HKDF(SHA256(), length=32, salt=salt, info=b"yoriai blob " + path.encode()).derive(key)
    return Seal(AESGCM(drawn), MARK + salt)


def seal_of(key: bytes, path: str, head: bytes) -> Seal:
    """Of a blob that begins so."""
    if len(head) != HEAD or not head.startswith(MARK):
        raise Damaged
    return seal(key, path, head[len(MARK) :])


def size_of(lying: int) -> int:
    """How much content a blob of so many bytes has."""
    rest = lying - HEAD
    pieces = -(-rest // SEALED)
    if pieces < 1 or rest - pieces * SEAL < 0:
        raise Damaged
    return rest - pieces * SEAL


def _nonce(number: int, is_last: bool) -> bytes:
    return number.to_bytes(11) + (b"\1" if is_last else b"\0")
