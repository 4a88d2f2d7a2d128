"""`yoriai body`: what other bodies are told of a body of this installation."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from yoriai.app.cli.sentences import sentence_of
from yoriai.kit.errors import Refused
from yoriai.people.orgs.bodies.describe import Description, NoSuchBody, describe
from yoriai.people.orgs.models import TenantKind
from yoriai.people.orgs.queries import only_tenant, tenant_of_code
from yoriai.platform.db.store import opened
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.settings import Settings
from yoriai.platform.work.edge import Works


def body_command(
    *,
    tenant: Annotated[str, typer.Option(help="団体コード。団体が一つなら要りません")] = "",
    kind: Annotated[TenantKind | None, typer.Option(help="団体の種別")] = None,
    prefecture: Annotated[
        str | None, typer.Option(help="都道府県（例：滋賀県）。全国の団体なら空にします")
    ] = None,
    population: Annotated[int | None, typer.Option(min=0, max=200_000_000, help="人口（人）")] = None,
    config: Annotated[Path | None, typer.Option("--config", "-c", help="設定ファイル（TOML）")] = None,
) -> None:
    """団体の種別・都道府県・人口を入れます。ほかの団体の一覧に出るもので、画面からは変えられません。"""
    settings = Settings.load(config)
    try:
        name = asyncio.run(_describe(settings, tenant, Description(kind, prefecture, population)))
    except Refused as refused:
        typer.echo(sentence_of(refused), err=True)
        raise typer.Exit(1) from refused
    typer.echo(f"団体「{name}」の種別などを入れました。")


async def _describe(settings: Settings, code: str, words: Description) -> str:
    async with opened(settings.database_url) as store, Works(store).writing(Cause()) as work:
        found = await (tenant_of_code(work, code) if code else only_tenant(work))
        if found is None:
            raise NoSuchBody(value=code)
        await describe(work, found.id, words)
        return found.name
