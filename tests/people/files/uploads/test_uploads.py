"""Files come in piece by piece: what has come is kept, what was announced is all that is taken."""

import asyncio
import hashlib
from base64 import b64encode
from email.utils import parsedate_to_datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests.cast import NISHIMURA, with_guest
from tests.keys import new_send_key
from tests.people.files.bringing import Bringer, encoded
from tests.town import SATO, SUZUKI, Town
from yoriai.people.files import places
from yoriai.people.files.models import File, FileUsage, Upload
from yoriai.people.files.uploads.limits import MOST_IN_ONE
from yoriai.platform.settings import Settings

pytestmark = [pytest.mark.anyio, pytest.mark.req("FILE-1")]
WORDS = "窓口の当番表です。\n".encode()


@pytest.fixture
def sato(town: Town) -> Bringer:
    return Bringer(town, SATO)


def settings_of(town: Town) -> Settings:
    return town.assembly.settings


def lying(town: Town) -> list[Path]:
    folder = settings_of(town).data_dir / "files"
    return [each for each in folder.rglob("*") if each.is_file()]


async def row(town: Town, file_id: str) -> File:
    async with town.assembly.works.reading() as work:
        return (await work.session.scalars(select(File).where(File.id == UUID(file_id)))).one()


async def used(town: Town) -> int:
    async with town.assembly.works.reading() as work:
        return await work.session.scalar(select(func.sum(FileUsage.used))) or 0


async def test_a_text_comes_in_is_checked_and_is_a_file(sato: Bringer):
    found = await sato.judged(await sato.brings(WORDS * 100, "当番表.txt"))

    assert (found["state"], found["kind"], found["method"]) == ("disarmed", "text", "text")
    assert (found["name"], found["size"], found["entered"]) == ("当番表.txt", len(WORDS) * 100, "lgwan")
    assert await sato.town.told_at(f"person/{SATO}") == ["files.judged"]


async def test_what_lies_in_the_store_is_what_came_and_cannot_be_read_there(sato: Bringer):
    file_id = await sato.brings(WORDS * 100)
    await sato.judged(file_id)

    file, blobs = await row(sato.town, file_id), sato.town.assembly.works.blobs
    assert file.sha256 == hashlib.sha256(WORDS * 100).hexdigest() == file.proof["sha256"]
    assert await blobs.read_bytes(places.original_of(file)) == WORDS * 100
    found = lying(sato.town)
    assert found and not any(WORDS in each.read_bytes() for each in found)


@pytest.mark.req("N87")
async def test_the_limits_are_said_before_anything_comes(sato: Bringer):
    said = (await sato.town.call(SATO, "GET", "/api/uploads")).json()
    settings = settings_of(sato.town)

    assert said["most_bytes"] == settings.file_most_bytes
    assert (said["piece_bytes"], said["under_way"]) == (MOST_IN_ONE, settings.files_under_way)
    assert (said["quota_bytes"], said["used_bytes"]) == (settings.files_quota_bytes, 0)
    protocol = await sato.ask("OPTIONS", "/api/uploads")
    assert protocol.headers["tus-max-size"] == str(settings.file_most_bytes)
    assert protocol.headers["tus-version"] == "1.0.0"
    assert protocol.headers["tus-checksum-algorithm"] == "sha1,sha256"


async def test_an_upload_goes_on_where_it_broke_off(sato: Bringer):
    data = bytes(range(97, 122)) * 1000
    upload = await sato.begun(len(data))
    looked_at = await sato.ask("HEAD", upload)
    assert looked_at.headers["upload-length"] == str(len(data))
    expires = parsedate_to_datetime(looked_at.headers["upload-expires"])
    assert looked_at.headers["upload-metadata"] == f"filename {encoded('写真.txt')}"
    for end in (1, 7_000, 7_001, 20_000):
        start = await sato.has_come(upload)
        answer = await sato.sends(upload, start, data[start:end])
        assert (answer.status_code, answer.headers["upload-offset"]) == (204, str(end))
        assert parsedate_to_datetime(answer.headers["upload-expires"]) >= expires

    file_id = (await sato.sends(upload, 20_000, data[20_000:])).headers["yoriai-file"]
    await sato.judged(file_id)
    assert (await row(sato.town, file_id)).sha256 == hashlib.sha256(data).hexdigest()


async def test_a_piece_at_another_offset_is_refused_with_the_right_one(sato: Bringer):
    upload = await sato.begun(10)
    await sato.sends(upload, 0, b"abc")

    for offset in (0, 2, 4, 10):
        refused = await sato.sends(upload, offset, b"x")
        assert (refused.status_code, refused.json()["code"]) == (409, "files.offset")
        assert refused.json()["details"] == {"offset": 3}


@pytest.mark.parametrize("kind", ["sha1", "sha256"])
async def test_a_piece_that_is_not_what_its_checksum_says_is_not_taken(sato: Bringer, kind: str):
    data = bytes(range(97, 122)) * 60_000
    upload = await sato.begun(len(data) + 1)
    right = b64encode(hashlib.new(kind, data).digest()).decode()
    for said, status in ((f"{kind} {right}", 460), ("md5 AAAA", 400), (f"{kind} AAAA", 400), (kind, 400)):
        headers = {"upload-offset": "0", "upload-checksum": said}
        refused = await sato.ask("PATCH", upload, data[:-1] + b"!", headers)
        assert (refused.status_code, await sato.has_come(upload)) == (status, 0)
    assert lying(sato.town) == []

    taken = await sato.ask(
        "PATCH", upload, data, {"upload-offset": "0", "upload-checksum": f"{kind} {right}"}
    )
    assert (taken.status_code, await sato.has_come(upload)) == (204, len(data))
    file_id = (await sato.sends(upload, len(data), b"a")).headers["yoriai-file"]
    await sato.judged(file_id)
    assert (await row(sato.town, file_id)).sha256 == hashlib.sha256(data + b"a").hexdigest()


