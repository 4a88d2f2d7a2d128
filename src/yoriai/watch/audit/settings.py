"""What a body may choose about its audit log."""

from typing import ClassVar

from pydantic import Field

from yoriai.people.orgs.settings import Setting


class AuditTerm(Setting):
    """For how many years the log is kept (AUDIT-1)."""

    name: ClassVar[str] = "audit"
    is_grave: ClassVar[bool] = True

    years: int = Field(default=10, ge=1, le=10)
