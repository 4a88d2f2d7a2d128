"""`yoriai doctor`: what an operator should know before trusting this installation."""

import asyncio
import platform as machine
from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from yoriai.app.cli.migrate import NEWER
from yoriai.app.cli.obstacles import obstacles
from yoriai.app.cli.restored import FROM_ELSEWHERE
from yoriai.app.cli.tls.places import places
from yoriai.app.cli.tls.words import WHAT, day, left, warning
from yoriai.migrations import steps
from yoriai.people.files.sanitizing.sanitize import MOST_BYTES
from yoriai.platform.blobs.store import BUCKET, Unusable, open_blobs
from yoriai.platform.bus.address import Address
from yoriai.platform.bus.servers import NotBelieved, answers
from yoriai.platform.db.postgres import Guarded
from yoriai.platform.db.restored import is_from_elsewhere
from yoriai.platform.db.sqlite import library_version
from yoriai.platform.db.store import most_of_a_process, opened
from yoriai.platform.facts.durable import horizon_lag
from yoriai.platform.outside.antivirus import NotScanned, Scanner
from yoriai.platform.outside.cage.choice import choice
from yoriai.platform.outside.cage.kinds import Cage
from yoriai.platform.outside.cage.limits import MEBIBYTE
from yoriai.platform.settings import Settings
from yoriai.platform.tls.chain import Unreadable, read_chain
from yoriai.platform.tls.faults import STOPS, faults_of_files

SLOW_ANSWER = 0.1  # seconds for the smallest question
NOT_BELIEVED = (
    "バスの証明書を信じられません。bus_ca がその証明書を出した CA のものか、bus に書いた名前が証明書にあるかを見てください。"
    "それまで、ほかのプロセスのことは 2 秒おきに見つけます"
)
CAGES = {
    Cage.BUBBLEWRAP: "ファイルを調べる囲い：bubblewrap と seccomp（網も、ほかのファイルも、ほかの処理も見えません）",
    Cage.LANDLOCK: "ファイルを調べる囲い：Landlock と seccomp（bubblewrap を入れるか、名前空間を許すと、囲いがもう一つ増えます）",
}
NO_CAGE = "ファイルを調べる囲いがありません（bubblewrap も Landlock も使えません）。それまで、ファイルはすべて保留になります"
NO_SCANNER = "ウイルスの検査：していません（antivirus に ClamAV のソケットを書くと、無害化の前に検査します）"
SCANNER_FAILS = (
    "ウイルスの検査ができません。それまで、ファイルはすべて保留になります。clamd が動いているか、antivirus に書いたソケットに"
    f"届くか、clamd.conf の StreamMaxLength が {MOST_BYTES // MEBIBYTE}M 以上かを見てください"
)
SLOW_STORE = 1.0  # seconds for the smallest file
GIBIBYTE = 1024 * MEBIBYTE
OLDEST_SIGNATURES = 7  # days
LONGEST_HORIZON = 60.0  # seconds that the oldest open transaction may hold up the readers of the journal


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    is_well: bool
    what: str


def doctor_command(
    config: Annotated[Path | None, typer.Option("--config", "-c", help="設定ファイル（TOML）")] = None,
) -> None:
    """設定・鍵・データベース・受け口を調べて、気をつけることを知らせます。"""
    settings = Settings.load(config)
    findings = asyncio.run(_examined(settings))
    for finding in findings:
        typer.echo(f"{'良好' if finding.is_well else '要確認'}　{finding.what}")
    if not all(finding.is_well for finding in findings):
        raise typer.Exit(1)


async def _examined(settings: Settings) -> list[Finding]:
    version = ".".join(map(str, library_version()))
    findings = [Finding(True, f"Python {machine.python_version()}、SQLite {version}")]
    findings += [Finding(False, each) for each in obstacles(settings)]
    findings += _of_the_certificates(settings, datetime.now(UTC))
    findings += [finding async for finding in _of_the_database(settings)]
    findings += [finding async for finding in _of_the_bus(settings)]
    findings += _of_the_files(settings)
    findings += [finding async for finding in _of_the_store(settings)]
    findings += _of_the_cage()
    findings += of_the_scanner(settings.scanner, datetime.now(UTC))
    findings.append(
        Finding((settings.web_root / "index.html").is_file(), f"画面のファイル {settings.web_root}")
    )
    return findings


def _of_the_certificates(settings: Settings, now: datetime) -> Iterator[Finding]:
    """Until when they are believed (ZONE-11), and what is wrong with them without stopping the start."""
    for place in places(settings):
        if not (place.is_ours or place.certificate.exists()):
            continue  # only the proxy knows it
        for fault in faults_of_files(place.certificate, place.key, *place.names, now=now):
            if fault not in STOPS or not place.is_ours:
                yield Finding(False, f"{place.url} の証明書（{place.certificate}）：{WHAT[fault]}")
        try:
            chain = read_chain(place.certificate)
        except (OSError, Unreadable):
            continue  # which is said already
        days = chain.days_left(now)
        near = warning(days)
        until = f"{place.url} の証明書は {day(chain.until)} まで（{left(days)}）"
        yield Finding(near is None, f"{until}。{near}" if near else until)


def _of_the_files(settings: Settings) -> Iterator[Finding]:
    """Where people get what was attached; a side may do without."""
    for listener in settings.listeners:
        if listener.files_url:
            yield Finding(True, f"{listener.url} のファイルは {listener.files_url} で渡します")
        else:
            yield Finding(True, f"{listener.url} ではファイルを渡しません（files_url がありません）")


