"""Accounts and the departments in which their holders serve."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, Json, UtcTime


class AccountKind(StrEnum):
    """Who stands behind an account."""

    MEMBER = "member"
    GUEST = "guest"
    BOT = "bot"
    DEPARTMENT = "department"


class AccountStatus(StrEnum):
    """Whether an account may be used."""

    ACTIVE = "active"
    SUSPENDED = "suspended"
    REMOVED = "removed"
    """Withdrawn, or taken back by undoing an import: seen nowhere but in the administrators' table. A later roster
    with its number revives it."""


class EmploymentType(StrEnum):
    """任用形態 (ORG-2)."""

    REGULAR = "regular"
    REAPPOINTED = "reappointed"
    FIXED_TERM = "fixed_term"
    SPECIAL_POST = "special_post"
    OTHER = "other"


class AccountGroup(Base):
    """アカウント管理グループ: what holds for the accounts in it. An account is in one at most (ADMIN-17)."""

    __tablename__ = "account_groups"
    __table_args__ = (UniqueConstraint("tenant_id", "name"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(Text)
    policies: Mapped[dict[str, object]] = mapped_column(Json)
    created_at: Mapped[datetime] = mapped_column(UtcTime)


class Account(Base):
    """One person's (or bot's, or department's) account in a tenant. No column holds a password in readable form."""

    __tablename__ = "accounts"
    __table_args__ = (
        UniqueConstraint("tenant_id", "login_id"),
        UniqueConstraint("tenant_id", "email"),
        Index(None, "tenant_id", "kana_order", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(16))
    login_id: Mapped[str] = mapped_column(String(64))
    """The employee number (職員番号) in half width and capital letters."""
    family: Mapped[str] = mapped_column(Text)
    given: Mapped[str] = mapped_column(Text)
    kana: Mapped[str] = mapped_column(Text)
    kana_order: Mapped[bytes] = mapped_column(LargeBinary)
    """Where the name stands in 五十音順. Bytes, because every database sorts bytes alike."""
    folded: Mapped[str] = mapped_column(Text)
    """Name, kana, number and extension as search compares them."""
    email: Mapped[str | None] = mapped_column(String(254))
    employment_type: Mapped[str] = mapped_column(String(16))
    job_title: Mapped[str] = mapped_column(Text)
    extension: Mapped[str] = mapped_column(Text)
    display_order: Mapped[int | None]
    status: Mapped[str] = mapped_column(String(16))
    ends_on: Mapped[date | None]
    roles: Mapped[list[str]] = mapped_column(Json)
    password_hash: Mapped[str | None] = mapped_column(Text)
    password_changed_at: Mapped[datetime | None] = mapped_column(UtcTime)
    first_password_mac: Mapped[str | None] = mapped_column(String(64))
    first_password_expires_at: Mapped[datetime | None] = mapped_column(UtcTime)
    signed_out_at: Mapped[datetime | None] = mapped_column(UtcTime)
    """Sessions that began no later than this are worth nothing, even after the account is restored."""
    welcomed_at: Mapped[datetime | None] = mapped_column(UtcTime)
    """When the first day was gone through: passwords, name, letters, notifications. It follows the person."""
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    group_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("account_groups.id", ondelete="SET NULL"), default=None
    )
    place: Mapped[str] = mapped_column(Text, default="")
    """Where somebody works, when it is not where their unit is."""
    firm: Mapped[str] = mapped_column(Text, default="", server_default="")
    """Of a guest the firm or association for which they come (GUEST-3)."""
    profile: Mapped[dict[str, str]] = mapped_column(Json, default=dict)
    """The fields that the body has added (ORG-11), by their keys."""
    profile_folded: Mapped[str] = mapped_column(Text, default="")
    """The same as search compares them."""
    rights: Mapped[dict[str, bool]] = mapped_column(Json, default=dict)
    """What was given to this person or withheld from them by name (ORG-9): `people.access.rights`."""


def _as_main(context: DefaultExecutionContext) -> bool:
    return context.get_current_parameters()["main"] is True


class Posting(Base):
    """That an account serves in an organization, and in which department of it. One of the open ones is the main one."""

    __tablename__ = "postings"
    # NULLs never collide, on either database: many postings, one main one.
    __table_args__ = (
        UniqueConstraint("account_id", "main"),
        # Also for whoever asks for everybody with their postings in one organization: by the organization alone, all of
        # its postings were gone through for each account.
        Index(None, "organization_id", "account_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id", ondelete="CASCADE"))
    department_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("departments.id", ondelete="RESTRICT"), index=True
    )
    main: Mapped[bool | None]
    """True for the one that stands beside the name, NULL for concurrent and for closed ones, never false."""
    was_main: Mapped[bool] = mapped_column(default=_as_main)
    """What `main` was when the posting began; it stays when the posting is closed. What becomes the main one later
    is a new posting, so that at any moment of the past the main one is known."""
    since: Mapped[datetime] = mapped_column(UtcTime)
    until: Mapped[datetime | None] = mapped_column(UtcTime)


class ChangeKind(StrEnum):
    """What was done to an account."""

    CREATED = "created"
    CHANGED = "changed"
    MOVED = "moved"
    SUSPENDED = "suspended"
    RESTORED = "restored"
    REMOVED = "removed"
    ROLES = "roles"
    RIGHTS = "rights"
    PASSWORD_RESET = "password_reset"  # noqa: S105 a kind of change
    PASSWORD_CHOSEN = "password_chosen"  # noqa: S105 a kind of change
    SECOND_FACTOR_SET_UP = "second_set_up"
    SECOND_FACTOR_CHANGED = "second_changed"
    """Another device makes the codes now."""
    SECOND_FACTOR_OFF = "second_off"
    SECOND_FACTOR_RESET = "second_reset"
    """Somebody else took it away, because it was lost."""
    RECOVERY_CODES_DRAWN = "recovery_drawn"
    RECOVERY_CODE_USED = "recovery_used"
    CORRECTION_ASKED = "correction_asked"
    """The person says that their name or department is wrong."""


class AccountChange(Base):
    """One thing that somebody did to an account, with the words before and after; never a secret."""

    __tablename__ = "account_changes"
    __table_args__ = (
        Index(None, "account_id", "id"),
        Index(None, "by", "request_key"),
        Index(None, "import_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"))
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    by: Mapped[UUID | None]
    kind: Mapped[str] = mapped_column(String(24))
    before: Mapped[dict[str, object]] = mapped_column(Json)
    after: Mapped[dict[str, object]] = mapped_column(Json)
    import_id: Mapped[UUID | None]
    request_key: Mapped[str | None] = mapped_column(String(26))
    """The client's own key for the act, one for all whom it changed: the same act again is the same act (BASE-4)."""


class TakenOut(Base):
    """One time that something about many people was taken out as a file, and the reason that was given."""

    __tablename__ = "taken_out"
    __table_args__ = (Index(None, "tenant_id", "id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"))
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    act: Mapped[str] = mapped_column(String(40))
    """What it was, as the fact calls it."""
    reason: Mapped[str] = mapped_column(Text)
