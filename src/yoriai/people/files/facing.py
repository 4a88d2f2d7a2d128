"""Faces: a file that was made safe gets one more form, square and small, for whoever shows it as somebody's face."""

from hashlib import sha256
from uuid import UUID

from yoriai.people.files import places
from yoriai.people.files.blobs import claim, made, tie
from yoriai.people.files.models import File, State
from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.people.files.sanitizing.sanitize import face_of
from yoriai.platform.outside.cage.beside import beside
from yoriai.platform.work.edge import Works


def is_picture(file: File) -> bool:
    """Whether a face can be made of a file, as far as it is known what it is."""
    return file.state == State.DISARMED and bool(file.kind) and Kind(file.kind).is_image


async def make_face(works: Works, file_id: UUID) -> bool:
    """Make the face of a picture, unless it is there. Whether there is one now. It is the same if it is done again."""
    async with works.reading() as work:
        file = await work.session.get(File, file_id)
    if file is None or not is_picture(file):
        return False
    if file.sha256_face:
        return True
    small, kind = await works.blobs.read_bytes(places.small_of(file)), Kind(file.kind_small)
    face = await beside(lambda: face_of(small, kind))
    if face is None:
        return False
    these = made(file, sha256(face).hexdigest())
    async with works.writing() as work:
        await claim(work, these, len(face))
    await works.blobs.put_bytes(places.made_at(file, these.sha256), face)
    async with works.writing() as work:
        held = await work.session.get(File, file_id, with_for_update=True)
        if held is None:
            return False
        if not held.sha256_face:
            held.sha256_face = these.sha256
            await tie(work, these)
    return True
