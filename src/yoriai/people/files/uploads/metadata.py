"""What the tus protocol says in headers, read strictly: a length that is none is refused, a name is any text at all."""

import binascii
import re
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Final

from yoriai.kit.errors import Refused, Wrong
from yoriai.kit.ids import as_send_key
from yoriai.kit.text import compose
from yoriai.people.files.uploads.create import Announced

VERSION: Final = "1.0.0"
EXTENSIONS: Final = "creation,expiration,termination,checksum"
_NUMBER = re.compile(r"[0-9]{1,18}", re.ASCII)
MOST_NAME: Final = 4_096  # letters of the header, before anything is made of them


class OtherVersion(Refused):
    """Said in another version of the protocol."""

    code = "files.tus_version"
    status = 412


def check_version(headers: Mapping[str, str]) -> None:
    """Go on only in the version that is spoken here."""
    if headers.get("tus-resumable") != VERSION:
        raise OtherVersion(takes=VERSION)


def number(headers: Mapping[str, str], name: str, *, field: str) -> int:
    """A count of bytes. Whatever is no plain number is refused, and so is one that is missing."""
    said = headers.get(name, "")
    if not _NUMBER.fullmatch(said):
        raise Wrong(field=field, reason="number" if said else "missing")
    return int(said)


def announced(headers: Mapping[str, str]) -> Announced:
    """What is said of a file before it comes. Without a request key each request begins an upload of its own."""
    said = _pairs(headers.get("upload-metadata", ""))
    key = said.get("request_key")
    return Announced(
        request_key=secrets.token_hex(13) if key is None else as_send_key(key, field="request_key"),
        name=compose(said.get("filename", "")),
        length=number(headers, "upload-length", field="upload_length"),
    )


def said_of(name: str) -> str:
    """What is said of an upload to whoever asks how far it is."""
    return f"filename {b64encode(name.encode()).decode()}"


def _pairs(header: str) -> Mapping[str, str]:
    if len(header) > MOST_NAME:
        raise Wrong(field="upload_metadata", reason="too_long")
    pairs = (pair.strip().partition(" ") for pair in header.split(",") if pair.strip())
    return {name: _decoded(value) for name, _, value in pairs}


def _decoded(value: str) -> str:
    try:
        return b64decode(value.strip(), validate=True).decode()
    except (binascii.Error, ValueError):
        raise Wrong(field="upload_metadata", reason="not_text") from None
