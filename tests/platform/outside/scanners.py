"""Scanners for malware that are not ClamAV: an honest small one, and others that lie, dawdle or die."""

import socket
import struct
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path

VERSION = b"ClamAV 1.4.6/27821/Thu Nov 26 08:24:16 2026\0"
MARK = b"this is what the small scanner looks for"

Behaviour = Callable[[socket.socket], None]


def received(to: socket.socket, most: int | None = None) -> bytes:
    """The data that it is sent in pieces, to its end or until it is more than that."""
    data = bytearray()
    while size := struct.unpack(">I", exactly(to, 4))[0]:
        data += exactly(to, size)
        if most is not None and len(data) > most:
            raise OverflowError
    return bytes(data)


def exactly(to: socket.socket, count: int) -> bytes:
    said = bytearray()
    while len(said) < count:
        piece = to.recv(count - len(said))
        if not piece:
            raise ConnectionError
        said += piece
    return bytes(said)


def honest(to: socket.socket) -> None:
    """Says whether the mark is in the data."""
    found = MARK in received(to)
    to.sendall(b"stream: Yoriai.Test.Mark FOUND\0" if found else b"stream: OK\0")


def saying(answer: bytes) -> Behaviour:
    """Takes all of the data and answers this, whatever was in it."""

    def behave(to: socket.socket) -> None:
        received(to)
        to.sendall(answer)

    return behave


def small(most: int) -> Behaviour:
    """Takes no more than this, as ClamAV does beyond its StreamMaxLength."""

    def behave(to: socket.socket) -> None:
        try:
            received(to, most)
        except OverflowError:
            to.sendall(b"INSTREAM size limit exceeded. ERROR\0")
        else:
            to.sendall(b"stream: OK\0")

    return behave


def hasty(to: socket.socket) -> None:
    """Says that all is well before it has seen anything."""
    to.sendall(b"stream: OK\0")
    with suppress(OSError):
        received(to)


def dying(to: socket.socket) -> None:
    """Hangs up in the middle."""
    exactly(to, 1000)


def deaf(to: socket.socket) -> None:
    """Takes nothing and says nothing."""
    time.sleep(5)
    to.close()


def trickling(to: socket.socket) -> None:
    """Never comes to the end of its answer."""
    received(to)
    with suppress(OSError):
        while True:
            to.sendall(b"x")
            time.sleep(0.02)


def endless(to: socket.socket) -> None:
    """Talks as fast as it can."""
    received(to)
    with suppress(OSError):
        while True:
            to.sendall(b"stream: " * 1000)


@contextmanager
def scanning(behave: Behaviour, place: Path | None = None, *, version: bytes = VERSION) -> Generator[str]:
    """A scanner that does so with each file; its address. By a file of the machine where one is named, else by TCP."""
    listening = socket.socket(socket.AF_UNIX if place else socket.AF_INET)
    listening.bind(str(place) if place else ("127.0.0.1", 0))
    listening.listen()

    def serve(to: socket.socket) -> None:
        with to, suppress(OSError):
            command = bytearray()
            while not command.endswith(b"\0"):
                command += exactly(to, 1)
            if bytes(command) == b"zVERSION\0":
                to.sendall(version)
            elif bytes(command) == b"zINSTREAM\0":
                behave(to)

    def accept() -> None:
        with suppress(OSError):
            while True:
                each, _ = listening.accept()
                threading.Thread(target=serve, args=(each,), daemon=True).start()

    accepting = threading.Thread(target=accept, daemon=True)
    accepting.start()
    try:
        yield f"unix://{place}" if place else f"tcp://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        accepting.join()
