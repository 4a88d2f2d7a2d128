"""Two administrators who take one word for two things at the same moment: one has it, the other is told whose it is."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from typing import Any
from uuid import UUID

import pytest
from httpx2 import Response
from sqlalchemy import update

from tests.cast import CITY_HALL, SATO, SUZUKI, TAKAHASHI, named
from tests.keys import new_send_key
from tests.people.accounts.managing.forms import become, post, read, save
from tests.people.accounts.roster.bringing import CAST, HEADINGS, brought, decided, file_of
from tests.people.waiting import somebody_waits
from tests.town import Town
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import Account

# Where there is one writer, the second one looks only when the first one has written.
pytestmark = [
    pytest.mark.anyio,
    pytest.mark.req("BASE-4"),
    pytest.mark.parametrize("ground", ["postgresql"], indirect=True),
]
Asks = Callable[[Town], Coroutine[Any, Any, Response]]
NUMBER, EMAIL = {"login_id": "10999"}, {"email": "kawa@mihon.example"}


async def _adds(town: Town, words: Mapping[str, str], *, by: UUID = TAKAHASHI) -> Response:
    person = {"family": "川", "given": "海", "kana": "かわ うみ", "posts": [post(named("土木課"))]}
    body = {"request_key": new_send_key(), "login_id": "30009"} | person | dict(words)
    return await town.call(by, "POST", "/api/accounts", body)


@pytest.mark.parametrize(
    ("words", "asks", "code"),
    [
        (NUMBER, lambda town: _adds(town, NUMBER), "accounts.number_taken"),
        (NUMBER, lambda town: save(town, SATO, NUMBER), "accounts.number_taken"),
        (EMAIL, lambda town: _adds(town, EMAIL), "accounts.email_taken"),
        (EMAIL, lambda town: save(town, SATO, EMAIL), "accounts.email_taken"),
    ],
    ids=["number of a new one", "number", "mail of a new one", "mail"],
)
async def test_what_another_one_is_just_given_is_taken(
    town: Town, words: dict[str, str], asks: Asks, code: str
):
    before = await read(town, SATO)
    async with asyncio.timeout(10), town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SUZUKI).values(words))
        asking = asyncio.create_task(asks(town))
        await somebody_waits(town)
    refused = await asking
    assert (refused.status_code, refused.json()["code"]) == (409, code)
    assert refused.json()["details"] == {"value": next(iter(words.values())), "other": "鈴木 﨑子"}
    assert await read(town, SATO) == before
    assert (await town.call(TAKAHASHI, "GET", "/api/accounts?q=30009")).json()["people"] == []


@pytest.mark.asvs("V2.3.4")
async def test_of_many_who_take_one_number_at_once_one_has_it(town: Town):
    await become(town, SUZUKI, Role.ADMINISTRATOR)
    asked = [_adds(town, {}, by=each) for each in (TAKAHASHI, SUZUKI) * 4]
    answers = await asyncio.gather(*asked)
    assert sorted(each.status_code for each in answers) == [201] + [409] * 7


async def test_a_roster_whose_number_is_just_given_to_another_one_changes_nothing(town: Town):
    draft = await brought(town, file_of(*CAST, "30009,川　海,かわ うみ,土木課,,", headings=HEADINGS))
    await decided(town, draft)
    async with asyncio.timeout(10), town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SUZUKI).values(login_id="30009"))
        taking = asyncio.create_task(town.call(TAKAHASHI, "POST", f"{draft}/import", {}))
        await somebody_waits(town)
    refused = await taking
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.roster_moved")


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("/api/account-groups", {"name": "学校"}, "accounts.group_name_taken"),
        (f"/api/organizations/{CITY_HALL}/units", {"name": "会計課", "kind": "課"}, "orgs.unit_name_taken"),
    ],
    ids=["group", "unit"],
)
async def test_one_name_is_given_once(town: Town, path: str, body: dict[str, str], code: str):
    await become(town, SUZUKI, Role.ADMINISTRATOR)
    keyed = "units" in path
    bodies = [body | ({"request_key": new_send_key()} if keyed else {}) for _ in range(4)]
    asked = [
        town.call(who, "POST", path, each) for who, each in zip((TAKAHASHI, SUZUKI) * 2, bodies, strict=True)
    ]
    answers = await asyncio.gather(*asked)
    assert sorted(each.status_code for each in answers) == [201, 409, 409, 409]
    assert {each.json().get("code") for each in answers} == {None, code}


async def test_a_file_that_is_brought_twice_at_once_is_one_draft(town: Town):
    key = new_send_key()
    drafts = await asyncio.gather(*(brought(town, file_of(*CAST), request_key=key) for _ in range(4)))
    assert len(set(drafts)) == 1
