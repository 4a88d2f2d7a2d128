"""A mandate ends while somebody acts by it: one of them comes first, and the other sees it (ORG-8)."""

import asyncio

import pytest

from tests.cast import SATO, SUZUKI, TANAKA
from tests.keys import new_send_key
from tests.people.waiting import somebody_waits
from tests.talk.actors import actor_of
from tests.talk.delegates.acting import enters, named, seats
from tests.town import Town
from yoriai.kit.ids import SendKey
from yoriai.talk.delegates.open import open_for
from yoriai.talk.rooms.open import Opening

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-8")]


@pytest.mark.req("N40")
@pytest.mark.parametrize("ground", ["postgresql"], indirect=True)
async def test_a_room_that_is_being_made_while_the_mandate_ends_keeps_no_seat_for_it(town: Town) -> None:
    delegate = await named(town, SATO, SUZUKI)
    wish = Opening(SendKey(new_send_key()), "市長の打合せ", "", [TANAKA])
    async with asyncio.timeout(20), town.assembly.works.writing() as work:
        room = await open_for(work, await actor_of(town, SUZUKI), SATO, wish)
        ending = asyncio.create_task(town.call(SATO, "DELETE", f"/api/delegates/{delegate}"))
        await somebody_waits(town)
    assert (await ending).status_code == 204
    assert await enters(town, SUZUKI, room) == 404
    assert set(await seats(town, TANAKA, room)) == {str(SATO), str(TANAKA)}
