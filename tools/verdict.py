"""Lets a failure of the tests that ran before (the web's, those that take the time) fail the whole run. A plugin of pytest."""

import os

import pytest

FAILED = "YORIAI_TESTS_FAILED_BEFORE"
"""Names, in words, what has failed before."""


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if FAILED in os.environ and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if FAILED in os.environ:
        terminalreporter.section("before")
        terminalreporter.line(f"✗ {os.environ[FAILED]}に失敗がありました。記録は上にあります。")
