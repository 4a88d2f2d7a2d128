"""However large a file is, the server's memory stays flat: while it comes, and while it is put together."""

import hashlib
import os
import resource
from pathlib import Path

import pytest

from tests.people.files.bringing import Bringer
from tests.people.files.uploads.test_cut_off import hash_of
from tests.people.files.uploads.test_uploads import settings_of
from tests.town import SATO, Town
from yoriai.people.files.uploads.limits import MOST_IN_ONE

pytestmark = [pytest.mark.anyio, pytest.mark.req("FILE-1", "N87")]
MEBIBYTE = 1024 * 1024
SIZE = int(os.environ.get("YORIAI_LARGE_FILE_MIB", "96")) * MEBIBYTE
"""Larger than what the check reads as a whole; by hand, a GiB."""
MOST_MORE = 48 * MEBIBYTE


def held() -> int:
    """Bytes of this process that lie in memory now: server and test are one."""
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * resource.getpagesize()


@pytest.mark.timed
async def test_a_file_larger_than_anybody_would_hold_comes_in_over_flat_memory(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(settings_of(town), "file_most_bytes", SIZE)
    sato, piece = Bringer(town, SATO), os.urandom(MOST_IN_ONE)
    hashed, seen, file_id = hashlib.sha256(), list[int](), ""
    upload = await sato.begun(SIZE, "記録.txt")
    for start in range(0, SIZE, MOST_IN_ONE):
        answer = await sato.sends(upload, start, piece)
        assert answer.status_code == 204, answer.text
        hashed.update(piece)
        seen.append(held())
        file_id = answer.headers.get("yoriai-file", "")

    said = await sato.judged(file_id)
    seen.append(held())
    assert (said["state"], said["reason"]) == ("declined", "files.too_large")
    assert await hash_of(town, file_id) == hashed.hexdigest()
    assert max(seen) - seen[0] < MOST_MORE
