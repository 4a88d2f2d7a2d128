"""版: of the program, of the shape of its database, of Python and the database, and of everything it is built on."""

import platform
from collections.abc import AsyncGenerator, Sequence
from importlib.metadata import distributions, version
from typing import Final

from yoriai.watch.audit.packs.scope import Scope
from yoriai.watch.audit.packs.tables import Line, Table

Lines = AsyncGenerator[Sequence[Line]]
OWN: Final = "yoriai"
UNKNOWN: Final = "不明"
SAYS: Final = {
    "profile": "ネットワークのモデルの名前",
    "workers": "この機械のプロセスの数",
    "several_machines": "いくつものプロセスを結ぶバスがある",
    "standby": "待機系を約束している",
    "demo": "見本の町（本物ではない）",
    "session_idle_hours": "使わないとログインが終わる時間",
    "session_longest_days": "ログインの、もっとも長い日数",
    "key_is_private": "サーバーの鍵を本人だけが読める",
}


def tables(scope: Scope) -> list[Table]:
    return [_versions(scope), _dependencies(), _installation(scope)]


def _versions(scope: Scope) -> Table:
    async def rows() -> Lines:
        store, machine = scope.works.store, platform.uname()
        yield [
            ("application", "寄合", version(OWN)),
            ("schema", "データベースの形", await store.shape() or UNKNOWN),
            ("python", "Python", platform.python_version()),
            ("database", "データベース", await store.version()),
            ("system", "OS", f"{machine.system} {machine.release}"),
        ]

    return Table(
        "versions", "版", "動いているプログラムの版", {"what": "名前", "title": "もの", "version": "版"}, rows
    )


def _dependencies() -> Table:
    async def rows() -> Lines:
        found = {str(each.metadata["Name"]): each.version for each in distributions()}
        yield [(name, found[name]) for name in sorted(found, key=str.lower)]

    columns = {"name": "名前", "version": "版"}
    return Table("dependencies", "使っている部品", "プログラムが使う部品と、その版", columns, rows)


def _installation(scope: Scope) -> Table:
    async def rows() -> Lines:
        yield [(name, SAYS.get(name, name), value) for name, value in scope.installation["settings"].items()]

    columns = {"name": "名前", "title": "項目", "value": "値"}
    about = "サーバーの設定ファイルのうち、安全にかかわるもの。アドレスや鍵は入りません"
    return Table("installation", "設置", about, columns, rows)
