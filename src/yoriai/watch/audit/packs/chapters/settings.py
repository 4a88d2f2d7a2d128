"""設定: what the body has chosen, what holds where it has chosen nothing, and who changed what."""

from collections import Counter
from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import cast
from uuid import UUID

from sqlalchemy import select

from yoriai.people.accounts.models import Account, AccountGroup
from yoriai.people.orgs.changes import latest_changes
from yoriai.people.orgs.models import BodyChange, BodyChangeKind, Tenant
from yoriai.watch.audit.packs.chapters.words import KEEPS, SIDES, called
from yoriai.watch.audit.packs.scope import Scope, paged
from yoriai.watch.audit.packs.tables import Line, Table

Lines = AsyncGenerator[Sequence[Line]]
WHAT: dict[str, str] = {BodyChangeKind.SETTING: "設定", BodyChangeKind.MODULE: "使う機能"}


def tables(scope: Scope) -> list[Table]:
    return [_now(scope), _changed(scope), _modules(scope), _groups(scope), _kept(scope)]


def _now(scope: Scope) -> Table:
    async def rows() -> Lines:
        defaults: Mapping[str, Mapping[str, object]] = scope.installation["defaults"]
        async with scope.works.reading() as work:
            asked = select(Tenant.policies).where(Tenant.id == scope.tenant_id)
            policies = await work.session.scalar(asked) or {}
            changes = await latest_changes(work, scope.tenant_id, BodyChangeKind.SETTING)
        last = {each.name: (each.at, scope.called(each.by)) for each in changes}
        names = sorted(set[str](defaults) | set[str](policies))
        yield [
            (name, item, value, item in chosen, *last.get(name, (None, "")))
            for name in names
            for chosen in [_as_words(policies.get(name))]
            for item, value in ({**defaults.get(name, {}), **chosen}).items()
        ]

    columns = {
        "setting": "設定", "item": "項目", "value": "値", "is_chosen": "団体が選んだ", "changed_at": "最後に変えた日時",
        "changed_by": "変えた人",
    }  # fmt: skip
    about = "団体の設定の、いまの値。選んでいないものは、はじめの値です"
    return Table("settings", "設定", about, columns, rows)


def _as_words(kept: object) -> Mapping[str, object]:
    return cast("Mapping[str, object]", kept) if isinstance(kept, Mapping) else {}


def _changed(scope: Scope) -> Table:
    async def rows() -> Lines:
        def asked(after: UUID | None):  # noqa: ANN202 the columns say it
            found = select(
                BodyChange.id, BodyChange.at, BodyChange.by, BodyChange.kind, BodyChange.name,
                BodyChange.before, BodyChange.after,
            ).where(
                BodyChange.tenant_id == scope.tenant_id, BodyChange.at >= scope.begins, BodyChange.at < scope.ends
            )  # fmt: skip
            return (found if after is None else found.where(BodyChange.id > after)).order_by(BodyChange.id)

        async for some in paged(scope.works, asked, lambda row: row[0]):
            yield [
                (at, scope.called(by), called(WHAT, kind), name, before, after)
                for _, at, by, kind, name, before, after in some
            ]

    columns = {
        "at": "日時", "by": "した人", "kind": "種類", "name": "設定", "before": "前の値", "after": "後の値"
    }  # fmt: skip
    return Table("setting_changes", "設定の変更", "期間のうちに変えた設定と、使う機能", columns, rows)


def _modules(scope: Scope) -> Table:
    async def rows() -> Lines:
        features: Sequence[Mapping[str, object]] = scope.installation["features"]
        async with scope.works.reading() as work:
            asked = select(Tenant.switched_off).where(Tenant.id == scope.tenant_id)
            off = await work.session.scalar(asked) or []
        yield [
            (
                each["name"],
                each["title"],
                each["name"] not in off,
                each["may_switch_off"],
                called(SIDES, str(each["from_internet"])),
            )
            for each in features
        ]

    columns = {
        "name": "名前", "title": "機能", "is_on": "使っている", "may_switch_off": "やめられる",
        "from_internet": "インターネット側に",
    }  # fmt: skip
    return Table("modules", "使う機能", "この団体で使う機能と、インターネット側に出すか", columns, rows)


def _groups(scope: Scope) -> Table:
    async def rows() -> Lines:
        async with scope.works.reading() as work:
            mine = select(AccountGroup).where(AccountGroup.tenant_id == scope.tenant_id)
            groups = (await work.session.scalars(mine.order_by(AccountGroup.name))).all()
            members = await work.session.scalars(
                select(Account.group_id).where(Account.tenant_id == scope.tenant_id)
            )
            count = Counter(members)
        yield [
            (group.name, count[group.id], name, value)
            for group in groups
            for name, value in (group.policies or {"": None}).items()
        ]

    columns = {"group": "グループ", "people": "人数", "rule": "決まり", "value": "値"}
    about = "アカウント管理グループと、その決まり（パスワード、多要素認証、網、権限）"
    return Table("groups", "アカウント管理グループ", about, columns, rows)


def _kept(scope: Scope) -> Table:
    async def rows() -> Lines:
        features: Sequence[Mapping[str, object]] = scope.installation["features"]
        yield [
            (each["name"], each["title"], called(KEEPS, str(each["keeps"])), each["forgets"])
            for each in features
        ]

    columns = {"name": "名前", "title": "機能", "keeps": "残す長さ", "forgets": "それより早く消すもの（日）"}
    about = "機能ごとの、データを残す長さ。監査の記録の年数は、設定の audit にあります"
    return Table("retention", "保存期間", about, columns, rows)
