"""The whole suite: the web's tests, then everything in tests/ on both databases and in a browser. Run: make test"""

import os
import subprocess
import sys

from tools import web_client
from tools.places import PYTHON, ROOT, WEB
from tools.web_verdict import FAILED
from tools.words import say, speak_in_any_terminal

# Both judge inside pytest, so that pytest's own closing line stays the last one.
WITH_GATES = ("--cov", "--cov-report=", "-p", "tools.coverage_gates", "-p", "tools.web_verdict")


def main(chosen: list[str]) -> None:
    """Everything, or with arguments only what they name to pytest (then without coverage)."""
    speak_in_any_terminal()
    env = dict(os.environ)
    if not chosen and not web_tests_pass():
        env[FAILED] = "1"
    sys.stdout.flush()
    os.chdir(ROOT)
    # This process becomes pytest: a signal meant to stop the suite reaches what it has started.
    os.execve(PYTHON, [str(PYTHON), "-m", "pytest", *(chosen or WITH_GATES)], env)  # noqa: S606  our own Python


def web_tests_pass() -> bool:
    say("画面の試験（vitest）")
    env = {**web_client.with_node(os.environ), "CI": "true", "NO_COLOR": "1"}
    done = subprocess.run(
        web_client.npm("test", "--silent"), cwd=WEB, env=env, stdin=subprocess.DEVNULL, check=False
    )
    return done.returncode == 0


if __name__ == "__main__":
    main(sys.argv[1:])
