"""The scanner for malware: ClamAV, asked over its own socket. What does not answer exactly as it should has not scanned.

It looks at a file beside what is made of it, never instead (S12). Whoever asks waits no longer than `LONGEST`.
"""

import re
import select
import socket
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

LONGEST: Final = 15.0  # seconds for one file, with everything
_PIECE: Final = 256 * 1024
_LONGEST_ANSWER: Final = 4096
_USUAL_PORT: Final = 3310
_VERSION: Final = re.compile(r"ClamAV [\w.+~-]+(?:/(\d+)/(.+))?")
_LIMITS: Final = "Heuristics.Limits."
"""Not a find: it says that it has not looked at all of the file."""


class NotScanned(Exception):
    """Nobody knows whether there is something in the file: the scanner is not there, or did not do its work."""


@dataclass(frozen=True, slots=True)
class Signatures:
    """What the scanner says it is, and of when the signatures are that it looks for."""

    version: str
    """As it says it."""
    of: datetime | None
    """None where it does not say."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What a scanner has said about one file."""

    scanner: str
    """Its version, with that of its signatures."""
    found: str
    """The name of what is in the file; empty for nothing."""


@dataclass(frozen=True, slots=True)
class Scanner:
    """One that is named in the settings. It may not be there."""

    address: str
    longest: float = LONGEST

    def scan(self, data: bytes) -> Scan:
        """Whether there is something in it. `NotScanned` unless the scanner has seen all of it and says so."""
        until = time.monotonic() + self.longest
        scanner = self._signatures(until).version
        answer = self._asked(b"INSTREAM", until, lambda to: _stream(to, data, until))
        said = answer.removeprefix("stream: ")
        if said == answer:
            raise NotScanned(f"no answer about the file: {answer}")
        if said == "OK":
            return Scan(scanner, "")
        found = said.removesuffix(" FOUND")
        if found == said or not found or found.startswith(_LIMITS):
            raise NotScanned(said)
        return Scan(scanner, found)

    def signatures(self) -> Signatures:
        """Who it is, if it answers. `NotScanned` otherwise."""
        return self._signatures(time.monotonic() + self.longest)

    def _signatures(self, until: float) -> Signatures:
        version = self._asked(b"VERSION", until, lambda _: None)
        known = _VERSION.fullmatch(version)
        if known is None:
            raise NotScanned(f"no scanner that we know: {version}")
        return Signatures(version, _day(known[2]) if known[2] else None)

    def _asked(self, command: bytes, until: float, give: Callable[[socket.socket], None]) -> str:
        """What it answers, on one line, before it hangs up."""
        try:
            with _connected(self.address, until) as to:
                to.sendall(b"z" + command + b"\0")
                give(to)
                return _answer(to, until)
        except OSError as error:
            raise NotScanned(error.strerror or type(error).__name__) from None


def place_of(value: str) -> tuple[str, int] | str:
    """The host and port, or the path, of an address where a scanner may listen. `ValueError` for what is none."""
    said = urlsplit(value)
    if said.scheme == "unix" and not said.netloc and said.path.startswith("/"):
        return said.path
    if said.scheme == "tcp" and said.hostname and not (said.path or said.query or said.username):
        return said.hostname, said.port or _USUAL_PORT
    raise ValueError("must be a socket of ClamAV, as unix:///run/clamav/clamd.ctl or tcp://127.0.0.1:3310")


def _connected(value: str, until: float) -> socket.socket:
    place = place_of(value)
    if isinstance(place, tuple):
        return socket.create_connection(place, timeout=_left(until))
    made = socket.socket(socket.AF_UNIX)
    try:
        made.settimeout(_left(until))
        made.connect(place)
    except BaseException:
        made.close()
        raise
    return made


def _stream(to: socket.socket, data: bytes, until: float) -> None:
    """All of the data in pieces, each after its length. One that has judged before the end has not seen the end."""
    for at in range(0, len(data), _PIECE):
        piece = memoryview(data)[at : at + _PIECE]
        to.settimeout(_left(until))
        try:
            to.sendall(struct.pack(">I", len(piece)))
            to.sendall(piece)
        except (BrokenPipeError, ConnectionResetError):
            break  # it has had enough, and may say why
    else:
        if not select.select([to], [], [], 0)[0]:
            to.sendall(struct.pack(">I", 0))
            return
    to.settimeout(_left(until))
    if (said := _answer(to, until)) == "stream: OK":
        raise NotScanned("it answered before it had all of the file")
    raise NotScanned(said)


def _answer(to: socket.socket, until: float) -> str:
    """To its end, which is the end of the line as well."""
    said = bytearray()
    while True:
        to.settimeout(_left(until))
        piece = to.recv(_LONGEST_ANSWER)
        if not piece:
            break
        said += piece
        if len(said) > _LONGEST_ANSWER:
            raise NotScanned("it talks without end")
    if not said.endswith(b"\0") or said.count(0) != 1:
        raise NotScanned("half an answer, or more than one")
    try:
        line = said[:-1].decode("ascii")
    except UnicodeDecodeError:
        raise NotScanned("no answer in letters") from None
    if not line.isprintable():
        raise NotScanned("no answer in letters")
    return line


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _day(said: str) -> datetime | None:
    """ClamAV writes it as C does, in the time of its own machine, of which nobody is told the zone."""
    try:
        return datetime.strptime(" ".join(said.split()), "%a %b %d %H:%M:%S %Y").replace(tzinfo=UTC)
    except ValueError:
        return None
