"""`yoriai restored`: make a database that came back from a dump ready to be served."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from yoriai.platform.db.restored import is_from_elsewhere, make_at_home
from yoriai.platform.settings import Settings

FROM_ELSEWHERE = (
    "このデータベースは、別の PostgreSQL から控えで戻したままです。先に yoriai restored を実行してください。"
)


def restored_command(
    config: Annotated[Path | None, typer.Option("--config", "-c", help="設定ファイル（TOML）")] = None,
) -> None:
    """控え（pg_dump）から別の PostgreSQL に戻したデータベースを、動かせるように整えます。"""
    settings = Settings.load(config)
    if not asyncio.run(is_from_elsewhere(settings.database_url)):
        typer.echo("整えるところはありません。")
        return
    asyncio.run(make_at_home(settings.database_url))
    typer.echo("整えました。サーバーを起動できます。")
