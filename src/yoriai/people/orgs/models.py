"""Municipalities, their organizations, and the tree of departments."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
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


class Tenant(Base):
    """One public body (団体). Everything that somebody may reach hangs on the tenant of their session."""

    __tablename__ = "tenants"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(40))
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


class Department(Base):
    """A unit (所属) in the tree of an organization. Its path holds the names from the top down, one space between."""

    __tablename__ = "departments"
    __table_args__ = (UniqueConstraint("organization_id", "path"),)

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
