"""Answers packed for the way: what a person in 300 rooms sees first goes as a tenth of its bytes.

Who has words of their own in somebody's answer, and can see how long it is on the wire, could guess at the words beside
them: the right guess packs a little better (BREACH). So each packed answer carries as many idle bytes as chance says.
Secrets of ours, such as cookies, stand in no body.
"""

import asyncio
import secrets
import zlib
from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

LEAST = 1_400  # bytes; what is shorter goes in one packet anyway
LONG = 64 * 1024  # bytes, half a millisecond; to pack more would keep everybody else waiting
MOST_IDLE = 100  # bytes
LEVEL = 1  # the next ones cost twice as much, and save a tenth
BEGINNING = b"\x1f\x8b\x08\x08" + bytes(4) + b"\x00\xff"
"""Of the gzip format (RFC 1952): deflated, with a file name, from no time and no system."""


def packing(headers: Mapping[str, str], send: Send) -> Send:
    """The way of an answer, on which JSON is packed if whoever asks can unpack it. What another site had asked is not."""
    is_own = headers.get("sec-fetch-site", "same-origin") == "same-origin"
    if not is_own or not takes_gzip(headers.get("accept-encoding", "")):
        return send
    held: Message | None = None

    async def packed(message: Message) -> None:
        nonlocal held
        if message["type"] == "http.response.start" and _is_worth_it(message):
            held = message
            return
        if held is not None:
            start, held = held, None
            if not message.get("more_body", False):
                message = await _packed(start, message)
            await send(start)
        await send(message)

    return packed


def takes_gzip(accepts: str) -> bool:
    """Whether an `Accept-Encoding` names gzip, and not to refuse it."""
    offers = (offer.partition(";") for offer in accepts.lower().split(","))
    return any(name.strip() == "gzip" and not _is_none(quality) for name, _, quality in offers)


def gzipped(body: bytes) -> bytes:
    """The body as gzip, each time of another length."""
    idle = b"0" * secrets.randbelow(MOST_IDLE + 1)
    deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    ending = zlib.crc32(body).to_bytes(4, "little") + len(body).to_bytes(4, "little")
    return b"".join((BEGINNING, idle, b"\x00", deflate.compress(body), deflate.flush(), ending))


async def _packed(start: Message, message: Message) -> Message:
    body: bytes = message["body"]
    packed = gzipped(body) if len(body) < LONG else await asyncio.to_thread(gzipped, body)
    headers = MutableHeaders(scope=start)
    headers["content-encoding"], headers["content-length"] = "gzip", str(len(packed))
    return {**message, "body": packed}


def _is_worth_it(start: Message) -> bool:
    """JSON of a known length. Files keep theirs: whoever saves one sees how far it has come."""
    headers = MutableHeaders(scope=start)
    length = headers.get("content-length", "")
    is_json = headers.get("content-type", "").partition(";")[0] == "application/json"
    return is_json and length.isdecimal() and int(length) >= LEAST and "content-encoding" not in headers


def _is_none(quality: str) -> bool:
    name, _, value = quality.partition("=")
    return name.strip() == "q" and value.strip().rstrip("0") in {"0.", ""}
