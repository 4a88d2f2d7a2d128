"""`yoriai audit`: look the audit log through, and take it out as a file, beside a running server or without one."""

import asyncio
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Final, Literal
from uuid import UUID

import typer
from sqlalchemy import select

from yoriai.app.cli.audit_packs import pack_command, verify_pack
from yoriai.app.cli.sentences import sentence_of
from yoriai.kit.errors import Refused
from yoriai.people.orgs.models import Tenant
from yoriai.people.orgs.queries import UnknownBody, only_tenant, tenant_of_code
from yoriai.platform.db.store import opened
from yoriai.platform.settings import Settings
from yoriai.platform.work.edge import Works
from yoriai.platform.work.home import Home
from yoriai.watch.audit import exporting
from yoriai.watch.audit.checking import Finding, Trouble, chains, check
from yoriai.watch.audit.jobs import keep_finding
from yoriai.watch.audit.kept_heads import begin_again
from yoriai.watch.audit.queries import Filter

NOBODYS_NAME: Final = "どの団体のものでもない記録"
WRONG: Final = {
    Trouble.ARCHIVE: "{number}件目からの記録を移したファイルがないか、書き換えられています。",
    Trouble.MISSING: "{number}件目がありません。",
    Trouble.CHANGED: "{number}件目が書き換えられているか、並べ替えられています。",
    Trouble.CUT: "{number}件目から後が切り取られています。",
    Trouble.BEYOND: "{number}件目が、あとから付け足されています。",
    Trouble.OTHERWISE: "{number}件目までが、控えておいた要約と違います。つくり直された記録です。",
    Trouble.FORGED: "控えのファイル audit/heads.jsonl の{number}行目が、この設置の鍵で書かれたものではありません。",
    Trouble.UNTOLD: "行われたのに、記録のない操作があります。",
}

audit = typer.Typer(help="監査の記録を確かめ、書き出します。", no_args_is_help=True)
Configured = Annotated[Path | None, typer.Option("--config", "-c", help="設定ファイル（TOML）")]
Body = Annotated[str, typer.Option(help="団体コード。団体が一つなら要りません")]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which rows are to go out, as what, and why."""

    wanted: Filter
    kind: exporting.Kind
    reason: str


@audit.callback()
def about() -> None:
    """監査の記録を確かめ、書き出します。"""


@audit.command("verify")
def verify_command(
    *,
    pack: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="監査パック（ZIP）だけを確かめます")
    ] = None,
    config: Configured = None,
) -> None:
    """すべての記録が、書かれたときのまま、欠けずに並んでいるかを確かめます。違っていれば終了コード 1 で終わります。"""
    if pack is not None:
        verify_pack(pack)
        return
    found = asyncio.run(_verify(Settings.load(config)))
    for name, finding in found:
        typer.echo(said_of(name, finding))
    if not found:
        typer.echo("監査の記録は、まだ一件もありません。")
    if not all(finding.is_whole for _, finding in found):
        raise typer.Exit(1)


@audit.command("export")
def export_command(  # noqa: PLR0913 each is a word of the command line
    file: Annotated[Path, typer.Argument(dir_okay=False, help="書き出すファイル（.csv か .jsonl）")],
    *,
    reason: Annotated[str, typer.Option(help="書き出す理由。記録に残ります")],
    first: Annotated[datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], help="この日から")] = None,
    last: Annotated[datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="この日まで")] = None,
    tenant: Body = "",
    config: Configured = None,
) -> None:
    """監査の記録を書き出します。ファイルは、本人（書き出した利用者）だけが読めます。"""
    if file.suffix not in (".csv", ".jsonl"):
        raise typer.BadParameter("ファイル名は .csv か .jsonl で終わるようにしてください。")
    if file.exists():
        raise typer.BadParameter(f"{file} はすでにあります。別の名前にしてください。")
    wanted = Filter(first=_day(first), last=_day(last))
    kind: Literal["csv", "jsonl"] = "csv" if file.suffix == ".csv" else "jsonl"
    try:
        content, count = asyncio.run(_export(Settings.load(config), tenant, _Asked(wanted, kind, reason)))
    except Refused as why:
        typer.echo(sentence_of(why), err=True)
        raise typer.Exit(1) from why
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as made:
        made.write(content)
    typer.echo(f"{count:,}件を {file} に書き出しました。")


audit.command("pack")(pack_command)


@audit.command("after-restore")
def after_restore_command(*, config: Configured = None) -> None:
    """控えから戻したあとに、監査の記録を、いまの終わりから続けます。失われた件数は、監査の記録に残ります。"""
    lost = asyncio.run(_begin_again(Settings.load(config)))
    if not lost:
        typer.echo("失われた記録はありません。続けるための操作は要りません。")
        return
    for name, count in lost:
        typer.echo(f"{name}：{count:,}件が失われています。いまの終わりから続けます。")


async def _begin_again(settings: Settings) -> list[tuple[str, int]]:
    async with opened(settings.database_url) as store:
        home = Home(settings.data_dir, settings.server_key)
        works = Works(store, home=home)
        lost = await begin_again(works, home)
        names = await _names(works)
    return [(_name(names, which), count) for which, count in lost.items()]


def said_of(name: str, finding: Finding) -> str:
    """One line of the report."""
    if finding.trouble is None:
        return f"良好　{name}：{finding.entries:,}件。書き換えも、欠けも、ありません。"
    number = f"{finding.number:,}" if finding.number is not None else ""
    return f"異常　{name}：{WRONG[finding.trouble].format(number=number)}（{finding.entries:,}件まで確かめました）"


async def _verify(settings: Settings) -> list[tuple[str, Finding]]:
    async with opened(settings.database_url) as store:
        works = Works(store, home=Home(settings.data_dir, settings.server_key))
        names = await _names(works)
        found = [(_name(names, which), await check(works, which)) for which in await chains(works)]
        await _keep(works, [finding for _, finding in found])
    return found


async def _names(works: Works) -> dict[UUID, str]:
    async with works.reading() as work:
        bodies = await work.session.execute(select(Tenant.id, Tenant.name))
        return {which: name for which, name in bodies}  # noqa: C416 rows are no pairs to the type checker


async def _keep(works: Works, findings: Iterable[Finding]) -> None:
    for finding in findings:
        await keep_finding(works, finding)


def _name(names: dict[UUID, str], which: UUID) -> str:
    return names.get(which) or (NOBODYS_NAME if which.int == 0 else f"いまはない団体 {which}")


async def _export(settings: Settings, code: str, asked: _Asked) -> tuple[bytes, int]:
    why = exporting.reason_in(asked.reason)
    async with opened(settings.database_url) as store:
        works = Works(store)
        async with works.reading() as work:
            body = await (tenant_of_code(work, code) if code else only_tenant(work))
            if body is None:
                raise UnknownBody(value=code)
            rows = await exporting.rows_for(work, body.id, asked.wanted)
        content = await exporting.file_of(rows, asked.kind)
        async with works.writing() as work:
            exporting.note_export(work, body.id, why, by=None, entries=len(rows))
    return content, len(rows)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
