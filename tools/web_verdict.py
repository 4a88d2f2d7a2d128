"""Lets a failure of the tests that ran before (the web's, and those in a browser) fail the whole run. A plugin of pytest."""

import os

import pytest

FAILED = "YORIAI_WEB_TESTS_FAILED"
"""Names, in words, what has failed before."""


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if FAILED in os.environ and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if FAILED in os.environ:
        terminalreporter.section("web")
        terminalreporter.line(f"✗ {os.environ[FAILED]}に失敗がありました。記録は上にあります。")
