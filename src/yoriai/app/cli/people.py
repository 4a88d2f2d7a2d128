"""`yoriai people`: take the roster of the personnel office over, and take the last import back."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from yoriai.app.cli.handing_over import NotHandedOver, hand_over
from yoriai.app.cli.sentences import sentence_of
from yoriai.kit.errors import Refused
from yoriai.kit.ids import uuid7
from yoriai.people.accounts.roster.difference import Difference, Notice
from yoriai.people.accounts.roster.faults import RosterWrong
from yoriai.people.accounts.roster.headings import Heading
from yoriai.people.accounts.roster.import_roster import (
    FirstPassword,
    HandOver,
    Imported,
    Wish,
    import_roster,
    refuse_faults,
    roster_in,
    try_roster,
)
from yoriai.people.accounts.roster.imports import Import, last_import
from yoriai.people.accounts.roster.ready import Target
from yoriai.people.accounts.roster.sheet import MOST_BYTES
from yoriai.people.accounts.roster.undo import undo
from yoriai.people.orgs.queries import UnknownBody, first_organization, only_tenant, tenant_of_code
from yoriai.platform.db.store import opened
from yoriai.platform.sentences import filled
from yoriai.platform.settings import Settings
from yoriai.platform.work.edge import Works

MOST_REMARKS = 20  # rows listed in the summary

people = typer.Typer(help="職員の名簿を扱います。", no_args_is_help=True)

Body = Annotated[str, typer.Option(help="団体コード。団体が一つなら要りません")]
Configured = Annotated[Path | None, typer.Option("--config", "-c", help="設定ファイル（TOML）")]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A file, and how it is to be read and taken over."""

    file: Path
    sheet: str
    named: Mapping[str, Heading]
    is_trial: bool
    is_stopping: bool
    keep: HandOver | None


@people.callback()
def about() -> None:
    """職員の名簿を扱います。"""


@people.command("import")
def import_command(  # noqa: PLR0913 each is a word of the command line
    file: Annotated[
        Path,
        typer.Argument(exists=True, dir_okay=False, help="名簿（Excel、または CSV。UTF-8 か Shift_JIS）"),
    ],
    *,
    tenant: Body = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="調べるだけで、何も書き込みません")] = False,
    mapping: Annotated[
        list[str] | None, typer.Option(help="列の意味。例：--mapping 社員コード=職員番号（何度でも）")
    ] = None,
    sheet: Annotated[str, typer.Option(help="Excel のシートの名前。なければ最初のシート")] = "",
    suspend_missing: Annotated[
        bool, typer.Option("--suspend-missing", help="名簿にない職員の利用を止めます")
    ] = False,
    first_passwords: Annotated[
        Path | None, typer.Option(help="新しい職員の最初のパスワードを書き出すファイル（CSV）")
    ] = None,
    config: Configured = None,
) -> None:
    """名簿を取り込みます。1人分でも誤りがあれば、誰も取り込みません。二度取り込んでも同じです。"""
    keep = partial(_keep, at=first_passwords) if first_passwords else None
    asked = _Asked(file, sheet, _named(mapping or []), dry_run, suspend_missing, keep)
    try:
        done = asyncio.run(_import(Settings.load(config), tenant, asked))
    except (Refused, NotHandedOver) as why:
        typer.echo("\n".join(_reasons(why)), err=True)
        raise typer.Exit(1) from why
    typer.echo("\n".join(_summary(done, is_trial=dry_run)))
    if done.added and first_passwords:
        typer.echo(
            f"最初のパスワードを {first_passwords} に書き出しました。本人に渡したあと、削除してください。"
        )


@people.command("undo")
def undo_command(*, tenant: Body = "", config: Configured = None) -> None:
    """最後の取込みを元に戻します。24時間以内で、そのあと何も変わっていないときだけです。"""
    try:
        file_name = asyncio.run(_undo(Settings.load(config), tenant))
    except Refused as why:
        typer.echo("\n".join(_reasons(why)), err=True)
        raise typer.Exit(1) from why
    if file_name is None:
        typer.echo("元に戻せる取込みがありません。", err=True)
        raise typer.Exit(1)
    typer.echo(f"「{file_name}」の取込みを元に戻しました。")


