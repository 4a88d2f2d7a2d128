"""What is to go goes however much there is of it, and nobody waits meanwhile for the store."""

import asyncio
from datetime import timedelta
from hashlib import sha256

import pytest
from sqlalchemy import func, insert, select

from tests.cast import MIHON
from tests.keys import new_send_key
from tests.people.files.bringing import Bringer
from tests.people.files.test_checking import file_of, later, used
from tests.people.questions import questions
from tests.town import SATO, Town
from yoriai.kit.ids import uuid7
from yoriai.people.files import jobs, places
from yoriai.people.files.blobs import StillGoing, claim, original
from yoriai.people.files.models import File, State, StoredBlob, Upload
from yoriai.people.files.usage import held_usage
from yoriai.platform.blobs.address import Address
from yoriai.platform.blobs.store import Blobs

pytestmark = [pytest.mark.anyio, pytest.mark.req("FILE-8", "N87")]
MANY = 10_000
CONTENTS = 500  # of them
TINY = 7  # bytes


async def many_tiny_ones(town: Town) -> None:
    """As many files as a script would bring: each is whole, checked, and held on to by nothing."""
    async with town.assembly.works.writing() as work:
        own = {
            "tenant_id": MIHON,
            "account_id": SATO,
            "zone": "lgwan",
            "name": "表.csv",
            "created_at": work.now,
        }
        ids = [uuid7(work.now) for _ in range(MANY)]
        hashes = [sha256(b"%d" % (number % CONTENTS)).hexdigest() for number in range(MANY)]
        (await held_usage(work, MIHON)).used += MANY * TINY
        await work.session.execute(
            insert(File),
            [
                own | {"id": each, "size": TINY, "state": State.HELD, "sha256": hashed}
                for each, hashed in zip(ids, hashes, strict=True)
            ],
        )
        whole = {"length": TINY, "offset": TINY, "expires_at": work.now + timedelta(hours=24)}
        await work.session.execute(
            insert(Upload),
            [
                own | whole | {"id": uuid7(work.now), "request_key": new_send_key(), "file_id": each}
                for each in ids
            ],
        )
        lying = {"tenant_id": MIHON, "zone": "lgwan", "is_made": False, "size": TINY, "created_at": work.now}
        await work.session.execute(
            insert(StoredBlob),
            [lying | {"sha256": each, "loose_since": None} for each in sorted(set(hashes))],
        )


async def left(town: Town) -> list[int]:
    async with town.assembly.works.reading() as work:
        counted = [select(func.count()).select_from(each) for each in (Upload, File, StoredBlob)]
        return [await work.session.scalar(each) or 0 for each in counted]


async def test_ten_thousand_tiny_files_cost_no_more_to_count_and_are_swept_at_once(town: Town):
    sato = Bringer(town, SATO)
    with questions(town.assembly.store) as of_none:
        await sato.begun(TINY)
    await many_tiny_ones(town)
    with questions(town.assembly.store) as of_many:
        await sato.begun(TINY)
    assert len(of_many) <= len(of_none)

    with questions(town.assembly.store) as swept:
        await jobs.sweep(later(town, 25), {})
        assert await left(town) == [0, 0, CONTENTS]
        await jobs.sweep(later(town, 50), {})
    assert await left(town) == [0, 0, 0]
    assert await used(town) == 0
    assert len(swept) < MANY / 10


async def test_while_the_store_is_slow_nobody_waits_and_the_same_bytes_come_anew(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    sato, words = Bringer(town, SATO), "窓口の当番表です。\n".encode()
    file = await file_of(town, await judged(sato, words))
    await jobs.sweep(later(town, 25), {})
    begun, goes_on, take = asyncio.Event(), asyncio.Event(), Blobs.delete

    async def slowly(self: Blobs, address: Address) -> None:
        begun.set()
        await goes_on.wait()
        await take(self, address)

    monkeypatch.setattr(Blobs, "delete", slowly)
    sweeping = asyncio.create_task(jobs.sweep(later(town, 50), {}))
    await begun.wait()
    await town.says(SATO, "待たずに書けます", town.welfare)
    with pytest.raises(StillGoing):
        async with town.assembly.works.writing() as work:
            await claim(work, original(file), file.size)
    goes_on.set()
    await sweeping

    assert not await town.assembly.works.blobs.has(places.original_of(file))
    again = await file_of(town, await judged(sato, words))
    assert await town.assembly.works.blobs.read_bytes(places.original_of(again)) == words


async def test_what_somebody_died_of_taking_away_is_taken_away_by_the_next(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    await judged(Bringer(town, SATO), b"words")
    await jobs.sweep(later(town, 25), {})

    async def dies(self: Blobs, address: Address) -> None:
        raise OSError

    with monkeypatch.context() as dying:
        dying.setattr(Blobs, "delete", dies)
        with pytest.raises(OSError):
            await jobs.sweep(later(town, 50), {})
    await jobs.sweep(later(town, 50.5), {})
    assert (await left(town))[2] == 2, "whoever was about it may still be"
    await jobs.sweep(later(town, 51.5), {})
    assert (await left(town))[2] == 0


async def judged(sato: Bringer, data: bytes) -> str:
    file_id = await sato.brings(data, "文.txt")
    assert (await sato.judged(file_id))["state"] == "disarmed"
    return file_id
