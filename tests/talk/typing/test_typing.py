"""「入力中」: heard by who looks at the room, stored nowhere, off in large rooms."""

from datetime import UTC, datetime

import pytest

from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE
from tests.ear import Ear, Frame, Refusal
from tests.talk.actors import change_room
from tests.town import Town
from yoriai.talk.typing import policy

pytestmark = pytest.mark.anyio


def heard(ear: Ear) -> list[Frame]:
    return [frame for frame in ear.frames if frame.get("signal") == "typing.writes"]


async def looks(ear: Ear) -> None:
    await ear.ask("look", stream=f"room/{WELFARE}")


async def write(ear: Ear) -> None:
    assert await ear.ask("typing.write", room_id=str(WELFARE)) == {}


@pytest.mark.req("MSG-21")
async def test_who_looks_at_the_room_hears_who_writes_and_nothing_is_kept(town: Town) -> None:
    async with town.listens(SUZUKI) as writing, town.listens(SATO) as looking, town.listens(SATO) as away:
        await looks(looking)
        await write(writing)
        await looking.until(lambda: heard(looking))
        await looks(away)  # answered after whatever was said to it before
        assert heard(away) == heard(writing) == []
    assert heard(looking) == [{"signal": "typing.writes", "room_id": str(WELFARE), "account_id": str(SUZUKI)}]
    assert await town.told(WELFARE) == []


@pytest.mark.req("MSG-21")
async def test_in_a_large_room_and_in_one_put_away_nobody_is_told(town: Town, monkeypatch) -> None:
    async with town.listens(SUZUKI) as writing, town.listens(SATO) as looking:
        await looks(looking)
        monkeypatch.setattr(policy, "MOST_MEMBERS", 1)
        await write(writing)
        monkeypatch.undo()
        await change_room(town, WELFARE, archived_at=datetime.now(UTC))
        await write(writing)
        await looks(looking)
        assert heard(looking) == []


@pytest.mark.req("N2", "N14", "MSG-21")
async def test_strangers_neither_say_nor_hear_it(town: Town) -> None:
    async with town.listens(SUZUKI) as writing, town.listens(TANAKA) as stranger:
        await looks(stranger)
        await write(writing)
        with pytest.raises(Refusal) as refused:
            await write(stranger)
        assert (refused.value.status, refused.value.code) == (404, "not_found")
        assert heard(stranger) == []


@pytest.mark.req("BASE-7", "MSG-21")
async def test_a_body_may_live_without_it(town: Town) -> None:
    await town.call(TAKAHASHI, "DELETE", "/api/modules/typing/switch")
    async with town.listens(SUZUKI) as ear:
        with pytest.raises(Refusal) as refused:
            await write(ear)
        assert refused.value.status == 404
