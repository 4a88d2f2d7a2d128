"""What the suite's workers go through of the code, gathered while their tests run. A plugin of pytest, for pytest-xdist.

The workers measure themselves (the .pth file of coverage sees to that); what their tests start does not: the gates
need none of it, and a server or a command would take twice as long to begin.
"""

import os
from collections.abc import Generator, Iterable

import greenlet
import pytest
from coverage import Coverage

from tools.places import ROOT

CONFIG, DATA = ROOT / "pyproject.toml", ROOT / ".coverage"
MEASURING = pytest.StashKey[Coverage]()
TRACED = pytest.StashKey[set[str]]()
# Tracing makes a test almost twice as slow. What is gone through on SQLite is gone through on PostgreSQL as well; only
# here, where no branch may be missed, do the two go ways of their own.
HAS_WAYS_OF_ITS_OWN = ("tests/platform/facts/", "tests/platform/realtime/test_lookout.py")
# Where no branch may be missed, every case counts; elsewhere one of the cases of a test is enough.
TO_THE_LAST_BRANCH = (
    *HAS_WAYS_OF_ITS_OWN,
    "tests/people/sessions/",
    "tests/people/access/",
    "tests/talk/rooms/",
    "tests/talk/attachments/test_way_out.py",
)
# Browsers are slow enough, and these look at other processes.
UNTRACED = ("tests/browser/", "tests/faults/", "tests/bench/", "tests/house/")
# These take longest, and all of them together go through hardly a line that no other test goes through: every town
# speaks HTTP and sockets, keeps rows and carries messages. What they lead through alone is one branch in seventy.
ON_BEATEN_TRACKS = (
    "tests/deploy/",
    "tests/people/accounts/managing/test_table.py",
    "tests/people/accounts/roster/test_import_roster.py",
    "tests/people/accounts/roster/test_properties.py",
    "tests/people/accounts/test_orders.py",
    "tests/people/accounts/test_resolve.py",
    "tests/platform/blobs/",
    "tests/platform/db/",
    "tests/platform/http/",
    "tests/platform/jobs/",
    "tests/platform/outside/",
    "tests/platform/realtime/",
    "tests/platform/work/",
    "tests/rehearsal/",
    "tests/talk/departments/test_city.py",
    "tests/talk/departments/test_policy.py",
    "tests/talk/following/test_access.py",
    "tests/talk/mentions/",
    "tests/talk/messages/",
    "tests/talk/pins/",
    "tests/talk/practice/",
    "tests/talk/reactions/",
    "tests/talk/receipts/",
    "tests/test_answers.py",
    "tests/test_revocation.py",
    "tests/test_transcripts.py",
    "tests/watch/usage/",
)


def traced(nodeids: Iterable[str]) -> set[str]:
    """The tests that count."""
    counted = dict[str, str]()
    for nodeid in nodeids:
        every = nodeid.startswith(TO_THE_LAST_BRANCH)
        if nodeid.startswith(UNTRACED) or (nodeid.startswith(ON_BEATEN_TRACKS) and not every):
            continue
        if "postgresql" in nodeid and not nodeid.startswith(HAS_WAYS_OF_ITS_OWN):
            continue
        counted.setdefault(nodeid if every else nodeid.partition("[")[0], nodeid)
    return set(counted.values())


def is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


def pytest_configure(config: pytest.Config) -> None:
    if not is_worker(config):
        Coverage(data_file=str(DATA), config_file=str(CONFIG)).erase()
        os.environ |= {"COVERAGE_PROCESS_START": str(CONFIG), "COVERAGE_FILE": str(DATA)}


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Every worker reads every module, and all go the same way: one of them is enough to measure it."""
    if (worker := os.environ.get("PYTEST_XDIST_WORKER")) and (running := Coverage.current()):
        early_config.stash[MEASURING] = running
        if worker != "gw0":
            running.stop()


def pytest_collection_finish(session: pytest.Session) -> None:
    """By then a worker has gone through every module once; from now on it measures test by test."""
    if measuring := session.config.stash.get(MEASURING, None):
        session.config.stash[TRACED] = traced(item.nodeid for item in session.items)
        if Coverage.current():
            measuring.stop()
        _measure_nothing_else()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    measuring = item.config.stash.get(MEASURING, None)
    if measuring is None or item.nodeid not in item.config.stash[TRACED]:
        return (yield)
    trace(measuring)
    try:
        return (yield)
    finally:
        measuring.stop()


def trace(coverage: Coverage) -> None:
    """Start, looking for greenlets in this thread alone: the database's are nowhere else.

    To ask a thread for its greenlet makes a record, which is taken away when the thread has ended, by a call between
    two instructions of this one. Where several threads have ended CPython 3.11 cannot trace that call: it spins.
    """
    collector = coverage._collector  # pyright: ignore[reportPrivateUsage] there is no public way
    assert collector is not None
    collector.concur_id_func = greenlet.getcurrent
    coverage.start()
    collector.concur_id_func = None
    _measure_nothing_else()


def _measure_nothing_else() -> None:
    """Whenever it starts it asks every process that is begun from then on to measure itself: take that back."""
    for name in [each for each in os.environ if each.startswith("COVERAGE_")]:
        del os.environ[name]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker writes down what it went through. When all have ended, it is put together."""
    if not is_worker(session.config):
        gathered = Coverage(data_file=str(DATA), config_file=str(CONFIG))
        gathered.combine()
        gathered.save()
    elif measured := session.config.stash.get(MEASURING, None):
        measured.save()
