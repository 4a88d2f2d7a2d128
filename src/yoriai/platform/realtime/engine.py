"""The sans-IO engine of the socket protocol, refusing in the form and with the headers of the house."""

import logging
from collections.abc import Mapping
from http import HTTPStatus

from websockets.http11 import Response
from websockets.server import ServerProtocol

from yoriai.kit.errors import Later, Refused, TooLarge, Unparseable
from yoriai.platform.http.answers import refusal_bytes
from yoriai.platform.http.edge import MOST_HEADERS
from yoriai.platform.http.listener import new_request_id

LONGEST_FRAME = 512 * 1024
TOO_LONG = {HTTPStatus.REQUEST_URI_TOO_LONG, HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE}
SILENT = logging.getLogger("yoriai.websockets")
SILENT.addHandler(logging.NullHandler())
SILENT.propagate = False


class Engine(ServerProtocol):
    """One connection's engine."""

    def __init__(self, dress: Mapping[str, str]) -> None:
        super().__init__(max_size=LONGEST_FRAME, logger=SILENT)
        self.dress = dress

    def refuse(self, refused: Refused, request_id: str) -> Response:
        """The answer to a handshake that may not be: the one that HTTP would give."""
        response = super().reject(refused.status, refusal_bytes(refused, request_id).decode())
        del response.headers["Content-Type"]
        response.headers["Content-Type"] = "application/json"
        for name, value in self.dress.items():
            response.headers[name] = value
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Request-Id"] = request_id
        if isinstance(refused, Later):
            response.headers["Retry-After"] = str(refused.retry_after)
        return response

    def reject(self, status: int, text: str) -> Response:
        """What the engine itself finds wrong with a handshake; its own words stay here."""
        refused = TooLarge(most=MOST_HEADERS) if status in TOO_LONG else Unparseable(field="handshake")
        return self.refuse(refused, new_request_id())
