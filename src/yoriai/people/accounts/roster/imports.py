"""What was imported: one row for each file that changed something."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import insert, select

from yoriai.kit import paging
from yoriai.kit.errors import NotFound
from yoriai.kit.ids import SendKey
from yoriai.people.accounts.roster.models import RosterImport
from yoriai.people.accounts.roster.ready import Target
from yoriai.platform.work.work import Work

PEOPLE, UNITS = "people", "units"
PAGE = 20


@dataclass(frozen=True, slots=True)
class Import:
    """One act of importing: its id, which file, and the client's own key for it (BASE-4)."""

    import_id: UUID
    file_name: str
    subject: str = PEOPLE
    request_key: SendKey | None = None


async def keep_import(
    work: Work, target: Target, act: Import, *, counts: Mapping[str, int], undo: bytes
) -> None:
    """Write down that it was done, and what taking it back would need."""
    row = {
        "id": act.import_id,
        "tenant_id": target.tenant_id,
        "organization_id": target.organization_id,
        "imported_by": target.by,
        "at": work.now,
        "request_key": act.request_key,
        "subject": act.subject,
        "file_name": act.file_name,
        "counts": dict(counts),
        "undo": undo,
        "undone_at": None,
        "undone_by": None,
    }
    await work.session.execute(insert(RosterImport).values(row))


async def import_of_key(work: Work, tenant_id: UUID, key: SendKey) -> RosterImport | None:
    """What this key has already done."""
    found = select(RosterImport).where(RosterImport.tenant_id == tenant_id, RosterImport.request_key == key)
    return await work.session.scalar(found)


async def find_import(work: Work, tenant_id: UUID, import_id: UUID) -> RosterImport:
    """An import of this body, as it is now; one of another is answered like one that does not exist."""
    found = select(RosterImport).where(RosterImport.tenant_id == tenant_id, RosterImport.id == import_id)
    row = await work.session.scalar(found, execution_options={"populate_existing": True})
    if row is None:
        raise NotFound
    return row


async def last_import(work: Work, organization_id: UUID) -> RosterImport | None:
    """The newest that still stands."""
    standing = select(RosterImport).where(
        RosterImport.organization_id == organization_id, RosterImport.undone_at.is_(None)
    )
    return await work.session.scalar(standing.order_by(RosterImport.id.desc()).limit(1))


async def page_of_imports(
    work: Work, tenant_id: UUID, cursor: str | None
) -> tuple[Sequence[RosterImport], str | None]:
    """The imports of a body, newest first, and where the list goes on."""
    found = select(RosterImport).where(RosterImport.tenant_id == tenant_id)
    if cursor is not None:
        (before,) = paging.decode(cursor, UUID)
        found = found.where(RosterImport.id < before)
    rows = (await work.session.scalars(found.order_by(RosterImport.id.desc()).limit(PAGE + 1))).all()
    return rows[:PAGE], paging.encode(rows[PAGE - 1].id) if len(rows) > PAGE else None
