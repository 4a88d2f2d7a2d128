"""Short links to files: who may use one, from which side, for which form of which file, and until when. Pure.

A link is a signed word, and no key to a file: whoever comes with it is asked for their right as if they came without
(K4, K6). It only says on behalf of whom to ask, because at the host of files no cookie counts.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import blake2b
from struct import Struct
from typing import Final, Literal
from urllib.parse import quote
from uuid import UUID

LASTS: Final = timedelta(minutes=5)
FACE_LASTS: Final = timedelta(hours=24)
FACE_TURNS: Final = timedelta(hours=12)
"""The address of a face is the same for so long, so that it is fetched once; then it counts for as long again."""
AHEAD: Final = timedelta(minutes=1)
"""So far the clocks of two machines may be apart."""
MOST: Final = 200  # characters; ours have 112, or 116
_WORDS: Final = Struct(">B16s16s16sQ")
_NUMBER: Final = 3  # bytes, behind the words of a link to a page
_SIGN: Final = 27  # bytes; with them the whole needs no padding


class Form(StrEnum):
    """What is asked for. Whether that is the original or what was made of it, nobody asks: the sides decide."""

    WHOLE = "whole"
    SMALL = "small"


Face = Literal["face"]
AS_FACE: Final[Face] = "face"
"""The one form that is asked for by whose it is, and by nobody as a file."""
Leaf = Literal["page"]
AS_PAGE: Final[Leaf] = "page"
"""A page of a PDF, as a picture: the one form of which a file has many."""
_FORMS: Final[tuple[Form | Face | Leaf, ...]] = (Form.WHOLE, Form.SMALL, AS_FACE, AS_PAGE)


@dataclass(frozen=True, slots=True)
class Link:
    """What a link says."""

    file_id: UUID
    form: Form | Face | Leaf
    account_id: UUID
    session_id: UUID
    until: datetime
    """To the second."""
    page: int = 0
    """From 0; of all other forms always 0."""


def write(key: bytes, link: Link, zone: str) -> str:
    """As it stands in an address of the side on which it counts."""
    ids = link.file_id.bytes, link.account_id.bytes, link.session_id.bytes
    words = _WORDS.pack(_FORMS.index(link.form), *ids, int(link.until.timestamp()))
    if link.form == AS_PAGE:
        words += link.page.to_bytes(_NUMBER)
    return urlsafe_b64encode(words + _sign(key, words, zone)).rstrip(b"=").decode()


def read(key: bytes, token: str, zone: str, now: datetime) -> Link | None:
    """What a token says on this side; None of one that was changed, is over, or counts on another side."""
    try:
        held = (
            urlsafe_b64decode(f"{token}{'=' * (-len(token) % 4)}".encode("ascii"))
            if len(token) <= MOST
            else b""
        )
    except (Error, ValueError):
        return None
    words, sign = held[:-_SIGN], held[-_SIGN:]
    if len(words) < _WORDS.size or not hmac.compare_digest(sign, _sign(key, words, zone)):
        return None
    said: tuple[int, bytes, bytes, bytes, int] = _WORDS.unpack(words[: _WORDS.size])
    form, file_id, account_id, session_id, seconds = said
    ids = UUID(bytes=account_id), UUID(bytes=session_id)
    page = int.from_bytes(words[_WORDS.size :])
    link = Link(UUID(bytes=file_id), _FORMS[form], *ids, _moment(seconds), page)
    # One that counts for longer than any does was written while a clock stood wrong.
    lasts = FACE_LASTS if link.form == AS_FACE else LASTS
    return link if timedelta(0) < link.until - now <= lasts + AHEAD else None


def end_of_face(now: datetime) -> datetime:
    """Until when a link to a face counts that is written now: the same moment for half a day."""
    turns = int(now.timestamp() // FACE_TURNS.total_seconds())
    return _moment(turns * int(FACE_TURNS.total_seconds())) + FACE_LASTS


def address(origin: str, token: str, name: str) -> str:
    """The whole address at a listener's host of files. The name in it is for people; nothing is looked up by it."""
    return f"{origin}/f/{token}/{quote(name, safe='')}"


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _sign(key: bytes, words: bytes, zone: str) -> bytes:
    own = blake2b(key, person=b"yoriai-files", digest_size=32).digest()
    return hmac.digest(own, f"file link of {zone}\0".encode() + words, "sha256")[:_SIGN]
