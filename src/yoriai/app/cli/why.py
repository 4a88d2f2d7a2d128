"""`yoriai why`: which rule stops somebody from doing something, asked of the code that decides (ADMIN-16)."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from sqlalchemy import select

from yoriai.app.cli.obstacles import SIDES
from yoriai.app.cli.sentences import sentence_of
from yoriai.app.why.explain import Asked, Kind, Verdict, explain
from yoriai.app.why.operations import OPERATIONS
from yoriai.app.wiring import FEATURES
from yoriai.kit.errors import Refused
from yoriai.people.accounts.models import Account
from yoriai.people.orgs.models import Tenant
from yoriai.people.orgs.queries import UnknownBody, only_tenant, tenant_of_code
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.stand_in import stand_in
from yoriai.people.zones.zone import Zone
from yoriai.platform.db.store import opened
from yoriai.platform.http.listener import plain
from yoriai.platform.sentences import filled
from yoriai.platform.settings import Settings
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Membership, Room

ASKS: dict[Kind, str] = {
    "side": "接続",
    "network": "ネットワーク",
    "account": "アカウント",
    "module": "機能",
    "right": "権限",
    "room": "ルーム",
    "rule": "ルームの決まり",
}
ORIGINS = {
    "role": "役割による",
    "body": "団体の決まりによる",
    "group": "グループの決まりによる",
    "person": "本人だけの決まりによる",
}
MANY = "何をするかは、次のどれかです：\n" + "\n".join(
    f"  {name:<9}{each.title}" for name, each in OPERATIONS.items()
)


def why_command(  # noqa: PLR0913 each is a word of the command line
    account: Annotated[str, typer.Argument(help="職員番号")],
    operation: Annotated[
        str, typer.Argument(help="何をするか（post、print、invite など。知らない名前なら一覧が出ます）")
    ],
    room: Annotated[str, typer.Argument(help="ルームの名前か番号（URL にある長い番号）")] = "",
    *,
    whom: Annotated[str, typer.Option(help="invite のとき：加えようとした人の職員番号")] = "",
    side: Annotated[Zone, typer.Option(help="どちらの側からか")] = Zone.LGWAN,
    address: Annotated[
        str, typer.Option(help="どのアドレスからか（グループのネットワークの決まりも見ます）")
    ] = "",
    tenant: Annotated[str, typer.Option(help="団体コード。団体が一つなら要りません")] = "",
    config: Annotated[Path | None, typer.Option("--config", "-c", help="設定ファイル（TOML）")] = None,
) -> None:
    """ある人があることをできないわけを、聞く順（接続、ネットワーク、アカウント、機能、権限、ルーム、決まり）に示します。"""
    if operation not in OPERATIONS:
        typer.echo(MANY, err=True)
        raise typer.Exit(2)
    settings = Settings.load(config)
    try:
        said, is_allowed = asyncio.run(
            _ask(settings, tenant, (account, whom), operation, room, (side, address))
        )
    except Refused as refused:
        typer.echo(sentence_of(refused), err=True)
        raise typer.Exit(1) from refused
    typer.echo("\n".join(said))
    raise typer.Exit(0 if is_allowed else 1)


class Nobody(Refused):
    """No account of this number in the body."""

    code = "why.nobody"
    status = 404


class NoSuchRoom(Refused):
    """No room of this name or number, or several of one name."""

    code = "why.no_such_room"
    status = 404


async def _ask(  # noqa: PLR0913, PLR0917 the words of the command, checked
    settings: Settings, code: str, people: tuple[str, str], operation: str, room: str, where: tuple[Zone, str]
) -> tuple[Sequence[str], bool]:
    side, address = where
    async with opened(settings.database_url) as store, Works(store).reading() as work:
        body = await (tenant_of_code(work, code) if code else only_tenant(work))
        if body is None:
            raise UnknownBody(value=code or "—")
        who, whom = [await _account(work, body, number) if number else None for number in people]
        found = await stand_in(work, who, side.value) if who else None
        if found is None:
            raise Nobody(value=people[0])
        asked = Asked(
            replace(Entrance(settings).on_this_side(found.actor), address=plain(address) if address else ""),
            OPERATIONS[operation],
            await _room(work, body, room, found.actor.account_id) if room else None,
            (whom,) if whom else (),
            found.rights,
            may_sign_in=found.may_sign_in,
            networks=found.networks,
        )
        verdicts = await explain(work, FEATURES, asked)
    head = f"職員番号 {people[0]} は、{SIDES[side]}から「{OPERATIONS[operation].title}」ことが"
    is_allowed = verdicts[-1].is_passed
    return [
        head + ("できます。" if is_allowed else "できません。"),
        *(_line(each, body) for each in verdicts),
    ], is_allowed


async def _account(work: Work, body: Tenant, number: str) -> UUID:
    asked = select(Account.id).where(Account.tenant_id == body.id, Account.login_id == number)
    found = await work.session.scalar(asked)
    if found is None:
        raise Nobody(value=number)
    return found


async def _room(work: Work, body: Tenant, named: str, who: UUID) -> UUID:
    """A room of this body, or one in which the person is; of several with one name the person's own."""
    try:
        wanted = Room.id == UUID(named)
    except ValueError:
        wanted = Room.name == named
    seats = select(Membership.room_id).where(Membership.account_id == who)
    asked = select(Room.id).where(wanted, (Room.owner_tenant == body.id) | Room.id.in_(seats))
    found = (await work.session.scalars(asked)).all()
    if len(found) > 1:
        found = (await work.session.scalars(asked.where(Room.id.in_(seats)))).all()
    if len(found) != 1:
        raise NoSuchRoom(value=named, count=len(found))
    return found[0]


def _line(verdict: Verdict, body: Tenant) -> str:
    origin = f"（{ORIGINS[verdict.origin]}）" if verdict.origin else ""
    if verdict.is_passed:
        return f"  ○　{ASKS[verdict.kind]}{origin}"
    said = filled(verdict.code or "", {"contact": body.contact, **verdict.details})
    return f"  ×　{ASKS[verdict.kind]}{origin}：{said}"
