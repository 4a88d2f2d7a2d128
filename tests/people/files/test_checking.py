"""What becomes of files that have come in: three ends and no fourth, and nothing that came to nothing stays."""

import asyncio
import re
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests.cast import token_of
from tests.people.files.bringing import Bringer
from tests.people.files.sanitizing.corpus import SECRET, telling
from tests.platform.outside.scanners import MARK, honest, scanning
from tests.town import SATO, SUZUKI, Town
from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.people.files import checking, jobs, places, service
from yoriai.people.files.content import content_of, small_of
from yoriai.people.files.models import File, FileUsage, StoredBlob, Upload
from yoriai.people.files.policy import Rendition
from yoriai.people.files.sanitizing.sanitize import Means
from yoriai.people.files.sanitizing.verdict import Verdict
from yoriai.people.sessions.authenticate import authenticate
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.jobs.models import Job
from yoriai.platform.outside.antivirus import Scanner
from yoriai.platform.work.edge import Works
from yoriai.platform.work.home import Home

pytestmark = [pytest.mark.anyio, pytest.mark.req("FILE-8")]


@pytest.fixture
def sato(town: Town) -> Bringer:
    return Bringer(town, SATO)


def later(town: Town, hours: float) -> Works:
    """The town's works at another hour."""
    works = town.assembly.works

    def then() -> datetime:
        return works.now() + timedelta(hours=hours)

    return Works(works.store, works.doorbell, then, home=works.home)


async def found(town: Town, file_id: str) -> File | None:
    async with town.assembly.works.reading() as work:
        return await work.session.get(File, UUID(file_id))


async def file_of(town: Town, file_id: str) -> File:
    file = await found(town, file_id)
    assert file is not None
    return file


def lying(town: Town) -> list[Path]:
    folder = town.assembly.settings.data_dir / "files"
    return [each for each in folder.rglob("*") if each.is_file()]


async def used(town: Town) -> int:
    async with town.assembly.works.reading() as work:
        return await work.session.scalar(select(func.sum(FileUsage.used))) or 0


async def cleared(town: Town, left: int) -> None:
    """Until only so many blobs lie in the store."""
    async with asyncio.timeout(20):
        while len(lying(town)) != left:  # noqa: ASYNC110 nobody tells when one is gone
            await asyncio.sleep(0.02)


@pytest.mark.req("FILE-11", "R2")
async def test_a_photograph_is_built_anew_with_a_small_one_and_says_nothing_more(sato: Bringer):
    sato.zone = "internet"
    file_id = await sato.brings(telling("JPEG"), "現場.jpg")
    said = await sato.judged(file_id)
    assert (said["state"], said["width"], said["height"], said["entered"]) == (
        "disarmed",
        320,
        200,
        "internet",
    )

    file, blobs = await file_of(sato.town, file_id), sato.town.assembly.works.blobs
    clean = content_of(blobs, file, Rendition.CLEAN)
    small = small_of(blobs, file, Rendition.CLEAN)
    assert clean is not None and small is not None
    assert (clean.name, clean.media_type) == ("現場.jpg", "image/jpeg")
    for content in (clean, small):
        data = b"".join([piece async for piece in content.stream()])
        assert data.startswith(b"\xff\xd8\xff") and SECRET not in data
        assert len(data) == await content.size()


async def test_of_a_part_of_what_was_made_exactly_that_part_is_read(sato: Bringer):
    words = b"0123456789" * 30_000
    file_id = await sato.brings(words, "数.txt")
    await sato.judged(file_id)

    clean = content_of(sato.town.assembly.works.blobs, await file_of(sato.town, file_id), Rendition.CLEAN)
    assert clean is not None
    for start, end in ((0, 1), (65_530, 65_545), (299_999, 300_000), (131_072, 131_073), (299_990, 400_000)):
        assert b"".join([piece async for piece in clean.stream(start, end)]) == words[start:end]


