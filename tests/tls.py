"""A small authority of our own, and a front that speaks TLS for a server that does not: certificates by `openssl`."""

import asyncio
import contextlib
import ssl
import subprocess
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path

DAYS = 2
KIND = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
CHUNK = 64 * 1024


@dataclass(frozen=True)
class Authority:
    """Whose word is taken for who a server is."""

    folder: Path
    name: str

    @classmethod
    def founded(cls, folder: Path, name: str) -> "Authority":
        made = cls(folder, name)
        where = ("-keyout", made.key, "-out", made.certificate)
        _openssl("req", "-x509", *KIND, "-days", f"{DAYS}", "-subj", f"/CN={name}", *where)
        return made

    @property
    def certificate(self) -> Path:
        return self.folder / f"{self.name}.crt"

    @property
    def key(self) -> Path:
        return self.folder / f"{self.name}.key"

    def vouches_for(self, names: str) -> ssl.SSLContext:
        """What a server needs that is to be believed under these names, such as `IP:127.0.0.1`."""
        place = self.folder / f"{self.name}-server"
        wish, key, made = (place.with_suffix(suffix) for suffix in (".csr", ".key", ".crt"))
        extensions = place.with_suffix(".ext")
        extensions.write_text(f"subjectAltName={names}\n")
        _openssl("req", "-new", *KIND, "-subj", "/CN=server", "-keyout", key, "-out", wish)
        by = ("-CA", self.certificate, "-CAkey", self.key, "-CAcreateserial", "-days", f"{DAYS}")
        _openssl("x509", "-req", "-in", wish, *by, "-extfile", extensions, "-out", made)
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(made, key)
        return context


def _openssl(*words: str | Path) -> None:
    subprocess.run(["openssl", *words], check=True, capture_output=True)


@contextlib.asynccontextmanager
async def front(port: int, context: ssl.SSLContext) -> AsyncGenerator[int]:
    """A port at which one finds the same behind TLS."""

    async def arrive(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        from_server, to_server = await asyncio.open_connection("127.0.0.1", port)
        ways = [asyncio.create_task(_carry(*way)) for way in ((reader, to_server), (from_server, writer))]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            writer.transport.abort()
            to_server.transport.abort()

    server = await asyncio.start_server(arrive, "127.0.0.1", 0, ssl=context)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


async def _carry(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while chunk := await source.read(CHUNK):
            target.write(chunk)
            await target.drain()
