"""`yoriai audit pack` and `verify --pack`: make a pack for an audit at the machine, and look one through anywhere."""

import asyncio
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import mkstemp
from typing import Annotated, Final
from uuid import UUID

import typer

from yoriai.app.cli.sentences import sentence_of
from yoriai.app.wiring import FEATURES
from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Refused
from yoriai.kit.ids import uuid7
from yoriai.kit.text import on_one_line
from yoriai.people.orgs.queries import UnknownBody, only_tenant, tenant_of_code
from yoriai.platform.db.store import opened
from yoriai.platform.settings import Settings
from yoriai.platform.work.edge import Works
from yoriai.platform.work.home import Home
from yoriai.watch.audit.exporting import TooManyRows, reason_in
from yoriai.watch.audit.packs.asking import check_days
from yoriai.watch.audit.packs.build import Built, Wanted, build
from yoriai.watch.audit.packs.extract import most_of
from yoriai.watch.audit.packs.facts import PackAsked, PackMade
from yoriai.watch.audit.packs.installation import installation_of
from yoriai.watch.audit.packs.models import AuditPack, State
from yoriai.watch.audit.packs.packing import SUMS
from yoriai.watch.audit.packs.policy import MOST_ENTRIES
from yoriai.watch.audit.packs.scope import Days
from yoriai.watch.audit.packs.verifying import Look, Wrong, look_through

WRONG: Final = {
    Wrong.NO_PACK: "監査パックではないか、壊れています。{where}",
    Wrong.FILE: "{where} が、ないか、付け足されたか、書き換えられています。",
    Wrong.CHAIN: "監査の記録の{where}番がないか、書き換えられているか、前の行から続いていません。",
}
NOT_SHOWN: Final = (
    "ここまでは、このファイルだけで分かることです。表は、要約ごと作り直せます。表が作られたときのままか、期間の記録がこれで"
    "全部か、全部を作り直したものでないかは、作ったサーバーの監査の記録の「監査パックを作った」の行にある要約を、次とくらべて"
    "ください。"
)


@dataclass(frozen=True, slots=True)
class _Asked:
    file: Path
    tenant: str
    reason: str
    first: datetime
    last: datetime


def pack_command(  # noqa: PLR0913 each is a word of the command line
    file: Annotated[Path, typer.Argument(dir_okay=False, help="作るファイル（.zip）")],
    *,
    reason: Annotated[str, typer.Option(help="作る理由。記録に残ります")],
    first: Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"], help="この日から")],
    last: Annotated[datetime, typer.Option("--to", formats=["%Y-%m-%d"], help="この日まで")],
    tenant: Annotated[str, typer.Option(help="団体コード。団体が一つなら要りません")] = "",
    config: Annotated[Path | None, typer.Option("--config", "-c", help="設定ファイル（TOML）")] = None,
) -> None:
    """監査に渡す一つの ZIP（監査パック）を作ります。やり取りの言葉は入りません。ファイルは、作った利用者だけが読めます。"""
    if file.suffix != ".zip":
        raise typer.BadParameter("ファイル名は .zip で終わるようにしてください。")
    if file.exists():
        raise typer.BadParameter(f"{file} はすでにあります。別の名前にしてください。")
    try:
        asked = _Asked(file, tenant, reason_in(reason), first, last)
        built = asyncio.run(_make(Settings.load(config), asked))
    except Refused as why:
        typer.echo(sentence_of(why), err=True)
        raise typer.Exit(1) from why
    typer.echo(f"{built.files}個のファイルと、{built.entries:,}件の記録を {file} に入れました。")
    typer.echo(f"SHA-256 {built.digest}")


def verify_pack(file: Path) -> None:
    """Say what a pack shows by itself, and what it does not."""
    look = look_through(file)
    typer.echo(said_of(look))
    if look.wrong is not None:
        raise typer.Exit(1)
    typer.echo(NOT_SHOWN)
    typer.echo(f"SHA-256 {look.digest}")


def said_of(look: Look) -> str:
    """What was found, in one line for each thing."""
    if look.wrong is not None:
        return f"異常　{WRONG[look.wrong].format(where=on_one_line(look.where))}".rstrip()
    lines = [
        f"良好　{on_one_line(look.body)}：{look.files}個のファイルは、どれも {SUMS} の要約と合っています。"
    ]
    if look.first is None:
        lines.append("良好　監査の記録：この期間には一件もありません。")
    else:
        lines.append(
            f"良好　監査の記録：{look.first:,}番から{look.last:,}番まで、{look.entries:,}件がつながっています。"
        )
    lines += [
        f"欠け　{first:,}番から{last:,}番までは、作ったときにありませんでした。" for first, last in look.gaps
    ]
    return "\n".join(lines)


async def _make(settings: Settings, asked: _Asked) -> Built:
    async with opened(settings.database_url) as store:
        works = Works(store, home=Home(settings.data_dir, settings.server_key))
        wanted = Wanted(
            days=await _days(works, asked),
            reason=asked.reason,
            installation=installation_of(settings, FEATURES),
        )
        opened_file, beside = _beside(asked.file)
        try:
            with os.fdopen(opened_file, "w+b") as made:
                built = await build(works, wanted, made)
            await _note(works, wanted, built)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        beside.rename(asked.file)  # only what the log knows of gets its name
        return built


def _beside(file: Path) -> tuple[int, Path]:
    """A new file of nobody else, under a name that nobody knows before: in a folder where others write, too, they could
    have put a file or a link of theirs where this one shall be."""
    opened_file, name = mkstemp(suffix=".part", dir=file.parent)
    return opened_file, Path(name)


async def _days(works: Works, asked: _Asked) -> Days:
    async with works.reading() as work:
        body = await (tenant_of_code(work, asked.tenant) if asked.tenant else only_tenant(work))
        if body is None:
            raise UnknownBody(value=asked.tenant)
        days = Days(body.id, asked.first.date(), asked.last.date())
        check_days(days.first, days.last, day_in_japan(work.now))
        if await most_of(work, days) > MOST_ENTRIES:
            raise TooManyRows(most=MOST_ENTRIES)
    return days


async def _note(works: Works, wanted: Wanted, built: Built) -> UUID:
    """That it was made stands in the log before the file has its name; nobody but the operator has it."""
    async with works.writing() as work:
        days = wanted.days
        pack = AuditPack(
            id=uuid7(work.now),
            tenant_id=days.tenant_id,
            asker_id=None,
            asked_at=work.now,
            reason=wanted.reason,
            first=days.first,
            last=days.last,
            installation=wanted.installation,
            state=State.GONE,
            ends_at=work.now,
            made_at=work.now,
            size=built.size,
            digest=built.digest,
            entries=built.entries,
        )
        work.session.add(pack)
        names = {"tenant_id": pack.tenant_id, "pack_id": pack.id}
        work.state(PackAsked(**names, first=days.first, last=days.last), by=None)
        made = PackMade(**names, files=built.files, entries=built.entries, digest=built.digest)
        work.state(made, by=None)
    return pack.id
