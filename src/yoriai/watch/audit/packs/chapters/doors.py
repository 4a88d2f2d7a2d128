"""端末と網: who is signed in from where, at which doors the server listens, and from which networks people may come."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import cast
from uuid import UUID

from sqlalchemy import or_, select

from yoriai.people.access.networks import networks_of
from yoriai.people.accounts.models import Account, AccountGroup
from yoriai.people.sessions.devices import seen_as
from yoriai.people.sessions.models import Session, SignInFailure
from yoriai.people.zones.zone import Zone
from yoriai.watch.audit.packs.chapters.words import SIDES, called
from yoriai.watch.audit.packs.scope import Scope, paged
from yoriai.watch.audit.packs.tables import Line, Table

Lines = AsyncGenerator[Sequence[Line]]
SEALED = "（この網では使えない操作）"


def tables(scope: Scope) -> list[Table]:
    return [_sessions(scope), _failures(scope), _listeners(scope), _model(scope), _networks(scope)]


def _sessions(scope: Scope) -> Table:
    async def rows() -> Lines:
        def asked(after: UUID | None):  # noqa: ANN202 the columns say it
            found = (
                select(
                    Session.id, Session.account_id, Session.zone, Session.address, Session.client_kind,
                    Session.user_agent, Session.began_at, Session.last_used_at, Session.expires_at, Session.ended_at,
                    Session.proved_at,
                )
                .join(Account, Account.id == Session.account_id)
                .where(
                    Account.tenant_id == scope.tenant_id,
                    Session.began_at < scope.ends,
                    or_(Session.last_used_at >= scope.begins, Session.ended_at.is_(None)),
                )
            )  # fmt: skip
            return (found if after is None else found.where(Session.id > after)).order_by(Session.id)

        async for some in paged(scope.works, asked, lambda row: row[0]):
            yield [_session(scope, row) for row in some]

    columns = {
        "account_id": "ID", "person": "人", "zone": "網", "address": "アドレス", "client": "使ったもの",
        "browser": "ブラウザ", "system": "機器", "began_at": "ログインした日時", "last_used_at": "最後に使った日時",
        "expires_at": "期限", "ended_at": "終わった日時", "proved_at": "最後に本人を確かめた日時",
    }  # fmt: skip
    about = "期間のうちに使われたログインと、いま開いているもの。ログインのしるし（トークン）は入りません"
    return Table("sessions", "ログインと端末", about, columns, rows)


def _session(scope: Scope, row: Sequence[object]) -> Line:
    """What the browser says it is, in words; nothing by which anybody could sign in."""
    _, who, zone, address, client, agent, *moments = row
    seen = seen_as(str(agent))
    person = scope.called(cast("UUID", who))
    return (who, person, called(SIDES, str(zone)), address, client, seen.browser, seen.system, *moments)


def _failures(scope: Scope) -> Table:
    async def rows() -> Lines:
        async with scope.works.reading() as work:
            found = await work.session.execute(
                select(
                    SignInFailure.day, SignInFailure.account_id, SignInFailure.count, SignInFailure.last_at,
                    SignInFailure.last_zone, SignInFailure.last_address,
                )
                .join(Account, Account.id == SignInFailure.account_id)
                .where(
                    Account.tenant_id == scope.tenant_id,
                    SignInFailure.day >= scope.days.first,
                    SignInFailure.day <= scope.days.last,
                )
                .order_by(SignInFailure.day, SignInFailure.account_id)
            )  # fmt: skip
            yield [
                (day, who, scope.called(who), count, at, called(SIDES, zone), address)
                for day, who, count, at, zone, address in found
            ]

    columns = {
        "day": "日", "account_id": "ID", "person": "人", "count": "回数", "last_at": "最後の日時", "zone": "網",
        "address": "アドレス",
    }  # fmt: skip
    about = "期間のうちに、ログインできなかった回数（日ごと、人ごと）"
    return Table("sign_in_failures", "ログインの失敗", about, columns, rows)


def _listeners(scope: Scope) -> Table:
    async def rows() -> Lines:
        listeners: Sequence[Mapping[str, object]] = scope.installation["listeners"]
        yield [
            (called(SIDES, str(each["zone"])), each["url"], each["encrypted"], each["proxies"])
            for each in listeners
        ]

    columns = {"zone": "網", "url": "アドレス", "encrypted": "暗号化（TLS）", "proxies": "信じる中継の網"}
    return Table("listeners", "受け口", "サーバーが待ち受けるところ", columns, rows)


def _model(scope: Scope) -> Table:
    async def rows() -> Lines:
        profile: Mapping[str, object] = scope.installation["profile"]
        points = cast("Sequence[Mapping[str, object]]", profile.get("points", ()))
        withheld = cast("Mapping[str, object]", profile.get("withheld", {}))
        title = profile.get("title", "")
        lines: list[Line] = [(title, each["what"], each["says"], each["in_force"]) for each in points]
        yield lines + [
            (title, f"{called(SIDES, zone)}{SEALED}", names, True) for zone, names in withheld.items()
        ]

    columns = {
        "model": "ネットワークのモデル",
        "what": "決めること",
        "says": "決まり",
        "in_force": "この版で効いている",
    }
    return Table("network_model", "ネットワークのモデル", "網ごとにできることの決まり", columns, rows)


def _networks(scope: Scope) -> Table:
    async def rows() -> Lines:
        async with scope.works.reading() as work:
            found = await work.session.execute(
                select(AccountGroup.name, AccountGroup.policies)
                .where(AccountGroup.tenant_id == scope.tenant_id)
                .order_by(AccountGroup.name)
            )
            yield [
                (name, called(SIDES, side), "、".join(networks_of(policies).at(side)) or "制限なし")
                for name, policies in found
                for side in Zone
            ]

    columns = {"group": "アカウント管理グループ", "zone": "網", "networks": "使えるネットワーク"}
    return Table("networks", "使えるネットワーク", "グループごとに、どこから使えるか", columns, rows)
