"""Lets a failure of the web's tests, which ran before, fail the whole run. A plugin of pytest."""

import os

import pytest

FAILED = "YORIAI_WEB_TESTS_FAILED"


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if FAILED in os.environ and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if FAILED in os.environ:
        terminalreporter.section("web")
        terminalreporter.line("✗ 画面の試験（vitest）に失敗がありました。記録は上にあります。")
