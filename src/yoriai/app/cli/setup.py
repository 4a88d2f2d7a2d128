"""`yoriai setup`: the first body of an installation and its owner, with a link that works once."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from yoriai.app.cli.migrate import bring_up
from yoriai.app.cli.sentences import sentence_of
from yoriai.kit.errors import Refused
from yoriai.people.accounts.appoint import Owner, appoint_owner
from yoriai.people.orgs.set_up import Body, found
from yoriai.people.zones.profile import Profile, profile_of
from yoriai.people.zones.zone import Zone
from yoriai.platform.db.store import opened
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.settings import Settings
from yoriai.platform.work.edge import Works
from yoriai.talk.rooms.labels import Labels


def setup_command(  # noqa: PLR0913 each option is one question to the operator
    *,
    code: Annotated[
        str, typer.Option(prompt="団体コード（半角英小文字、例：mihon）", help="団体コード（例：mihon）")
    ],
    name: Annotated[str, typer.Option(prompt="団体の名前（例：見本市）", help="団体の名前")],
    contact: Annotated[
        str, typer.Option(prompt="問合せ先（例：情報政策課（内線 2345））", help="困ったときの問合せ先")
    ],
    login_id: Annotated[str, typer.Option(prompt="管理する人の職員番号", help="管理する人の職員番号")],
    person: Annotated[str, typer.Option(prompt="管理する人の氏名（姓と名の間に空白）", help="氏名")],
    kana: Annotated[str, typer.Option(prompt="管理する人のふりがな", help="ふりがな")],
    organization: Annotated[
        str, typer.Option(help="組織の名前（例：見本市役所）。書かなければ団体の名前から決めます")
    ] = "",
    another: Annotated[
        bool, typer.Option("--another", help="すでに団体があるところへ、もう一つ加えます")
    ] = False,
    config: Annotated[Path | None, typer.Option("--config", "-c", help="設定ファイル（TOML）")] = None,
) -> None:
    """最初の団体と、その管理をする人をつくります。一度だけ使えるリンクを表示します。"""
    settings = Settings.load(config)
    body = Body(code=code, name=name, organization=organization or hall_of(name), contact=contact)
    try:
        link = asyncio.run(set_up(settings, body, Owner(login_id, person, kana), another=another))
    except Refused as refused:
        typer.echo(sentence_of(refused), err=True)
        raise typer.Exit(1) from refused
    typer.echo(f"団体「{name}」をつくりました。次のリンクを開いて、自分のパスワードを決めてください。")
    typer.echo(f"  {link}")
    typer.echo("このリンクは一度だけ、90日の間使えます。ここにしか表示されません。")


async def set_up(settings: Settings, body: Body, owner: Owner, *, another: bool) -> str:
    """Set up a body and its owner in one work; the link by which the owner signs in for the first time."""
    profile = profile_of(settings.profile)
    await bring_up(settings)
    settings.make_server_key()
    async with opened(settings.database_url) as store:
        works = Works(store)
        async with works.writing(Cause()) as work:
            founded = await found(work, body, another=another, policies=_policies(profile))
            appointed = await appoint_owner(work, founded, owner, key=settings.server_key())
    primary = profile.primary if profile else Zone.LGWAN
    door = next((each for each in settings.listeners if each.zone == primary), settings.listeners[0])
    # After the # nothing is sent to any server or proxy, so the secret stands in no log of theirs.
    return f"{door.url.rstrip('/')}/start#{founded.code}/{appointed.login_id}/{appointed.secret}"


def _policies(profile: Profile | None) -> dict[str, object]:
    """With what a new body begins, as far as the network model says otherwise than what comes out of the box."""
    if profile is None:
        return {}
    labels = Labels.usual_of(profile.labels.levels, sealed_from=profile.labels.sealed_from)
    return {} if labels == Labels() else {Labels.name: labels.model_dump(mode="json")}


def hall_of(name: str) -> str:
    """What the office of a body is usually called."""
    halls = {
        "市": "役所",
        "区": "役所",
        "町": "役場",
        "村": "役場",
        "県": "庁",
        "府": "庁",
        "都": "庁",
        "道": "庁",
    }
    return name + halls.get(name[-1:], "")
