"""What a caged process reaches: its input and its output."""

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from tests.platform.outside.cages import EACH_CAGE, QUICK, locked_in
from yoriai.platform.outside.cage import choice as choosing
from yoriai.platform.outside.cage.choice import Choice as Found
from yoriai.platform.outside.cage.choice import NoCage, choice, holds
from yoriai.platform.outside.cage.kinds import Cage, Program, files_wanted
from yoriai.platform.outside.cage.run import Died, caged, run
from yoriai.platform.outside.courtesy import RANK

pytestmark = [pytest.mark.req("N86", "R8"), pytest.mark.parametrize("cage", EACH_CAGE)]

ATTEMPTS = """
libc = ctypes.CDLL(None)

def call(number, *words):
    return libc.syscall(number, *words) >= 0

def tries(what):
    try:
        return what() is not False
    except (OSError, ValueError, RuntimeError):
        return False

def forks():
    if os.fork() == 0:
        os._exit(0)

found = [name for name, what in {
    "open /etc/passwd": lambda: open("/etc/passwd").close(),
    "open the program": lambda: open(sys.executable, "rb").close(),
    "open its own memory": lambda: open("/proc/self/mem", "rb").close(),
    "list /": lambda: os.listdir("/"),
    "list processes": lambda: os.listdir("/proc"),
    "look at a name": lambda: os.stat("/etc/passwd"),
    "write to /tmp": lambda: open("/tmp/yoriai-out", "wb").close(),
    "write to /dev/shm": lambda: open("/dev/shm/yoriai-out", "wb").close(),
    "make a folder": lambda: os.mkdir("/tmp/yoriai-folder"),
    "make a file of memory": lambda: os.memfd_create("x"),
    "TCP": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM).close(),
    "UDP": lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).close(),
    "a socket of the machine": lambda: socket.socket(socket.AF_UNIX).close(),
    "netlink": lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0).close(),
    "fork": forks,
    "signal its parent": lambda: os.kill(os.getppid(), 0),
    "signal everybody": lambda: os.kill(-1, 0),
    "trace its parent": lambda: libc.ptrace(16, os.getppid(), 0, 0) >= 0,
    "read another's memory": lambda: call(310, os.getppid(), 0, 0, 0, 0, 0),
    "write another's memory": lambda: call(311, os.getppid(), 0, 0, 0, 0, 0),
    "take hold of a process": lambda: call(434, os.getppid(), 0),
    "queue a signal": lambda: call(129, os.getppid(), 0, ctypes.create_string_buffer(128)),
    "bound its parent": lambda: call(302, os.getppid(), 7, 0, ctypes.create_string_buffer(16)),
    "be dumped": lambda: call(157, 4, 1, 0, 0, 0),
    "another personality": lambda: call(135, 0x0400000),
    "open by a handle": lambda: call(304, -100, ctypes.create_string_buffer(128), 0),
    "open in the newer way": lambda: call(437, -100, b"/etc/passwd", ctypes.create_string_buffer(24), 24),
    "run what is open": lambda: call(322, 0, b"", 0, 0, 0x1000),
    "catch its faults": lambda: call(323, 0),
    "make a pipe": lambda: os.pipe() and True,
    "speak to a terminal": lambda: call(16, 0, 0x5412, b"x"),
    "be root": lambda: os.setuid(0),
    "raise its bounds": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1)),
    "leave its group": lambda: os.setsid(),
    "a namespace": lambda: call(272, 0x10000000),
    "mount": lambda: call(165, 0, b"/tmp", b"tmpfs", 0, 0),
    "io_uring": lambda: call(425, 8, ctypes.create_string_buffer(120)),
    "bpf": lambda: call(321, 0, 0, 0),
    "a key ring": lambda: call(250, 0, -3, 1),
    "memory as code": lambda: libc.mmap(0, 4096, 7, 0x22, -1, 0) not in (-1, 0xFFFFFFFFFFFFFFFF),
}.items() if (not only or name in only) and tries(what)]
print(found, flush=True)
os.execv("/bin/true", ["true"])
"""
HARMLESS = (
    *("open the program", "look at a name", "TCP", "fork", "make a file of memory"),
    *("signal its parent", "take hold of a process", "make a pipe"),
)


@pytest.mark.asvs("V13.2.5")
def test_it_opens_begins_signals_and_connects_nothing(cage: Cage) -> None:
    with pytest.raises(Died), caged(cage, locked_in(cage, f"only = ()\n{ATTEMPTS}"), QUICK) as child:
        assert child.rest() == b"[]\n"


def test_the_same_attempts_succeed_where_nothing_is_locked(cage: Cage) -> None:
    """So that the list is empty for the lock's sake, and not because nothing could have succeeded."""
    free = f"import ctypes, os, resource, socket, sys\nonly = {HARMLESS}\n{ATTEMPTS}"
    said = subprocess.run([sys.executable, "-c", free], capture_output=True, check=True).stdout.decode()
    assert [name for name in HARMLESS if name not in said] == []


