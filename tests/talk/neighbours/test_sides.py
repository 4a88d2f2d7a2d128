"""What stands for itself between people of two bodies, on the Internet side and where a body never took part (FED-3)."""

import pytest
from sqlalchemy import update

from tests.cast import MORI, SATO, TONARI
from tests.people.questions import questions
from tests.talk.neighbours.agreeing import agree
from tests.talk.neighbours.asking import GONE, asks, does, path_of, read, waiting
from tests.talk.neighbours.test_finding import keep_inside
from tests.town import Town
from yoriai.talk.rooms.models import Room

pytestmark = [pytest.mark.anyio, pytest.mark.req("FED-3")]


@pytest.mark.req("ZONE-5")
async def test_on_the_internet_side_nobody_is_named_whom_their_body_keeps_inside(town: Town) -> None:
    await agree(town)
    await asks(town)
    path = await path_of(town)
    assert await does(town, MORI, "PUT", f"/blocked/{SATO}") == (204, "")
    async with town.assembly.works.writing() as work:
        await keep_inside(work, TONARI)
    for zone, count in (("lgwan", 1), ("internet", 0)):
        assert len((await read(town, SATO, "/sent-asks", zone=zone))["sent"]) == count
        assert len((await read(town, MORI, "/blocked", zone=zone))["blocked"]) == count
    assert await does(town, MORI, "DELETE", f"/blocked/{SATO}") == (204, "")
    assert (await does(town, MORI, "PUT", path))[0] == 200
    assert await does(town, MORI, "PUT", path, zone="internet") == GONE
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Room).where(Room.kind == "direct").values(lgwan_only=False))
    assert (await does(town, MORI, "PUT", path, zone="internet"))[0] == 200


async def test_where_a_body_never_took_part_a_start_asks_about_that_body_alone(town: Town) -> None:
    with questions(town.assembly.store) as asked:
        assert await waiting(town, SATO) == []
    (of_bodies,) = [each for each in asked if "tenants.kind" in each]
    assert "tenants.id =" in of_bodies
    assert not [each for each in asked if "talk_asks" in each]
