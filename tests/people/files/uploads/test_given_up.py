"""Giving up an upload, or whoever brings it: what is whole stays, what is not leaves nothing, and nobody shut out goes on."""

import asyncio
import shutil
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from tests.cast import MIHON
from tests.people.files.bringing import Bringer
from tests.people.files.test_checking import file_of, later, lying, used
from tests.people.files.uploads.test_cut_off import come_to, line
from tests.town import SATO, SUZUKI, Town
from yoriai.people.files import checking, jobs, places
from yoriai.people.files.models import File, State, Upload
from yoriai.people.files.uploads import receive
from yoriai.people.files.uploads.limits import MOST_IN_LINE, PART
from yoriai.platform.blobs import store
from yoriai.platform.blobs.sealing import Damaged
from yoriai.platform.jobs.models import Job

pytestmark = [pytest.mark.anyio, pytest.mark.req("FILE-1", "N87")]
WORDS = "窓口の当番表です。\n".encode()


@pytest.fixture
def sato(town: Town) -> Bringer:
    """In a town where no job is done before somebody does it."""
    town.assembly.worker.stop()
    return Bringer(town, SATO)


async def do(town: Town, kind: str) -> None:
    """The jobs of this kind that are left, as a worker would."""
    works = town.assembly.works
    async with works.reading() as work:
        left = select(Job.body).where(Job.kind == kind, Job.done_at.is_(None))
        bodies = (await work.session.scalars(left)).all()
    for body in bodies:
        await town.assembly.worker.handlers[kind](works, body)


async def whole(bringer: Bringer) -> tuple[str, str]:
    """An upload that has just become a file, and that file."""
    upload = await bringer.begun(len(WORDS), "当番表.txt")
    return upload, (await bringer.sends(upload, 0, WORDS)).headers["yoriai-file"]


@pytest.mark.req("C11")
async def test_giving_up_what_is_whole_already_takes_nothing_from_the_file(sato: Bringer):
    upload, file_id = await whole(sato)
    assert (await sato.ask("DELETE", upload)).status_code == 204
    assert (await sato.ask("HEAD", upload)).status_code == 404
    await jobs.sweep(sato.town.assembly.works, {})
    await do(sato.town, "files.clear")
    await do(sato.town, "files.check")

    said = await sato.state(file_id)
    assert (said["state"], said["kind"], said["size"]) == ("disarmed", "text", len(WORDS))
    await jobs.sweep(sato.town.assembly.works, {})
    await do(sato.town, "files.clear")
    assert len(lying(sato.town)) == 2, "what came, and what was made of it"
    async with sato.town.assembly.works.reading() as work:
        assert (await work.session.scalars(select(Upload))).all() == []


@pytest.mark.req("C11", "N109")
async def test_of_pieces_that_are_damaged_nothing_is_left_in_the_end(sato: Bringer):
    _, file_id = await whole(sato)
    (piece,) = lying(sato.town)
    flip(piece)
    with pytest.raises(Damaged):
        await do(sato.town, "files.check")
    async with sato.town.assembly.works.writing() as work:
        over = update(Job).where(Job.kind == "files.check").values(done_at=work.now, unique_key=None)
        await work.session.execute(over)
    await jobs.sweep(later(sato.town, 2), {})
    assert (await file_of(sato.town, file_id)).state == State.HELD
    assert await used(sato.town) == 0, "nothing is kept of it, however long it hangs somewhere"

    await jobs.sweep(later(sato.town, 25), {})
    await do(sato.town, "files.clear")
    assert (lying(sato.town), await used(sato.town)) == ([], 0)


@pytest.mark.req("C11", "N85")
async def test_two_who_put_a_file_together_at_once_leave_one_and_the_right_one(sato: Bringer):
    upload, file_id = await whole(sato)
    before = await file_of(sato.town, file_id)
    await do(sato.town, "files.check")
    # As the other one saw it, who comes to the pieces when they are gone.
    await checking._put_together(sato.town.assembly.works, before, UUID(upload.rpartition("/")[2]))
    assert (await file_of(sato.town, file_id)).sha256 == sha256(WORDS).hexdigest()


