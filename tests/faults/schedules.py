"""Days of the page alone, without a server: tens of thousands of schedules of a bad network (web/src/app/delivery.test.ts)."""

import os
import re
import subprocess

from tools import web_client
from tools.places import WEB
from tools.words import say

SCHEDULES = 50_000
LONGEST = 1800.0  # seconds; a page that has lost itself must not keep the rest waiting
LAST_WORDS = 3000  # characters


def played(seed: int, schedules: int = SCHEDULES) -> str:
    """Play them from this seed on; what was found, empty when every promise was kept."""
    say(f"画面だけの試験：種 {seed} から {schedules} 通り")
    env = {**web_client.with_node(os.environ), "CI": "true", "NO_COLOR": "1"}
    env |= {"SEED": str(seed), "SCHEDULES": str(schedules)}
    command = web_client.npm("test", "--silent", "--", "src/app/delivery.test.ts")
    try:
        done = subprocess.run(
            command, cwd=WEB, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            timeout=LONGEST, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return f"種 {seed} から {schedules} 通りが {LONGEST:g} 秒で終わりませんでした"
    if done.returncode == 0:
        return ""
    again = re.findall(r"SEED=\d+ SCHEDULES=1[^\n:]*", done.stdout + done.stderr)
    return "\n".join([*dict.fromkeys(again), (done.stdout + done.stderr)[-LAST_WORDS:]])
