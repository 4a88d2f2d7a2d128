"""A face that was chosen takes its place: as soon as its file has been judged, and the square has been made of it."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.people.files import service as files
from yoriai.people.files.facing import is_picture, make_face
from yoriai.people.files.facts import FileJudged
from yoriai.people.files.models import File
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.platform.db.among import among
from yoriai.platform.facts.durable import Entry
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.faces.models import Face
from yoriai.talk.faces.service import NoPicture, leave_to_make, refuse, tell

NOT_MADE: Final = Reason.DIED


async def follow(work: Work, entries: Sequence[Entry]) -> None:
    """Go on with whatever waited for these files: make the faces of what is a picture, refuse the others."""
    judged = {each.line.fact.file_id for each in entries if isinstance(each.line.fact, FileJudged)}
    waiting = (
        select(Face, File).join(File, File.id == Face.coming_id).where(among(Face.coming_id, judged))
    ).order_by(Face.id)
    for face, file in (await work.session.execute(waiting.with_for_update(of=Face))).all():
        if is_picture(file):
            await leave_to_make(work, face)
        else:
            await refuse(work, face, file.reason or NoPicture.code)


async def make(works: Works, body: Mapping[str, object]) -> None:
    """Make it, and let it take its place. Done twice, it is the same; what was taken off meanwhile stays off."""
    face_id = UUID(str(body["face_id"]))
    async with works.reading() as work:
        coming_id = await work.session.scalar(select(Face.coming_id).where(Face.id == face_id))
    if coming_id is None:
        return
    is_made = await make_face(works, coming_id)
    async with works.writing() as work:
        face = await work.session.get(Face, face_id, with_for_update=True)
        file = await work.session.get(File, coming_id)
        if face is None or file is None or face.coming_id != coming_id:
            return
        work.cause = Cause(tenant_id=file.tenant_id, zone=file.zone)
        if not is_made:
            await refuse(work, face, NOT_MADE)
            return
        if face.file_id is not None:
            await files.let_go(work, face.file_id)
        face.file_id, face.coming_id, face.changed_at = coming_id, None, work.now
        await tell(work, face, is_set=True, by=face.brought_by)