@pytest.mark.req("N85")
async def test_what_is_whole_is_replaced_by_nobody_before_and_after_its_check(sato: Bringer):
    upload, file_id = await whole(sato)
    evil = b"M" * len(WORDS)
    for _ in range(2):
        for offset, piece, status in ((0, evil, 409), (0, WORDS, 409), (len(WORDS), b"x", 413)):
            assert (await sato.sends(upload, offset, piece)).status_code == status
        await do(sato.town, "files.check")
        await do(sato.town, "files.clear")
    file, blobs = await file_of(sato.town, file_id), sato.town.assembly.works.blobs
    assert (file.state, file.sha256) == (State.DISARMED, sha256(WORDS).hexdigest())
    assert (file.proof["sha256"], file.proof["sha256_made"]) == (file.sha256, file.sha256_made)
    assert await blobs.read_bytes(places.original_of(file)) == WORDS
    assert sha256(await blobs.read_bytes(places.clean_of(file))).hexdigest() == file.sha256_made
    assert len(lying(sato.town)) == 2


def flip(file: Path) -> None:
    """One bit of it is another one now."""
    lies = bytearray(file.read_bytes())
    lies[-1] ^= 1
    file.write_bytes(lies)


async def test_what_is_given_up_while_a_piece_of_it_is_put_away_is_not_there(
    sato: Bringer, monkeypatch: pytest.MonkeyPatch
):
    upload, loop, puts_on_disk = await sato.begun(9), asyncio.get_running_loop(), store._on_disk

    def late(root: Path, file: Path) -> None:
        """Its folder goes between the piece and the assurance that it lies there."""
        given_up = asyncio.run_coroutine_threadsafe(sato.ask("DELETE", upload), loop).result(20)
        assert given_up.status_code == 204
        shutil.rmtree(file.parent)
        puts_on_disk(root, file)

    monkeypatch.setattr(store, "_on_disk", late)
    assert (await sato.sends(upload, 0, b"abc")).status_code == 404
    assert lying(sato.town) == []


@pytest.mark.req("D20", "N23")
async def test_whoever_is_shut_out_meanwhile_brings_nothing_more(sato: Bringer):
    upload = await sato.begun(2 * PART)
    async with line(sato, upload, 0, 2 * PART) as (reader, writer):
        writer.write(b"a" * PART)
        await come_to(sato, upload, PART)
        assert (await sato.ask("POST", "/api/sign-out")).status_code == 204
        writer.write(b"a" * PART)
        async with asyncio.timeout(20):
            assert (await reader.readline()).split()[1] == b"401"
    async with sato.town.assembly.works.reading() as work:
        row = (await work.session.scalars(select(Upload))).one()
    assert (row.offset, row.file_id) == (PART, None)
    assert len(lying(sato.town)) == 1


async def test_no_file_comes_in_crumbs(sato: Bringer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(receive, "MOST_BREAKS", 2)
    upload = await sato.begun(9)
    for at in range(2):
        assert (await sato.sends(upload, at, b"a")).status_code == 204
    refused = await sato.sends(upload, 2, b"a")
    assert (refused.status_code, refused.json()["code"]) == (409, "files.many_pieces")
    assert (await sato.has_come(upload), len(lying(sato.town))) == (2, 2)


async def test_nobody_fills_the_line_before_the_check(sato: Bringer):
    async with sato.town.assembly.works.writing() as work:
        work.session.add_all(waiting(sato, work.now) for _ in range(MOST_IN_LINE - 1))
    _, last = await whole(sato)
    refused = await sato.begins(1)
    assert (refused.status_code, refused.json()["code"]) == (429, "files.many_in_line")
    assert int(refused.headers["retry-after"]) > 0
    assert (await Bringer(sato.town, SUZUKI).begins(1)).status_code == 201

    await do(sato.town, "files.check")
    assert (await sato.state(last))["state"] == "disarmed"
    assert (await sato.begins(1)).status_code == 201


def waiting(bringer: Bringer, now: datetime) -> File:
    """One that waits for its check, without the way there."""
    return File(
        id=uuid4(),
        tenant_id=MIHON,
        account_id=bringer.who,
        name="表.txt",
        size=1,
        zone=bringer.zone,
        state=State.CHECKING,
        created_at=now,
    )