@pytest.mark.asvs("V13.3.2")
def test_it_is_given_no_setting_no_secret_and_no_open_file(
    cage: Cage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("YORIAI_DATABASE", "postgresql://secret")
    with (tmp_path / "secret").open("w") as secret:
        os.set_inheritable(secret.fileno(), True)
        code = "import os; print(sorted(set(os.environ) - {'PWD', 'LC_CTYPE'}), os.listdir('/proc/self/fd')[:-1], os.getcwd())"
        said = run(cage, Program(("-c", code)), b"", QUICK)
    names = "['LANG']" if cage is Cage.BUBBLEWRAP else "['LANG', 'PATH']"
    assert said.decode() == f"{names} ['0', '1', '2'] /\n"


def test_it_leaves_the_processor_to_whoever_began_it(cage: Cage) -> None:
    with caged(cage, locked_in(cage, "print('locked', flush=True); sys.stdin.read()"), QUICK) as child:
        from_the_first = os.getpriority(os.PRIO_PROCESS, child.running.pid)
        assert child.exactly(7) == b"locked\n"
        locked = os.getpriority(os.PRIO_PROCESS, below(child.running.pid))
        child.shut()
    assert (from_the_first, locked) == (RANK, RANK)


def below(number: int) -> int:
    """The innermost process of those that this one has begun."""
    children = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    return below(int(children[0])) if children else number


def test_it_is_nobody_without_rights_and_under_the_filter(cage: Cage) -> None:
    with caged(cage, locked_in(cage, "print('locked', flush=True); sys.stdin.read()"), QUICK) as child:
        assert child.exactly(7) == b"locked\n"
        status = Path(f"/proc/{below(child.running.pid)}/status").read_text()
        child.feed(b"")
    lines = dict(line.split(":", 1) for line in status.splitlines())
    held = {name: lines[name].split() for name in ("CapEff", "CapPrm", "NoNewPrivs", "Seccomp")}
    nothing = ["0" * 16]
    assert held == {"CapEff": nothing, "CapPrm": nothing, "NoNewPrivs": ["1"], "Seccomp": ["2"]}
    assert "0" not in lines["Uid"].split()
    assert not lines["Groups"].split() or os.geteuid() != 0


@pytest.mark.parametrize(
    "layer", ["landlock.give_up_files()", "inside._filter(filtering.program(platform.machine()))"]
)
def test_each_of_the_layers_keeps_files_away_by_itself(cage: Cage, layer: str) -> None:
    code = f"""
    import ctypes, platform
    from yoriai.platform.outside.cage import filtering, inside, landlock
    open("/proc/self/status").close()
    ctypes.CDLL(None).prctl(38, 1, 0, 0, 0)
    {layer}
    try:
        open("/proc/self/status")
    except OSError as refused:
        print(refused.errno)
    """
    said = run(cage, Program(("-c", dedent(code))), b"", QUICK)
    assert said in (b"13\n", b"1\n")


def test_a_thread_that_is_there_before_the_lock_would_be_free_so_nothing_is_read(cage: Cage) -> None:
    code = f"""
    import _thread, socket, sys
    from yoriai.platform.outside.cage.inside import lock
    waits, says = _thread.allocate_lock(), _thread.allocate_lock()
    def escapes():
        with waits:
            socket.socket().close()
            print("out", flush=True)
            says.release()
    waits.acquire()
    says.acquire()
    _thread.start_new_thread(escapes, ())
    lock(sys.argv[-1], without_files={files_wanted(cage)})
    waits.release()
    says.acquire()
    """
    with pytest.raises(Died), caged(cage, Program(("-c", dedent(code))), QUICK) as child:
        assert child.rest() == b""


def test_a_cage_that_was_not_found_is_tried_again(cage: Cage, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, tried = choosing.choice(), list[Cage]()
    choosing._found.cache_clear()
    monkeypatch.setattr(choosing, "holds", lambda each: each is cage and len(tried) > 0)
    assert choosing.choice() == Found(())
    tried.append(cage)
    assert choosing.choice() == choosing.choice() == Found((cage,))
    monkeypatch.undo()
    choosing._found.cache_clear()
    assert choosing.choice() == kept


def test_a_cage_is_trusted_only_when_it_was_seen_to_hold(cage: Cage, monkeypatch: pytest.MonkeyPatch) -> None:
    assert holds(cage)
    assert cage in choice().held
    assert choice().best is choice().held[0]
    monkeypatch.setattr("yoriai.platform.outside.cage.choice._TRIAL", QUICK)
    monkeypatch.setattr("yoriai.platform.outside.cage.kinds._PYTHON", Path("/bin/true"))
    assert not holds(cage)
    with pytest.raises(NoCage):
        assert Found(()).best
