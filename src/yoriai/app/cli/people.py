"""`yoriai people import`: take the roster of the personnel office over."""

import asyncio
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from yoriai.app.cli.handing_over import NotHandedOver, hand_over
from yoriai.app.cli.sentences import filled, sentence_of
from yoriai.kit.errors import Refused
from yoriai.people.accounts.roster.entries import Remark
from yoriai.people.accounts.roster.faults import RosterWrong
from yoriai.people.accounts.roster.import_roster import (
    FirstPassword,
    HandOver,
    Imported,
    import_roster,
    try_roster,
)
from yoriai.people.accounts.roster.read import MOST_BYTES
from yoriai.people.accounts.roster.write import Target
from yoriai.people.orgs.queries import UnknownBody, first_organization, only_tenant, tenant_of_code
from yoriai.platform.db.store import opened
from yoriai.platform.settings import Settings
from yoriai.platform.work.edge import Works

MOST_REMARKS = 20  # rows listed in the summary

people = typer.Typer(help="職員の名簿を扱います。", no_args_is_help=True)


@people.callback()
def about() -> None:
    """職員の名簿を扱います。"""


@people.command("import")
def import_command(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="名簿（CSV。UTF-8 か Shift_JIS）")
    ],
    *,
    tenant: Annotated[str, typer.Option(help="団体コード。団体が一つなら要りません")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="調べるだけで、何も書き込みません")] = False,
    first_passwords: Annotated[
        Path | None, typer.Option(help="新しい職員の最初のパスワードを書き出すファイル（CSV）")
    ] = None,
    config: Annotated[Path | None, typer.Option("--config", "-c", help="設定ファイル（TOML）")] = None,
) -> None:
    """名簿を取り込みます。1人分でも誤りがあれば、誰も取り込みません。二度取り込んでも同じです。"""
    with file.open("rb") as roster:
        data = roster.read(MOST_BYTES + 1)
    keep = partial(_keep, at=first_passwords)
    try:
        done = asyncio.run(_run(Settings.load(config), tenant, data, None if dry_run else keep))
    except RosterWrong as wrong:
        typer.echo("\n".join(_faults(wrong)), err=True)
        raise typer.Exit(1) from wrong
    except Refused as refused:
        typer.echo(sentence_of(refused), err=True)
        raise typer.Exit(1) from refused
    except NotHandedOver as why:
        typer.echo(f"名簿を取り込みませんでした。{why}", err=True)
        raise typer.Exit(1) from why
    typer.echo("\n".join(_summary(done, is_trial=dry_run)))
    if done.added and first_passwords and not dry_run:
        typer.echo(
            f"最初のパスワードを {first_passwords} に書き出しました。本人に渡したあと、削除してください。"
        )


async def _run(settings: Settings, code: str, data: bytes, keep: HandOver | None) -> Imported:
    """Import into the body's first organization; without `keep` only say what would come of it."""
    async with opened(settings.database_url) as store:
        works = Works(store)
        async with works.reading() as work:
            tenant = await (tenant_of_code(work, code) if code else only_tenant(work))
            hall = await first_organization(work, tenant.id) if tenant else None
        if tenant is None or hall is None:
            raise UnknownBody(value=code)
        target = Target(tenant.id, hall.id, settings.server_key())
        if keep is None:
            return await try_roster(works, target, data)
        return await import_roster(works, target, data, hand_over=keep)


def _keep(new: Sequence[FirstPassword], *, at: Path | None) -> None:
    if not new:
        return
    if at is None:
        raise NotHandedOver(
            f"新しい職員が{len(new)}人います。最初のパスワードを書き出すファイルを --first-passwords で決めてください。"
        )
    hand_over(new, at=at)


def _faults(wrong: RosterWrong) -> Iterator[str]:
    yield sentence_of(wrong)
    for fault in wrong.faults:
        yield filled(fault.reason, fault.as_detail())


def _summary(done: Imported, *, is_trial: bool) -> Iterator[str]:
    yield "調べました。まだ何も書き込んでいません。" if is_trial else "名簿を取り込みました。"
    yield f"新しい職員 {len(done.added)}人、変わる職員 {done.changed}人、そのままの職員 {done.unchanged}人"
    if done.unknown_headings:
        yield f"読まなかった列：{'、'.join(done.unknown_headings)}"
    yield from _remarks("外字（ほかの端末では別の字に見えます）", done.private_use)
    yield from _remarks("姓と名の間に空白がない氏名（全体を姓としました）", done.unparted)


def _remarks(title: str, remarks: Sequence[Remark]) -> Iterator[str]:
    if not remarks:
        return
    yield f"{title}：{len(remarks)}件"
    for remark in remarks[:MOST_REMARKS]:
        yield f"  {remark.row}行目「{remark.column}」 {remark.value}"
    if len(remarks) > MOST_REMARKS:
        yield f"  ほか{len(remarks) - MOST_REMARKS}件"
