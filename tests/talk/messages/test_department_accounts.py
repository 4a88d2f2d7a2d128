"""Speaking in the name of a unit: who was named does, whoever was not does not, and the real person always stands beside
it (ORG-6)."""

from collections.abc import Mapping
from typing import cast
from uuid import UUID, uuid4

import httpx2
import pytest
from sqlalchemy import select

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE, named
from tests.ear import Refusal
from tests.keys import new_send_key
from tests.town import Town
from yoriai.people.accounts.models import Account
from yoriai.people.orgs.models import Department
from yoriai.platform.facts.models import JournalRow
from yoriai.talk.messages.models import Message

pytestmark = pytest.mark.anyio
UNIT = named("福祉課")


async def opened(town: Town, name: str = "福祉課") -> str:
    wish = {"unit_id": str(UNIT), "name": name}
    answer = await town.call(TAKAHASHI, "POST", "/api/department-accounts", wish)
    assert answer.status_code == 201
    return answer.json()["account_id"]


async def names(town: Town, account: str, who: UUID) -> str:
    path = f"/api/department-accounts/{account}/speakers"
    return (await town.call(TAKAHASHI, "POST", path, {"account_id": str(who)})).json()["speaker_id"]


async def says(
    town: Town, who: UUID, account: str, *, room: UUID = WELFARE, key: str | None = None
) -> httpx2.Response:
    wish = {
        "send_key": key or new_send_key(),
        "parts": [{"kind": "text", "text": "窓口です"}],
        "on_behalf_of": account,
    }
    return await town.call(who, "POST", f"/api/rooms/{room}/messages", wish)


async def _direct(town: Town) -> UUID:
    return UUID(
        (await town.call(SATO, "POST", "/api/direct-rooms", {"account_id": str(SUZUKI)})).json()["room_id"]
    )