async def _import(settings: Settings, code: str, asked: _Asked) -> Imported:
    """Import into the body's first organization, or only say what would come of it."""
    with asked.file.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    async with opened(settings.database_url) as store:
        works = Works(store)
        target = await _target(works, settings, code)
        roster = await roster_in(data, sheet=asked.sheet, named=asked.named)
        if asked.is_trial:
            tried = await try_roster(works, target, roster)
            refuse_faults(tried.difference)
            return tried
        act = Import(uuid7(works.now()), asked.file.name)
        wish = Wish(act, is_stopping=asked.is_stopping, hand_over=asked.keep)
        return await import_roster(works, target, roster, wish)


async def _undo(settings: Settings, code: str) -> str | None:
    async with opened(settings.database_url) as store:
        works = Works(store)
        target = await _target(works, settings, code)
        async with works.writing() as work:
            last = await last_import(work, target.organization_id)
            if last is None:
                return None
            await undo(work, target, last.id)
            return last.file_name


async def _target(works: Works, settings: Settings, code: str) -> Target:
    async with works.reading() as work:
        tenant = await (tenant_of_code(work, code) if code else only_tenant(work))
        hall = await first_organization(work, tenant.id) if tenant else None
    if tenant is None or hall is None:
        raise UnknownBody(value=code)
    return Target(tenant.id, hall.id, settings.server_key())


def _named(words: Sequence[str]) -> Mapping[str, Heading]:
    """社員コード=職員番号, as it is typed."""
    found: dict[str, Heading] = {}
    for each in words:
        heading, _, meaning = each.rpartition("=")
        try:
            found[heading] = Heading(meaning)
        except ValueError:
            known = "、".join(Heading)
            raise typer.BadParameter(
                f"「{each}」は読み取れません。列の意味は次のどれかです：{known}"
            ) from None
    return found


def _keep(new: Sequence[FirstPassword], *, at: Path) -> None:
    if new:
        hand_over(new, at=at)


def _reasons(why: Refused | NotHandedOver) -> Iterator[str]:
    if isinstance(why, NotHandedOver):
        yield f"名簿を取り込みませんでした。{why}"
        return
    yield sentence_of(why)
    if isinstance(why, RosterWrong):
        for fault in why.faults:
            yield filled(str(fault["reason"]), dict(fault))


def _summary(done: Imported, *, is_trial: bool) -> Iterator[str]:
    found = done.difference
    counts = found.counts
    yield "調べました。まだ何も書き込んでいません。" if is_trial else "名簿を取り込みました。"
    yield (
        f"新規 {counts.new}人、変更 {counts.changed}人、異動 {counts.moved}人、"
        f"変更なし {counts.unchanged}人、名簿にない職員 {counts.missing}人"
    )
    if done.stopped:
        yield f"利用を止めた職員 {done.stopped}人"
    if counts.new and not is_trial and not done.added:
        yield "新しい職員の最初のパスワードは、まだありません。用紙は「職員」の画面から出せます。"
    yield from _looked_at(found, done.unknown_headings)


def _looked_at(found: Difference, unknown: Sequence[str]) -> Iterator[str]:
    if unknown:
        yield f"読まなかった列：{'、'.join(unknown)}"
    if found.new_units:
        yield f"新しくつくる所属：{'、'.join(found.new_units[:MOST_REMARKS])}"
    yield from _remarks("外字（ほかの端末では別の字に見えます）", found.private_use)
    yield from _remarks("姓と名の間に空白がない氏名（全体を姓としました）", found.unparted)
    yield from _remarks("所属コードと所属の名前が違います（コードの所属にしました）", found.unlike)


def _remarks(title: str, remarks: Sequence[Notice]) -> Iterator[str]:
    if not remarks:
        return
    yield f"{title}：{len(remarks)}件"
    for remark in remarks[:MOST_REMARKS]:
        yield f"  {remark.row}行目「{remark.column}」 {remark.value}"
    if len(remarks) > MOST_REMARKS:
        yield f"  ほか{len(remarks) - MOST_REMARKS}件"
