"""The whole suite: the web's tests, then everything in tests/ on both databases and in a browser. Run: make test"""

import os
import subprocess
import sys

from tools import web_client
from tools.places import PYTHON, ROOT, WEB
from tools.words import say, speak_in_any_terminal

# Coverage is judged inside pytest, so that pytest's own closing line stays the last one.
WITH_GATES = ("--cov", "--cov-report=", "-p", "tools.coverage_gates")


def main(chosen: list[str]) -> int:
    """Everything, or with arguments only what they name to pytest (then without coverage)."""
    speak_in_any_terminal()
    sys.stdout.flush()
    web = 0 if chosen else web_tests()
    command = [PYTHON, "-m", "pytest", *(chosen or WITH_GATES)]
    python = subprocess.run(command, cwd=ROOT, check=False).returncode
    return web or python


def web_tests() -> int:
    say("画面の試験（vitest）")
    env = {**web_client.with_node(os.environ), "CI": "true", "NO_COLOR": "1"}
    done = subprocess.run(
        web_client.npm("test", "--silent"), cwd=WEB, env=env, stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode != 0:
        say("画面の試験に失敗がありました（上の記録）。サーバーの試験を続けます。")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
