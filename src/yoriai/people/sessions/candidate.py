"""Who somebody says they are, before they have proved it."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, select

from yoriai.kit.text import as_code
from yoriai.people.accounts.models import Account
from yoriai.people.orgs.models import Tenant
from yoriai.platform.work.work import Work

# What no import would take cannot be anybody's; it never reaches the database.
_TENANT = re.compile(r"[a-z0-9-]{1,40}")
_LOGIN = re.compile(r"[\x21-\x7e]{1,254}")


@dataclass(frozen=True, slots=True)
class Claim:
    """What was typed at the entrance."""

    tenant: str
    login_id: str
    password: str
    new_password: str | None
    user_agent: str

    @property
    def tenant_code(self) -> str:
        return as_code(self.tenant).lower()

    @property
    def login(self) -> str:
        return as_code(self.login_id).upper()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An account as signing in needs it. It never leaves this folder."""

    account_id: UUID
    tenant_id: UUID
    login_id: str
    status: str
    ends_on: date | None
    password_hash: str | None
    first_password_mac: str | None
    first_password_expires_at: datetime | None


async def find(work: Work, claim: Claim) -> Candidate | None:
    """The account that is claimed, by employee number or mail address, or nobody."""
    if not _TENANT.fullmatch(claim.tenant_code) or not _LOGIN.fullmatch(claim.login):
        return None
    accounts = (
        select(
            Account.id,
            Account.tenant_id,
            Account.login_id,
            Account.status,
            Account.ends_on,
            Account.password_hash,
            Account.first_password_mac,
            Account.first_password_expires_at,
        )
        .join(Tenant, Tenant.id == Account.tenant_id)
        .where(Tenant.code == claim.tenant_code)
        .where(or_(Account.login_id == claim.login, Account.email == claim.login.lower()))
    )
    row = (await work.session.execute(accounts)).first()
    return Candidate(*row) if row else None
