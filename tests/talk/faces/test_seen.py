"""Whose face somebody sees: of whom there is a card for them, of who is in a room with them, and of their rooms."""

import pytest
from sqlalchemy import update

from tests.cast import MORI, NISHIMURA, OPENED, SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE, with_guest
from tests.people.questions import questions
from tests.talk.actors import change_room, change_seat, opened
from tests.talk.attachments.bringing import bring
from tests.talk.attachments.test_way_out import OPEN, SHUT, statuses
from tests.talk.faces.showing import seen, with_face
from tests.town import Town
from tests.watch.audit.log import entries
from yoriai.people.accounts.models import Account, AccountStatus
from yoriai.people.files.models import State

pytestmark = pytest.mark.anyio


@pytest.mark.req("A12", "A4", "N6", "K1")
async def test_colleagues_and_those_in_one_room_see_a_face_and_nobody_else(town: Town) -> None:
    await with_guest(town.assembly.works, WELFARE)
    faces = {who: await with_face(town, who) for who in (SATO, TANAKA, MORI)}
    assert set(await seen(town, SUZUKI, *faces)) == {SATO, TANAKA}
    assert set(await seen(town, MORI, *faces)) == {MORI}
    assert set(await seen(town, NISHIMURA, *faces, zone="internet")) == {SATO}, "they share a room"
    address = (await seen(town, NISHIMURA, SATO, zone="internet"))[SATO]
    assert (await town.fetch(address, zone="internet")).content == faces[SATO]
    assert await statuses(town, address, "lgwan") == SHUT, "a link is for one side"
    assert await statuses(town, address, "internet") == OPEN
    await change_room(town, WELFARE, lgwan_only=True)
    assert await statuses(town, address, "internet") == SHUT
    assert await seen(town, NISHIMURA, SATO, zone="internet") == {}
    for method, body in (("GET", None), ("PUT", {"file_id": str(SATO)}), ("DELETE", None)):
        assert (await town.call(NISHIMURA, method, "/api/face", body, zone="internet")).status_code == 404


@pytest.mark.req("K6", "N7")
async def test_a_face_goes_with_the_right_to_see_it(town: Town) -> None:
    await with_face(town, SATO)
    address = (await seen(town, SUZUKI, SATO))[SATO]
    async with town.assembly.works.writing() as work:
        gone = update(Account).where(Account.id == SATO)
        await work.session.execute(gone.values(status=AccountStatus.SUSPENDED))
    assert await statuses(town, address) == SHUT and await seen(town, SUZUKI, SATO) == {}


@pytest.mark.req("ZONE-5", "A4", "N7")
async def test_the_face_of_a_room_is_seen_where_the_room_is(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI])
    face = await with_face(town, room=room)
    sides = {zone: (await seen(town, SUZUKI, room, zone=zone))[room] for zone in ("lgwan", "internet")}
    assert (await town.fetch(sides["internet"], zone="internet")).content == face
    assert await seen(town, TANAKA, room) == await seen(town, MORI, room) == {}
    await change_room(town, room, lgwan_only=True)
    assert await statuses(town, sides["internet"], "internet") == SHUT
    assert await seen(town, SUZUKI, room, zone="internet") == {}
    assert set(await seen(town, SUZUKI, room)) == {room}
    await change_seat(town, room, SUZUKI, is_open=None)
    assert await statuses(town, sides["lgwan"]) == SHUT and await seen(town, SUZUKI, room) == {}


@pytest.mark.req("A4", "N19")
async def test_managers_set_the_face_of_their_room_and_administrators_take_anybodys_off(town: Town) -> None:
    room, path = await opened(town, SATO, [SUZUKI]), "/api/rooms/{}/face"
    await change_room(town, WELFARE, archived_at=OPENED)
    asked = {"file_id": str((await bring(town, state=State.CHECKING)).file_id)}
    for who, where, status in (
        (SUZUKI, room, 403),
        (MORI, room, 404),
        (SATO, WELFARE, 409),
        (SATO, room, 204),
    ):
        answer = await town.call(who, "PUT", path.format(where), asked)
        assert answer.status_code == status, answer.text
    assert (await town.call(SUZUKI, "GET", path.format(room))).json()["may_set"] is False
    assert (await town.call(SUZUKI, "DELETE", path.format(room))).status_code == 403
    assert (await town.call(SATO, "DELETE", path.format(room))).status_code == 204
    assert "faces.room_changed" in await town.told(room)
    await with_face(town, SUZUKI)
    await with_face(town, MORI)
    for who, whose, status in ((SATO, SUZUKI, 403), (TAKAHASHI, MORI, 404), (TAKAHASHI, SUZUKI, 204)):
        answer = await town.call(who, "DELETE", f"/api/accounts/{whose}/face")
        assert answer.status_code == status, answer.text
    assert await seen(town, SATO, SUZUKI) == {} and set(await seen(town, MORI, MORI)) == {MORI}
    acts = [entry.account_id for entry in await entries(town) if entry.kind == "faces.changed"]
    assert acts == [TAKAHASHI]


@pytest.mark.req("BASE-4")
async def test_faces_of_a_whole_page_cost_as_many_questions_as_one(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI])
    several = (SATO, SUZUKI, TANAKA, TAKAHASHI)
    for who in several:
        await with_face(town, who)
    await with_face(town, room=room)
    asked = list[int]()
    for some in ((SATO,), (*several, room)):
        with questions(town.assembly.store) as sent:
            assert set(await seen(town, SATO, *some)) == set(some)
        asked.append(len(sent))
    assert asked[0] == asked[1] == 2, "who asks, and which faces they see"
