"""A new certificate without a restart: whoever comes from now on is shown what lies in the files now."""

import asyncio
import ssl
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import structlog

from yoriai.platform.tls.chain import Unreadable, read_chain
from yoriai.platform.tls.faults import STOPS, faults_of_files, urgency

EVERY = 30.0  # seconds
A_DAY = 24 * 60 * 60 / EVERY

log = structlog.get_logger()


class Renewal:
    """One listener's certificate and key. Who is here already notices nothing: their line is sealed."""

    def __init__(self, certificate: Path, key: Path, *, hosts: Sequence[str], ciphers: str) -> None:
        self._certificate, self._key, self._hosts, self._ciphers = certificate, key, hosts, ciphers
        self._shown: ssl.SSLContext | None = None
        self._seen = self._marks()

    def over(self, context: ssl.SSLContext) -> None:
        """Let this context, with which a listener has been opened, show what was read last."""
        context.sni_callback = self._turn

    async def keep(self) -> None:
        """Look now and then, for as long as the listener is open; and say each day how near the end is."""
        looks = 0
        while True:
            if looks % A_DAY == 0:
                self.warn()
            await asyncio.sleep(EVERY)
            self.look()
            looks += 1

    def look(self) -> None:
        """Take what is new in the files, unless the start would be refused with it: then what was good goes on being
        shown."""
        marks = self._marks()
        if marks == self._seen:
            return
        self._seen = marks
        wrong = faults_of_files(self._certificate, self._key, *self._hosts, now=datetime.now(UTC))
        if stops := [str(each) for each in wrong if each in STOPS]:
            log.error("certificate not taken", file=str(self._certificate), wrong=stops)
            return
        made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        made.set_ciphers(self._ciphers)
        try:
            made.load_cert_chain(self._certificate, self._key)
        except OSError as error:  # which those of TLS are, too
            log.error("certificate not taken", file=str(self._certificate), error=type(error).__name__)
            return
        self._shown = made
        log.info("certificate renewed", file=str(self._certificate))
        self.warn()

    def warn(self) -> None:
        """Tell the log when the end is near (ZONE-11)."""
        try:
            days = read_chain(self._certificate).days_left(datetime.now(UTC))
        except (OSError, Unreadable):
            return  # what is wrong with the files is said where they are taken
        if urgency(days) is not None:
            log.warning("certificate ends soon", file=str(self._certificate), days=days)

    def _turn(self, line: ssl.SSLObject | ssl.SSLSocket, _name: str | None, _: ssl.SSLContext) -> None:
        if self._shown is not None:
            line.context = self._shown

    def _marks(self) -> Sequence[tuple[int, int, int] | None]:
        return [_mark(each) for each in (self._certificate, self._key)]


def _mark(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    # Also whose they are and who may read them: what could not be read is looked at again once that is put right.
    return found.st_ino, found.st_ctime_ns, found.st_size
