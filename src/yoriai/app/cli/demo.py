"""`yoriai demo`: a small town in a directory of its own, ready to look round."""

import asyncio
from pathlib import Path
from random import Random
from typing import Annotated

import typer

from yoriai.app.cli.migrate import bring_up
from yoriai.app.cli.obstacles import MARK
from yoriai.app.cli.serve import run
from yoriai.app.demo import DemoPerson, DemoTown, settle
from yoriai.app.demo.live import keep_talking
from yoriai.app.demo.sample_roster import sample_roster
from yoriai.app.demo.setting import setting
from yoriai.platform.db.store import opened
from yoriai.platform.settings import Settings
from yoriai.platform.work.edge import Works, clock

DATA = Annotated[Path, typer.Option("--data", help="見本の町を置くフォルダ")]


def demo_command(
    data: DATA = Path("data/demo"),
    *,
    reset: Annotated[
        bool, typer.Option("--reset", help="見本の町を初めの状態に戻してから動かします")
    ] = False,
    only_settle: Annotated[
        bool, typer.Option("--only-settle", help="町を用意するだけで、サーバーは動かしません")
    ] = False,
    live: Annotated[
        bool, typer.Option("--live", help="動かしている間、町の人が数秒おきに話し続けます")
    ] = False,
    roster: Annotated[
        Path | None, typer.Option(help="取込みを試すための名簿（CSV）をこの名前で書き出して終わります")
    ] = None,
) -> None:
    """見本市（架空の町）を用意して動かします。中の人物とやり取りはすべて架空です。"""
    if roster is not None:
        write_sample(roster)
        return
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
    run(settings, announce=_table(settings, town), beside=_talking if live else None)


def write_sample(roster: Path) -> None:
    """Write a roster to try the import with. An existing file stays as it is."""
    try:
        with roster.open("xb") as file:
            file.write(sample_roster())
    except OSError as error:
        typer.echo(f"書き出せません：{roster}（{error.strerror}）", err=True)
        raise typer.Exit(1) from error
    typer.echo(
        f"取込みを試すための名簿（人事異動のあとの見本市、UTF-8）を {roster} に書き出しました。中の人はすべて架空です。"
    )


async def _talking(works: Works) -> None:
    await keep_talking(works, setting(), Random())  # noqa: S311 no secret hangs on what they say


async def _settled(settings: Settings) -> DemoTown:
    async with opened(settings.database_url) as store:
        return await settle(Works(store), clock(), key=settings.server_key())


def _table(settings: Settings, town: DemoTown) -> str:
    doors = "\n".join(f"  {listener.url}　（{_zone_name(listener.zone)}）" for listener in settings.listeners)
    people = "\n".join(_line(person) for person in town.people)
    neighbours = "\n".join(f"{_line(person)}　（団体コード {person.code}）" for person in town.neighbours)
    second = "\n".join(f"  {login_id:<6}  {secret}" for login_id, secret in town.second_factor)
    return (
        f"\n寄合　見本の町「{town.name}」\n\nひらく場所\n{doors}\n\n"
        f"ログインできる人（団体コード {town.code}、パスワードは全員 {town.password}）\n{people}\n\n"
        f"ほかの団体の人（パスワードは同じ）\n{neighbours}\n\n"
        f"庁外のゲスト（インターネット側で。パスワードは同じ）\n{_line(town.guest)}\n\n"
        f"二要素認証を使う人（アプリに入れるキー。アプリがなければ yoriai second-factor code キー で、いまの6けた）\n{second}\n\n"
        f"まだ一度もログインしていない人：{town.waiting.name}　{town.waiting.department}\n"
        f"用紙のリンク（一度だけ使えます）　{settings.listeners[0].url}/{town.waiting.hint}\n"
    )


def _line(person: DemoPerson) -> str:
    return f"  {person.login_id:<6}  {person.name}　{person.department}　{person.hint}"


def _zone_name(zone: str) -> str:
    return "LGWAN" if zone == "lgwan" else "インターネット"
