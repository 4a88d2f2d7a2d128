"""Two administrators at the same moment: what one of them has just done is not undone by what the other had read before."""

import asyncio
from collections.abc import Collection
from typing import cast
from uuid import UUID

import pytest
from httpx2 import Response
from sqlalchemy import select, text, update

from tests.cast import CITY_HALL, MIHON, SATO, SUZUKI, TAKAHASHI, TANAKA, named, token_of
from tests.keys import new_send_key
from tests.people.accounts.managing.forms import become, post, read, save
from tests.people.accounts.requests.requesting import about, asks, does, led
from tests.people.accounts.roster.bringing import CAST, brought, decided, file_of, taken, undone
from tests.people.waiting import somebody_waits
from tests.town import Town
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts import service
from yoriai.people.accounts.managing import close_unit, posts
from yoriai.people.accounts.managing.posts import Held, Post
from yoriai.people.accounts.models import Account
from yoriai.people.accounts.profile import own
from yoriai.people.accounts.profile.fields import held_fields
from yoriai.people.accounts.take_turn import take_turn
from yoriai.people.orgs.tree import arrange
from yoriai.people.sessions.authenticate import authenticate
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Work

# Where there is one writer, works do not interleave.
pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("ground", ["postgresql"], indirect=True)]

HERE = Cause(zone="lgwan", address="10.0.0.1")


@pytest.mark.req("N23")
async def test_whoever_is_stopped_while_a_roster_is_taken_over_stays_stopped(town: Town):
    draft = await brought(town, file_of(CAST[0].replace("主事", "係長")))
    await decided(town, draft)
    async with asyncio.timeout(10), town.assembly.works.writing(HERE) as work:
        actor = await authenticate(work, token_of(TAKAHASHI, "lgwan"), "lgwan")
        await service.suspend(work, actor, SATO)
        await work.session.flush()
        taking = asyncio.create_task(town.call(TAKAHASHI, "POST", f"{draft}/import", {}))
        await somebody_waits(town)
    assert (await taking).status_code == 200
    row = (await read(town, SATO))["row"]
    assert isinstance(row, dict)
    assert (row["status"], row["job_title"]) == ("suspended", "係長")


@pytest.mark.req("N19")
async def test_whoever_becomes_an_owner_meanwhile_is_not_made_less_by_an_administrator(town: Town):
    async with asyncio.timeout(10), town.assembly.works.writing(HERE) as work:
        await work.session.execute(update(Account).where(Account.id == SUZUKI).values(roles=[Role.OWNER]))
        role = {"role": "administrator"}
        asking = asyncio.create_task(town.call(TAKAHASHI, "PUT", f"/api/accounts/{SUZUKI}/role", role))
        await somebody_waits(town)
    assert (await asking).status_code == 403


@pytest.mark.req("N19")
async def test_whoever_becomes_an_owner_meanwhile_is_stopped_by_no_roster(town: Town):
    draft = await brought(town, file_of(CAST[0], CAST[1], CAST[3]))
    await decided(town, draft)
    async with asyncio.timeout(10), town.assembly.works.writing(HERE) as work:
        await work.session.execute(update(Account).where(Account.id == TANAKA).values(roles=[Role.OWNER]))
        yes = {"stop_missing": True, "confirmed": 1}
        taking = asyncio.create_task(town.call(TAKAHASHI, "POST", f"{draft}/import", yes))
        await somebody_waits(town)
    assert (await taking).status_code == 200
    row = (await read(town, TANAKA))["row"]
    assert isinstance(row, dict)
    assert row["status"] == "active"


@pytest.mark.req("BASE-4")
async def test_undoing_an_import_in_two_windows_is_undoing_it_once(town: Town):
    import_id = (await taken(town, CAST[0].replace("主事", "係長"))).json()["import_id"]
    answers = await asyncio.gather(*(undone(town, import_id) for _ in range(4)))
    assert [each.status_code for each in answers] == [200] * 4


@pytest.mark.req("ORG-1")
async def test_nobody_is_moved_into_a_unit_that_is_just_being_closed(town: Town):
    roads = named("土木課")
    async with asyncio.timeout(10), town.assembly.works.writing(HERE) as work:
        actor = await authenticate(work, token_of(TAKAHASHI, "lgwan"), "lgwan")
        await close_unit.close(work, actor, roads, named("福祉課"))
        await work.session.flush()
        moving = asyncio.create_task(save(town, SATO, {"posts": [post(roads)]}))
        await somebody_waits(town)
    assert (await moving).status_code == 404


@pytest.mark.req("ORG-1")
async def test_a_unit_into_which_somebody_is_just_being_moved_is_not_closed(town: Town):
    made = {"request_key": new_send_key(), "name": "会計課", "kind": "課"}
    unit = (await town.call(TAKAHASHI, "POST", f"/api/organizations/{CITY_HALL}/units", made)).json()[
        "unit_id"
    ]
    async with asyncio.timeout(10), town.assembly.works.writing(HERE) as work:
        here = Post(CITY_HALL, UUID(unit), main=True)
        await posts.settle(work, {SATO: [here]}, {here: "会計課（本務）"})
        closing = asyncio.create_task(town.call(TAKAHASHI, "PUT", f"/api/units/{unit}/closing", {}))
        await somebody_waits(town)
    refused = await closing
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.unit_has_people")


