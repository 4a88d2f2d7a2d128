"""The whole suite: the web's tests, those in a browser, then everything else on both databases. Run: make test"""

import os
import subprocess
import sys

from tools import web_client
from tools.places import PYTHON, ROOT, WEB
from tools.web_verdict import FAILED
from tools.words import say, speak_in_any_terminal

BROWSER = "tests/browser"
# Both judge inside pytest, so that pytest's own closing line stays the last one. Browsers take long enough
# without being traced line by line, so their tests have a run of their own before.
WITH_GATES = (
    "--cov", "--cov-report=", "-p", "tools.coverage_gates", "-p", "tools.web_verdict", f"--ignore={BROWSER}",
)  # fmt: skip


def main(chosen: list[str]) -> None:
    """Everything, or with arguments only what they name to pytest (then without coverage)."""
    speak_in_any_terminal()
    env = dict(os.environ)
    os.chdir(ROOT)
    if not chosen:
        tried = {"画面の試験（vitest）": web_tests_pass, "ブラウザーの試験": browser_tests_pass}
        failed = [name for name, passes in tried.items() if not passes()]
        if failed:
            env[FAILED] = "、".join(failed)
    sys.stdout.flush()
    # This process becomes pytest: a signal meant to stop the suite reaches what it has started.
    os.execve(PYTHON, [str(PYTHON), "-m", "pytest", *(chosen or WITH_GATES)], env)  # noqa: S606  our own Python


def web_tests_pass() -> bool:
    say("画面の試験（vitest）")
    env = {**web_client.with_node(os.environ), "CI": "true", "NO_COLOR": "1"}
    done = subprocess.run(
        web_client.npm("test", "--silent"), cwd=WEB, env=env, stdin=subprocess.DEVNULL, check=False
    )
    return done.returncode == 0


def browser_tests_pass() -> bool:
    say("ブラウザーの試験")
    done = subprocess.run([PYTHON, "-m", "pytest", BROWSER], stdin=subprocess.DEVNULL, check=False)
    return done.returncode == 0


if __name__ == "__main__":
    main(sys.argv[1:])
