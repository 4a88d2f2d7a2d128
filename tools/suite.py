"""The whole suite: the web's tests, those that take the time, then everything else on both databases. Run: make test"""

import os
import subprocess
import sys

from tools import web_client
from tools.places import PYTHON, ROOT, WEB
from tools.verdict import FAILED
from tools.words import say, speak_in_any_terminal

# One more than processors: whoever waits for a browser, a database or a disk leaves its own to another.
WORKERS = str(min((os.cpu_count() or 1) + 1, 4))
# A test that takes the time has the machine to itself; the others share it. All judge inside pytest, so that pytest's
# own closing line stays the last one.
TIMED = ("-m", "timed and not outside", "-p", "tools.bearers")
THE_REST = (
    "-m", "not timed and not outside", "-n", WORKERS, "--dist", "worksteal",
    "-p", "tools.tracing", "-p", "tools.coverage_gates", "-p", "tools.verdict",
)  # fmt: skip


def main(chosen: list[str]) -> None:
    """Everything, or with arguments only what they name to pytest (then one after the other, without coverage)."""
    speak_in_any_terminal()
    env = dict(os.environ)
    os.chdir(ROOT)
    if not chosen:
        tried = {"画面の試験（vitest）": web_tests_pass, "時間を計る試験": timed_tests_pass}
        failed = [name for name, passes in tried.items() if not passes(name)]
        if failed:
            env[FAILED] = "、".join(failed)
    sys.stdout.flush()
    # This process becomes pytest: a signal meant to stop the suite reaches what it has started.
    os.execve(PYTHON, [str(PYTHON), "-m", "pytest", *(chosen or THE_REST)], env)  # noqa: S606  our own Python


def web_tests_pass(name: str) -> bool:
    say(name)
    env = {**web_client.with_node(os.environ), "CI": "true", "NO_COLOR": "1"}
    done = subprocess.run(
        web_client.npm("test", "--silent"), cwd=WEB, env=env, stdin=subprocess.DEVNULL, check=False
    )
    return done.returncode == 0


def timed_tests_pass(name: str) -> bool:
    say(name)
    done = subprocess.run([PYTHON, "-m", "pytest", *TIMED], stdin=subprocess.DEVNULL, check=False)
    return done.returncode == 0


if __name__ == "__main__":
    main(sys.argv[1:])
