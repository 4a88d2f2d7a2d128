"""The people of the demo town: its departments, their accounts, and who has been outside with a device."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Final
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from yoriai.kit.folding import fold
from yoriai.kit.ids import uuid7
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, EmploymentType, Posting
from yoriai.people.accounts.names import folded, kana_order
from yoriai.people.orgs.models import Department, Organization, Tenant, TenantKind
from yoriai.people.sessions.models import Session
from yoriai.people.zones.zone import Zone
from yoriai.platform.db.base import Base

FOUNDED: Final = timedelta(days=60)
"""So long ago the town began to use Yoriai."""


class Setting(BaseModel):
    """`town.toml`."""

    model_config = ConfigDict(extra="forbid")

    code: str
    name: str
    hall: str
    contact: str
    departments: list[tuple[str, str, str]]
    people: list[tuple[str, str, str, str, str, str]]
    fixed_term: set[str]
    reappointed: set[str]
    administrators: set[str]
    outside: set[str]
    hints: dict[str, str]


@dataclass(frozen=True, slots=True)
class Cast:
    """The rows of the town, in the order in which they lean on each other, and how to find its people."""

    rows: Sequence[Sequence[Base]]
    hall: Organization
    by_name: dict[str, list[UUID]]
    """By full name, by name and unit for two of one name, and by unit: everybody in it."""

    def one(self, name: str) -> UUID:
        """The person of this name; two of one name need their unit: 佐藤 恵@税務課."""
        (account_id,) = self.by_name[name]
        return account_id

    def all(self, names: Sequence[str]) -> list[UUID]:
        """Everybody named, themselves or by their unit, each once."""
        return list(dict.fromkeys(account_id for name in names for account_id in self.by_name[name]))


def cast_of(setting: Setting, password_hash: str, now: datetime) -> Cast:
    """The town as rows; everybody signs in with the same password."""
    founded = now - FOUNDED
    tenant = Tenant(
        id=uuid7(founded), code=setting.code, name=setting.name, kind=TenantKind.MUNICIPALITY,
        contact=setting.contact, switched_off=[], policies={}, created_at=founded,
    )  # fmt: skip
    hall = Organization(
        id=uuid7(founded), tenant_id=tenant.id, name=setting.hall, display_order=1, created_at=founded
    )
    units = _departments(setting, hall.id, founded)
    accounts = [_account(setting, order, tenant, password_hash) for order in range(len(setting.people))]
    unit_ids = {unit.name: unit.id for level in units for unit in level}
    postings = [
        Posting(
            id=uuid7(founded), account_id=account.id, organization_id=hall.id, department_id=unit_ids[person[3]],
            main=True, since=founded, until=None,
        )
        for account, person in zip(accounts, setting.people, strict=True)
    ]  # fmt: skip
    seen = [_visit(account.id, now) for account in accounts if account.login_id in setting.outside]
    return Cast(([tenant], [hall], *units, accounts, postings, seen), hall, _by_name(setting, accounts))


def _departments(setting: Setting, hall_id: UUID, founded: datetime) -> list[list[Department]]:
    """The tree, level by level: a unit leans on the one above it."""
    levels: dict[int, list[Department]] = {}
    ids: dict[str, UUID] = {}
    for order, (kind, path, short_name) in enumerate(setting.departments, start=1):
        above, _, name = path.rpartition(" ")
        ids[path] = uuid7(founded)
        unit = Department(
            id=ids[path], organization_id=hall_id, parent_id=ids.get(above), kind=kind, name=name,
            short_name=short_name, path=path, folded=fold(path), display_order=order, opened_at=founded,
        )  # fmt: skip
        levels.setdefault(path.count(" "), []).append(unit)
    return [levels[depth] for depth in sorted(levels)]


def _account(setting: Setting, order: int, tenant: Tenant, password_hash: str) -> Account:
    founded = tenant.created_at
    login_id, name, kana, _, title, extension = setting.people[order]
    family, _, given = name.partition(" ")
    employment = EmploymentType.REGULAR
    if login_id in setting.fixed_term:
        employment = EmploymentType.FIXED_TERM
    elif login_id in setting.reappointed:
        employment = EmploymentType.REAPPOINTED
    role = Role.ADMINISTRATOR if login_id in setting.administrators else Role.MEMBER
    return Account(
        id=uuid7(founded), tenant_id=tenant.id, kind=AccountKind.MEMBER, login_id=login_id, family=family,
        given=given, kana=kana, kana_order=kana_order(kana), folded=folded(family, given, kana, login_id, extension),
        email=None, employment_type=employment, job_title=title, extension=extension, display_order=order + 1,
        status=AccountStatus.ACTIVE, ends_on=None, roles=[role], password_hash=password_hash,
        password_changed_at=founded, welcomed_at=founded, first_password_mac=None, first_password_expires_at=None, signed_out_at=None,
        created_at=founded,
    )  # fmt: skip


def _visit(account_id: UUID, now: datetime) -> Session:
    """A session of two days ago on the Internet side, long over: its owner reads there too."""
    began = now - timedelta(days=2)
    over = began + timedelta(hours=1)
    return Session(
        id=uuid7(began), account_id=account_id, token_hash=token_hex(32), zone=Zone.INTERNET, device_id=None,
        client_kind="browser", address="192.0.2.10", user_agent="", began_at=began, last_used_at=over,
        idle_until=over, expires_at=over, ended_at=over,
    )  # fmt: skip


def _by_name(setting: Setting, accounts: Sequence[Account]) -> dict[str, list[UUID]]:
    found: dict[str, list[UUID]] = {}
    for account, (_, name, _, unit, *_) in zip(accounts, setting.people, strict=True):
        for key in (name, f"{name}@{unit}", unit):
            found.setdefault(key, []).append(account.id)
    return found
