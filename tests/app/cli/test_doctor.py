"""What `doctor` says of an installation of several processes."""

import asyncio
from pathlib import Path
from time import sleep

import pytest
from typer.testing import CliRunner

from tests.grounds import Ground, tell
from tests.postgres import NEWEST, database, postgres
from tests.tls import Authority, front
from tests.valkey import valkey
from yoriai.app.cli import doctor, main
from yoriai.migrations import steps
from yoriai.platform.blobs import store
from yoriai.platform.db.postgres import Guarded
from yoriai.platform.settings import Settings

NOWHERE = {
    "AWS_ACCESS_KEY_ID": "of-the-test",
    "AWS_SECRET_ACCESS_KEY": "of-the-test",
    "AWS_REGION": "us-east-1",
    "AWS_ENDPOINT_URL": "http://127.0.0.1:9",
    "AWS_ALLOW_HTTP": "true",
}
ON_ONE = pytest.mark.parametrize("ground", ["postgresql"], indirect=True)


def said(folder: Path, **settings: str) -> str:
    Settings(data_dir=folder).make_server_key()
    given = {f"YORIAI_{name.upper()}": value for name, value in settings.items()}
    return CliRunner().invoke(main, ["doctor"], env={"YORIAI_DATA_DIR": str(folder), **given}).output


@ON_ONE
def test_it_finds_the_bus_and_says_when_it_does_not(ground: Ground, tmp_path: Path) -> None:
    with ground.copied(tmp_path) as url, valkey() as bus:
        assert "良好　バスの応答" in said(tmp_path, database=url, bus=bus.url)
        bus.kill()
        assert "要確認　バスにつながりません" in said(tmp_path, database=url, bus=bus.url)


@pytest.mark.anyio
@ON_ONE
@pytest.mark.outside("openssl")
@pytest.mark.req("N130")
async def test_it_says_that_the_certificate_of_the_bus_is_no_good_and_where_to_look(
    ground: Ground, tmp_path: Path
) -> None:
    ours, theirs = (Authority.founded(tmp_path, name) for name in ("ours", "theirs"))
    with ground.copied(tmp_path) as url, valkey() as bus:
        async with front(bus.port, ours.vouches_for("IP:127.0.0.1")) as port:
            asked = {"database": url, "bus": f"valkeys://127.0.0.1:{port}"}
            for authority, words in (
                (ours, "良好　バスの応答"),
                (theirs, "要確認　バスの証明書を信じられません"),
            ):
                told = await asyncio.to_thread(said, tmp_path, **asked, bus_ca=f"{authority.certificate}")
                assert words in told


@ON_ONE
def test_it_counts_the_connections_that_the_database_must_take(ground: Ground, tmp_path: Path) -> None:
    with ground.copied(tmp_path) as url:
        assert "良好　PostgreSQL の max_connections" in said(tmp_path, database=url)
        assert "要確認　PostgreSQL の max_connections" in said(tmp_path, database=url, workers="64")


def heeds(url: str, names: str) -> None:
    """Let the server wait for these standbys from now on."""
    tell(url, f"ALTER SYSTEM SET synchronous_standby_names = '{names}'")
    tell(url, "SELECT pg_reload_conf()")
    sleep(0.5)


@pytest.mark.req("D24")
def test_it_says_whether_what_is_acknowledged_lies_on_two_machines(tmp_path: Path) -> None:
    """Whoever has let the primary wait for nobody while a standby was mended, and forgot it, was told nothing."""
    alone = "PostgreSQL は待機系のディスクを待たずに答えます"
    with postgres(durable=True, version=NEWEST) as server, database(server) as url:
        asyncio.run(steps.up(url))
        assert f"良好　{alone}" in said(tmp_path, database=url)
        assert f"要確認　{alone}" in said(tmp_path, database=url, standby="true")
        tell(server, "ALTER ROLE yoriai SET synchronous_commit = 'remote_write'")
        heeds(server, "standby")
        try:
            assert f"要確認　{alone}" in said(tmp_path, database=url, standby="true")
            tell(server, "SET synchronous_commit = 'local'; ALTER ROLE yoriai RESET synchronous_commit")
            assert "要確認　PostgreSQL の待機系が一つもつながっていません" in said(tmp_path, database=url)
        finally:
            heeds(server, "")


@pytest.mark.parametrize(
    ("guarded", "well"),
    [
        (Guarded(waits=True, has_company=True, is_plain=False), [True]),
        (Guarded(waits=True, has_company=True, is_plain=True), [True, False]),
        (Guarded(waits=False, has_company=True, is_plain=False), [False]),
        (None, [False]),
    ],
)
def test_of_a_promised_standby_it_says_what_there_is(guarded: Guarded | None, well: list[bool]) -> None:
    assert [each.is_well for each in doctor._of_the_guards(guarded, is_promised=True)] == well


@pytest.mark.req("FILE-8")
@pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
def test_it_tries_where_files_are_put_away(
    ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ground.copied(tmp_path) as url:
        assert "files は、まだありません" in said(tmp_path, database=url)
        shared = tmp_path / "shared"
        assert f"要確認　ファイルの置き場 {shared} は、まだありません" in said(
            tmp_path, database=url, files_at=str(shared)
        )
        shared.mkdir()
        told = said(tmp_path, database=url, files_at=str(shared))
        assert f"良好　ファイルの置き場 {shared} の応答" in told and "良好　ファイルの置き場の空き" in told
        assert list(shared.iterdir()) == []
        monkeypatch.setattr(doctor, "GIBIBYTE", 1 << 60)
        assert "要確認　ファイルの置き場の空き" in said(tmp_path, database=url, files_at=str(shared))
        monkeypatch.setattr(store, "PATIENCE", 0.5)
        for name, value in NOWHERE.items():
            monkeypatch.setenv(name, value)
        assert "要確認　ファイルの置き場 s3://yoriai を使えません" in said(
            tmp_path, database=url, files_at="s3://yoriai"
        )
