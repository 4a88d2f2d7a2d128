"""`yoriai profile`: which network model is in force here, and what each of them decides."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import func, select

from yoriai.app.cli.obstacles import SIDES
from yoriai.people.orgs.models import Tenant
from yoriai.people.zones.profile import NAMES, Profile, profile_of
from yoriai.platform.db.store import opened
from yoriai.platform.settings import Settings


def profile_command(
    name: Annotated[str, typer.Argument(help="説明を見るモデル。書かなければ、設定にあるもの")] = "",
    *,
    every: Annotated[bool, typer.Option("--all", help="すべてのモデルを説明します")] = False,
    config: Annotated[Path | None, typer.Option("--config", "-c", help="設定ファイル（TOML）")] = None,
) -> None:
    """この環境で効いているネットワークのモデル（α、α′、β、β′）と、その決まりを説明します。"""
    settings = Settings.load(config)
    asked = NAMES if every else (name or settings.profile,)
    for each in asked:
        profile = profile_of(each)
        if profile is None:
            known = "、".join(NAMES)
            typer.echo(
                f"「{each}」という名前のモデルはありません。{known} のどれかを書いてください。", err=True
            )
            raise typer.Exit(1)
        typer.echo("\n".join(_explained(each, profile, settings)))


def _explained(name: str, profile: Profile, settings: Settings) -> Iterator[str]:
    here = "（この環境の設定）" if name == settings.profile else ""
    yield f"{name}　{profile.title}{here}"
    yield f"  {profile.about}"
    for point in profile.points:
        yield f"  {'済' if point.in_force else '未'}　{point.what}：{point.says}"
    if name == settings.profile:
        for listener in settings.listeners:
            yield f"  受け口　{SIDES[listener.zone]}：{listener.url}"  # pyright: ignore[reportArgumentType] a Zone is its word
    yield ""


async def count_bodies(database_url: str) -> int:
    """How many bodies this installation holds."""
    async with opened(database_url) as store, store.reading() as session:
        return await session.scalar(select(func.count()).select_from(Tenant)) or 0
