"""Passwords of strangers are checked by a process that stands aside, and no thread of the server ever does."""

import io
import os
import signal
from pathlib import Path
from time import monotonic
from types import SimpleNamespace

import orjson
import pytest
from argon2 import PasswordHasher

from yoriai.kit.errors import NotNow
from yoriai.people.sessions import aside, passwords
from yoriai.people.sessions.aside import Aside
from yoriai.people.sessions.passwords import Lane, Passwords

pytestmark = pytest.mark.req("N32")

KEPT = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("きょうはよい天気です")


@pytest.fixture
def apart():
    held = Aside()
    yield held
    held.end()


def soon() -> float:
    return monotonic() + 60


def process_of(held: Aside) -> int:
    assert held._running
    return held._running.pid


@pytest.mark.anyio
async def test_a_stranger_with_the_right_password_is_let_in_and_nobody_else(monkeypatch, apart):
    monkeypatch.setattr(passwords, "ASIDE", apart)
    held = Passwords()
    assert await held.check("きょうはよい天気です", KEPT, Lane.STRANGERS)
    assert not await held.check("きょうはわるい天気です", KEPT, Lane.STRANGERS)
    assert not await held.check("nobody has this password", None, Lane.STRANGERS)
    assert not await held.check("whatever", "not a hash", Lane.STRANGERS)


def test_only_that_process_stands_aside_and_no_thread_of_ours(apart):
    assert apart.is_right(KEPT, "きょうはよい天気です", until=soon())
    assert os.sched_getscheduler(process_of(apart)) == os.SCHED_IDLE
    ours = [int(thread.name) for thread in Path("/proc/self/task").iterdir()]
    assert os.SCHED_IDLE not in {os.sched_getscheduler(thread) for thread in ours}
    # What is typed at the terminal does not reach it, and yet Linux weighs it against us and not beside us.
    assert os.getpgid(process_of(apart)) != os.getpgid(0)
    assert os.getsid(process_of(apart)) == os.getsid(0)


def test_one_that_was_ended_is_followed_by_another(apart):
    for _ in range(2):
        assert apart.is_right(KEPT, "きょうはよい天気です", until=soon())
        os.kill(process_of(apart), 9)
        assert apart._running
        apart._running.wait()  # only then does writing to it break


def test_where_none_can_be_had_the_stranger_is_asked_to_come_back(apart, monkeypatch):
    monkeypatch.setattr(aside.sys, "executable", "/bin/false")
    with pytest.raises(NotNow):
        apart.is_right(KEPT, "きょうはよい天気です", until=soon())


@pytest.mark.anyio
async def test_whoever_gets_no_answer_in_time_is_asked_to_come_back_and_the_next_one_gets_their_own(
    monkeypatch, apart
):
    monkeypatch.setattr(passwords, "ASIDE", apart)
    held = Passwords()
    assert await held.check("きょうはよい天気です", KEPT, Lane.STRANGERS)
    os.kill(process_of(apart), signal.SIGSTOP)  # as where the whole machine is busy
    monkeypatch.setattr(passwords, "PATIENCE", 0.05)
    with pytest.raises(NotNow) as refused:
        await held.check("きょうはよい天気です", KEPT, Lane.STRANGERS)
    assert refused.value.retry_after > 0
    monkeypatch.setattr(passwords, "PATIENCE", 60.0)
    assert not await held.check("きょうはわるい天気です", KEPT, Lane.STRANGERS)


def test_whose_time_is_over_before_their_turn_costs_the_process_nothing(apart):
    with pytest.raises(NotNow):
        apart.is_right(KEPT, "きょうはよい天気です", until=monotonic())
    assert apart._running is None


def test_it_stands_aside_and_answers_line_by_line_until_nobody_asks_any_more(monkeypatch):
    lines = [orjson.dumps([KEPT, word]) + b"\n" for word in ("きょうはよい天気です", "x")]
    said = io.BytesIO()
    stood: list[bool] = []
    monkeypatch.setattr(aside, "stand_aside", lambda: stood.append(True))  # this process itself shall not
    monkeypatch.setattr(aside.sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"".join(lines))))
    monkeypatch.setattr(aside.sys, "stdout", SimpleNamespace(buffer=said))
    aside.main()
    assert said.getvalue() == aside.RIGHT + aside.WRONG
    assert stood == [True]
