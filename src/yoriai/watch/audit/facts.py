"""What those who read the audit log are told: that it was taken out, looked through, or became shorter."""

from uuid import UUID

from yoriai.platform.facts.fact import Fact


class AuditFact(Fact):
    """Told to everybody of the body who may read its log."""

    tenant_id: UUID

    def stream(self) -> str:
        return audit_stream(self.tenant_id)


class AuditExported(AuditFact):
    """Rows were taken out as a file."""

    name = "audit.exported"
    export_id: UUID
    entries: int


class AuditChecked(AuditFact):
    """The chain was looked through."""

    name = "audit.checked"
    check_id: UUID
    is_whole: bool


class AuditDropped(AuditFact):
    """Rows whose term is over are gone; where the chain goes on stands here, so that it is still one chain."""

    name = "audit.dropped"
    first: int
    last: int
    hash: str
    digest: str


class AuditRestored(AuditFact):
    """A backup came back: so many rows that had been written after it are gone."""

    name = "audit.restored"
    last: int
    lost: int


def audit_stream(tenant_id: UUID) -> str:
    """The name of the stream of a body's log."""
    return f"audit/{tenant_id}"
