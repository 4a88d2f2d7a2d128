"""Forgetting: a file nobody took over within a day, what undoing an import needed while that could be done, and what
the columns of files were that do not come any more."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import delete, or_, select, update

from yoriai.people.accounts.roster.drafts import KEPT
from yoriai.people.accounts.roster.models import RosterDraft, RosterImport, RosterMapping
from yoriai.people.accounts.roster.undo import WITHIN
from yoriai.platform.work.edge import Works

MAPPINGS_KEPT = timedelta(days=400)
"""Since they were last used: a file that comes every April is known again the next year."""


async def forget_old(works: Works, _: Mapping[str, object]) -> None:
    """Let go of names and files that serve nobody any more."""
    async with works.reading() as work:
        old_draft, old_undo = RosterDraft.made_at < work.now - KEPT, RosterImport.at < work.now - WITHIN
        kept = (old_undo, RosterImport.undo.is_not(None))
        old_mapping = RosterMapping.used_at < work.now - MAPPINGS_KEPT
        is_there_any = or_(
            select(RosterDraft.id).where(old_draft).exists(),
            select(RosterImport.id).where(*kept).exists(),
            select(RosterMapping.headings).where(old_mapping).exists(),
        )
        if not await work.session.scalar(select(is_there_any)):
            return
    async with works.writing() as work:
        await work.session.execute(delete(RosterDraft).where(old_draft))
        await work.session.execute(delete(RosterMapping).where(old_mapping))
        await work.session.execute(update(RosterImport).where(*kept).values(undo=None))
