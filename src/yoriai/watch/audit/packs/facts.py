"""What those who read the audit log are told of packs: asked for, made, taken out, gone."""

from datetime import date
from uuid import UUID

from yoriai.watch.audit.facts import AuditFact


class PackFact(AuditFact):
    """Of one pack."""

    pack_id: UUID


class PackAsked(PackFact):
    """Somebody wants one for these days; why stands in the log."""

    name = "audit_packs.asked"
    first: date
    last: date


class PackMade(PackFact):
    """It is there. By its digest the file can be held against the log."""

    name = "audit_packs.made"
    files: int
    entries: int
    digest: str


class PackFailed(PackFact):
    """It could not be made in its time."""

    name = "audit_packs.failed"


class PackTaken(PackFact):
    """It goes out as a file."""

    name = "audit_packs.taken"


class PackEnded(PackFact):
    """The file is not there any more: thrown away by whoever asked, or its time is over."""

    name = "audit_packs.ended"
    is_thrown_away: bool
