"""Who somebody says they are, before they have proved it; and whether they were here before."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Final, cast
from uuid import UUID

from yoriai.kit.text import as_code
from yoriai.people.access.networks import networks_of
from yoriai.people.sessions.attempts import place
from yoriai.people.sessions.rules import SignInRules, rules_of
from yoriai.people.sessions.second_factor.ticket import Second
from yoriai.platform.db.statement import (
    Rows,
    as_day_or_none,
    as_id,
    as_json,
    as_moment,
    as_moment_or_none,
    statement,
)
from yoriai.platform.facts.numbering import Cause

# What no import would take cannot be anybody's; it never reaches the database.
_TENANT = re.compile(r"[a-z0-9-]{1,40}")
_LOGIN = re.compile(r"[\x21-\x7e]{1,254}")
_NOBODY: Final = UUID(int=0)


@dataclass(frozen=True)
class Claim:
    """What was typed at the entrance, and what the browser brought along."""

    tenant: str
    login_id: str
    password: str
    new_password: str | None
    user_agent: str
    known: str | None = None
    """The cookie that says who was signed in here before."""
    replaces: str | None = None
    """The token of the session whose place the new one takes in this browser."""

    @cached_property
    def tenant_code(self) -> str:
        return as_code(self.tenant).lower()

    @cached_property
    def login(self) -> str:
        return as_code(self.login_id).upper()

    @cached_property
    def whose(self) -> str:
        """One name for what is claimed, the same whether there is such an account or not."""
        return hashlib.sha256(
            f"{self.tenant_code}\n{self.login}".encode("utf-8", "surrogatepass")
        ).hexdigest()


@dataclass(frozen=True, slots=True)
class Candidate:
    """An account as signing in needs it. It never leaves this folder."""

    account_id: UUID
    tenant_id: UUID
    login_id: str
    status: str
    ends_on: date | None
    password_hash: str | None
    password_changed_at: datetime | None
    first_password_mac: str | None
    first_password_expires_at: datetime | None
    kind: str
    roles: Sequence[str]
    second: Second | None
    """Their second factor, if they have one."""
    names: Sequence[str]
    """How they and their body are called: no password is made of these."""
    rules: SignInRules
    barred_at: str | None
    """The address at which they are, where the account's group may not come from there (ZONE-8)."""
    was_here: bool
    """Whether the account was used from this address, as far back as sessions are kept."""


CLAIMED: Final = statement(
    "SELECT a.id, a.tenant_id, a.login_id, a.status, a.ends_on, a.password_hash, a.password_changed_at,"
    " a.first_password_mac, a.first_password_expires_at, a.kind, a.roles, f.set_up_at, f.uses, a.family,"
    " a.given, a.kana, t.name, t.policies, g.policies FROM tenants t JOIN accounts a ON a.tenant_id = t.id LEFT JOIN account_groups g ON g.id = a.group_id"
    " LEFT JOIN second_factors f ON f.account_id = a.id"
    " WHERE t.code = :code AND (a.login_id = :login OR a.email = :mail)"
)
PLACES: Final = statement("SELECT DISTINCT s.address FROM sessions s WHERE s.account_id = :account")


def find(rows: Rows, claim: Claim, cause: Cause) -> Candidate | None:
    """The account that is claimed, by employee number or mail address, or nobody: two questions either way (N17)."""
    if not _TENANT.fullmatch(claim.tenant_code) or not _LOGIN.fullmatch(claim.login):
        return None
    found = rows.all(CLAIMED, code=claim.tenant_code, login=claim.login, mail=claim.login.lower())
    places = rows.all(PLACES, account=as_id(found[0][0]) if found else _NOBODY)
    if not found:
        return None
    account_id, tenant_id, login_id, status, ends_on, kept, changed_at, mac, expires_at, *more = found[0]
    kind, roles, set_up_at, uses, family, given, kana, body, *said = more
    of_body, of_group = (cast("Mapping[str, object] | None", as_json(each)) for each in said)
    address = cause.address or ""
    return Candidate(
        account_id=as_id(account_id),
        tenant_id=as_id(tenant_id),
        login_id=str(login_id),
        status=str(status),
        ends_on=as_day_or_none(ends_on),
        password_hash=cast("str | None", kept),
        password_changed_at=as_moment_or_none(changed_at),
        first_password_mac=cast("str | None", mac),
        first_password_expires_at=as_moment_or_none(expires_at),
        kind=str(kind),
        roles=cast("Sequence[str]", as_json(roles)),
        second=None if set_up_at is None else Second(as_moment(set_up_at), int(str(uses))),
        names=(f"{family}{given}", *map(str, (family, given, kana, body))),
        rules=rules_of(of_body, of_group),
        barred_at=None if networks_of(of_group).let_in(cause.zone or "", address) else address,
        was_here=any(place(str(each)) == place(address) for (each,) in places),
    )
