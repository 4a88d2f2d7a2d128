"""A certificate is renewed while people talk: whoever comes is shown the new one, whoever is here notices nothing."""

import asyncio
import ssl
from collections.abc import AsyncGenerator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from structlog.testing import capture_logs

from tests.platform.nodes import realtime_over
from tests.platform.sockets import Door, door_of
from yoriai.platform.db.store import Store
from yoriai.platform.realtime.realtime import Realtime
from yoriai.platform.realtime.serving import CIPHERS
from yoriai.platform.tls import renewal
from yoriai.platform.tls.authority import Authority, certificate_file, founded
from yoriai.platform.tls.chain import Chain, Key, fingerprint
from yoriai.platform.tls.faults import Fault
from yoriai.platform.tls.making import key_pem, new_key
from yoriai.platform.tls.placing import put, put_pair

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)]
HOST = "lgwan.localhost"
NOW = datetime.now(UTC)


@pytest.fixture
def node(store: Store) -> Realtime:
    return realtime_over(store)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return founded(tmp_path / "ca", [HOST, "internet.localhost"], "見本市 認証局", now=NOW)


def placed(
    authority: Authority, folder: Path, *, key: Key | None = None, ago: int = 0, open_key: bool = False
) -> Chain:
    """Put a new certificate where the listener looks for it."""
    own = key or new_key()
    chain = authority.vouch(HOST, own, now=NOW - timedelta(days=ago))
    put(folder / "a.key", key_pem(own), mode=0o644 if open_key else 0o600)
    put(folder / "a.crt", chain.pem(), mode=0o644)
    return chain


@pytest.fixture
async def door(
    node: Realtime, authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncGenerator[Door]:
    monkeypatch.setattr(renewal, "EVERY", 0.02)
    placed(authority, tmp_path)
    async with door_of(node, tls=(tmp_path / "a.crt", tmp_path / "a.key")) as opened:
        yield opened


async def shown_to(context: ssl.SSLContext, door: Door, host: str = HOST) -> str:
    """The fingerprint of what a browser that believes as this context does is shown."""
    _, writer = await asyncio.open_connection("127.0.0.1", door.port, ssl=context, server_hostname=host)
    shown: bytes = writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
    writer.close()
    return fingerprint(x509.load_der_x509_certificate(shown))


def believing(folder: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certificate_file(folder / "ca"))


async def until_shown(context: ssl.SSLContext, door: Door, what: str) -> None:
    async with asyncio.timeout(5):
        while await shown_to(context, door) != what:  # noqa: ASYNC110 the listener has no event for it
            await asyncio.sleep(0.02)


@pytest.mark.req("ZONE-11")
async def test_whoever_believes_the_authority_comes_in_and_is_shown_the_new_one_soon(
    door: Door, authority: Authority, tmp_path: Path
):
    context = believing(tmp_path)
    before = await shown_to(context, door)
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port, ssl=context, server_hostname=HOST)
    renewed = placed(authority, tmp_path).fingerprint
    assert renewed != before
    await until_shown(context, door, renewed)
    writer.write(f"GET /api/entrance HTTP/1.1\r\nHost: {door.host}\r\n\r\n".encode())
    assert (await reader.readuntil(b"\r\n")).startswith(b"HTTP/1.1 "), "whoever was here goes on"
    writer.close()


@pytest.mark.req("ZONE-11")
async def test_whoever_does_not_believe_it_says_nothing(door: Door, tmp_path: Path):
    founded(tmp_path / "others" / "ca", [HOST], "よその認証局", now=NOW)
    for context in (ssl.create_default_context(), believing(tmp_path / "others")):
        with pytest.raises(ssl.SSLCertVerificationError):
            await shown_to(context, door)
    with pytest.raises(ssl.SSLCertVerificationError):
        await shown_to(believing(tmp_path), door, "internet.localhost")


@pytest.mark.req("ZONE-11")
async def test_a_browser_does_not_believe_the_authority_of_a_name_that_is_not_its_own(
    door: Door, authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The word of the authority about itself is kept by OpenSSL, too."""
    monkeypatch.setattr(renewal, "STOPS", frozenset())  # else the listener would not even take it
    own = new_key()
    stolen = authority.vouch("bank.example", own, now=NOW)
    put_pair((tmp_path / "a.crt", stolen.pem()), (tmp_path / "a.key", key_pem(own)))
    trusting = believing(tmp_path)
    trusting.check_hostname = False
    async with asyncio.timeout(5):
        with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"):
            while True:
                await shown_to(trusting, door, "bank.example")
                await asyncio.sleep(0.02)


async def until_refused(said: Sequence[Mapping[str, object]], why: Fault) -> None:
    async with asyncio.timeout(5):
        while not any(each.get("wrong") == [why] for each in said):  # noqa: ASYNC110 nor for this
            await asyncio.sleep(0.02)


@pytest.mark.req("ZONE-11")
async def test_with_what_no_server_would_start_none_goes_on_either(
    door: Door, authority: Authority, tmp_path: Path
):
    """A pair of the neighbouring listener, or a key that everybody may read, laid there while people work."""
    context, own = believing(tmp_path), new_key()
    before = await shown_to(context, door)
    elsewhere = authority.vouch("internet.localhost", own, now=NOW)
    with capture_logs() as said:
        put_pair((tmp_path / "a.crt", elsewhere.pem()), (tmp_path / "a.key", key_pem(own)))
        await until_refused(said, Fault.OTHER_NAME)
    assert await shown_to(context, door) == before
    with capture_logs() as said:
        renewed = placed(authority, tmp_path, open_key=True)
        await until_refused(said, Fault.OPEN_KEY)
    assert await shown_to(context, door) == before
    (tmp_path / "a.key").chmod(0o600)
    await until_shown(context, door, renewed.fingerprint)


async def test_what_does_not_belong_together_is_not_taken_and_the_old_one_goes_on(
    door: Door, authority: Authority, tmp_path: Path
):
    context = believing(tmp_path)
    before = await shown_to(context, door)
    with capture_logs() as said:
        put(tmp_path / "a.key", key_pem(new_key()), mode=0o600)
        async with asyncio.timeout(5):
            while not any(each["event"] == "certificate not taken" for each in said):  # noqa: ASYNC110 nor for this
                await asyncio.sleep(0.02)
    assert await shown_to(context, door) == before
    await until_shown(context, door, placed(authority, tmp_path).fingerprint)


@pytest.mark.req("ZONE-11")
@pytest.mark.usefixtures("foundation")
async def test_the_log_tells_when_the_end_is_near(authority: Authority, tmp_path: Path):
    for ago, days in ((397 - 62, []), (397 - 60, [59]), (400, [-4])):
        placed(authority, tmp_path, ago=ago)
        with capture_logs() as said:
            renewal.Renewal(tmp_path / "a.crt", tmp_path / "a.key", hosts=[HOST], ciphers=CIPHERS).warn()
        assert [each["days"] for each in said] == days
