"""A body that is in a room as one of its departments: the head of that brings its people in, and nobody else (FED-1)."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update

from tests.cast import MORI, SATO, SUZUKI, TONARI_HALL, named
from tests.talk.federation.joining import (
    ADMIN_B,
    GONE,
    asks,
    bodies,
    brings,
    crowd,
    invites,
    part_of,
    parts,
    together,
)
from tests.town import Town
from yoriai.people.accounts.models import Account, Posting
from yoriai.talk.rooms.models import Membership, RoomBody

pytestmark = [pytest.mark.anyio, pytest.mark.req("FED-1")]
UNIT = named("健康課")
NO_HEAD = (409, "federation.no_head")
ONLY_THE_HEAD = (403, "federation.only_the_head")


async def as_department(town: Town, head: UUID | None = MORI) -> tuple[UUID, str]:
    """A room in which the next town is as 健康課, whose head this is; and the path of its part."""
    room = await together(town)
    await invites(town, room)
    path = await part_of(town, room)
    terms = {"department_id": str(UNIT), "manager_id": head and str(head)}
    assert await asks(town, ADMIN_B, "PUT", path, terms) == (204, "")
    return room, path


async def inside(town: Town, room: UUID) -> set[UUID]:
    async with town.assembly.works.reading() as work:
        seats = select(Membership.account_id).where(
            Membership.room_id == room, Membership.is_open.is_(True), Membership.body_id.is_not(None)
        )
        return set(await work.session.scalars(seats))


async def moved(town: Town, who: UUID) -> None:
    """Somebody serves in the organization, and in no unit of it any more."""
    async with town.assembly.works.writing() as work:
        posts = update(Posting).where(Posting.account_id == who, Posting.organization_id == TONARI_HALL)
        await work.session.execute(posts.values(department_id=None))


async def shown(town: Town, who: UUID = ADMIN_B) -> dict[str, Any]:
    (part,) = await parts(town, who)
    return part


@pytest.mark.req("A9", "A11")
async def test_the_head_brings_people_in_and_no_administrator_does(town: Town) -> None:
    room, path = await as_department(town)
    one, other = await crowd(town, 2)
    assert await brings(town, path, one) == ONLY_THE_HEAD
    refused = (await town.call(ADMIN_B, "POST", f"{path}/people", {"accounts": [str(one)]})).json()
    assert refused["details"] == {"department": "隣見市 健康課", "head": "森 葵"}
    assert await inside(town, room) == set()
    assert await brings(town, path, one, other, who=MORI) == (204, "")
    assert await inside(town, room) == {one, other}
    # Taking out is no bringing in: whoever arranges the part does it.
    assert await asks(town, ADMIN_B, "DELETE", f"{path}/people/{one}") == (204, "")
    assert await asks(town, MORI, "DELETE", f"{path}/people/{other}") == (204, "")
    assert await inside(town, room) == set()


@pytest.mark.req("A4", "A11", "N50")
async def test_nobody_elsewhere_and_no_former_head_finds_the_part(town: Town) -> None:
    _, path = await as_department(town)
    (one,) = await crowd(town, 1)
    assert await asks(town, ADMIN_B, "PUT", path, {"manager_id": str(one)}) == (204, "")
    for who in (MORI, SATO, SUZUKI):
        assert await brings(town, path, one, who=who) == GONE
        assert await asks(town, who, "GET", f"{path}/people") == GONE


async def test_without_a_head_nobody_brings_people_in_until_one_is_named(town: Town) -> None:
    room, path = await as_department(town, head=None)
    (one,) = await crowd(town, 1)
    assert await brings(town, path, one) == NO_HEAD
    part = await shown(town)
    assert (part["manager"], part["may_bring"]) == (None, False)
    # An administrator who is the head brings in as that.
    assert await asks(town, ADMIN_B, "PUT", path, {"manager_id": str(ADMIN_B)}) == (
        422,
        "federation.not_its_head",
    )
    assert await asks(town, ADMIN_B, "PUT", path, {"manager_id": str(MORI)}) == (204, "")
    assert await brings(town, path, one, who=MORI) == (204, "")
    assert await inside(town, room) == {one}


@pytest.mark.req("N40", "ORG-7")
async def test_whoever_was_moved_or_stopped_is_its_head_no_more_from_that_moment(town: Town) -> None:
    room, path = await as_department(town)
    (one,) = await crowd(town, 1)
    part = await shown(town, MORI)
    assert (part["manager"]["account_id"], part["may_bring"]) == (str(MORI), True)
    assert (await shown(town))["may_bring"] is False
    await moved(town, MORI)
    assert await brings(town, path, one, who=MORI) == GONE
    assert await parts(town, MORI) == []
    assert await asks(town, MORI, "DELETE", path) == GONE
    assert await brings(town, path, one) == NO_HEAD
    assert (await shown(town))["manager"] is None
    assert (await bodies(town, room))["隣見市"]["manager"] is None
    # One who is stopped is no head either; and nobody is brought in for want of one.
    async with town.assembly.works.writing() as work:
        head = update(RoomBody).where(RoomBody.room_id == room)
        await work.session.execute(head.values(manager_id=one))
        stopped = update(Account).where(Account.id == one).values(status="suspended")
        await work.session.execute(stopped)
    assert await brings(town, path, MORI) == NO_HEAD
    assert await inside(town, room) == set()


async def test_a_body_that_is_there_as_itself_brings_in_as_before(town: Town) -> None:
    room = await together(town)
    await invites(town, room)
    path = await part_of(town, room)
    assert (await shown(town))["may_bring"] is False  # it has not come in yet
    assert await asks(town, ADMIN_B, "PUT", path, {"manager_id": str(MORI)}) == (204, "")
    await moved(town, MORI)
    assert await brings(town, path, MORI) == (204, "")
    assert ((await shown(town))["may_bring"], (await shown(town, MORI))["may_bring"]) == (True, True)
