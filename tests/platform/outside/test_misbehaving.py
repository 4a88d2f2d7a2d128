"""What hangs, forks, grows, talks too much or dies in a cage is ended with all that it has begun, and is no answer."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

from tests.platform.outside.cages import EACH_CAGE, QUICK, locked_in
from yoriai.platform.outside.cage.kinds import Cage, Program, files_wanted
from yoriai.platform.outside.cage.limits import MEBIBYTE, Limits
from yoriai.platform.outside.cage.run import Child, Died, GaveUp, Late, SaidWrong, caged, run

pytestmark = [pytest.mark.req("N84", "F23", "R8"), pytest.mark.parametrize("cage", EACH_CAGE)]

SHORT = replace(QUICK, seconds=1.5)

HANGS = {
    "computes": "while True: pass",
    "sleeps": "time.sleep(600)",
    "ignores": "signal.signal(signal.SIGTERM, signal.SIG_IGN)\nwhile True: time.sleep(1)",
    "closes": "os.close(1)\ntime.sleep(600)",
    "trickles": "while True: print('x', flush=True); time.sleep(0.01)",
}
DIES = {
    "raises": "raise ValueError",
    "segfaults": "ctypes.string_at(0)",
    "aborts": "os.abort()",
    "4 GiB": "x = bytearray(4 * 2**30)",
    "grows": "x = []\nwhile True: x.append(bytearray(2**24))",
    "forks": "while True: os.fork()",
    "ends itself": "os.kill(os.getpid(), signal.SIGKILL)",
}


def nobody_is_left(child: Child) -> bool:
    """Nobody of its group runs any more, as soon as the system has come to it; the dead may lie there until buried."""
    group, until = str(child.running.pid), time.monotonic() + 20
    while [each for each in everybody() if each[2] == group and each[0] not in "ZX"]:
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def everybody() -> Iterator[list[str]]:
    """Of every process its state, its parent and its group."""
    for each in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            yield each.read_text().rpartition(")")[2].split()[:3]


@pytest.mark.parametrize("how", HANGS)
def test_one_that_does_not_end_is_ended(cage: Cage, how: str) -> None:
    children = list[Child]()
    with pytest.raises(Late), caged(cage, locked_in(cage, HANGS[how]), SHORT) as child:
        children.append(child)
        child.feed(b"x" * MEBIBYTE)
        child.rest()
    assert nobody_is_left(children[0])


@pytest.mark.parametrize("how", DIES)
def test_one_that_dies_has_said_nothing(cage: Cage, how: str) -> None:
    began = time.monotonic()
    with pytest.raises(Died):
        run(cage, locked_in(cage, DIES[how]), b"x" * MEBIBYTE, QUICK)
    assert time.monotonic() - began < QUICK.seconds


def test_the_system_counts_what_it_computes(cage: Cage) -> None:
    with pytest.raises(Died):
        run(cage, locked_in(cage, "while True: pass"), b"", replace(QUICK, cpu=1))


def test_threads_do_not_fill_the_table_of_the_system(cage: Cage) -> None:
    """They share memory, so that no bound of memory counts them."""
    code = """
    import _thread
    waits, begun = _thread.allocate_lock(), 0
    waits.acquire()
    _thread.stack_size(32768)
    try:
        while begun < 6000:
            _thread.start_new_thread(waits.acquire, ())
            begun += 1
    except RuntimeError:
        pass
    print(begun, flush=True)
    os._exit(0)
    """
    assert 1 <= int(run(cage, locked_in(cage, code), b"", replace(QUICK, memory=8192 * MEBIBYTE))) <= 4096


def test_one_that_says_too_much_is_ended(cage: Cage) -> None:
    with pytest.raises(SaidWrong):
        run(cage, locked_in(cage, "while True: sys.stdout.write('x' * 65536)"), b"", QUICK)


@pytest.mark.parametrize("said", ["", "12345", "1234567890x"])
def test_what_it_says_is_counted_exactly(cage: Cage, said: str) -> None:
    with (
        pytest.raises(SaidWrong),
        caged(cage, locked_in(cage, f"sys.stdout.write('{said}')"), QUICK) as child,
    ):
        list(child.pieces(10))


def test_one_that_takes_nothing_of_its_input_may_still_answer(cage: Cage) -> None:
    assert run(cage, locked_in(cage, "print('enough')"), b"x" * 4 * MEBIBYTE, QUICK) == b"enough\n"


def test_it_can_tell_how_much_memory_it_has_used(cage: Cage) -> None:
    code = """
    from yoriai.platform.outside.cage.inside import Peak, lock
    import sys
    peak = Peak()
    lock(sys.argv[-1], without_files={files})
    x = bytearray(100 * 2**20)
    print(peak.bytes())
    """
    program = Program(("-c", dedent(code.format(files=files_wanted(cage)))))
    assert 100 * MEBIBYTE < int(run(cage, program, b"", QUICK)) < 300 * MEBIBYTE


def test_a_mistake_of_whoever_waits_leaves_nothing_behind(cage: Cage) -> None:
    children = list[Child]()
    with pytest.raises(ZeroDivisionError), caged(cage, locked_in(cage, "time.sleep(600)"), QUICK) as child:
        children.append(child)
        assert 1 / 0
    assert nobody_is_left(children[0])


WAITS = """
import sys
from yoriai.platform.outside.cage.kinds import Cage, Program
from yoriai.platform.outside.cage.limits import Limits
from yoriai.platform.outside.cage.run import caged
with caged(Cage(sys.argv[1]), Program(("-c", sys.argv[2])), Limits()) as child:
    child.exactly(7)
    print(child.running.pid, flush=True)
    child.rest()
"""


def test_it_dies_with_whoever_waits_for_it(cage: Cage) -> None:
    code = locked_in(cage, "print('locked', flush=True); time.sleep(600)").words[1]
    waiting = subprocess.Popen(
        [sys.executable, "-c", WAITS, cage, code], stdout=subprocess.PIPE, start_new_session=True
    )
    assert waiting.stdout is not None
    caged_one = int(waiting.stdout.readline())
    waiting.send_signal(signal.SIGKILL)
    waiting.wait()
    waiting.stdout.close()
    until = time.monotonic() + 20
    while Path(f"/proc/{caged_one}/cmdline").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(f"/proc/{caged_one}/cmdline").exists()


def test_one_that_nobody_waits_for_any_more_does_not_begin(cage: Cage) -> None:
    """Whoever began it died while it was still importing, so that the system does not tell it."""
    code = locked_in(cage, "time.sleep(600)").words[1]
    heard, output = os.pipe()
    os.close(heard)
    alone = subprocess.Popen([sys.executable, "-c", code, str(QUICK)], stdout=output, stderr=subprocess.PIPE)
    os.close(output)
    _, said = alone.communicate(timeout=30)
    assert b"nobody waits for it" in said


def test_one_without_a_lock_is_held_to_its_time_all_the_same(cage: Cage) -> None:
    """Whatever it has begun meanwhile is in its group."""
    code = "import os, time\nos.fork()\nos.fork()\ntime.sleep(600)"
    children = list[Child]()
    with pytest.raises(GaveUp), caged(cage, Program(("-c", dedent(code))), SHORT) as child:
        children.append(child)
        child.rest()
    assert nobody_is_left(children[0])


def test_bounds_are_one_word_that_says_the_same(cage: Cage) -> None:
    assert Limits.read(str(SHORT)) == SHORT
    assert files_wanted(cage) is (cage is Cage.LANDLOCK)
