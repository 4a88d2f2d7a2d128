"""Faces that are there already, and what somebody sees of them."""

from hashlib import sha256
from uuid import UUID

from tests.cast import SATO
from tests.people.files.bringing import Bringer
from tests.talk.attachments.bringing import bring
from tests.town import Town
from yoriai.kit.ids import uuid7
from yoriai.people.files import places
from yoriai.people.files.models import File
from yoriai.talk.faces.models import Face

LINKS = "/api/faces/links"


async def with_face(
    town: Town, who: UUID | None = None, *, room: UUID | None = None, zone: str = "lgwan"
) -> bytes:
    """As if this person or this room had got a face, of a file that came in on this side; its bytes."""
    brought, works = await bring(town, who or SATO, zone=zone), town.assembly.works
    face = b"face of " + brought.small
    async with works.writing() as work:
        file = await work.session.get_one(File, brought.file_id)
        file.sha256_face, file.attached_at = sha256(face).hexdigest(), work.now
        whose = Face(id=uuid7(work.now), account_id=None if room else who, room_id=room)
        whose.file_id, whose.brought_by, whose.changed_at = file.id, who or SATO, work.now
        await works.blobs.put_bytes(places.face_of(file), face)
        work.session.add(whose)
    return face


async def seen(town: Town, who: UUID, *ids: UUID, zone: str = "lgwan") -> dict[UUID, str]:
    """The addresses of those faces that somebody sees, of people or rooms."""
    some = [str(each) for each in ids]
    answer = await town.call(who, "POST", LINKS, {"account_ids": some, "room_ids": some}, zone=zone)
    assert answer.status_code == 200, answer.text
    return {UUID(whose): address for whose, address in answer.json()["faces"].items()}


async def chosen(town: Town, data: bytes, name: str, *, who: UUID = SATO, zone: str = "lgwan") -> str:
    """Bring a file and choose it for oneself; its id."""
    file_id = await Bringer(town, who, zone).brings(data, name)
    answer = await town.call(who, "PUT", "/api/face", {"file_id": file_id}, zone=zone)
    assert answer.status_code == 204, answer.text
    return file_id
