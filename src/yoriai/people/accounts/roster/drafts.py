"""Drafts: a file that was brought, what its columns are, and what it would change. Kept for a day, then forgotten."""

import asyncio
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import delete, select
from sqlalchemy.orm import undefer

from yoriai.kit.errors import NotFound, Wrong
from yoriai.kit.file_names import file_name
from yoriai.kit.ids import SendKey, uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.roster.mapping import Laid, laid
from yoriai.people.accounts.roster.models import RosterDraft
from yoriai.people.accounts.roster.read import read
from yoriai.people.accounts.roster.sheet import Sheet
from yoriai.people.orgs.models import Organization
from yoriai.people.orgs.queries import first_organization
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

KEPT = timedelta(hours=24)
MOST_KEPT = 5  # of one body; the oldest goes

_SHEET: TypeAdapter[Sheet] = TypeAdapter(Sheet)


@dataclass(frozen=True, slots=True)
class Bringing:
    """A file that comes in: under which key, for which organization, as a table of what."""

    request_key: SendKey
    subject: str
    file_name: str
    organization_id: UUID | None = None


async def bring(works: Works, actor: Actor, cause: Cause, *, what: Bringing, data: bytes) -> UUID:
    """Keep a file as a draft. The same key again is the same draft, whatever comes with it."""
    async with works.reading(cause) as work:
        known = await _of_key(work, actor, what.request_key)
        organization_id = await _organization(work, actor, what.organization_id)
    if known is not None:
        return known
    sheet = await read(data)
    kept = await asyncio.to_thread(packed, sheet)
    async with works.writing(cause) as work:
        known = await _of_key(work, actor, what.request_key)
        if known is not None:
            return known
        draft = RosterDraft(
            id=uuid7(work.now),
            tenant_id=actor.tenant_id,
            organization_id=organization_id,
            made_by=actor.account_id,
            made_at=work.now,
            request_key=what.request_key,
            subject=what.subject,
            file_name=file_name(what.file_name, otherwise="名簿"),
            file=data if len(sheet.sheets) > 1 else None,
            sheet=kept,
            columns=None,
            difference=None,
        )
        work.session.add(draft)
        await work.session.flush()
        await _make_room(work, actor)
    return draft.id


async def find(work: Work, actor: Actor, draft_id: UUID, *, whole: bool = False) -> RosterDraft:
    """A draft of the actor's body that is not older than a day."""
    asked = select(RosterDraft).where(RosterDraft.id == draft_id, RosterDraft.tenant_id == actor.tenant_id)
    if whole:
        asked = asked.options(undefer(RosterDraft.file), undefer(RosterDraft.difference))
    draft = await work.session.scalar(asked.where(RosterDraft.made_at > work.now - KEPT))
    if draft is None:
        raise NotFound
    return draft


async def open_drafts(work: Work, actor: Actor) -> Sequence[RosterDraft]:
    """The drafts of a body that wait, newest first."""
    waiting = select(RosterDraft).where(
        RosterDraft.tenant_id == actor.tenant_id,
        RosterDraft.made_at > work.now - KEPT,
        RosterDraft.sheet != b"",
    )
    return (await work.session.scalars(waiting.order_by(RosterDraft.id.desc()))).all()


async def choose_sheet(works: Works, actor: Actor, cause: Cause, *, draft_id: UUID, name: str) -> None:
    """Take another sheet of the workbook; what was decided about the first one is forgotten."""
    async with works.reading(cause) as work:
        draft = await find(work, actor, draft_id, whole=True)
    if draft.file is None:
        raise Wrong(field="sheet", reason="only_one")
    if (
        name not in (await asyncio.to_thread(unpacked, draft.sheet)).sheets
    ):  # a reader is begun for known names only
        raise Wrong(field="sheet", reason="unknown")
    sheet = await read(draft.file, name)
    kept = await asyncio.to_thread(packed, sheet)
    async with works.writing(cause) as work:
        draft = await find(work, actor, draft_id)
        draft.sheet, draft.columns, draft.difference = kept, None, None


async def forget(work: Work, actor: Actor, draft_id: UUID) -> None:
    """Throw a draft away. One that is gone already stays gone."""
    one = delete(RosterDraft).where(RosterDraft.id == draft_id, RosterDraft.tenant_id == actor.tenant_id)
    await work.session.execute(one)


async def table_of(draft: RosterDraft) -> Laid:
    """The rows of a draft, with the headings found."""
    if not draft.sheet:  # it was taken over already
        raise NotFound
    return laid(await asyncio.to_thread(unpacked, draft.sheet))


def packed(sheet: Sheet) -> bytes:
    """Rows as they lie in the database."""
    return zlib.compress(_SHEET.dump_json(sheet))


def unpacked(kept: bytes) -> Sheet:
    """As they are read again."""
    return _SHEET.validate_json(zlib.decompress(kept))


async def _of_key(work: Work, actor: Actor, key: SendKey) -> UUID | None:
    known = select(RosterDraft.id).where(
        RosterDraft.tenant_id == actor.tenant_id, RosterDraft.request_key == key
    )
    return await work.session.scalar(known)


async def _organization(work: Work, actor: Actor, asked: UUID | None) -> UUID:
    """One of the actor's body; without a word the one that stands first."""
    if asked is None:
        first = await first_organization(work, actor.tenant_id)
        if first is None:
            raise NotFound
        return first.id
    found = select(Organization.id).where(Organization.id == asked, Organization.tenant_id == actor.tenant_id)
    organization_id = await work.session.scalar(found)
    if organization_id is None:
        raise NotFound
    return organization_id


async def _make_room(work: Work, actor: Actor) -> None:
    mine = select(RosterDraft.id).where(RosterDraft.tenant_id == actor.tenant_id)
    old = (await work.session.scalars(mine.order_by(RosterDraft.id.desc()).offset(MOST_KEPT))).all()
    if old:
        await work.session.execute(delete(RosterDraft).where(RosterDraft.id.in_(old)))
