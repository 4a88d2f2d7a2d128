"""Reading drafts and imports for the screen."""

from collections.abc import Sequence
from uuid import UUID

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import people_of
from yoriai.people.accounts.roster import decide, drafts, mapping
from yoriai.people.accounts.roster.imports import find_import, last_import, page_of_imports
from yoriai.people.accounts.roster.models import RosterDraft, RosterImport, RosterMapping
from yoriai.people.accounts.roster.out import (
    ColumnOut,
    DraftOut,
    DraftsOut,
    FieldOut,
    ImportOut,
    ImportsOut,
    WaitingOut,
)
from yoriai.people.accounts.roster.subjects import subject_of
from yoriai.people.accounts.roster.undo import WITHIN
from yoriai.platform.work.work import Work


async def waiting(work: Work, actor: Actor) -> DraftsOut:
    """The drafts that wait."""
    return DraftsOut(
        drafts=[
            WaitingOut(
                draft_id=draft.id,
                subject=draft.subject,
                file_name=draft.file_name,
                made_at=draft.made_at,
                is_decided=draft.columns is not None,
            )
            for draft in await drafts.open_drafts(work, actor)
        ]
    )


async def draft(work: Work, actor: Actor, draft_id: UUID) -> DraftOut:
    """One draft with its columns, some of their cells, and what they are taken for."""
    found = await drafts.find(work, actor, draft_id)
    done = await decide.import_of(work, found)
    if done is not None:
        return _taken_over(found, done)
    table = await drafts.table_of(found)
    remembered = await decide.remembered(work, actor, found, table)
    decided = decide.as_headings(found.columns) if found.columns is not None else remembered
    kept = await work.session.get(RosterMapping, (actor.tenant_id, found.subject, table.key))
    columns = [
        ColumnOut(heading=column.heading, samples=list(column.samples), field=field.value if field else None)
        for column, field in zip(mapping.columns(table), decided, strict=True)
    ]
    subject = subject_of(found.subject)
    return DraftOut(
        draft_id=found.id,
        subject=found.subject,
        file_name=found.file_name,
        encoding=table.sheet.encoding,
        sheets=list(table.sheet.sheets),
        sheet=table.sheet.sheet,
        rows=len(table.rows),
        columns=columns,
        fields=[FieldOut(field=each.value, is_needed=each in subject.needed) for each in subject.fields],
        is_remembered=kept is not None,
        is_decided=found.columns is not None,
        made_at=found.made_at,
        expires_at=found.made_at + drafts.KEPT,
        import_id=None,
    )


async def imports(work: Work, actor: Actor, cursor: str | None) -> ImportsOut:
    """What was imported, newest first."""
    rows, after = await page_of_imports(work, actor.tenant_id, cursor)
    return ImportsOut(imports=await _shown(work, actor, rows), next=after)


async def one_import(work: Work, actor: Actor, import_id: UUID) -> ImportOut:
    """One of them."""
    return (await _shown(work, actor, [await find_import(work, actor.tenant_id, import_id)]))[0]


async def _shown(work: Work, actor: Actor, rows: Sequence[RosterImport]) -> list[ImportOut]:
    """Three queries, however many there are."""
    importers = {row.imported_by for row in rows if row.imported_by}
    names = await people_of(work.session, importers, actor.redaction_class)
    newest = {at: await last_import(work, at) for at in {row.organization_id for row in rows}}
    last = {row.id for row in newest.values() if row is not None}
    found: list[ImportOut] = []
    for row in rows:
        who = names.get(row.imported_by) if row.imported_by else None
        found.append(
            ImportOut(
                import_id=row.id,
                subject=row.subject,
                at=row.at,
                by=row.imported_by,
                by_name=f"{who.family} {who.given}".strip() if who else "",
                file_name=row.file_name,
                counts=row.counts,
                undone_at=row.undone_at,
                may_undo=row.id in last and work.now - row.at <= WITHIN,
                undo_until=row.at + WITHIN,
            )
        )
    return found


def _taken_over(found: RosterDraft, done: RosterImport) -> DraftOut:
    return DraftOut(
        draft_id=found.id,
        subject=found.subject,
        file_name=found.file_name,
        encoding="",
        sheets=[],
        sheet="",
        rows=0,
        columns=[],
        fields=[],
        is_remembered=False,
        is_decided=True,
        made_at=found.made_at,
        expires_at=found.made_at + drafts.KEPT,
        import_id=done.id,
    )
