"""HTTP for showing some pictures on a locked screen. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field

from yoriai.people.access.actor import Actor
from yoriai.people.files.handing_out import HandingOut, readable
from yoriai.people.files.link_routes import LinksOut, links_to
from yoriai.people.sessions import show
from yoriai.people.sessions.http import Shows, allowed
from yoriai.platform.http.works import Work, Writes

MOST = 50
"""More are shown to nobody at one visit."""

router = APIRouter(prefix="/showing", tags=["sessions"])
MayOpen = Annotated[Actor, Depends(allowed("files.open"))]


class ShowingIn(BaseModel):
    """Which pictures, in their order."""

    model_config = ConfigDict(extra="forbid")

    file_ids: list[UUID] = Field(min_length=1, max_length=MOST)


@router.post("", status_code=204)
async def begin_showing(asked: ShowingIn, request: Request, work: Writes, actor: MayOpen) -> None:
    handing_out: HandingOut = request.app.state.handing_out
    found = await readable(work, actor, set(asked.file_ids), handing_out.lends)
    await show.show(work, actor, asked.file_ids, found)


@router.get("")
async def read_showing(request: Request, work: Work, held: Shows) -> LinksOut:
    """The pictures of the locked screen, those that may be seen still."""
    return await links_to(request, work, held.actor, held.showing)
