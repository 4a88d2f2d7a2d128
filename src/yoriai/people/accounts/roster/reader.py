"""The process that reads a roster file: bytes in, rows or the reason of a refusal out. It knows nothing else."""

import sys

import orjson

from yoriai.kit.errors import Refused
from yoriai.people.accounts.roster.sheet import sheet_of
from yoriai.platform.outside.caged import bind


def main(seconds: str, memory: str, sheet: str) -> None:
    """Read what comes in, within bounds that are set before anything of it is looked at."""
    bind(int(seconds), int(memory))
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read(), sheet))


def answer(data: bytes, sheet: str) -> bytes:
    """What is said about these bytes."""
    try:
        found = sheet_of(data, sheet)
    except Refused as refused:
        return orjson.dumps({"refused": refused.code, "details": refused.details})
    return orjson.dumps(
        {
            "encoding": found.encoding,
            "sheets": found.sheets,
            "sheet": found.sheet,
            "rows": found.rows,
        }
    )


if __name__ == "__main__":
    main(*sys.argv[1:4])
