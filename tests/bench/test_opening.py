"""E opens a room that the product itself has filled, and its figures are the middle of the rounds."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bench import opening, town
from bench.opening import OpeningSample, fill, opening_run
from bench.scenarios import OPENED
from yoriai.platform.db.store import opened
from yoriai.platform.settings import Settings
from yoriai.talk.messages.models import Message
from yoriai.talk.reactions.models import Reaction
from yoriai.talk.rooms.models import Room


def test_everybody_has_spoken_by_turns_and_set_a_sign_at_the_last_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name, value in {"POPULATION": 10, "LARGE": 5}.items():
        monkeypatch.setattr(town, name, value)
    monkeypatch.setattr(opening, "TOGETHER", 8)
    settings = Settings(data_dir=tmp_path)
    settings.make_server_key()
    crowd = town.build(settings).residents[:3]

    room_id = asyncio.run(fill(settings.database_url, crowd, messages=60))

    assert asyncio.run(_figures(settings.database_url, room_id)) == (60, 3, 60, 50 * 3)


async def _figures(url: str, room_id: object) -> tuple[object, ...]:
    asked = (
        select(Room.last_ordinal).where(Room.id == room_id),
        select(func.count(Message.author_id.distinct())).where(Message.room_id == room_id),
        select(func.count()).select_from(Message).where(Message.room_id == room_id),
        select(func.count()).select_from(Reaction),
    )
    async with opened(url) as store, store.reading() as session:
        return tuple([await session.scalar(each) for each in asked])


def test_the_slowest_hundredth_is_of_the_middle_round():
    quick, slow = [4.0] * 98 + [9.0] * 2, [5.0] * 98 + [30.0] * 2
    rounds = [OpeningSample(quick, quick), OpeningSample(slow, quick), OpeningSample(quick, slow)]

    run = opening_run("sqlite-1", OPENED, rounds)

    assert (run.p50_ms, run.p99_ms, run.more["unread_p99_ms"]) == (4.0, 9.0, 9.0)
