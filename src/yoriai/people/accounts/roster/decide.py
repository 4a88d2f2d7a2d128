"""Deciding what the columns of a draft are, looking at what it would change, and taking it over."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import update

from yoriai.kit.errors import Refused, Wrong
from yoriai.kit.ids import SendKey, uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.roster import difference, drafts, mapping
from yoriai.people.accounts.roster.difference import Difference, RosterCounts
from yoriai.people.accounts.roster.headings import Heading
from yoriai.people.accounts.roster.imports import Import, import_of_key
from yoriai.people.accounts.roster.mapping import Laid
from yoriai.people.accounts.roster.models import RosterDraft, RosterImport, RosterMapping
from yoriai.people.accounts.roster.progress import Progress, under_way
from yoriai.people.accounts.roster.ready import Target
from yoriai.people.accounts.roster.subjects import Wish, subject_of
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

MANY = 10  # percent: stopping more than that is asked twice


class ManyStopped(Refused):
    """So many would be stopped that it is asked a second time."""

    code = "accounts.roster_many_stopped"


class NotLookedAt(Refused):
    """The columns are not decided yet, so nobody can have seen what would change."""

    code = "accounts.roster_not_looked_at"


@dataclass(frozen=True, slots=True)
class Yes:
    """What somebody said yes to."""

    is_stopping: bool = False
    confirmed: int = 0
    """How many they know will be stopped."""


@dataclass(frozen=True, slots=True)
class Office:
    """Who works on a draft, and from where."""

    works: Works
    actor: Actor
    cause: Cause
    key: bytes

    def target(self, organization_id: UUID) -> Target:
        return Target(
            self.actor.tenant_id, organization_id, self.key, by=self.actor.account_id, cause=self.cause
        )


async def remembered(work: Work, actor: Actor, draft: RosterDraft, table: Laid) -> list[Heading | None]:
    """What the columns were the last time, or what they are likely to be."""
    key = (actor.tenant_id, draft.subject, table.key)
    kept = await work.session.get(RosterMapping, key)
    if kept is not None and len(kept.columns) == len(table.headings):
        return as_headings(kept.columns)
    return mapping.guessed(table, subject_of(draft.subject).fields)


def as_headings(columns: Sequence[str | None]) -> list[Heading | None]:
    """Columns as they came in; a word that is none of ours is refused."""
    try:
        return [None if each is None else Heading(each) for each in columns]
    except ValueError:
        raise Wrong(field="columns", reason="unknown") from None


async def decide(office: Office, draft_id: UUID, columns: Sequence[Heading | None]) -> None:
    """Say what the columns are. It is remembered for files with the same headings, and the difference is made."""
    async with office.works.reading(office.cause) as work:
        draft = await drafts.find(work, office.actor, draft_id)
    table = await drafts.table_of(draft)
    if len(columns) != len(table.headings):
        raise Wrong(field="columns", reason="count")
    subject = subject_of(draft.subject)
    shown = await subject.look(office.works, office.target(draft.organization_id), table, columns)
    kept = await asyncio.to_thread(difference.packed, shown)
    said = [None if each is None else each.value for each in columns]
    async with office.works.writing(office.cause) as work:
        draft = await drafts.find(work, office.actor, draft_id)
        draft.columns, draft.difference = said, kept
        key = (office.actor.tenant_id, draft.subject, table.key)
        known = await work.session.get(RosterMapping, key)
        if known is None:
            tenant_id, about, headings = key
            known = RosterMapping(tenant_id=tenant_id, subject=about, headings=headings)
            work.session.add(known)
        known.columns, known.used_at = said, work.now


async def looked_at(work: Work, actor: Actor, draft_id: UUID) -> Difference:
    """What the draft would change, as it was last looked at."""
    draft = await drafts.find(work, actor, draft_id, whole=True)
    if draft.difference is None:
        raise NotLookedAt
    return await asyncio.to_thread(difference.unpacked, draft.difference)


async def take_over(office: Office, draft_id: UUID, yes: Yes) -> UUID | None:
    """Take a draft over: all of it or nothing, and once. Its id, or None when there was nothing to change."""
    async with office.works.reading(office.cause) as work:
        draft = await drafts.find(work, office.actor, draft_id, whole=True)
        done = await import_of_key(work, office.actor.tenant_id, SendKey(draft.request_key))
    if done is not None:
        return done.id
    # Whoever asks again while it runs waits for the same one; whoever goes away does not stop it.
    return await asyncio.shield(under_way.run(draft_id, lambda far: _run(office, draft, yes, far)))


async def import_of(work: Work, draft: RosterDraft) -> RosterImport | None:
    """What came of a draft, once it was taken over."""
    return await import_of_key(work, draft.tenant_id, SendKey(draft.request_key))


async def _run(office: Office, draft: RosterDraft, yes: Yes, far: Progress) -> UUID | None:
    if draft.difference is None or draft.columns is None:
        raise NotLookedAt
    far.step = "reading"
    shown = await asyncio.to_thread(difference.unpacked, draft.difference)
    _ask_twice(shown.counts, yes)
    table = await drafts.table_of(draft)
    act = Import(
        uuid7(office.works.now()), draft.file_name, draft.subject, request_key=SendKey(draft.request_key)
    )
    wish = Wish(act, is_stopping=yes.is_stopping, seen=shown.digest(is_stopping=yes.is_stopping), far=far)
    target = office.target(draft.organization_id)
    columns = as_headings(draft.columns)
    import_id = await subject_of(draft.subject).take(office.works, target, table, columns, wish)
    if import_id is not None:
        async with office.works.writing(office.cause) as work:  # the names in it are not needed any more
            one = update(RosterDraft).where(RosterDraft.id == draft.id)
            await work.session.execute(one.values(sheet=b"", file=None, difference=None))
    return import_id


def _ask_twice(counts: RosterCounts, yes: Yes) -> None:
    here = counts.rows - counts.new + counts.missing
    is_many = counts.stoppable * 100 > here * MANY
    if yes.is_stopping and is_many and yes.confirmed != counts.stoppable:
        raise ManyStopped(count=counts.stoppable, of=here)