async def test_what_nobody_can_be_sure_of_is_held_and_nothing_is_made_of_it(sato: Bringer):
    locked = b"PK\x03\x04\x14\x00\x01\x00" + b"\0" * 40
    file_id = await sato.brings(locked, "議案.zip")
    said = await sato.judged(file_id)

    assert (said["state"], said["reason"]) == ("held", "files.held_locked")
    file = await file_of(sato.town, file_id)
    assert content_of(sato.town.assembly.works.blobs, file, Rendition.CLEAN) is None
    assert file.proof["found"] == "files.held_locked"
    assert await used(sato.town) == len(locked)


@pytest.mark.req("N87")
async def test_what_is_declined_takes_no_room_and_its_bytes_are_gone_in_a_day(sato: Bringer):
    file_id = await sato.brings(b"MZ" + b"\0" * 500, "道具.exe")
    assert (await sato.judged(file_id))["state"] == "declined"
    assert await used(sato.town) == 0
    with pytest.raises(Refused):
        async with sato.town.assembly.works.writing() as work:
            await service.keep(work, await actor_of(sato), UUID(file_id))

    await cleared(sato.town, 1)
    await jobs.sweep(later(sato.town, 25), {})
    assert lying(sato.town) == []


async def actor_of(bringer: Bringer) -> Actor:
    async with bringer.town.assembly.works.reading(Cause(zone=bringer.zone, address="10.0.0.1")) as work:
        return await authenticate(work, token_of(bringer.who, bringer.zone), bringer.zone)


@pytest.mark.req("N87")
async def test_what_nothing_holds_on_to_is_gone_after_a_day_and_what_is_held_on_to_stays(sato: Bringer):
    words = "窓口の当番表です。\n".encode()  # of pixels no two files are built alike
    lonely, kept = [await sato.brings(words, "当番表.txt") for _ in range(2)]
    for each in (lonely, kept):
        await sato.judged(each)
    async with sato.town.assembly.works.writing() as work:
        await service.keep(work, await actor_of(sato), UUID(kept))
    await cleared(sato.town, 2)

    await jobs.sweep(later(sato.town, 23), {})
    assert await found(sato.town, lonely) is not None
    await jobs.sweep(later(sato.town, 25), {})
    await jobs.sweep(later(sato.town, 50), {})
    assert await found(sato.town, lonely) is None
    file = await file_of(sato.town, kept)
    assert len(lying(sato.town)) == 2, "both had the same bytes: one of them still leans on them"
    assert await used(sato.town) == file.size
    assert await sato.town.assembly.works.blobs.has(places.clean_of(file))


@pytest.mark.req("N87")
async def test_an_upload_that_nobody_goes_on_with_leaves_nothing_after_a_day(sato: Bringer):
    upload = await sato.begun(1000)
    await sato.sends(upload, 0, b"a" * 400)
    await jobs.sweep(later(sato.town, 23), {})
    assert await sato.has_come(upload) == 400

    await jobs.sweep(later(sato.town, 25), {})
    assert (await sato.ask("HEAD", upload)).status_code == 404
    await clearing(sato.town)
    assert lying(sato.town) == []
    assert await used(sato.town) == 0
    async with sato.town.assembly.works.reading() as work:
        assert await work.session.scalar(select(func.count()).select_from(Upload)) == 0


async def clearing(town: Town) -> None:
    """Do the job that the sweep of tomorrow has left for tomorrow."""
    async with town.assembly.works.reading() as work:
        left = select(Job.body).where(Job.kind == "files.clear", Job.done_at.is_(None))
        (body,) = (await work.session.scalars(left)).all()
    await jobs.clear(town.assembly.works, body)


@pytest.mark.req("ZONE-1")
async def test_the_same_bytes_from_both_sides_are_two_originals(sato: Bringer):
    words = "同じ文です。".encode()
    for bringer in (sato, Bringer(sato.town, SUZUKI, "internet")):
        await bringer.judged(await bringer.brings(words, "文.txt"))

    async with sato.town.assembly.works.reading() as work:
        rows = (await work.session.scalars(select(StoredBlob))).all()
    assert sorted((each.zone, each.is_made) for each in rows) == [
        ("internet", False),
        ("internet", True),
        ("lgwan", False),
        ("lgwan", True),
    ]
    assert len({each.sha256 for each in rows if not each.is_made}) == 1


