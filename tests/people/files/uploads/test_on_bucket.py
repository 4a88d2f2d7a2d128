"""A large file that comes to two nodes by turns, over lines that break and a node that starts anew: one right file, in
the bucket that they share, over flat memory."""

import hashlib
import os
from base64 import b64encode
from collections.abc import Generator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from itertools import count
from pathlib import Path
from random import Random

import pytest

from tests.bucket import bucket
from tests.grounds import Ground
from tests.people.files.bringing import Bringer
from tests.people.files.uploads.test_cut_off import cut_off, hash_of
from tests.people.files.uploads.test_flat import MEBIBYTE, MOST_MORE, held
from tests.people.files.uploads.test_uploads import settings_of
from tests.town import SATO, Town, open_town
from tests.valkey import Valkey
from yoriai.people.files.uploads.limits import MOST_IN_ONE

pytestmark = [pytest.mark.anyio, pytest.mark.req("FILE-1", "N87")]
SIZE = int(os.environ.get("YORIAI_LARGE_FILE_MIB", "7")) * MEBIBYTE + 12_345
"""More than a bucket takes in one request, and a whole number of nothing; by hand, a GiB."""
ENOUGH = 600.0  # seconds for a GiB


class Letters:
    """The content of the file, made where it is read: no mebibyte is like another, so that a mistake shows."""

    def __len__(self) -> int:
        return SIZE

    def __getitem__(self, part: slice, /) -> bytes:
        start, until, _ = part.indices(SIZE)
        first = start // MEBIBYTE
        made = b"".join(map(_mebibyte, range(first, -(-until // MEBIBYTE))))
        return made[start - first * MEBIBYTE : until - first * MEBIBYTE]


def _mebibyte(number: int) -> bytes:
    return b64encode(Random(number).randbytes(MEBIBYTE * 3 // 4))[:-1] + b"\n"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Generator[Mapping[str, str]]:
    with bucket(tmp_path_factory.mktemp("bucket")) as surroundings:
        yield surroundings


@pytest.mark.parametrize("ground", ["postgresql"], indirect=True)
async def test_a_file_cut_five_times_over_two_nodes_and_a_restart_is_one_right_file_in_the_bucket(
    ground: Ground,
    bus: Valkey,
    place: Mapping[str, str],
    tmp_path: Path,
    quick_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    for name, value in place.items():
        monkeypatch.setenv(name, value)
    data, seen = Letters(), list[int]()
    with ground.copied(quick_folder) as url:
        async with AsyncExitStack() as stack:
            there = await stack.enter_async_context(_node(url, tmp_path, bus))
            async with _node(url, tmp_path, bus) as here:
                monkeypatch.setattr(settings_of(here), "file_most_bytes", SIZE)
                upload = await Bringer(here, SATO).begun(len(data), "記録.txt")
                seen.append(held())
                for town in (here, there, here):
                    await cut_off(Bringer(town, SATO), upload, data)
            again = await stack.enter_async_context(_node(url, tmp_path, bus))
            for town in (again, there):
                await cut_off(Bringer(town, SATO), upload, data)
            file_id = await _brought(upload, (again, there), data, seen)
            said = await Bringer(there, SATO).judged(file_id, within=ENOUGH)
            seen.append(held())
            assert said["state"] in ("disarmed", "declined"), said["reason"]
            assert await hash_of(there, file_id) == _hash_of(data)
    assert not (tmp_path / "files").exists(), "nothing of it lies on the machine"
    assert max(seen) - seen[0] < MOST_MORE


def _node(url: str, folder: Path, bus: Valkey) -> AbstractAsyncContextManager[Town]:
    return open_town(url, folder, bus=bus.url, files_at="s3://yoriai/files")


async def _brought(upload: str, towns: Sequence[Town], data: Letters, seen: list[int]) -> str:
    """Bring what is missing to one node after the other; the file's id."""
    for number in count():
        bringer = Bringer(towns[number % len(towns)], SATO)
        start = await bringer.has_come(upload)
        answer = await bringer.sends(upload, start, data[start : start + MOST_IN_ONE])
        seen.append(held())
        # What was still on its way over a broken line has come meanwhile; or a busy machine asks to come again.
        if answer.status_code in (409, 503):
            continue
        assert answer.status_code == 204, answer.text
        if "yoriai-file" in answer.headers:
            return answer.headers["yoriai-file"]
    raise AssertionError


def _hash_of(data: Letters) -> str:
    hashed = hashlib.sha256()
    for start in range(0, SIZE, MEBIBYTE):
        hashed.update(data[start : start + MEBIBYTE])
    return hashed.hexdigest()
