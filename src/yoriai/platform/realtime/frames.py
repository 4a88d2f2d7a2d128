"""WebSocket text frames, made once for all the sockets that may read them."""

from collections.abc import Iterator, Mapping
from typing import cast
from uuid import UUID

import orjson

from yoriai.platform.facts.line import Line


def text_frame(body: bytes) -> bytes:
    """One unmasked text frame (RFC 6455 §5.2)."""
    size = len(body)
    if size < 126:
        return bytes((0x81, size)) + body
    if size < 65_536:
        return b"\x81\x7e" + size.to_bytes(2, "big") + body
    return b"\x81\x7f" + size.to_bytes(8, "big") + body


def bodies(frames: bytes) -> Iterator[bytes]:
    """What stands in our own frames, for whatever carries it otherwise."""
    at = 0
    while at < len(frames):
        size, at = frames[at + 1], at + 2
        if size > 125:
            wide = 2 if size == 126 else 8
            size, at = int.from_bytes(frames[at : at + wide], "big"), at + wide
        yield frames[at : at + size]
        at += size


def framed(content: Mapping[str, object]) -> bytes:
    """An object as one text frame."""
    return text_frame(_json(content))


def told(line: Line, body: Mapping[str, object]) -> bytes:
    """A fact as JSON, as it goes over the socket and over HTTP alike.

    Whoever acts for somebody else is not named here, where all are told alike: where a reader may know, the body says it.
    """
    return _json(
        {
            "fact": line.fact.name,
            "stream": line.stream,
            "number": line.number,
            "at": line.at,
            "by": None if line.on_behalf_of else line.by,
            "body": body,
        }
    )


def blank(stream: str, number: int) -> bytes:
    """A number that this reader may not see: told, so that no hole is asked for for ever."""
    return _json({"stream": stream, "number": number})


def parsed(message: bytes) -> dict[str, object]:
    """A message as an object; ValueError for what is not JSON (NaN and lone surrogates are not)."""
    content: object = orjson.loads(message)
    return cast("dict[str, object]", content) if isinstance(content, dict) else {}  # JSON keys are text


def _json(content: Mapping[str, object]) -> bytes:
    return orjson.dumps(content, default=_plain, option=orjson.OPT_UTC_Z)


def _plain(value: object) -> str:
    """One of the databases gives its own kind of UUID, which the encoder does not take for one."""
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(type(value).__name__)
