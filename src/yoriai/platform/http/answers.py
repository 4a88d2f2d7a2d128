"""Refusals as they leave the server: a status, a code, details, and the number to ask about."""

from collections.abc import Mapping
from http import HTTPStatus

import orjson
from pydantic import ValidationError

from yoriai.kit.errors import Later, Refused, Wrong
from yoriai.platform.http.listener import new_request_id


def refusal_of(refused: Refused | ValidationError, request_id: str) -> dict[str, object]:
    """The body of a refusal over the socket; over HTTP the status stands in its own place."""
    said = refused if isinstance(refused, Refused) else wrong_field(refused)
    return {"status": said.status, "code": said.code, "details": said.details, "request_id": request_id}


def refusal_bytes(refused: Refused, request_id: str) -> bytes:
    """The body of a refusal over HTTP."""
    return orjson.dumps({"code": refused.code, "details": refused.details, "request_id": request_id})


def headers_of_refusal(refused: Refused, request_id: str, body: bytes) -> list[tuple[bytes, bytes]]:
    """What such a body is introduced by, beside what a listener's answers wear."""
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
        (b"x-request-id", request_id.encode()),
    ]
    if isinstance(refused, Later):
        headers.append((b"retry-after", str(refused.retry_after).encode()))
    return headers


def whole_refusal(refused: Refused, dress: Mapping[str, str]) -> bytes:
    """All of an answer, where no application is asked; the connection ends with it."""
    request_id = new_request_id()
    body = refusal_bytes(refused, request_id)
    headers = {
        **dress,
        "content-type": "application/json",
        "content-length": str(len(body)),
        "cache-control": "no-store",
        "x-request-id": request_id,
        "connection": "close",
    }
    if isinstance(refused, Later):
        headers["retry-after"] = str(refused.retry_after)
    lines = [f"HTTP/1.1 {refused.status} {HTTPStatus(refused.status).phrase}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def wrong_field(error: ValidationError) -> Wrong:
    """The first thing that is wrong with a well-formed body, by field and kind; never its value."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    return Wrong(field=".".join(str(part) for part in first["loc"]) or "body", reason=first["type"])
