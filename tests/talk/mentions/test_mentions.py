"""What can be named in a room, and what of it calls somebody, by their own choice."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from tests.cast import SATO, SUZUKI, TANAKA, WELFARE
from tests.talk.actors import actor_of, opened
from tests.talk.statements import statements
from tests.town import Town
from tests.transcripts import transcript
from yoriai.people.accounts.models import Posting
from yoriai.people.orgs.models import Department
from yoriai.talk.mentions import queries
from yoriai.talk.rooms.standing import enter

pytestmark = pytest.mark.anyio
NOTIFY = f"/api/rooms/{WELFARE}/notify"


async def test_the_units_of_those_in_the_room_can_be_named_with_how_many_that_means(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI, TANAKA])
    async with town.assembly.works.writing() as work:
        roads = (await work.session.scalars(select(Department).where(Department.name == "土木課"))).one()
        works_department = Department(
            id=uuid4(), organization_id=roads.organization_id, kind="部", name="建設部", short_name="建設部",
            path="建設部", folded="", display_order=0, opened_at=roads.opened_at,
        )  # fmt: skip
        work.session.add(works_department)
        await work.session.flush()
        roads.parent_id = works_department.id
        # 鈴木 helps out there, beside the post in 福祉課.
        beside = Posting(
            id=uuid4(), account_id=SUZUKI, organization_id=roads.organization_id, department_id=roads.id,
            since=roads.opened_at,
        )  # fmt: skip
        work.session.add(beside)
    read = (await town.call(TANAKA, "GET", f"/api/rooms/{room}/nameable")).json()["units"]
    assert {unit["name"]: (unit["count"], unit["body"]) for unit in read} == {
        "建設部": (2, ""),
        "土木課": (2, ""),
        "福祉課": (2, ""),
    }
    names = [unit["name"] for unit in read]
    assert names.index("建設部") < names.index("土木課")  # 建制順: a unit before those below it

    sato = await actor_of(town, SATO)
    async with town.assembly.works.reading() as work:
        here = await enter(work, sato, room)
        async with statements(work) as sent:
            await queries.nameable(work, here)
    assert len(sent) == 1


@pytest.mark.req("PUSH-1", "C8")
async def test_what_calls_somebody_is_their_own_choice_on_all_their_devices(town: Town) -> None:
    async with transcript(town, "mentions.notify_chosen", SATO, [WELFARE], expect=["mentions.notify_chosen"]):
        assert (await town.call(SATO, "PUT", NOTIFY, {"notify": "mentions"})).status_code == 204
    assert (await town.call(SATO, "PUT", NOTIFY, {"notify": "mentions"})).status_code == 204
    assert await town.told_at(f"person/{SATO}") == ["mentions.notify_chosen"]
    assert await town.told(WELFARE) == []
    assert (await town.call(SATO, "PUT", NOTIFY, {"notify": "loud"})).status_code == 422
    theirs = (await town.call(SUZUKI, "GET", f"/api/rooms/{WELFARE}")).json()["room"]
    assert theirs["notify"] == "all"
