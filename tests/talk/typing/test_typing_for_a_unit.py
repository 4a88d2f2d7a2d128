"""「入力中」 of whoever writes for a unit: the unit is named, and nobody behind it (ORG-6, MSG-21)."""

from collections.abc import AsyncGenerator
from uuid import UUID

import pytest

from tests.cast import MORI, SATO, SUZUKI, TANAKA, WELFARE
from tests.ear import Ear, Refusal
from tests.talk.federation.joining import joined, together
from tests.talk.guests.inviting import come
from tests.talk.typing.test_typing import heard
from tests.talk.unit_talks.counter import names, opened, takes_out, talk
from tests.town import Town

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-6", "MSG-21")]


@pytest.fixture
async def account(town: Town) -> str:
    """Of 福祉課, for which 佐藤 may speak."""
    account = await opened(town)
    await names(town, account, SATO)
    return account


@pytest.fixture
async def shared(town: Town) -> AsyncGenerator[UUID]:
    """A room of 佐藤 and 鈴木 in which somebody of the next town reads."""
    room = await together(town)
    await joined(town, room, MORI)
    yield room


async def writes(ear: Ear, room: UUID, **more: object) -> None:
    assert await ear.ask("typing.write", room_id=str(room), **more) == {}


async def looks(ear: Ear, room: UUID) -> None:
    await ear.ask("look", stream=f"room/{room}")


async def test_the_unit_is_named_to_colleagues_and_to_others_and_the_person_to_nobody(
    town: Town, shared: UUID, account: str
) -> None:
    async with town.listens(SATO) as writing, town.listens(SUZUKI) as colleague, town.listens(MORI) as other:
        for ear in (colleague, other):
            await looks(ear, shared)
        await writes(writing, shared, on_behalf_of=account)
        for ear in (colleague, other):
            await ear.until(lambda ear=ear: heard(ear))
            assert heard(ear) == [{"signal": "typing.writes", "room_id": str(shared), "account_id": account}]
            assert str(SATO) not in str(heard(ear))


async def test_whoever_may_speak_for_a_unit_is_not_named_where_others_read(
    town: Town, shared: UUID, account: str
) -> None:
    async with town.listens(SATO) as writing, town.listens(SUZUKI) as beside, town.listens(MORI) as other:
        await looks(other, shared)
        await writes(writing, shared)
        await writes(beside, shared)  # who speaks for nobody is told of as ever
        await other.until(lambda: heard(other))
        assert [each["account_id"] for each in heard(other)] == [str(SUZUKI)]


async def test_a_guest_in_the_room_is_one_who_reads_too(town: Town, account: str) -> None:
    await come(town, WELFARE)
    async with town.listens(SATO) as writing, town.listens(SUZUKI) as colleague:
        await looks(colleague, WELFARE)
        await writes(writing, WELFARE)
        await looks(colleague, WELFARE)  # answered after whatever was said before
        assert heard(colleague) == []


async def test_among_colleagues_they_are_named_where_they_write_as_themselves(
    town: Town, account: str
) -> None:
    async with town.listens(SATO) as writing, town.listens(SUZUKI) as colleague:
        await looks(colleague, WELFARE)
        await writes(writing, WELFARE)
        await colleague.until(lambda: heard(colleague))
        assert [each["account_id"] for each in heard(colleague)] == [str(SATO)]


@pytest.mark.req("A4", "N40")
async def test_nobody_writes_in_the_name_of_a_unit_who_may_not_speak_in_it_there(
    town: Town, account: str
) -> None:
    speaker = await names(town, account, TANAKA)
    await takes_out(town, account, speaker)
    direct = await talk(town, SUZUKI, account)
    async with town.listens(SUZUKI) as ear:
        for unit, room in ((account, WELFARE), (str(SUZUKI), WELFARE), (str(WELFARE), WELFARE)):
            with pytest.raises(Refusal) as refused:
                await writes(ear, room, on_behalf_of=unit)
            assert (refused.value.status, refused.value.code) == (
                403,
                "department_accounts.not_authorized",
            )
        with pytest.raises(Refusal) as refused:
            await writes(ear, direct, on_behalf_of=account)
        assert refused.value.status == 403


async def test_between_two_people_everybody_writes_as_who_they_are(town: Town, account: str) -> None:
    answer = await town.call(SATO, "POST", "/api/direct-rooms", {"account_id": str(SUZUKI)})
    direct = UUID(answer.json()["room_id"])
    async with town.listens(SATO) as writing, town.listens(SUZUKI) as other:
        await looks(other, direct)
        with pytest.raises(Refusal) as refused:
            await writes(writing, direct, on_behalf_of=account)
        assert refused.value.code == "messages.only_as_oneself"
        await writes(writing, direct)
        await other.until(lambda: heard(other))
        assert [each["account_id"] for each in heard(other)] == [str(SATO)]
