"""`yoriai digest`: everything in the database in one line, so that two copies of it can be compared."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from yoriai.app.wiring import FEATURES
from yoriai.migrations import steps
from yoriai.platform.db.at_once import AtOnce
from yoriai.platform.db.at_rest import Unreadable, at_rest
from yoriai.platform.db.base import Base
from yoriai.platform.db.digest import TableDigest, Whole, digest_of, together
from yoriai.platform.db.move import connected
from yoriai.platform.db.store import path_of
from yoriai.platform.settings import Settings

EVERYTHING = [
    table for table in Base.metadata.sorted_tables
    if any(each.__tablename__ == table.name for feature in FEATURES for each in feature.tables)
]  # fmt: skip
"""All tables of the product, those that others lean on first."""


class OtherShape(Exception):
    """The tables are not those that this version knows."""


def digest_command(
    config: Annotated[Path | None, typer.Option("--config", "-c", help="設定ファイル（TOML）")] = None,
) -> None:
    """データベースの中身の要約（表ごとの行数と SHA-256）を表示します。控えや移した先と、同じかどうかをくらべられます。"""
    settings = Settings.load(config)
    try:
        found = asyncio.run(digests_at(settings.database_url))
    except OtherShape:
        typer.echo("要約できません：データベースの形がこの版と違います。", err=True)
        raise typer.Exit(1) from None
    except Unreadable as error:
        typer.echo(f"要約できません：表 {error} に読めない行があります。ファイルが壊れています。", err=True)
        raise typer.Exit(1) from None
    for each in sorted(found, key=lambda each: each.table):
        typer.echo(f"{each.digest[:16]}　{each.rows:>10,} 行　{each.table}")
    typer.echo(summary(found))


def summary(found: list[TableDigest]) -> str:
    rows = sum(each.rows for each in found)
    return f"全体の要約：{together(found)}（{len(found)} 表、{rows:,} 行）"


async def digests_at(url: str) -> list[TableDigest]:
    """What is there at one moment, whether or not a server goes on writing."""
    if url.startswith("sqlite:"):
        with at_rest(path_of(url)) as file:
            _is_ours(file.revision())
            return await _all_of(file)
    _is_ours(await steps.stands_at(url))
    async with connected(url) as connection:
        await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        return await _all_of(AtOnce(connection))


def _is_ours(revision: str | None) -> None:
    if revision != steps.newest():
        raise OtherShape


async def _all_of(whole: Whole) -> list[TableDigest]:
    return [await digest_of(whole, table) for table in EVERYTHING]
