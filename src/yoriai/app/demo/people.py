"""The people of the demo town: its departments, their accounts, and who has been outside with a device."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Final
from uuid import UUID

from yoriai.app.demo.setting import Setting
from yoriai.app.demo.units import FOUNDED, Units, postings_of
from yoriai.kit.ids import uuid7
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts import first_passwords
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, EmploymentType
from yoriai.people.accounts.names import folded, kana_order
from yoriai.people.orgs.models import Department, Organization, Tenant, TenantKind
from yoriai.people.sessions.models import Session
from yoriai.people.zones.zone import Zone
from yoriai.platform.db.base import Base

FIRST_PASSWORD: Final = "mihon2hajimete9"  # noqa: S105 of the demo alone, printed for everybody to see


@dataclass(frozen=True, slots=True)
class Cast:
    """The rows of the town, in the order in which they lean on each other, and how to find its people."""

    rows: Sequence[Sequence[Base]]
    hall: Organization
    former: Department
    """A unit that is no more; closed once it is there, for what is new is open."""
    by_name: dict[str, list[UUID]]
    """By full name, by name and unit for two of one name, and by unit: everybody in it."""

    def one(self, name: str) -> UUID:
        """The person of this name; two of one name need their unit: 佐藤 恵@税務課."""
        (account_id,) = self.by_name[name]
        return account_id

    def all(self, names: Sequence[str]) -> list[UUID]:
        """Everybody named, themselves or by their unit, each once."""
        return list(dict.fromkeys(account_id for name in names for account_id in self.by_name[name]))


def cast_of(setting: Setting, password_hash: str, now: datetime, *, key: bytes) -> Cast:
    """The town as rows; everybody signs in with the same password, but for one who has never done so."""
    founded = now - FOUNDED
    tenant = Tenant(
        id=uuid7(founded), code=setting.code, name=setting.name, kind=TenantKind.MUNICIPALITY,
        contact=setting.contact, switched_off=[], policies={}, created_at=founded,
    )  # fmt: skip
    hall, brigade = (
        Organization(
            id=uuid7(founded), tenant_id=tenant.id, name=name, display_order=order, created_at=founded
        )
        for order, name in enumerate((setting.hall, setting.brigade.name), start=1)
    )
    units = Units(setting, hall.id, brigade.id, now)
    accounts = [_account(setting, order, tenant, password_hash) for order in range(len(setting.people))]
    _hand_first_password(accounts, setting.waiting, key, now)
    ids = {account.login_id: account.id for account in accounts}
    postings = postings_of(setting, ids, units)
    seen = [_visit(account.id, now) for account in accounts if account.login_id in setting.outside]
    rows = ([tenant], [hall, brigade], *units.levels, units.names, accounts, postings, seen)
    return Cast(rows, hall, units.former, _by_name(setting, accounts))


def _hand_first_password(accounts: Sequence[Account], waiting: str, key: bytes, now: datetime) -> None:
    """Somebody has a slip and has never signed in."""
    for account in accounts:
        if account.login_id == waiting:
            account.password_hash = account.password_changed_at = account.welcomed_at = None
            account.first_password_mac = first_passwords.mac(key, account.id, FIRST_PASSWORD)
            account.first_password_expires_at = first_passwords.expiry(now)


def _account(setting: Setting, order: int, tenant: Tenant, password_hash: str) -> Account:
    founded = tenant.created_at
    login_id, name, kana, _, title, extension = setting.people[order]
    family, _, given = name.partition(" ")
    kinds = {
        EmploymentType.FIXED_TERM: setting.fixed_term,
        EmploymentType.REAPPOINTED: setting.reappointed,
        EmploymentType.SPECIAL_POST: setting.special_post,
    }
    employment = next((kind for kind, who in kinds.items() if login_id in who), EmploymentType.REGULAR)
    roles = {Role.OWNER: setting.owners, Role.ADMINISTRATOR: setting.administrators}
    role = next((role for role, who in roles.items() if login_id in who), Role.MEMBER)
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