async def _of_the_store(settings: Settings) -> AsyncGenerator[Finding]:
    """Whether files can be put away, and how much room is left for them."""
    folder = settings.data_dir / "files"
    where = settings.files_at or str(folder)
    if not _is_there(where):
        made = "まだありません（起動のあと、最初のファイルでつくります）"
        yield Finding(not settings.files_at, f"ファイルの置き場 {where} は、{made}")
        return
    try:
        blobs = open_blobs(settings.files_at, folder, settings.server_key)
        seconds = await blobs.answers()
    except (OSError, Unusable) as why:
        said = str(why) if isinstance(why, Unusable) else type(why).__name__
        yield Finding(
            False, f"ファイルの置き場 {where} を使えません（{said}）。それまで、ファイルは届きません"
        )
        return
    yield Finding(seconds < SLOW_STORE, f"ファイルの置き場 {where} の応答 {seconds * 1000:.0f} ミリ秒")
    room = blobs.room()
    if room is not None:
        is_enough = room >= max(GIBIBYTE, 2 * settings.file_most_bytes)
        urge = "" if is_enough else "。空けるか、files_at を広いところにしてください"
        yield Finding(is_enough, f"ファイルの置き場の空き {room / GIBIBYTE:.1f} GiB{urge}")


def _is_there(where: str) -> bool:
    """A folder is not made here: it would be whoever asks, and not the server, who owns it."""
    return where.startswith(BUCKET) or Path(where).is_dir()


def _of_the_cage() -> Iterator[Finding]:
    """In what foreign files are read here (R8)."""
    held = choice().held
    yield Finding(True, CAGES[held[0]]) if held else Finding(False, NO_CAGE)


def of_the_scanner(scanner: Scanner | None, now: datetime) -> Iterator[Finding]:
    """Whether files are scanned for malware, and for that of which day (S12)."""
    if scanner is None:
        yield Finding(True, NO_SCANNER)
        return
    try:
        signatures = scanner.signatures()
        scanner.scan(bytes(MOST_BYTES))
    except NotScanned as why:
        yield Finding(False, f"{SCANNER_FAILS}（{why}）")
        return
    age = (now - signatures.of).days if signatures.of else None
    is_fresh = age is not None and age <= OLDEST_SIGNATURES
    known = "いつのものか分かりません" if age is None else f"{max(age, 0)} 日前のものです"
    urge = "" if is_fresh else "。freshclam が動いているかを見てください"
    yield Finding(is_fresh, f"ウイルスの検査：{signatures.version}。定義は{known}{urge}")


async def _of_the_database(settings: Settings) -> AsyncGenerator[Finding]:
    try:
        async with opened(settings.database_url) as store:
            seconds = await store.answers()
            yield Finding(seconds < SLOW_ANSWER, f"データベースの応答 {seconds * 1000:.1f} ミリ秒")
            async with store.reading() as session:
                lag = await horizon_lag(session, store)
            yield Finding(lag < LONGEST_HORIZON, f"記録の読み手を待たせている時間 {lag:.0f} 秒")
            allowed, needed = await store.allows(), settings.workers * most_of_a_process()
            if allowed is not None:
                what = f"PostgreSQL の max_connections {allowed}（この機械のプロセスだけで、多くて {needed}）"
                yield Finding(needed <= allowed, what)
            for finding in _of_the_guards(await store.guarded(), is_promised=settings.standby):
                yield finding
        shape = await _of_the_shape(settings)
        yield shape
        if shape.is_well and await is_from_elsewhere(settings.database_url):
            yield Finding(False, FROM_ELSEWHERE)
    except OSError as error:
        yield Finding(False, f"データベースにつながりません（{error.strerror or type(error).__name__}）")


def _of_the_guards(guarded: Guarded | None, *, is_promised: bool) -> Iterator[Finding]:
    if guarded is None:
        if is_promised:
            yield Finding(False, "standby = true ですが、データベースは組込みのもので、待機系がありません")
        return
    if not guarded.waits:
        what = (
            "PostgreSQL は待機系のディスクを待たずに答えます。本体の機械を失うと、終わりの書込みも失われます"
        )
        yield Finding(not is_promised, what + ("（standby = true と違います）" if is_promised else ""))
    elif guarded.has_company:
        yield Finding(True, "PostgreSQL は待機系のディスクにも書いてから答えます")
    else:
        yield Finding(
            False, "PostgreSQL の待機系が一つもつながっていません。つながるまで、書込みは終わりません"
        )
    if guarded.is_plain:
        yield Finding(
            False,
            "PostgreSQL との間が暗号化されていません。PostgreSQL を ssl = on にするか、網を分けてください",
        )


async def _of_the_bus(settings: Settings) -> AsyncGenerator[Finding]:
    if not settings.bus:
        return
    address = Address(settings.bus, settings.bus_ca)
    try:
        seconds = await answers(address)
    except NotBelieved:
        yield Finding(False, NOT_BELIEVED)
        return
    except OSError as error:
        why = error.strerror or str(error) or type(error).__name__
        yield Finding(
            False, f"バスにつながりません（{why}）。その間、ほかのプロセスのことは 2 秒おきに見つけます"
        )
        return
    yield Finding(seconds < SLOW_ANSWER, f"バスの応答 {seconds * 1000:.1f} ミリ秒")
    if not (address.is_encrypted or address.is_loopback):
        yield Finding(False, "バスとの間が暗号化されていません。valkeys:// にするか、網を分けてください")


async def _of_the_shape(settings: Settings) -> Finding:
    stands = await steps.stands_at(settings.database_url)
    if steps.is_newer(stands):
        return Finding(False, NEWER)
    is_current = stands == steps.newest()
    return Finding(is_current, "データベースの形は最新です" if is_current else "yoriai migrate up が必要です")
