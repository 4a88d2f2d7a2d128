"""人と権限: every account without a secret, its roles, what it may do and by whose word, and what was changed."""

from collections.abc import AsyncGenerator, Sequence
from uuid import UUID

from sqlalchemy import func, select

from yoriai.people.access.capabilities import GRANTS
from yoriai.people.access.rights import decided
from yoriai.people.accounts.department_accounts.models import DepartmentAccount, DepartmentSpeaker
from yoriai.people.accounts.leaders.models import UnitRole
from yoriai.people.accounts.managing.rights import said_of
from yoriai.people.accounts.models import Account, AccountChange, AccountGroup, ChangeKind, Posting
from yoriai.people.orgs.models import Department, Organization, Tenant
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.second_factor.models import SecondFactor
from yoriai.watch.audit.packs.chapters.words import CHANGES, KINDS, ORIGINS, RIGHTS, ROLES, STATES, called
from yoriai.watch.audit.packs.scope import Scope, paged
from yoriai.watch.audit.packs.tables import Line, Table

Lines = AsyncGenerator[Sequence[Line]]
TOLD = {ChangeKind.ROLES, ChangeKind.RIGHTS, ChangeKind.SUSPENDED, ChangeKind.RESTORED}
"""Of these the words before and after are told; of what is said of a person otherwise only that it was changed."""


def tables(scope: Scope) -> list[Table]:
    return [
        _accounts(scope),
        _roles(scope),
        _unit_roles(scope),
        _rights(scope),
        _capabilities(),
        _changes(scope),
    ]


def _accounts(scope: Scope) -> Table:
    used = select(func.max(Session.last_used_at)).where(Session.account_id == Account.id).scalar_subquery()

    async def rows() -> Lines:
        def asked(after: UUID | None):  # noqa: ANN202 the columns say it
            found = (
                select(
                    Account.id, Account.login_id, Account.family, Account.given, Account.kind, Account.status,
                    Department.path, AccountGroup.name, Account.created_at, Account.ends_on,
                    Account.password_changed_at, SecondFactor.set_up_at, used,
                )
                .outerjoin(Posting, (Posting.account_id == Account.id) & Posting.main.is_(True))
                .outerjoin(Department, Department.id == Posting.department_id)
                .outerjoin(AccountGroup, AccountGroup.id == Account.group_id)
                .outerjoin(SecondFactor, SecondFactor.account_id == Account.id)
                .where(Account.tenant_id == scope.tenant_id)
            )  # fmt: skip
            return (found if after is None else found.where(Account.id > after)).order_by(Account.id)

        async for some in paged(scope.works, asked, lambda row: row[0]):
            yield [
                (row[0], row[1], f"{row[2]} {row[3]}".strip(), called(KINDS, row[4]), called(STATES, row[5]), *row[6:])
                for row in some
            ]  # fmt: skip

    columns = {
        "account_id": "ID", "number": "職員番号", "name": "氏名", "kind": "種別", "status": "状態", "unit": "所属",
        "group": "アカウント管理グループ", "created_at": "作った日時", "ends_on": "利用の期限",
        "password_changed_at": "パスワードを決めた日時", "second_factor_since": "多要素認証を設定した日時",
        "last_used_at": "最後に使った日時",
    }  # fmt: skip
    return Table(
        "accounts", "アカウント", "すべてのアカウント。パスワードやその写しは入りません", columns, rows
    )


def _roles(scope: Scope) -> Table:
    async def rows() -> Lines:
        def asked(after: UUID | None):  # noqa: ANN202 the columns say it
            found = select(Account.id, Account.status, Account.roles).where(
                Account.tenant_id == scope.tenant_id
            )
            return (found if after is None else found.where(Account.id > after)).order_by(Account.id)

        async for some in paged(scope.works, asked, lambda row: row[0]):
            yield [
                (who, scope.called(who), called(STATES, status), role, called(ROLES, role))
                for who, status, roles in some
                for role in roles
            ]

    columns = {"account_id": "ID", "person": "人", "status": "状態", "role": "役割の名前", "title": "役割"}
    return Table("roles", "役割", "だれが、団体の全体でどの役割か", columns, rows)


