"""The audit log after a run: of every message that is there one row, in chains that hold together (C10)."""

import asyncio
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from typer.testing import CliRunner, Result

from yoriai.app.cli import main

WITHIN = 15.0  # seconds until the reader of the journal has come to its end


async def audit_gaps(config: Path, messages: int) -> list[str]:
    """What an operator's own commands find wrong, beside the running server, once that many messages have rows."""
    over = time.monotonic() + WITHIN
    posted = await asyncio.to_thread(_posted, config)
    while posted.total() < messages and time.monotonic() < over:
        await asyncio.sleep(0.2)
        posted = await asyncio.to_thread(_posted, config)
    return [*counted(posted, messages), *await asyncio.to_thread(_broken, config)]


def counted(posted: Counter[str], messages: int) -> Iterator[str]:
    """What is wrong with so many rows about each message, where there are so many messages."""
    yield from (f"message {each} has {times} rows" for each, times in posted.items() if times > 1)
    if len(posted) != messages:
        yield f"{len(posted)} messages have a row, of {messages}"


def _posted(config: Path) -> Counter[str]:
    """How many rows of the log there are about the posting of each message."""
    file = config.with_name(f"{uuid4().hex}.jsonl")
    made = _audit(config, "export", str(file), "--reason", "障害の試験", "--tenant", "mihon")
    assert made.exit_code == 0, made.output
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    facts = [fact for row in rows for fact in row["body"].get("facts", [])]
    return Counter(fact["fields"]["message_id"] for fact in facts if fact["kind"] == "messages.posted")


def _broken(config: Path) -> list[str]:
    looked = _audit(config, "verify")
    return [] if looked.exit_code == 0 else looked.output.splitlines()


def _audit(config: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["audit", *words, "--config", str(config)])
