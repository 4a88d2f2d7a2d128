"""HTTP for what hangs in a room. Routes translate; they do not decide."""

from fastapi import APIRouter, Depends

from yoriai.kit.paging import clamp
from yoriai.people.access.http import allowed
from yoriai.platform.http.works import Work
from yoriai.talk.attachments.gallery import Hung, gallery
from yoriai.talk.attachments.wire import GalleryOut
from yoriai.talk.rooms.http import Along, Here

router = APIRouter(prefix="/rooms/{room_id}", tags=["attachments"])


@router.get("/gallery", dependencies=[Depends(allowed("messages.read"))])
async def read_gallery(
    work: Work, here: Here, hung: Hung = Hung.PICTURES, *, cursor: str | None = None, limit: int | None = None
) -> GalleryOut:
    return await gallery(work, here, hung, cursor=cursor, limit=clamp(limit))


@router.get("/following/gallery", dependencies=[Depends(allowed("following.follow"))])
async def read_gallery_along(
    work: Work,
    here: Along,
    hung: Hung = Hung.PICTURES,
    *,
    cursor: str | None = None,
    limit: int | None = None,
) -> GalleryOut:
    return await gallery(work, here, hung, cursor=cursor, limit=clamp(limit))
