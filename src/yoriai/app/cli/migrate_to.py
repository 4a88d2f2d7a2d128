"""`yoriai migrate-to`: everything of one machine into a database that several machines can share."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from yoriai.app.cli.digest import EVERYTHING, summary
from yoriai.migrations import steps
from yoriai.platform.db.at_rest import AtRest, at_rest, is_held
from yoriai.platform.db.digest import TableDigest
from yoriai.platform.db.move import NotMoved, Why, examine, move
from yoriai.platform.db.store import path_of
from yoriai.platform.settings import Settings

NOTHING_MOVED = "\n元のデータベースには触れていません。移す先にも、（空の表のほかは）何も書いていません。直したら、もう一度同じ命令を動かします。"
WORDS = {
    Why.UNREACHABLE: "移す先の PostgreSQL につながらないか、途中で切れました（{}）。アドレス、利用者、パスワード、網の許可を確かめてください。",
    Why.TOO_OLD: "移す先の PostgreSQL が古い版（{}）です。15 以上が要ります。",
    Why.NOT_UTF8: "移す先の文字コードが UTF-8 ではありません。createdb --encoding=UTF8 --template=template0 でつくり直してください。",
    Why.NOT_EMPTY: "移す先が空ではありません（{}）。新しい空のデータベースを用意してください。中身のあるところには移しません。",
    Why.IN_USE: "移す先を、ほかのプログラムが使っています。移す先で yoriai serve を動かしていないか、確かめてください。前の移しかけが途中で切れたばかりなら、少し待ちます。",
    Why.REFUSED_ROWS: "移す先が受け付けない行がありました（{}）。この表を確かめるため、開発元に知らせてください。",
    Why.DIFFERENT: "写したものが元と違いました（{}）。移す先の機械とディスクを確かめてください。",
    Why.WRITTEN_MEANWHILE: "写している間に、元のデータベースに書き込みがありました。サーバーを止めてから動かしてください。",
}


def migrate_to_command(
    target: Annotated[str, typer.Argument(help="移す先（postgresql://利用者@ホスト/名前）")],
    config: Annotated[Path | None, typer.Option("--config", "-c", help="いまの設定ファイル（TOML）")] = None,
) -> None:
    """組込みデータベースの中身を、すべて空の PostgreSQL に移します。サーバーを止めてから動かします。"""
    settings = Settings.load(config)
    _refuse_target(target)
    file = _source(settings)
    try:
        with at_rest(file) as source:
            _refuse_shape(source)
            sent = asyncio.run(_move(source, target))
    except NotMoved as error:
        raise _refusal(WORDS[error.why].format(error.what) + NOTHING_MOVED) from error
    typer.echo(f"移し終えて、元と同じであることを確かめました。\n{summary(sent)}\n")
    typer.echo(_what_now(settings, target, file))


async def _move(source: AtRest, target: str) -> list[TableDigest]:
    await examine(target, EVERYTHING, steps.newest())
    await steps.up(target)
    rows = sum(source.count(table) for table in EVERYTHING)
    typer.echo(f"写します：{len(EVERYTHING)} 表、{rows:,} 行")

    def told(table: str, rows: int) -> None:
        if rows:
            typer.echo(f"　写しました　{table}　{rows:,} 行")

    return await move(source, target, EVERYTHING, told)


def _refuse_shape(source: AtRest) -> None:
    if source.revision() != steps.newest():
        raise _refusal("元のデータベースの形が古いままです。先に yoriai migrate up を実行してください。")


def _refuse_target(target: str) -> None:
    try:
        is_right = make_url(target).get_backend_name() == "postgresql" and make_url(target).database
    except ArgumentError:
        is_right = False
    if not is_right:
        raise _refusal("移す先は postgresql://利用者@ホスト/名前 の形で書いてください。")


def _source(settings: Settings) -> Path:
    """The file to move from, when nobody uses it."""
    if not settings.database_url.startswith("sqlite:"):
        raise _refusal(
            "いまの設定は、すでに PostgreSQL を使っています。移せるのは組込みデータベースからだけです。"
        )
    file = path_of(settings.database_url)
    if not file.is_file():
        raise _refusal(f"元のデータベース {file} がありません。設定の data_dir を確かめてください。")
    if is_held(file):
        raise _refusal(
            f"元のデータベース {file} を、ほかのプログラムが開いています。yoriai serve などを止めてから動かしてください。"
        )
    return file


def _what_now(settings: Settings, target: str, file: Path) -> str:
    address = make_url(target).render_as_string(hide_password=True).replace("***", "（パスワード）")
    return (
        "このあとにすること：\n"
        "1. 設定ファイルの database を、次の一行にします（パスワードが要るときは、利用者のあとに :パスワード を書きます）。\n"
        f'     database = "{address}"\n'
        f"2. data_dir（{settings.data_dir}）は、そのままにします。鍵 {settings.key_file} は移していません。"
        "ほかの機械でも動かすときは、この鍵を同じ場所に写します（持ち主だけが読めるように）。\n"
        "3. yoriai doctor で確かめてから、サーバーを起動します。ログインしている人は、そのまま続けられます。\n"
        f"4. 元の {file} は、間違えて使われないように名前を変えて、控えとしてしばらく残します。"
    )


def _refusal(sentence: str) -> typer.Exit:
    typer.echo(f"移しませんでした：{sentence}", err=True)
    return typer.Exit(1)
