"""Those whose decoder hangs wait for themselves alone, all the way from what was brought to what is said of them."""

import asyncio
from collections.abc import Generator, Iterable
from contextlib import contextmanager

import pytest
from sqlalchemy import update

from tests.faults.of_files import spoilt_picture
from tests.faults.spoilt import taken_over
from tests.people.files.bringing import Bringer
from tests.people.files.corpus.samples import photo
from tests.people.files.sanitizing.corpus import telling, written
from tests.people.files.sanitizing.test_hostile import spoil
from tests.people.files.test_checking import later
from tests.people.files.uploads.test_given_up import do
from tests.town import SATO, SUZUKI, Town
from yoriai.people.files import checking, jobs
from yoriai.people.files.sanitizing import methods
from yoriai.platform.jobs.models import Job
from yoriai.platform.outside.cage.choice import choice
from yoriai.platform.outside.cage.kinds import Cage, Program
from yoriai.platform.outside.cage.limits import Limits
from yoriai.platform.outside.cage.run import Child, caged

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("ground", ["sqlite"], indirect=True)]
WORDS = b"words"


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[Child]:
    """Everything that was begun in a cage."""
    children = list[Child]()

    @contextmanager
    def noted(cage: Cage, program: Program, limits: Limits) -> Generator[Child]:
        with caged(cage, program, limits) as child:
            children.append(child)
            yield child

    monkeypatch.setattr(methods, "caged", noted)
    return children


async def ended(bringer: Bringer, files: Iterable[str], begun: list[Child]) -> None:
    """End what works at these files, until none of it is left; each is held."""
    for file in files:
        async with asyncio.timeout(30):
            while (said := await bringer.state(file))["state"] == "checking":
                for child in begun:
                    if child.code is None:
                        child.stop()
                await asyncio.sleep(0.02)
        assert (said["state"], said["reason"]) == ("held", "files.held_died")


@pytest.mark.req("F23", "N84")
async def test_what_comes_after_a_picture_that_hangs_is_there_before_it(
    town: Town, begun: list[Child], monkeypatch: pytest.MonkeyPatch
):
    sato = Bringer(town, SATO)
    spoil(monkeypatch, choice().best, "while True: pass")
    picture = await sato.brings(telling("PNG"), "写真.png")
    async with asyncio.timeout(30):
        while len(begun) < 2:  # noqa: ASYNC110 its builder and its decoder tell nobody
            await asyncio.sleep(0.02)
    for _ in range(3):
        assert (await sato.judged(await sato.brings(WORDS, "memo.txt")))["state"] == "disarmed"
    assert (await sato.state(picture))["state"] == "checking"
    await ended(sato, [picture], begun)


@pytest.mark.req("F23", "N84")
async def test_however_many_of_one_person_hang_a_photo_of_somebody_else_is_there_before_them(
    town: Town, begun: list[Child], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Program, "module", taken_over(Program.module))
    name, data = spoilt_picture("sleeps")
    sato, suzuki = Bringer(town, SATO), Bringer(town, SUZUKI)
    hanging = [await sato.brings(data, name) for _ in range(5)]

    said = await suzuki.judged(await suzuki.brings(written(photo(), "JPEG"), "現場.jpg"))
    assert said["state"] == "disarmed"
    assert {str((await sato.state(each))["state"]) for each in hanging} == {"checking"}
    await ended(sato, hanging, begun)


@pytest.mark.req("F23")
async def test_what_is_late_at_first_has_a_line_of_its_own_and_after_two_so_have_all_of_that_person(
    town: Town, begun: list[Child], monkeypatch: pytest.MonkeyPatch
):
    town.assembly.worker.stop()
    monkeypatch.setattr(checking, "FIRST_TRY", 0.0)
    sato, suzuki = Bringer(town, SATO), Bringer(town, SUZUKI)
    files = [await sato.brings(WORDS, f"{number}.txt") for number in range(3)]
    await do(town, "files.check")
    assert len(begun) == 2, "of the third nothing was tried"
    theirs = await suzuki.brings(WORDS, "memo.txt")
    monkeypatch.setattr(checking, "FIRST_TRY", 60.0)
    await do(town, "files.check")
    assert (await suzuki.state(theirs))["state"] == "disarmed"

    async with town.assembly.works.writing() as work:
        over = update(Job).where(Job.kind == "files.check").values(done_at=work.now, unique_key=None)
        await work.session.execute(over)
    await jobs.sweep(later(town, 2), {})
    assert {str((await sato.state(each))["state"]) for each in files} == {"checking"}, "they wait in line"
    await do(town, "files.check_long")
    assert {str((await sato.state(each))["state"]) for each in files} == {"disarmed"}
