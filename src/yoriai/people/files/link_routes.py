"""Files as they are shown: how far each has come, and links by which a browser fetches it at the host of files."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field

from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.files import links, pages
from yoriai.people.files.content import Content
from yoriai.people.files.handing_out import MAY_OPEN, HandingOut, form_of, readable, rendition_for
from yoriai.people.files.links import AS_PAGE, LASTS, Form, Link
from yoriai.people.files.models import File
from yoriai.people.files.policy import Rendition
from yoriai.people.files.sanitizing.papers.viewing import NoSuchPage
from yoriai.people.files.taking.admit import rules_for
from yoriai.people.files.taking.refusals import SavingOff
from yoriai.people.files.taking.settings import saves_for
from yoriai.people.files.wire import FileOut, ShownFileOut
from yoriai.platform.blobs.store import Missing
from yoriai.platform.http.request import files_origin_of
from yoriai.platform.http.works import Work

MOST = 100
"""As many as fit on a page of a room, and more than anybody sees at once."""

router = APIRouter(prefix="/files", tags=["files"])
MayOpen = Annotated[Actor, Depends(allowed(MAY_OPEN))]


class LinksAsked(BaseModel):
    """Of which files."""

    model_config = ConfigDict(extra="forbid")

    file_ids: list[UUID] = Field(min_length=1, max_length=MOST)


class LinksOut(BaseModel):
    """Of those that the asker may know of now; the others are left out, whatever the reason."""

    files: list[ShownFileOut]
    seconds: int
    """So long the links count. Then others are asked for."""


class PagesOut(BaseModel):
    """The pages of a PDF, to be looked at as pictures, whether or not it may be saved."""

    count: int
    pages: list[str]
    """Where to fetch each; none where no files are handed out."""
    seconds: int
    """So long these links count."""


@router.post("/links")
async def ask_links(asked: LinksAsked, request: Request, work: Work, actor: MayOpen) -> LinksOut:
    return await links_to(request, work, actor, asked.file_ids)


@router.get("/{file_id}/pages")
async def read_pages(file_id: UUID, request: Request, work: Work, actor: MayOpen) -> PagesOut:
    """Of what is no PDF, or is not handed on, there are none."""
    handing_out: HandingOut = request.app.state.handing_out
    file = next(iter(await readable(work, actor, [file_id], handing_out.lends)), None)
    if file is None or not pages.has_pages(file, rendition_for(actor, file)):
        raise NotFound
    try:
        count = await pages.count_of(handing_out.home.blobs, file)
    except (NoSuchPage, Missing):
        raise NotFound from None
    origin, until = files_origin_of(request), work.now + LASTS
    making = _Making(handing_out, actor, origin, until, saves=False)
    found = [making.page(file, number) for number in range(count)] if origin else []
    return PagesOut(count=count, pages=found, seconds=int(LASTS.total_seconds()))


async def links_to(request: Request, work: Work, actor: Actor, file_ids: Sequence[UUID]) -> LinksOut:
    """Links to those of these files that the actor may have now, in their order."""
    handing_out: HandingOut = request.app.state.handing_out
    saves = saves_for(await rules_for(work, actor), actor)
    making = _Making(handing_out, actor, files_origin_of(request), work.now + LASTS, saves=saves)
    found = {file.id: file for file in await readable(work, actor, set(file_ids), handing_out.lends)}
    files = [making.shown(found[each]) for each in dict.fromkeys(file_ids) if each in found]
    return LinksOut(files=files, seconds=int(LASTS.total_seconds()))


class _Making:
    """Links for one asker, at one moment."""

    def __init__(
        self, handing_out: HandingOut, actor: Actor, origin: str, until: datetime, *, saves: bool
    ) -> None:
        self._saves = saves
        self._handing_out, self._actor, self._origin, self._until = handing_out, actor, origin, until
        self._key = handing_out.home.key()

    def shown(self, file: File) -> ShownFileOut:
        forms = {form: form_of(self._handing_out.home.blobs, file, form, self._actor) for form in Form}
        whole = forms[Form.WHOLE]
        said = FileOut.of(file).model_dump()
        said["name"] = whole.name if whole else file.name
        return ShownFileOut(
            **said,
            may_open=whole is not None,
            as_it_came=rendition_for(self._actor, file) is Rendition.ORIGINAL,
            not_saved=SavingOff.code if whole and not self._saves else None,
            whole=self._address(file.id, Form.WHOLE, whole if self._saves else None),
            small=self._address(file.id, Form.SMALL, forms[Form.SMALL]),
        )

    def _address(self, file_id: UUID, form: Form, content: Content | None) -> str | None:
        if content is None or not self._origin:
            return None
        return self._written(Link(file_id, form, *self._whose), content.name)

    def page(self, file: File, number: int) -> str:
        """Where one page of a PDF is to be had."""
        return self._written(Link(file.id, AS_PAGE, *self._whose, number), pages.name_of(file, number))

    @property
    def _whose(self) -> tuple[UUID, UUID, datetime]:
        return self._actor.account_id, self._actor.session_id, self._until

    def _written(self, link: Link, name: str) -> str:
        return links.address(self._origin, links.write(self._key, link, self._actor.zone), name)
