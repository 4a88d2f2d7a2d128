"""記録の確かめ: that the chain was looked through, what was taken out and read before, and that backups came back."""

from collections.abc import AsyncGenerator, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.people.accounts.models import TakenOut
from yoriai.watch.audit.inspections.models import Inspection, State
from yoriai.watch.audit.models import AuditArchive, AuditCheck, AuditEntry, AuditExport
from yoriai.watch.audit.packs.scope import Scope, paged
from yoriai.watch.audit.packs.tables import Line, Table

Lines = AsyncGenerator[Sequence[Line]]
RESTORED: Final = "audit.restored"
TAKEN: Final[dict[str, str]] = {"people_taken_out": "職員の名簿", "months_taken_out": "月の利用"}
STATES: Final[dict[str, str]] = {
    State.ASKED: "返事を待っている",
    State.APPROVED: "承認した",
    State.REFUSED: "承認しなかった",
    State.WITHDRAWN: "取り下げた",
    State.LAPSED: "期限が過ぎた",
    State.ENDED: "終わった",
}


def tables(scope: Scope) -> list[Table]:
    return [
        _checks(scope),
        _archives(scope),
        _exports(scope),
        _taken_out(scope),
        _inspections(scope),
        _restores(scope),
    ]


def _checks(scope: Scope) -> Table:
    async def rows() -> Lines:
        def asked(after: UUID | None):  # noqa: ANN202 the columns say it
            found = select(
                AuditCheck.id, AuditCheck.at, AuditCheck.entries, AuditCheck.trouble, AuditCheck.number
            ).where(
                AuditCheck.tenant_id == scope.tenant_id,
                AuditCheck.at >= scope.begins,
                AuditCheck.at < scope.ends,
            )
            return (found if after is None else found.where(AuditCheck.id > after)).order_by(AuditCheck.id)

        async for some in paged(scope.works, asked, lambda row: row[0]):
            yield [(at, entries, not trouble, trouble, number) for _, at, entries, trouble, number in some]

    columns = {
        "at": "日時", "entries": "確かめた件数", "is_whole": "良好", "trouble": "異常の種類", "number": "はじめの異常の番号"
    }  # fmt: skip
    about = "期間のうちに、監査の記録の改ざんを確かめた結果"
    return Table("checks", "改ざんの確かめ", about, columns, rows)


def _archives(scope: Scope) -> Table:
    async def rows() -> Lines:
        async with scope.works.reading() as work:
            found = await work.session.scalars(
                select(AuditArchive)
                .where(AuditArchive.tenant_id == scope.tenant_id)
                .order_by(AuditArchive.last)
            )
            yield [
                (each.first, each.last, each.first_at, each.last_at, each.digest, each.archived_at, each.dropped_at)
                for each in found
            ]  # fmt: skip

    columns = {
        "first": "はじめの番号", "last": "終わりの番号", "first_at": "はじめの日時", "last_at": "終わりの日時",
        "digest": "ファイルの要約（SHA-256）", "archived_at": "移した日時", "dropped_at": "消した日時",
    }  # fmt: skip
    about = "13か月より古い監査の記録を移したファイルと、保存期間が過ぎて消したもの"
    return Table("archives", "移した記録", about, columns, rows)


def _exports(scope: Scope) -> Table:
    async def rows() -> Lines:
        def asked(after: UUID | None):  # noqa: ANN202 the columns say it
            found = select(
                AuditExport.id,
                AuditExport.at,
                AuditExport.account_id,
                AuditExport.reason,
                AuditExport.entries,
            ).where(
                AuditExport.tenant_id == scope.tenant_id,
                AuditExport.at >= scope.begins,
                AuditExport.at < scope.ends,
            )
            return (found if after is None else found.where(AuditExport.id > after)).order_by(AuditExport.id)

        async for some in paged(scope.works, asked, lambda row: row[0]):
            yield [(at, scope.called(by), reason, entries) for _, at, by, reason, entries in some]

    columns = {"at": "日時", "by": "した人", "reason": "理由", "entries": "件数"}
    return Table("exports", "監査の記録の書き出し", "期間のうちの、監査の記録の書き出しと理由", columns, rows)


def _taken_out(scope: Scope) -> Table:
    async def rows() -> Lines:
        def asked(after: UUID | None):  # noqa: ANN202 the columns say it
            found = select(
                TakenOut.id, TakenOut.at, TakenOut.account_id, TakenOut.act, TakenOut.reason
            ).where(
                TakenOut.tenant_id == scope.tenant_id, TakenOut.at >= scope.begins, TakenOut.at < scope.ends
            )
            return (found if after is None else found.where(TakenOut.id > after)).order_by(TakenOut.id)

        async for some in paged(scope.works, asked, lambda row: row[0]):
            yield [(at, scope.called(by), TAKEN.get(act, act), reason) for _, at, by, act, reason in some]

    columns = {"at": "日時", "by": "した人", "what": "もの", "reason": "理由"}
    return Table(
        "taken_out", "名簿などの書き出し", "期間のうちの、名簿と月の利用の書き出しと理由", columns, rows
    )


def _inspections(scope: Scope) -> Table:
    async def rows() -> Lines:
        def asked(after: UUID | None):  # noqa: ANN202 the columns say it
            found = select(
                Inspection.id, Inspection.asked_at, Inspection.asker_id, Inspection.room_id, Inspection.reason,
                Inspection.first, Inspection.last, Inspection.state, Inspection.answerer_id, Inspection.answered_at,
                Inspection.asker_read_at, Inspection.answerer_read_at, Inspection.ended_at,
            ).where(
                Inspection.tenant_id == scope.tenant_id,
                Inspection.asked_at >= scope.begins,
                Inspection.asked_at < scope.ends,
            )  # fmt: skip
            return (found if after is None else found.where(Inspection.id > after)).order_by(Inspection.id)

        async for some in paged(scope.works, asked, lambda row: row[0]):
            yield [
                (at, scope.called(asker), room, reason, first, last, STATES.get(state, state),
                 scope.called(answerer) if answerer else "", *rest)
                for _, at, asker, room, reason, first, last, state, answerer, *rest in some
            ]  # fmt: skip

    columns = {
        "asked_at": "申請した日時", "asker": "申請した人", "room_id": "ルームのID", "reason": "理由", "first": "読む日（はじめ）",
        "last": "読む日（おわり）", "state": "状態", "answerer": "返事をした人", "answered_at": "返事の日時",
        "asker_read_at": "申請した人が読んだ日時", "answerer_read_at": "返事をした人が読んだ日時", "ended_at": "終わった日時",
    }  # fmt: skip
    about = "期間のうちに申請された、ルームの閲覧。読んだ言葉は入りません"
    return Table("inspections", "ルームの閲覧", about, columns, rows)


def _restores(scope: Scope) -> Table:
    async def rows() -> Lines:
        def asked(after: int | None):  # noqa: ANN202 the columns say it
            found = select(AuditEntry.number, AuditEntry.at, AuditEntry.body).where(
                AuditEntry.tenant_id == scope.tenant_id, AuditEntry.kind == RESTORED
            )
            found = found if after is None else found.where(AuditEntry.number > after)
            return found.order_by(AuditEntry.number)

        async for some in paged(scope.works, asked, lambda row: row[0]):
            yield [tuple(row) for row in some]

    columns = {"number": "記録の番号", "at": "日時", "body": "記録の中身"}
    about = "控えから戻し、監査の記録が欠けたときの行（この13か月）。戻す訓練の記録ではありません"
    return Table("restores", "控えから戻したこと", about, columns, rows)
