"""One whose decoder hangs waits for itself alone, all the way from what was brought to what is said of it."""

import asyncio
from collections.abc import Generator
from contextlib import contextmanager

import pytest

from tests.people.files.bringing import Bringer
from tests.people.files.sanitizing.corpus import telling
from tests.people.files.sanitizing.test_hostile import spoil
from tests.town import SATO, Town
from yoriai.people.files.sanitizing import methods
from yoriai.platform.outside.cage.choice import choice
from yoriai.platform.outside.cage.kinds import Cage, Program
from yoriai.platform.outside.cage.limits import Limits
from yoriai.platform.outside.cage.run import Child, caged

pytestmark = pytest.mark.anyio


@pytest.mark.req("F23", "N84")
@pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
async def test_what_comes_after_a_picture_that_hangs_is_there_before_it(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    begun, sato = list[Child](), Bringer(town, SATO)

    @contextmanager
    def noted(cage: Cage, program: Program, limits: Limits) -> Generator[Child]:
        with caged(cage, program, limits) as child:
            begun.append(child)
            yield child

    spoil(monkeypatch, choice().best, "while True: pass")
    monkeypatch.setattr(methods, "caged", noted)
    picture = await sato.brings(telling("PNG"), "写真.png")
    async with asyncio.timeout(30):
        while len(begun) < 2:  # noqa: ASYNC110 its builder and its decoder tell nobody
            await asyncio.sleep(0.02)
    hanging = tuple(begun)
    for _ in range(3):
        assert (await sato.judged(await sato.brings(b"words", "memo.txt")))["state"] == "disarmed"
    assert (await sato.state(picture))["state"] == "checking"

    for child in hanging:
        child.stop()
    said = await sato.judged(picture)
    assert (said["state"], said["reason"]) == ("held", "files.held_died")