@pytest.mark.req("ORG-6")
async def test_a_message_stands_under_the_unit_and_names_who_wrote_it(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    async with town.listens(SUZUKI) as ear:
        posted = (await says(town, SATO, account)).json()
        told = cast("Mapping[str, Mapping[str, str]]", (await ear.fact("messages.posted"))["body"])
    assert (told["message"]["author_id"], told["message"]["on_behalf_of"]) == (str(SATO), account)
    assert (told["person"]["family"], told["for_whom"]["family"]) == ("佐藤", "福祉課")
    assert told["for_whom"]["kind"] == "department"
    page = (await town.call(SUZUKI, "GET", f"/api/rooms/{WELFARE}/messages/{posted['message_id']}")).json()
    assert page["message"]["on_behalf_of"] == account
    assert {page["people"][str(SATO)]["family"], page["people"][account]["family"]} == {"佐藤", "福祉課"}


@pytest.mark.req("ORG-6")
async def test_the_journal_keeps_the_real_person_and_the_unit_also_when_it_is_put_right(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    posted = (await says(town, SATO, account)).json()
    path = f"/api/rooms/{WELFARE}/messages/{posted['message_id']}"
    again = {"parts": [{"kind": "text", "text": "福祉の窓口です"}], "seen": None}
    assert (await town.call(SATO, "PUT", path, again)).status_code == 200
    async with town.assembly.works.reading() as work:
        lines = select(JournalRow.name, JournalRow.by, JournalRow.on_behalf_of).where(
            JournalRow.name.in_(("messages.posted", "messages.edited"))
        )
        kept = {name: (by, whose) for name, by, whose in await work.session.execute(lines)}
    assert kept == {"messages.posted": (SATO, UUID(account)), "messages.edited": (SATO, UUID(account))}


@pytest.mark.req("ORG-6", "A4", "N5")
async def test_whoever_was_not_named_is_told_the_same_of_every_account(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    for whose in (account, str(uuid4()), str(TANAKA), str(MORI)):
        refused = await says(town, SUZUKI, whose)
        assert (refused.status_code, refused.json()["code"]) == (403, "department_accounts.not_authorized")
    assert await town.told(WELFARE) == []
    # A stranger to the room learns nothing but that.
    assert (await says(town, MORI, account)).status_code == 404


@pytest.mark.req("ORG-6", "N40")
async def test_who_is_named_no_longer_loses_it_at_once_on_an_open_socket_too(town: Town) -> None:
    account = await opened(town)
    speaker = await names(town, account, SATO)
    wish = {"room_id": str(WELFARE), "parts": [{"kind": "text", "text": "窓口"}], "on_behalf_of": account}
    async with town.listens(SATO) as ear:
        written = await ear.ask("messages.post", **wish, send_key=new_send_key())
        assert written["message_id"]
        gone = f"/api/department-accounts/{account}/speakers/{speaker}"
        assert (await town.call(TAKAHASHI, "DELETE", gone)).status_code == 204
        await ear.knocks_again()
    async with town.listens(SATO) as ear:
        with pytest.raises(Refusal, match=r"department_accounts\.not_authorized"):
            await ear.ask("messages.post", **wish, send_key=new_send_key())
    # What was said in the name of the unit is not put right by somebody who speaks for it no longer.
    path = f"/api/rooms/{WELFARE}/messages/{written['message_id']}"
    put_right = await town.call(
        SATO, "PUT", path, {"parts": [{"kind": "text", "text": "別の話"}], "seen": None}
    )
    assert put_right.json()["code"] == "department_accounts.not_authorized"
    assert (await town.call(TAKAHASHI, "DELETE", gone)).status_code == 404
    assert (await town.call(SATO, "GET", "/api/own-department-accounts")).json() == {"accounts": []}


@pytest.mark.req("ORG-6")
async def test_the_door_and_the_list_agree_when_the_account_or_its_unit_is_closed(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SATO)

    async def holds() -> tuple[bool, bool]:
        own = (await town.call(SATO, "GET", "/api/own-department-accounts")).json()["accounts"]
        return [each["account_id"] for each in own] == [account], (await says(town, SATO, account)).is_success

    async def unit_is(*, is_open: bool) -> None:
        async with town.assembly.works.writing() as work:
            (await work.session.get_one(Department, UNIT)).is_open = is_open

    assert await holds() == (True, True)
    await unit_is(is_open=False)
    assert await holds() == (False, False)
    await unit_is(is_open=True)
    assert await holds() == (True, True)
    assert (await town.call(TAKAHASHI, "DELETE", f"/api/department-accounts/{account}")).status_code == 204
    assert await holds() == (False, False)
    # Opened again it is the same account, and nobody speaks for it before they are named anew.
    assert await opened(town) == account
    assert await holds() == (False, False)


@pytest.mark.req("ORG-6")
async def test_between_two_everybody_writes_as_themselves(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    refused = await says(town, SATO, account, room=await _direct(town))
    assert (refused.status_code, refused.json()["code"]) == (409, "messages.only_as_oneself")


@pytest.mark.req("ORG-6", "D3")
async def test_the_same_key_is_the_same_message_whoever_it_is_said_for(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    key = new_send_key()
    first, second = await says(town, SATO, account, key=key), await says(town, SATO, account, key=key)
    assert first.json() == second.json()
    async with town.assembly.works.reading() as work:
        assert (await work.session.scalars(select(Message.on_behalf_of))).all() == [UUID(account)]


@pytest.mark.req("ORG-6", "N5")
async def test_nobody_signs_in_as_the_account_and_nobody_finds_it_among_people(town: Town) -> None:
    account = await opened(town)
    async with town.assembly.works.reading() as work:
        kept = await work.session.get_one(Account, UUID(account))
    assert (kept.password_hash, kept.first_password_mac, kept.roles) == (None, None, [])
    assert (await town.call(SUZUKI, "GET", f"/api/people/{account}")).status_code == 404
    listed = (await town.call(SUZUKI, "GET", "/api/people?q=福祉課")).json()["people"]
    assert account not in {each["account_id"] for each in listed}
