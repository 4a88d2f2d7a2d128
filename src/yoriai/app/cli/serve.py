"""`yoriai serve`: listen at every door until asked to stop."""

import asyncio
import errno
import gc
import json
import logging
import signal
import socket
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import structlog
import typer
import uvloop
from structlog.tracebacks import ExceptionDictTransformer

from yoriai.app.cli.migrate import NEWER
from yoriai.app.cli.obstacles import obstacles, too_many_bodies
from yoriai.app.cli.profile import count_bodies
from yoriai.app.cli.restored import FROM_ELSEWHERE
from yoriai.app.cli.workers import Parent
from yoriai.app.main import Beside, bind, build, doors_of, serve
from yoriai.migrations import steps
from yoriai.platform.db.restored import is_from_elsewhere
from yoriai.platform.outside.courtesy import take_short_turns
from yoriai.platform.settings import Settings
from yoriai.platform.work.edge import Works

CONFIG = Annotated[Path | None, typer.Option("--config", "-c", help="設定ファイル（TOML）")]
WORKERS = Annotated[
    int | None, typer.Option("--workers", min=1, max=64, help="この機械で動かすプロセスの数（設定より優先）")
]
BESIDE = Annotated[
    bool,
    typer.Option(
        "--beside-newer",
        help="次の版がデータベースを新しい形にしたあとでも、この版で動かします（一つ次の版と並べるときだけ）",
    ),
]
OLDER = "データベースの形が古いままです。先に yoriai migrate up を実行してください。"


def serve_command(config: CONFIG = None, *, workers: WORKERS = None, beside_newer: BESIDE = False) -> None:
    """サーバーを動かします。止めるときは Ctrl+C か SIGTERM です。"""
    settings = Settings.load(config)
    if workers is not None:
        settings = settings.model_copy(update={"workers": workers})
    found = obstacles(settings)
    if found:
        for each in found:
            typer.echo(f"起動できません：{each}", err=True)
        raise typer.Exit(1)
    stands = asyncio.run(steps.stands_at(settings.database_url))
    if stands != steps.newest() and not (beside_newer and steps.is_newer(stands)):
        typer.echo(f"起動できません：{NEWER if steps.is_newer(stands) else OLDER}", err=True)
        raise typer.Exit(1)
    if asyncio.run(is_from_elsewhere(settings.database_url)):
        typer.echo(f"起動できません：{FROM_ELSEWHERE}", err=True)
        raise typer.Exit(1)
    many = too_many_bodies(settings, asyncio.run(count_bodies(settings.database_url)))
    if many:
        typer.echo(f"起動できません：{many}", err=True)
        raise typer.Exit(1)
    run(settings)


def run(settings: Settings, announce: str = "", beside: Beside | None = None) -> None:
    """Bind, announce, serve, and run what is to run beside. A door that cannot be had is one clear line."""
    set_up_log(settings.log_level)
    try:
        doors = doors_of(settings, settings.workers)
    except OSError as error:
        why = (
            "ほかのプログラムが使っています"
            if error.errno == errno.EADDRINUSE
            else (error.strerror or "使えません")
        )
        names = "、".join(listener.bind for listener in settings.listeners)
        typer.echo(f"起動できません：受け口（{names}）を開けません。{why}。", err=True)
        raise typer.Exit(1) from error
    if announce:
        typer.echo(announce)
    for listener in settings.listeners:
        typer.echo(f"待ち受けています：{listener.url}（{listener.zone}）")
    # Thousands of sockets live long: looking through all of them at every turn would cost more than it frees.
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    take_short_turns()
    if settings.workers == 1:
        serve_at(settings, doors[0], beside)
        return
    typer.echo(f"{settings.workers} 個のプロセスで動かします。")
    sys.stdout.flush()  # what waits in it would be said by every child once more
    raise typer.Exit(Parent(partial(_one_of_many, settings), doors, linger=settings.drain_seconds).run())


def serve_at(settings: Settings, doors: Sequence[socket.socket], beside: Beside | None = None) -> None:
    """Serve at these doors until asked to end."""
    assembly = build(settings)
    uvloop.run(serve(assembly, bind(assembly, doors), beside))


def _one_of_many(settings: Settings, number: int, doors: Sequence[socket.socket], lifeline: int) -> None:
    structlog.contextvars.bind_contextvars(worker=number)

    async def as_long_as_the_parent_lives(_: Works) -> None:
        orphaned = asyncio.Event()
        asyncio.get_running_loop().add_reader(lifeline, orphaned.set)
        await orphaned.wait()
        signal.raise_signal(signal.SIGTERM)

    serve_at(settings, doors, as_long_as_the_parent_lives)


# What a terminal obeys, or what turns a line round, is written as its number: C1 and DEL, line and paragraph separators,
# and everything that sets the direction of letters. JSON itself does so with the other control characters.
_OBEYED = {at: f"\\u{at:04x}" for at in (*range(0x7F, 0xA0), 0x061C, *range(0x200E, 0x2010), *range(0x2028, 0x202F), *range(0x2066, 0x206A))}  # fmt: skip


def _one_line(event: object, **options: Any) -> str:  # noqa: ANN401 the logger's own options
    return json.dumps(event, ensure_ascii=False, **options).translate(_OBEYED)


def set_up_log(level: str) -> None:
    """One JSON line for each event on standard error. No message text, name or secret is ever given to it."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            # Where it happened, not with which values: those might be somebody's words.
            structlog.processors.ExceptionRenderer(ExceptionDictTransformer(show_locals=False)),
            structlog.processors.JSONRenderer(serializer=_one_line),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