async def test_of_two_who_bring_the_same_piece_one_is_counted(sato: Bringer):
    upload = await sato.begun(10)
    answers = await asyncio.gather(*(sato.sends(upload, 0, each * 10) for each in (b"a", b"b", b"c")))

    assert sorted(each.status_code for each in answers) == [204, 409, 409]
    file_id = next(each.headers["yoriai-file"] for each in answers if each.status_code == 204)
    assert (await sato.judged(file_id))["size"] == 10


@pytest.mark.req("N87")
async def test_more_than_was_announced_is_not_taken(sato: Bringer):
    upload = await sato.begun(5)
    refused = await sato.sends(upload, 0, b"sixsix")
    assert (refused.status_code, refused.json()["details"]) == (413, {"most": 5})

    assert await sato.has_come(upload) == 0
    assert (await sato.sends(upload, 0, b"five5")).status_code == 204


@pytest.mark.req("N87")
async def test_a_length_that_is_none_begins_nothing(sato: Bringer):
    for length in ("", "-1", "1.5", "1e3", "0x10", "+1", "9" * 19):
        refused = await sato.begins(length)
        assert (refused.status_code, refused.json()["details"]["field"]) == (422, "upload_length")


@pytest.mark.req("N87")
async def test_a_file_of_the_limit_is_taken_and_one_more_byte_is_refused_by_name(
    sato: Bringer, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(settings_of(sato.town), "file_most_bytes", 100)
    assert (await sato.begins(100)).status_code == 201

    refused = await sato.begins(101, "計画.txt")
    assert (refused.status_code, refused.json()["code"]) == (413, "too_large")
    assert refused.json()["details"] == {"most": 100, "name": "計画.txt"}
    empty = await sato.begins(0, "空.txt")
    assert (empty.status_code, empty.json()["code"]) == (422, "files.nothing_in_it")


@pytest.mark.req("N87")
async def test_no_two_uploads_take_the_last_of_the_room(sato: Bringer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(settings_of(sato.town), "files_quota_bytes", 1000)
    suzuki = Bringer(sato.town, SUZUKI)
    answers = await asyncio.gather(*(who.begins(300) for who in (sato, suzuki) * 4))

    assert sorted(each.status_code for each in answers) == [201] * 3 + [507] * 5
    assert await used(sato.town) == 900
    assert [(await sato.begins(size)).status_code for size in (101, 100)] == [507, 201]


@pytest.mark.req("N87")
async def test_no_more_files_of_one_person_are_under_way_than_may_be(
    sato: Bringer, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(settings_of(sato.town), "files_under_way", 3)
    answers = await asyncio.gather(*(sato.begins(1) for _ in range(6)))
    assert sorted(each.status_code for each in answers) == [201] * 3 + [409] * 3
    assert (await Bringer(sato.town, SUZUKI).begins(1)).status_code == 201

    done = next(each.headers["location"] for each in answers if each.status_code == 201)
    await sato.sends(done, 0, b"a")
    assert [(await sato.begins(1)).status_code for _ in range(2)] == [201, 409]


@pytest.mark.req("BASE-4")
async def test_beginning_again_with_the_same_key_is_the_same_upload(sato: Bringer):
    key = new_send_key()
    first, second = await asyncio.gather(sato.begun(10, key=key), sato.begun(10, key=key))
    assert first == second
    assert await used(sato.town) == 10


async def test_an_upload_is_there_for_its_owner_alone_and_on_its_side_alone(sato: Bringer):
    upload = await sato.begun(3)
    for stranger in (Bringer(sato.town, SUZUKI), Bringer(sato.town, SATO, "internet")):
        assert (await stranger.ask("HEAD", upload)).status_code == 404
        assert (await stranger.sends(upload, 0, b"abc")).status_code == 404
        assert (await stranger.ask("DELETE", upload)).status_code == 404
    file_id = (await sato.sends(upload, 0, b"abc")).headers["yoriai-file"]
    other = await sato.town.call(SUZUKI, "GET", f"/api/files/{file_id}")
    assert other.status_code == 404


@pytest.mark.req("N4", "GUEST-1")
async def test_a_guest_begins_no_upload_and_leaves_nothing(sato: Bringer):
    await with_guest(sato.town.assembly.works, sato.town.welfare)
    guest = Bringer(sato.town, NISHIMURA, "internet")
    assert (await guest.begins(3)).status_code == 404
    async with sato.town.assembly.works.reading() as work:
        assert await work.session.scalar(select(func.count()).select_from(Upload)) == 0
    assert lying(sato.town) == []


async def test_an_upload_that_is_given_up_leaves_nothing(sato: Bringer):
    upload = await sato.begun(10)
    await sato.sends(upload, 0, b"abc")
    assert (await sato.ask("DELETE", upload)).status_code == 204

    assert (await sato.ask("HEAD", upload)).status_code == 404
    assert await used(sato.town) == 0
    async with asyncio.timeout(10):
        while lying(sato.town):  # noqa: ASYNC110 nobody tells when a blob is gone
            await asyncio.sleep(0.01)
    async with sato.town.assembly.works.reading() as work:
        assert await work.session.scalar(select(func.count()).select_from(Upload)) == 0


async def test_another_version_of_the_protocol_is_refused(sato: Bringer):
    refused = await sato.ask("POST", "/api/uploads", headers={"tus-resumable": "0.2.0", "upload-length": "1"})
    assert (refused.status_code, refused.json()["details"]) == (412, {"takes": "1.0.0"})
