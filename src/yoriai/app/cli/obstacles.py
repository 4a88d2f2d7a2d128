"""Why a server refuses to start: each obstacle is one sentence that says what is wrong and what to do (N127)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from yoriai.app.cli.tls.words import WHAT
from yoriai.people.zones.profile import NAMES, profile_of
from yoriai.people.zones.zone import Zone
from yoriai.platform.db.sqlite import NETWORK_FILE_SYSTEMS, OLDEST_SAFE, file_system_of, library_version
from yoriai.platform.db.store import path_of
from yoriai.platform.settings import SECRET_BYTES, ListenerSettings, Settings
from yoriai.platform.tls.faults import STOPS, faults_of_files

MARK = "見本の町"
"""A file of this name stands in the folder of a demo town, whose passwords everybody knows."""
SIDES = {Zone.LGWAN: "LGWAN側", Zone.INTERNET: "インターネット側"}
MOUNTS = Path("/proc/mounts")


def obstacles(settings: Settings) -> list[str]:
    """Everything that stands in the way of starting with these settings; empty when nothing does."""
    return [
        *_of_the_demo(settings),
        *_of_the_key(settings),
        *_of_the_database(settings),
        *_of_the_bus(settings),
        *_of_the_listeners(settings.listeners),
        *_of_the_profile(settings),
    ]


def _of_the_demo(settings: Settings) -> Iterator[str]:
    if not settings.demo and (settings.data_dir / MARK).exists():
        yield (
            f"{settings.data_dir} は見本の町のフォルダです。パスワードが公開されているので、業務には使えません。"
            "data_dir に別のフォルダを書いてください。"
        )


def _of_the_key(settings: Settings) -> Iterator[str]:
    if not settings.key_file.is_file():
        yield f"鍵ファイル {settings.key_file} がありません。先に yoriai setup を実行してください。"
        return
    if not settings.key_is_private():
        yield f"鍵ファイル {settings.key_file} がほかの人にも読めます。chmod 600 で持ち主だけにしてください。"
    key = settings.server_key()
    if len(key) < SECRET_BYTES or len(set(key)) == 1:
        yield f"鍵ファイル {settings.key_file} が既定の値か短すぎる値です。削除して yoriai setup で作り直してください。"
    if "change-me" in settings.database or ":password@" in settings.database:
        yield "データベースのパスワードが見本のままです。database の値を変えてください。"


def _of_the_database(settings: Settings) -> Iterator[str]:
    if not settings.database_url.startswith("sqlite:"):
        return
    version = library_version()
    if version < OLDEST_SAFE:
        yield (
            f"SQLite {'.'.join(map(str, version))} には書込みを失う不具合があります。"
            f"{'.'.join(map(str, OLDEST_SAFE))} 以上が要ります（pysqlite3 を入れ直してください）。"
        )
    file = path_of(settings.database_url)
    kind = file_system_of(file, MOUNTS.read_text()) if MOUNTS.is_file() else "unknown"
    if kind in NETWORK_FILE_SYSTEMS:
        yield (
            f"データベース {file} がネットワーク上のファイルシステム（{kind}）にあります。"
            "同じ機械のディスクに置くか、PostgreSQL を使ってください。"
        )


def _of_the_bus(settings: Settings) -> Iterator[str]:
    if settings.workers > 1 and settings.database_url.startswith("sqlite:"):
        yield (
            f"プロセスを {settings.workers} 個にするには PostgreSQL と Valkey が要ります。組込みデータベースを開けるプログラムは"
            "一つだけです。database と bus を書くか、workers を 1 にしてください。"
        )
    elif settings.workers > 1 and not settings.bus:
        yield (
            f"プロセスを {settings.workers} 個にするには、知らせ合うための Valkey が要ります。"
            "bus にアドレスを書くか、workers を 1 にしてください。"
        )
    if settings.bus and settings.database_url.startswith("sqlite:"):
        yield (
            "bus が書かれていますが、データベースは組込みのものです。組込みデータベースを開けるプログラムは一つだけで、"
            "知らせ合う相手がいません。database に PostgreSQL のアドレスを書くか、bus を空にしてください。"
        )
    if settings.bus_ca is not None and not settings.bus_ca.is_file():
        yield f"bus_ca のファイル {settings.bus_ca} がありません。バスの証明書を確かめるための CA の証明書です。"
    if ":password@" in settings.bus or "change-me" in settings.bus:
        yield "バスのパスワードが見本のままです。bus の値を変えてください。"


def _of_the_profile(settings: Settings) -> Iterator[str]:
    profile = profile_of(settings.profile)
    if profile is None:
        yield (
            f"profile の「{settings.profile}」という名前のモデルはありません。{'、'.join(NAMES)} のどれかを書いてください"
            "（yoriai profile --all で、それぞれの説明を見られます）。"
        )
        return
    there = {listener.zone for listener in settings.listeners}
    for side in profile.needs:
        if side not in there:
            yield (
                f"profile の「{settings.profile}」（{profile.title}）には {SIDES[side]}の受け口が要りますが、listeners にありません。"
                f'zone = "{side}" の受け口を書くか、profile を変えてください。'
            )

    if profile.one_body and len(settings.listeners) > len(there):
        yield (
            f"profile の「{settings.profile}」（{profile.title}）では、受け口はそれぞれの側に一つだけです。"
            "つなぐ先を固定できるように、同じ zone の受け口を一つにしてください。"
        )


def too_many_bodies(settings: Settings, bodies: int) -> str | None:
    """The same of what is in the database already: a model for one body, and more than one there."""
    profile = profile_of(settings.profile)
    if profile is None or not profile.one_body or bodies < 2:
        return None
    return (
        f"profile の「{settings.profile}」（{profile.title}）は団体を一つに限りますが、{bodies} の団体があります。"
        "団体ごとに環境を分けるか、profile を変えてください。"
    )


def _of_the_listeners(listeners: Sequence[ListenerSettings]) -> Iterator[str]:
    hosts: dict[str, str] = {}
    for listener in listeners:
        if listener.host in hosts:
            yield (
                f"受け口 {listener.url} と {hosts[listener.host]} のホスト名が同じです。"
                "クッキーはポートを区別しないので、ゾーンごとに別のホスト名にしてください。"
            )
        hosts.setdefault(listener.host, listener.url)
        yield from _of_the_way(listener)
        yield from _of_the_certificate(listener)
    yield from _of_the_files(listeners, hosts)


def _of_the_files(listeners: Sequence[ListenerSettings], hosts: Mapping[str, str]) -> Iterator[str]:
    """Browsers must never take what people attach for something of the application's own (S15)."""
    seen: dict[str, str] = {}
    for listener in listeners:
        if not listener.files_url:
            continue
        if listener.files_host in hosts:
            yield (
                f"受け口 {listener.url} の files_url のホスト名が、受け口 {hosts[listener.files_host]} と同じです。"
                "添付されたファイルが画面と同じ名前で動かないように、ファイルだけの別のホスト名にしてください。"
            )
        if listener.files_url in seen:
            yield (
                f"受け口 {listener.url} と {seen[listener.files_url]} の files_url が同じです。"
                "どちらの側から来たかを取り違えないように、受け口ごとに別のホスト名にしてください。"
            )
        seen.setdefault(listener.files_url, listener.url)


def _of_the_way(listener: ListenerSettings) -> Iterator[str]:
    if not (listener.is_encrypted or listener.is_of_this_machine):
        yield (
            f"受け口 {listener.url} のアドレスが https ではありません。職員との間は、必ず暗号化します。"
            "寄合か、前に置くリバースプロキシで TLS を話すようにして、url と files_url を https:// にしてください。"
        )
    if listener.is_plain and not listener.is_loopback and not listener.proxies:
        yield (
            f"受け口 {listener.bind}（{listener.zone}）が暗号化なしの HTTP です。証明書を設定するか、"
            "127.0.0.1 で待ち受けるか、前に置くリバースプロキシのアドレスを proxies に書いてください。"
        )
    if (listener.certificate is None) != (listener.key is None):
        yield f"受け口 {listener.bind} の証明書（certificate）と鍵（key）は両方とも必要です。"


def _of_the_certificate(listener: ListenerSettings) -> Iterator[str]:
    if listener.certificate is None or listener.key is None:
        return
    at = (listener.certificate, listener.key)
    for fault in faults_of_files(*at, *listener.names, now=datetime.now(UTC)):
        if fault in STOPS:
            yield f"受け口 {listener.url} の証明書（{listener.certificate}）：{WHAT[fault]}"