@pytest.mark.req("N84")
async def test_a_file_whose_check_was_given_up_is_held_and_never_handed_on(
    sato: Bringer, monkeypatch: pytest.MonkeyPatch
):
    def dies(data: bytes, name: str, means: Means) -> Verdict:
        raise MemoryError

    monkeypatch.setattr(checking, "judged", dies)
    file_id = await sato.brings(b"words", "文.txt")
    await tried(sato.town)
    await jobs.sweep(later(sato.town, 2), {})
    assert (await file_of(sato.town, file_id)).state == "checking", "its job is not over"

    async with sato.town.assembly.works.writing() as work:
        job = (await work.session.scalars(select(Job).where(Job.kind == "files.check"))).one()
        job.done_at, job.unique_key = work.now, None
    await jobs.sweep(later(sato.town, 2), {})
    said = await sato.judged(file_id)
    assert (said["state"], said["reason"]) == ("held", "files.held_died")


async def tried(town: Town) -> None:
    """Until its check has failed once."""

    async def error() -> str | None:
        async with town.assembly.works.reading() as work:
            return await work.session.scalar(select(Job.error).where(Job.kind == "files.check"))

    async with asyncio.timeout(20):
        while not await error():  # noqa: ASYNC110 a job tells nobody
            await asyncio.sleep(0.02)


async def test_what_is_larger_than_the_check_takes_is_declined_unread(
    sato: Bringer, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(checking, "MOST_BYTES", 10)
    said = await sato.judged(await sato.brings(b"a" * 11, "文.txt"))
    assert (said["state"], said["reason"]) == ("declined", "files.too_large")


@pytest.mark.asvs("V1.3.4")
async def test_a_drawing_that_could_move_goes_to_nobody(sato: Bringer):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for name in ("図.svg", "図.png", "図.txt"):
        said = await sato.judged(await sato.brings(drawing, name))
        assert (said["state"], said["kind"]) == ("declined", "")


NAMES = [
    ("../../etc/passwd.txt", "passwd.txt"),
    ("..%2f..%2fa.txt", "%2f..%2fa.txt"),
    ("議事\0録\r\n.txt", "議事録.txt"),
    ("CON.txt", "file"),
    ("報告\u202etxt.exe", "報告txt.exe"),
    ("．．／秘密．txt", "秘密．txt"),
    ("か\u3099くせい.txt", "がくせい.txt"),
    ("あ" * 300 + ".txt", "あ" * 116 + ".txt"),
    ("", "file"),
]


@pytest.mark.req("N61")
async def test_a_name_is_shown_without_its_tricks_and_is_never_a_path(sato: Bringer):
    for given, shown in NAMES:
        assert (await sato.state(await sato.brings(b"words", given)))["name"] == shown
    folder = sato.town.assembly.settings.data_dir / "files"
    parts = {part for each in lying(sato.town) for part in each.relative_to(folder).parts}
    ours = re.compile("original|made|lgwan|uploads|[0-9a-f-]{2,64}")
    assert parts and all(ours.fullmatch(part) for part in parts)


@pytest.mark.req("N83", "S12")
async def test_what_comes_in_is_scanned_where_there_is_a_scanner(
    sato: Bringer, monkeypatch: pytest.MonkeyPatch
):
    home = sato.town.assembly.works.home
    assert home is not None
    with scanning(honest) as address:
        monkeypatch.setattr(home, "scanner", Scanner(address))
        clean = await sato.brings(telling("PNG"), "写真.png")
        malware = await sato.brings(telling("PNG") + MARK, "写真.png")
        assert (await sato.judged(clean))["state"] == "disarmed"
        declined = await sato.judged(malware)
    unscanned = await sato.brings(telling("PNG"), "写真.png")
    assert (declined["state"], declined["reason"]) == ("declined", "files.malware")
    held = await sato.judged(unscanned)
    assert (held["state"], held["reason"]) == ("held", "files.held_not_scanned")
    assert (await file_of(sato.town, malware)).proof["malware"] == "Yoriai.Test.Mark"


def test_a_home_has_one_store_for_all_who_ask(tmp_path: Path):
    home = Home(tmp_path, lambda: b"k" * 32)
    assert home.blobs is home.blobs
