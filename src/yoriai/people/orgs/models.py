"""Municipalities, their organizations, and the tree of departments."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, Json, UtcTime


class TenantKind(StrEnum):
    """What kind of public body a tenant is."""

    MUNICIPALITY = "municipality"
    PREFECTURE = "prefecture"
    BRANCH = "branch"
    PARTIAL_AFFAIRS_UNION = "partial_affairs_union"
    WIDE_AREA_UNION = "wide_area_union"
    LOCAL_AGENCY = "local_agency"
    NATIONAL_BODY = "national_body"
    RELATED_BODY = "related_body"


class DepartmentKind(StrEnum):
    """部, 課, 係 or 班; a unit called otherwise (室, 所, 園) is of no kind."""

    DIVISION = "部"
    SECTION = "課"
    UNIT = "係"
    TEAM = "班"
    OTHER = ""


class BodyChangeKind(StrEnum):
    """What of a body was changed."""

    SETTING = "setting"
    MODULE = "module"


class Tenant(Base):
    """One public body (団体). Everything that somebody may reach hangs on the tenant of their session."""

    __tablename__ = "tenants"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(40))
    """A `TenantKind`, as the operator has entered it: by it other bodies bar somebody from their rooms (FED-2)."""
    prefecture: Mapped[int | None] = mapped_column(default=None)
    """都道府県 by its number (JIS X 0401, 1 to 47); none of a body of the whole country."""
    population: Mapped[int | None] = mapped_column(default=None)
    contact: Mapped[str] = mapped_column(Text)
    """Whom to ask, as every refusal says it: 「情報政策課（内線 2345）」."""
    switched_off: Mapped[list[str]] = mapped_column(Json)
    """Names of the features this tenant lives without (BASE-7)."""
    policies: Mapped[dict[str, object]] = mapped_column(Json)
    created_at: Mapped[datetime] = mapped_column(UtcTime)


class Organization(Base):
    """A container inside a tenant (役所, 議会, 消防団). Content never mixes between organizations (ORG-7)."""

    __tablename__ = "organizations"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(Text)
    display_order: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    request_key: Mapped[str | None] = mapped_column(String(26), default=None)


class Department(Base):
    """A unit (所属) in the tree of an organization. Its path holds the names from the top down, one space between."""

    __tablename__ = "departments"
    # NULLs never collide, on either database: of closed units many may have borne one name or code.
    __table_args__ = (
        UniqueConstraint("organization_id", "path", "is_open"),
        UniqueConstraint("organization_id", "code", "is_open"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id", ondelete="CASCADE"))
    parent_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("departments.id", ondelete="RESTRICT"), index=True
    )
    kind: Mapped[str] = mapped_column(String(8))
    name: Mapped[str] = mapped_column(Text)
    short_name: Mapped[str] = mapped_column(Text)
    path: Mapped[str] = mapped_column(Text)
    folded: Mapped[str] = mapped_column(Text)
    """The path as search compares it."""
    display_order: Mapped[int]
    """建制順: the order in which units stand beside each other (ORG-16)."""
    code: Mapped[str | None] = mapped_column(String(40), default=None)
    """所属コード, as personnel offices number their units."""
    place: Mapped[str] = mapped_column(Text, default="")
    floor: Mapped[str] = mapped_column(Text, default="")
    extension: Mapped[str] = mapped_column(Text, default="")
    is_open: Mapped[bool | None] = mapped_column(default=True)
    """True as long as people can serve in it, NULL once it is closed, never false."""
    opened_at: Mapped[datetime] = mapped_column(UtcTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    successor_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("departments.id", ondelete="SET NULL"), default=None
    )
    """Where its people went when it was closed."""


class DepartmentName(Base):
    """What a unit was called until it was renamed: messages of that time go on saying so (「（当時）高齢福祉課」)."""

    __tablename__ = "department_names"
    __table_args__ = (Index(None, "department_id", "until"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    department_id: Mapped[UUID] = mapped_column(ForeignKey("departments.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(Text)
    path: Mapped[str] = mapped_column(Text)
    since: Mapped[datetime] = mapped_column(UtcTime)
    until: Mapped[datetime] = mapped_column(UtcTime)


class DepartmentChange(Base):
    """One thing that somebody did to a unit, with the words before and after."""

    __tablename__ = "department_changes"
    __table_args__ = (Index(None, "department_id", "id"), Index(None, "by", "request_key"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id", ondelete="CASCADE"))
    department_id: Mapped[UUID] = mapped_column(ForeignKey("departments.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    by: Mapped[UUID | None]
    kind: Mapped[str] = mapped_column(String(16))
    before: Mapped[dict[str, object]] = mapped_column(Json)
    after: Mapped[dict[str, object]] = mapped_column(Json)
    import_id: Mapped[UUID | None]
    request_key: Mapped[str | None] = mapped_column(String(26))
    """The client's own key for the act: the same act again is the same act (BASE-4)."""


class BodyChange(Base):
    """One change of a setting, or of which modules a body has: what it was before, and what it became."""

    __tablename__ = "body_changes"
    __table_args__ = (Index(None, "tenant_id", "kind", "name", "id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"))
    at: Mapped[datetime] = mapped_column(UtcTime)
    by: Mapped[UUID | None]
    kind: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(String(40))
    before: Mapped[object] = mapped_column(Json)
    after: Mapped[object] = mapped_column(Json)
