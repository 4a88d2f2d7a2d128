"""What is told of faces: to whoever chose one, to colleagues, to a room. Replayed by the web."""

import pytest
from sqlalchemy import select

from tests.cast import SATO, SUZUKI
from tests.talk.actors import opened
from tests.talk.attachments.bringing import bring
from tests.talk.faces.showing import with_face
from tests.town import Town
from tests.transcripts import transcript
from yoriai.people.files.models import State
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.talk.faces.models import Face
from yoriai.talk.faces.service import refuse

pytestmark = pytest.mark.anyio


async def test_whoever_chose_a_face_is_told_what_becomes_of_it(town: Town) -> None:
    brought = await bring(town, state=State.CHECKING)
    async with transcript(town, "faces.brought", SATO, expect=["faces.brought"]):
        asked = {"file_id": str(brought.file_id)}
        assert (await town.call(SATO, "PUT", "/api/face", asked)).status_code == 204
    async with (
        transcript(town, "faces.refused", SATO, expect=["faces.refused"]),
        town.assembly.works.writing() as work,
    ):
        face = (await work.session.scalars(select(Face))).one()
        await refuse(work, face, Reason.BROKEN)


async def test_colleagues_are_told_of_another_face(town: Town) -> None:
    await with_face(town, SATO)
    async with transcript(town, "faces.changed", SUZUKI, expect=["faces.changed"]):
        assert (await town.call(SATO, "DELETE", "/api/face")).status_code == 204


async def test_a_room_is_told_of_its_face(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI], "窓口の相談")
    await with_face(town, room=room)
    async with transcript(town, "faces.room_changed", SUZUKI, [room], expect=["faces.room_changed"]):
        assert (await town.call(SATO, "DELETE", f"/api/rooms/{room}/face")).status_code == 204