def _unit_roles(scope: Scope) -> Table:
    of_body = Organization.tenant_id == scope.tenant_id

    async def rows() -> Lines:
        async with scope.works.reading() as work:
            leaders = await work.session.execute(
                select(UnitRole.account_id, Department.path, UnitRole.role, UnitRole.by, UnitRole.since)
                .join(Department, Department.id == UnitRole.department_id)
                .join(Organization, Organization.id == Department.organization_id)
                .where(of_body)
                .order_by(Department.path, UnitRole.id)
            )
            speakers = await work.session.execute(
                select(
                    DepartmentSpeaker.person_id, Department.path, DepartmentSpeaker.by, DepartmentSpeaker.since
                )
                .join(DepartmentAccount, DepartmentAccount.account_id == DepartmentSpeaker.account_id)
                .join(Department, Department.id == DepartmentAccount.department_id)
                .join(Organization, Organization.id == Department.organization_id)
                .where(of_body)
                .order_by(Department.path, DepartmentSpeaker.id)
            )  # fmt: skip
            yield [
                (who, scope.called(who), path, called(ROLES, role), scope.called(by), since)
                for who, path, role, by, since in leaders
            ] + [
                (who, scope.called(who), path, "所属アカウントで書ける人", scope.called(by), since)
                for who, path, by, since in speakers
            ]

    columns = {
        "account_id": "ID", "person": "人", "unit": "所属", "role": "役割", "by": "決めた人", "since": "決めた日時"
    }  # fmt: skip
    return Table("unit_roles", "所属の役割", "ITリーダーと、所属アカウントで書ける人", columns, rows)


def _rights(scope: Scope) -> Table:
    async def rows() -> Lines:
        def asked(after: UUID | None):  # noqa: ANN202 the columns say it
            found = (
                select(
                    Account.id, Account.roles, Account.rights, AccountGroup.name, AccountGroup.policies, Tenant.policies
                )
                .join(Tenant, Tenant.id == Account.tenant_id)
                .outerjoin(AccountGroup, AccountGroup.id == Account.group_id)
                .where(Account.tenant_id == scope.tenant_id)
            )  # fmt: skip
            return (found if after is None else found.where(Account.id > after)).order_by(Account.id)

        async for some in paged(scope.works, asked, lambda row: row[0]):
            yield [
                (who, scope.called(who), each.right, called(RIGHTS, each.right), each.is_given,
                 called(ORIGINS, each.origin), group)
                for who, roles, own, group, of_group, of_body in some
                for each in decided(roles, said_of(of_body, of_group, own))
            ]  # fmt: skip

    columns = {
        "account_id": "ID", "person": "人", "right": "権限の名前", "title": "権限", "is_given": "ある",
        "origin": "決めたもの", "group": "アカウント管理グループ",
    }  # fmt: skip
    about = "だれに、どの権限が、どの決まりによってあるか（実際に効いているもの）"
    return Table("rights", "権限", about, columns, rows)


def _capabilities() -> Table:
    async def rows() -> Lines:
        yield [
            (role, called(ROLES, role), capability)
            for role, capabilities in GRANTS.items()
            for capability in sorted(capabilities)
        ]

    columns = {"role": "役割の名前", "title": "役割", "capability": "できる操作"}
    return Table("capabilities", "役割ごとにできること", "役割がもたらす操作の名前", columns, rows)


def _changes(scope: Scope) -> Table:
    async def rows() -> Lines:
        def asked(after: UUID | None):  # noqa: ANN202 the columns say it
            found = select(
                AccountChange.id, AccountChange.at, AccountChange.by, AccountChange.account_id, AccountChange.kind,
                AccountChange.before, AccountChange.after,
            ).where(
                AccountChange.tenant_id == scope.tenant_id,
                AccountChange.at >= scope.begins,
                AccountChange.at < scope.ends,
            )  # fmt: skip
            found = found if after is None else found.where(AccountChange.id > after)
            return found.order_by(AccountChange.id)

        async for some in paged(scope.works, asked, lambda row: row[0]):
            yield [
                (at, scope.called(by), who, scope.called(who), called(CHANGES, kind),
                 *((before, after) if kind in TOLD else (None, None)))
                for _, at, by, who, kind, before, after in some
            ]  # fmt: skip

    columns = {
        "at": "日時", "by": "した人", "account_id": "ID", "person": "だれの", "kind": "したこと", "before": "前",
        "after": "後",
    }  # fmt: skip
    about = "期間のうちにアカウントにしたこと。役割、権限、利用の停止と再開だけ、前と後の値があります"
    return Table("account_changes", "アカウントの変更", about, columns, rows)
