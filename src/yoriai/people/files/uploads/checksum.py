"""The checksum that a piece may come with, as tus states it."""

import binascii
import hashlib
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from yoriai.kit.errors import Refused

KINDS: Final[Mapping[str, int]] = {"sha1": 20, "sha256": 32}
"""Each with its length."""
HEADER: Final = "upload-checksum"


class ChecksumUnknown(Refused):
    """Of a kind that is not known here, or no checksum at all."""

    code = "files.checksum_unknown"
    status = 400


class ChecksumWrong(Refused):
    """What has come is not what its checksum says. Nothing of it was taken."""

    code = "files.checksum_wrong"
    status = 460  # as tus has it


class Hashing(Protocol):
    """What takes bytes one after the other, and comes to a checksum."""

    def update(self, data: bytes, /) -> None: ...

    def digest(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Checksum:
    """What a piece is to come to."""

    kind: str
    digest: bytes

    def begun(self) -> Hashing:
        """Nothing yet of what is to come to it. It guards against wires that change bytes, and against nobody."""
        return hashlib.new(self.kind, usedforsecurity=False)


def checksum_of(headers: Mapping[str, str]) -> Checksum | None:
    """What is said with a piece; None where nothing is."""
    said = headers.get(HEADER)
    if said is None:
        return None
    kind, _, digest = said.strip().partition(" ")
    try:
        found = Checksum(kind, b64decode(digest, validate=True))
    except (binascii.Error, ValueError):
        raise ChecksumUnknown(takes=", ".join(KINDS)) from None
    if KINDS.get(kind) != len(found.digest):
        raise ChecksumUnknown(takes=", ".join(KINDS))
    return found
