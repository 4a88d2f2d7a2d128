"""`yoriai migrate`: bring the database to the shape this version needs, take one step back, or say where it stands."""

import asyncio
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from yoriai.migrations import steps
from yoriai.platform.settings import Settings

LOSES = (
    "一つ前の形に戻すと、その形に入らないデータ（ルームやメッセージなど）は消えて、元に戻せません。戻しますか"
)

NEWER = (
    "データベースは、この版より新しい形です。プログラムの版を確かめてください。"
    "次の版と並べて動かす間だけなら yoriai serve --beside-newer で起動できます。"
)


class Step(StrEnum):
    """What to do with the shape of the database."""

    UP = "up"
    DOWN = "down"
    STATUS = "status"


def migrate_command(
    step: Annotated[
        Step, typer.Argument(help="up：新しい形にする／down：一つ前に戻す／status：いまの形を見る")
    ] = Step.STATUS,
    config: Annotated[Path | None, typer.Option("--config", "-c", help="設定ファイル（TOML）")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="down で、確かめの質問を出しません")] = False,
) -> None:
    """データベースの形（表の構成）を、この版に合わせます。"""
    settings = Settings.load(config)
    if step is Step.UP:
        _make_room(settings)
    if step is not Step.STATUS and steps.is_newer(asyncio.run(steps.stands_at(settings.database_url))):
        typer.echo(f"形を変えませんでした：{NEWER}", err=True)
        raise typer.Exit(1)
    if step is Step.UP:
        asyncio.run(bring_up(settings))
    elif step is Step.DOWN:
        if not yes:
            typer.confirm(LOSES, abort=True)
        asyncio.run(steps.down(settings.database_url))
    stands = asyncio.run(steps.stands_at(settings.database_url))
    typer.echo(f"いまの形：{stands or 'まだ何もありません'}")
    if steps.is_newer(stands):
        typer.echo(NEWER)
    elif stands != steps.newest():
        typer.echo(f"この版に要る形：{steps.newest()}（yoriai migrate up で合わせます）")


async def bring_up(settings: Settings) -> None:
    """Bring the database to the newest shape, in a new folder if need be. Doing it again changes nothing."""
    _make_room(settings)
    await steps.up(settings.database_url)


def _make_room(settings: Settings) -> None:
    if not settings.database:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
