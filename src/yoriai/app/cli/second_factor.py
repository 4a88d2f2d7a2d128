"""`yoriai second-factor reset`: for the day on which nobody is left who may do it in the browser."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import select

from yoriai.app.cli.sentences import sentence_of
from yoriai.kit.errors import NotFound, Refused
from yoriai.kit.text import as_code, clean
from yoriai.people.accounts.history import Act
from yoriai.people.accounts.models import Account
from yoriai.people.orgs.queries import UnknownBody, only_tenant, tenant_of_code
from yoriai.people.sessions.second_factor import codes
from yoriai.people.sessions.second_factor.keep import MOST_REASON, take_from
from yoriai.platform.db.store import opened
from yoriai.platform.settings import Settings
from yoriai.platform.work.edge import Works, clock

second_factor = typer.Typer(help="二要素認証を扱います。", no_args_is_help=True)


@second_factor.callback()
def about() -> None:
    """二要素認証を扱います。"""


@second_factor.command("reset")
def reset_command(
    login_id: Annotated[str, typer.Argument(help="職員番号")],
    *,
    reason: Annotated[
        str, typer.Option(prompt="理由（本人と履歴に残ります）", help="理由。本人と履歴に残ります")
    ],
    tenant: Annotated[str, typer.Option(help="団体コード。団体が一つなら要りません")] = "",
    config: Annotated[Path | None, typer.Option("--config", "-c", help="設定ファイル（TOML）")] = None,
) -> None:
    """なくした人の二要素認証を取り消します。その人の端末は、すべてログアウトします。"""
    try:
        name = asyncio.run(_reset(Settings.load(config), tenant, login_id, reason))
    except NotFound as why:
        typer.echo("その職員番号の人がいないか、二要素認証を使っていません。", err=True)
        raise typer.Exit(1) from why
    except Refused as why:
        typer.echo(sentence_of(why), err=True)
        raise typer.Exit(1) from why
    typer.echo(f"{name}さんの二要素認証を取り消しました。必要な人は、次のログインでもう一度設定します。")


@second_factor.command("code")
def code_command(key: Annotated[str, typer.Argument(help="アプリに入れるキー")]) -> None:
    """アプリの代わりに、いまの確認コードを表示します。見本の町を試すときに使います。"""
    try:
        typer.echo(codes.current(as_code(key).upper(), clock()))
    except ValueError as why:
        typer.echo("キーを読み取れません。A から Z と 2 から 7 の文字です。", err=True)
        raise typer.Exit(1) from why


async def _reset(settings: Settings, code: str, login_id: str, reason: str) -> str:
    """Take it from them, as an act of the server's operator; their name."""
    said = clean(reason, field="reason", most=MOST_REASON)
    async with opened(settings.database_url) as store, Works(store).writing() as work:
        body = await (tenant_of_code(work, code) if code else only_tenant(work))
        if body is None:
            raise UnknownBody(value=code)
        theirs = select(Account).where(
            Account.tenant_id == body.id, Account.login_id == as_code(login_id).upper()
        )
        account = await work.session.scalar(theirs)
        if account is None:
            raise NotFound
        await take_from(work, Act(body.id, None), account.id, reason=said)
        return f"{account.family} {account.given}".strip()
