"""What the entrance and the pages about logins are given and what they give back."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from yoriai.people.sessions.devices import Device, seen_as
from yoriai.people.sessions.here import BarredHere, Farewell, Here
from yoriai.people.sessions.lock import Away
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.rules import PasswordRules
from yoriai.people.sessions.second_factor.state import State
from yoriai.people.sessions.security import Access, FailedTries, Security


class TenantOut(BaseModel):
    code: str
    name: str


class EntranceOut(BaseModel):
    """`signed_in` comes with `here`; `locked` says whose seat this browser is while they are away."""

    zone: str
    tenant: TenantOut | None
    contact: str
    protocol: int
    signed_in: bool
    here: Here | None
    locked: Away | None
    farewell: Farewell | None
    """Of a guest whose cookie opens nothing any more."""
    barred: BarredHere | None
    """Of somebody whose cookie opens nothing in the network in which they are."""


class SignInBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    tenant: str
    login_id: str
    password: str
    new_password: str | None = None


class SignedInOut(BaseModel):
    account_id: UUID
    here: Here


class UnlockBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    password: str


class PasswordBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    password: str
    new_password: str
    end_others: bool


class EndedOut(BaseModel):
    ended: int


class SessionOut(BaseModel):
    session_id: UUID
    zone: str
    client_kind: str
    device: Device
    address: str
    began_at: datetime
    last_used_at: datetime
    is_locked: bool
    is_this: bool


class SessionsOut(BaseModel):
    sessions: list[SessionOut]


class SecurityOut(BaseModel):
    """What should be known about the logins of one account. No password, token or hash stands in it (N18)."""

    sessions: list[SessionOut]
    last_access: Access | None
    has_password: bool
    password_changed_at: datetime | None
    password_ends_at: datetime | None
    failed: FailedTries
    second: State
    second_is_relaxed: bool
    """In the demo nobody is made to set one up."""
    password: PasswordRules


def sessions_shown(sessions: Sequence[Session], this: UUID) -> list[SessionOut]:
    """Sessions as a list shows them; `this` is the one that asks."""
    return [
        SessionOut(
            session_id=session.id,
            zone=session.zone,
            client_kind=session.client_kind,
            device=seen_as(session.user_agent),
            address=session.address,
            began_at=session.began_at,
            last_used_at=session.last_used_at,
            is_locked=session.locked_at is not None,
            is_this=session.id == this,
        )
        for session in sessions
    ]


def security_shown(found: Security, this: UUID, *, is_relaxed: bool) -> SecurityOut:
    """The view as it goes out."""
    return SecurityOut(
        sessions=sessions_shown(found.sessions, this),
        last_access=found.last_access,
        has_password=found.has_password,
        password_changed_at=found.password_changed_at,
        password_ends_at=found.password_ends_at,
        failed=found.failed,
        second=found.second,
        second_is_relaxed=is_relaxed,
        password=found.rules.password,
    )
