"""Freeing the number of somebody who has left, so that another person gets it and nothing of theirs (K13, N19)."""

from typing import Any
from uuid import UUID, uuid4

import httpx2
import pytest
from sqlalchemy import select, update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI
from tests.people.accounts.managing.forms import read
from tests.people.accounts.roster.bringing import CAST, taken
from tests.people.sessions.holding import forgets
from tests.town import Town
from tests.watch.audit.log import entries
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import Account, AccountStatus

pytestmark = [pytest.mark.anyio, pytest.mark.req("K13", "ADMIN-3")]
OTHER = ("10001,伊藤　太郎,いとう たろう,福祉課,主事,", *CAST[1:])


async def frees(town: Town, of: UUID, *, by: UUID = TAKAHASHI) -> httpx2.Response:
    return await town.call(by, "DELETE", f"/api/accounts/{of}/number")


async def leaves(town: Town, who: UUID) -> None:
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{who}/withdrawal")).status_code == 204


async def number(town: Town, of: UUID) -> str:
    row: Any = (await read(town, of))["row"]
    return str(row["login_id"])


async def test_a_freed_number_goes_to_another_person_who_opens_nothing_of_whoever_left(town: Town) -> None:
    direct = await town.call(SATO, "POST", "/api/direct-rooms", {"account_id": str(SUZUKI)})
    await town.says(SUZUKI, "内緒の話です", direct.json()["room_id"])
    await leaves(town, SATO)
    assert (await taken(town, *OTHER)).status_code == 422
    assert (await frees(town, SATO)).status_code == 204
    assert (await taken(town, *OTHER)).status_code == 200
    async with town.assembly.works.reading() as work:
        new = (await work.session.scalars(select(Account).where(Account.login_id == "10001"))).one()
        old = await work.session.get_one(Account, SATO)
        assert (new.family, old.family, old.login_id, old.status) == ("伊藤", "佐藤", "10001-OLD", "removed")
        assert new.id != SATO
    rooms = (await town.call(SUZUKI, "GET", "/api/screen")).json()["rooms"]
    room = next(each for each in rooms if each["room_id"] == direct.json()["room_id"])
    assert room["name"] == "佐藤 花子"


@pytest.mark.req("N119")
async def test_it_stands_in_the_history_and_in_the_log_and_twice_is_once(town: Town) -> None:
    await leaves(town, SATO)
    before = len(await entries(town))
    for _ in range(2):
        assert (await frees(town, SATO)).status_code == 204
    history = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}/history")).json()["changes"]
    assert (history[0]["before"], history[0]["after"]) == ({"login_id": "10001"}, {"login_id": "10001-OLD"})
    assert history[1]["kind"] == "removed"
    (row,) = (await entries(town))[before:]
    assert (row.kind, row.account_id, str(SATO) in str(row.body)) == ("accounts.changed", TAKAHASHI, True)


async def test_a_number_that_has_been_freed_before_gets_another_mark_each_time(town: Town) -> None:
    await leaves(town, SATO)
    await frees(town, SATO)
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SUZUKI).values(login_id="10001"))
    await leaves(town, SUZUKI)
    await frees(town, SUZUKI)
    assert (await number(town, SATO), await number(town, SUZUKI)) == ("10001-OLD", "10001-OLD2")


async def test_the_longest_number_makes_room_for_its_mark(town: Town) -> None:
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SATO).values(login_id="1" * 40))
    await leaves(town, SATO)
    await frees(town, SATO)
    assert await number(town, SATO) == "1" * 36 + "-OLD"


async def test_whoever_is_there_or_stopped_for_a_while_keeps_their_number(town: Town) -> None:
    for status in (AccountStatus.ACTIVE, AccountStatus.SUSPENDED):
        async with town.assembly.works.writing() as work:
            await work.session.execute(update(Account).where(Account.id == SATO).values(status=status))
        refused = await frees(town, SATO)
        assert (refused.status_code, refused.json()["code"]) == (409, "accounts.not_left")
    assert await number(town, SATO) == "10001"


async def test_who_is_called_back_is_there_under_the_marked_number(town: Town) -> None:
    await leaves(town, SATO)
    await frees(town, SATO)
    assert (await town.call(TAKAHASHI, "DELETE", f"/api/accounts/{SATO}/withdrawal")).status_code == 204
    assert await number(town, SATO) == "10001-OLD"


@pytest.mark.req("N19", "A4", "A10")
async def test_nobody_else_frees_one_and_people_of_others_are_as_nobody(town: Town) -> None:
    await leaves(town, SATO)
    assert (await frees(town, SATO, by=SUZUKI)).status_code == 403
    async with town.assembly.works.writing() as work:
        await work.session.execute(
            update(Account).where(Account.id == MORI).values(roles=[Role.ADMINISTRATOR])
        )
        await work.session.execute(update(Account).where(Account.id == SATO).values(roles=[Role.OWNER]))
    for who, of in ((MORI, SATO), (TAKAHASHI, MORI), (TAKAHASHI, uuid4())):
        assert (await frees(town, of, by=who)).status_code == 404
    assert (await frees(town, SATO)).status_code == 403  # of an owner an owner alone
    assert await number(town, SATO) == "10001"


@pytest.mark.req("AUTH-7", "N31")
async def test_it_asks_again_who_it_is(town: Town) -> None:
    await leaves(town, SATO)
    await forgets(town, TAKAHASHI)
    refused = await frees(town, SATO)
    assert (refused.status_code, refused.json()["code"]) == (403, "second_factor.prove_again")
    assert await number(town, SATO) == "10001"