@pytest.mark.req("ORG-1")
async def test_two_units_are_never_put_below_each_other(town: Town):
    above, below = named("福祉課"), named("土木課")
    async with asyncio.timeout(10), town.assembly.works.writing(HERE) as work:
        actor = await authenticate(work, token_of(TAKAHASHI, "lgwan"), "lgwan")
        await arrange.place(work, actor, below, parent_id=above, before=None)
        await work.session.flush()
        place = {"parent_id": str(below)}
        moving = asyncio.create_task(town.call(TAKAHASHI, "PUT", f"/api/units/{above}/place", place))
        await somebody_waits(town)
    refused = await moving
    assert (refused.status_code, refused.json()["code"]) == (409, "orgs.unit_under_itself")


@pytest.mark.req("N19")
async def test_two_owners_who_take_each_others_role_at_once_leave_one(town: Town):
    await become(town, TAKAHASHI, Role.OWNER)
    await become(town, SATO, Role.OWNER)
    member = {"role": "member"}
    answers = await asyncio.gather(
        town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/role", member),
        town.call(SATO, "PUT", f"/api/accounts/{TAKAHASHI}/role", member),
    )
    assert min(each.status_code for each in answers) == 204
    assert {each.status_code for each in answers} <= {204, 403, 409}
    async with town.assembly.works.reading() as work:
        roles = await work.session.scalars(select(Account.roles).where(Account.tenant_id == MIHON))
        assert [Role.OWNER] in list(roles)


@pytest.mark.req("N19")
@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PUT", f"/api/accounts/{SATO}/suspension", None),
        ("PUT", f"/api/accounts/{SATO}/role", {"role": "member"}),
        ("PUT", f"/api/accounts/{SATO}/withdrawal", None),
    ],
    ids=["stopped", "made less", "withdrawn"],
)
async def test_taking_an_owner_away_waits_in_the_order_in_which_a_profile_is_filled_in(
    town: Town, method: str, path: str, body: object
):
    """The body first, then the person: whoever waits for the body has not taken the person away from its holder."""
    for each in (TAKAHASHI, SATO):
        await become(town, each, Role.OWNER)
    async with asyncio.timeout(10), town.assembly.works.writing(HERE) as work:
        actor = await authenticate(work, token_of(SATO, "lgwan"), "lgwan")
        await held_fields(work, MIHON)
        asking = asyncio.create_task(town.call(TAKAHASHI, method, path, body))
        await somebody_waits(town)
        await work.session.execute(text("SET LOCAL lock_timeout = '500ms'"))
        await own.fill_in(work, actor, {})
    assert (await asking).status_code == 204


@pytest.mark.req("N19")
async def test_a_last_day_for_an_owner_waits_in_the_same_order(town: Town):
    for each in (TAKAHASHI, SATO):
        await become(town, each, Role.OWNER)
    async with asyncio.timeout(10), town.assembly.works.writing(HERE) as work:
        actor = await authenticate(work, token_of(SATO, "lgwan"), "lgwan")
        await held_fields(work, MIHON)
        asking = asyncio.create_task(save(town, SATO, {"ends_on": "2027-03-31"}))
        await somebody_waits(town)
        await work.session.execute(text("SET LOCAL lock_timeout = '500ms'"))
        await own.fill_in(work, actor, {})
    assert (await asking).status_code == 200


@pytest.mark.req("N19", "ORG-10")
async def test_whoever_is_just_being_moved_is_not_changed_at_the_word_of_the_former_unit(town: Town):
    await led(town)
    path = await asks(town, SATO, about(SUZUKI, kind="closing", ends_on="2027-03-31"))
    elsewhere = Post(CITY_HALL, named("土木課"), main=True)
    async with asyncio.timeout(10), town.assembly.works.writing(HERE) as work:
        await take_turn(work, SUZUKI)
        await posts.settle(work, {SUZUKI: [elsewhere]}, {elsewhere: "土木課（本務）"})
        accepting = asyncio.create_task(does(town, TAKAHASHI, "POST", f"{path}/acceptance"))
        await somebody_waits(town)
    assert await accepting == (409, "account_requests.serves_elsewhere")


@pytest.mark.req("N19", "ORG-10")
async def test_what_another_administrator_does_between_two_looks_is_not_undone_by_accepting(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    await led(town)
    path = await asks(town, SATO, about(SUZUKI, kind="closing", ends_on="2027-03-31"))
    looks, moves = posts.held_by, list[asyncio.Task[Response]]()

    async def looked(work: Work, account_ids: Collection[UUID]) -> dict[UUID, list[Held]]:
        found = await looks(work, account_ids)
        if not moves:
            monkeypatch.undo()
            moves.append(asyncio.create_task(save(town, SUZUKI, {"posts": [post(named("土木課"))]})))
            waits = asyncio.create_task(somebody_waits(town))
            await asyncio.wait((*moves, waits), return_when=asyncio.FIRST_COMPLETED)
            waits.cancel()
        return found

    monkeypatch.setattr(posts, "held_by", looked)
    accepted = await does(town, TAKAHASHI, "POST", f"{path}/acceptance")
    moved = await moves[0]
    (held,) = cast("list[dict[str, object]]", (await read(town, SUZUKI))["posts"])
    assert (accepted[0], moved.status_code in (200, 409)) == (200, True)
    assert held["unit_id"] == str(named("土木課" if moved.status_code == 200 else "福祉課"))
