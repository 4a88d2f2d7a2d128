"""Files on their way out: whose link it is, whether they may have the file now and here, and which of its forms."""

from collections.abc import AsyncGenerator, Collection, Sequence
from dataclasses import dataclass
from typing import Final, Protocol
from uuid import UUID

import structlog
from sqlalchemy import select

from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.files import content as contents
from yoriai.people.files import links, pages
from yoriai.people.files.links import AS_FACE, AS_PAGE, FACE_TURNS, Face, Form, Link
from yoriai.people.files.models import File
from yoriai.people.files.policy import Rendition, rendition
from yoriai.people.files.sanitizing.kinds import PICTURES
from yoriai.people.files.sanitizing.papers.viewing import NoSuchPage
from yoriai.people.files.taking.admit import rules_for
from yoriai.people.files.taking.settings import saves_for
from yoriai.platform.blobs.store import Blobs, Missing
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.feature import Lends, Who
from yoriai.platform.http.content import KEPT, Content
from yoriai.platform.http.listener import Knock
from yoriai.platform.work.edge import Works
from yoriai.platform.work.home import Home
from yoriai.platform.work.work import Work

FACE_KEPT: Final = f"private, max-age={int(FACE_TURNS.total_seconds())}"
"""What was seen of a face stands on many screens: a browser may show it again without asking, to whoever saw it."""

MAY_OPEN: Final = "files.open"

log = structlog.get_logger()


class Holders(Protocol):
    """Whoever knows sessions. They stand above files; the wiring hands one down."""

    async def of_session(self, work: Work, session_id: UUID, knock: Knock, file_id: UUID) -> Actor:
        """Whose session this is, if it would be let in here for this file; raises a refusal for everything else."""
        ...


@dataclass(frozen=True, slots=True)
class HandingOut:
    """The one way out for bytes that people brought."""

    works: Works
    home: Home
    holders: Holders
    lends: Lends
    """Which files somebody may have: whoever shows files knows it of theirs."""
    shows: Lends
    """Of which files somebody may see the face that was made of them, and nothing else."""

    async def look(self, knock: Knock, token: str) -> Content:
        """What a link gives now. Everything that is asked of its holder is asked anew, every time (N7); nothing that
        speaks against it is told apart (A4)."""
        link = links.read(self.home.key(), token, knock.zone, self.works.now())
        if link is None:
            raise NotFound
        cause = Cause(zone=knock.zone, address=knock.address, request_id=knock.request_id)
        async with self.works.reading(cause) as work:
            actor = await self.holders.of_session(work, link.session_id, knock, link.file_id)
            if actor.account_id != link.account_id or not actor.may(MAY_OPEN):
                raise NotFound
            if link.form is Form.WHOLE and not saves_for(await rules_for(work, actor), actor):
                raise NotFound
            asked = self.shows if link.form == AS_FACE else self.lends
            file = next(iter(await readable(work, actor, [link.file_id], asked)), None)
        found = file and await self._found(file, link, actor)
        if found is None:
            raise NotFound
        return await _going_out(found, link)

    async def _found(self, file: File, link: Link, actor: Actor) -> contents.Content | pages.Page | None:
        if link.form != AS_PAGE:
            return form_of(self.home.blobs, file, link.form, actor)
        if not pages.has_pages(file, rendition_for(actor, file)):
            return None
        try:
            return await pages.page_of(self.home.blobs, file, link.page)
        except Missing:
            raise _missed(link) from None
        except NoSuchPage:
            return None


async def own_unused(work: Work, who: Who, file_ids: Collection[UUID]) -> Collection[UUID]:
    """Of these files those that somebody has brought and nothing holds on to yet: to whoever holds on to one it then
    belongs to say who may have it."""
    own = File.account_id == who.account_id, File.attached_at.is_(None)
    return set(await work.session.scalars(select(File.id).where(File.id.in_(file_ids), *own)))


async def readable(work: Work, actor: Actor, file_ids: Collection[UUID], lends: Lends) -> Sequence[File]:
    """Of these files those that somebody may have, with as many questions for one as for a hundred."""
    lent = set(await lends(work, actor, file_ids))
    if not lent:
        return ()
    return (await work.session.scalars(select(File).where(File.id.in_(lent)))).all()


def rendition_for(actor: Actor, file: File) -> Rendition:
    """What there is of it for whoever may have it."""
    return rendition(
        origin=file.zone,
        reader=actor.zone,
        state=file.state,
        is_image=file.kind in PICTURES,
        is_guest=actor.is_outsider,
    )


def form_of(blobs: Blobs, file: File, form: Form | Face, actor: Actor) -> contents.Content | None:
    """What of a file goes to this actor where they stand (R2); None where nothing does."""
    which = rendition_for(actor, file)
    if form == AS_FACE:
        return contents.face_of(blobs, file, which)
    return (contents.small_of if form is Form.SMALL else contents.content_of)(blobs, file, which)


def _missed(link: Link) -> NotFound:
    log.error("blob missing", file_id=str(link.file_id), form=link.form)
    return NotFound()


async def _going_out(found: contents.Content | pages.Page, link: Link) -> Content:
    try:
        size = await found.size()
    except Missing:
        raise _missed(link) from None

    async def read(start: int, end: int) -> AsyncGenerator[bytes]:
        async for piece in found.stream(start, end):
            yield piece

    which = f"{link.form}-{link.page}" if link.form == AS_PAGE else link.form
    etag = f'"{found.address.sha256[:40]}-{which}"'
    kept = FACE_KEPT if link.form == AS_FACE else KEPT
    return Content(found.name, found.media_type, size, etag, read, kept)
