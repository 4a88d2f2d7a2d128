"""`yoriai demo`: a small town in a directory of its own, ready to look round."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from yoriai.app.cli.migrate import bring_up
from yoriai.app.cli.obstacles import MARK
from yoriai.app.cli.serve import run
from yoriai.app.demo import DemoTown, settle
from yoriai.platform.db.store import opened
from yoriai.platform.settings import Settings
from yoriai.platform.work.edge import Works, clock

DATA = Annotated[Path, typer.Option("--data", help="見本の町を置くフォルダ")]


def demo_command(
    data: DATA = Path("data/demo"),
    reset: Annotated[
        bool, typer.Option("--reset", help="見本の町を初めの状態に戻してから動かします")
    ] = False,
    only_settle: Annotated[
        bool, typer.Option("--only-settle", help="町を用意するだけで、サーバーは動かしません")
    ] = False,
) -> None:
    """見本市（架空の町）を用意して動かします。中の人物とやり取りはすべて架空です。"""
    # Never a database that the environment names: the town and its published password belong into this folder alone.
    settings = Settings(data_dir=data, database="", demo=True)
    if reset:
        for part in ("", "-wal", "-shm"):
            (data / f"yoriai.db{part}").unlink(missing_ok=True)
    try:
        data.mkdir(parents=True, exist_ok=True)
        settings.make_server_key()
        (data / MARK).touch()
    except OSError as error:
        typer.echo(f"起動できません：フォルダ {data} に書き込めません（{error.strerror}）。", err=True)
        raise typer.Exit(1) from error
    asyncio.run(bring_up(settings))
    town = asyncio.run(_settled(settings))
    if only_settle:
        typer.echo(_table(settings, town))
        return
    run(settings, announce=_table(settings, town))


async def _settled(settings: Settings) -> DemoTown:
    async with opened(settings.database_url) as store:
        return await settle(Works(store), clock())


def _table(settings: Settings, town: DemoTown) -> str:
    doors = "\n".join(f"  {listener.url}　（{_zone_name(listener.zone)}）" for listener in settings.listeners)
    people = "\n".join(
        f"  {person.login_id:<8}{person.name}　{person.department}　{person.hint}" for person in town.people
    )
    return (
        f"\n寄合　見本の町「{town.name}」\n\nひらく場所\n{doors}\n\n"
        f"ログインできる人（団体コード {town.code}、パスワードは全員 {town.password}）\n{people}\n"
    )


def _zone_name(zone: str) -> str:
    return "LGWAN" if zone == "lgwan" else "インターネット"
