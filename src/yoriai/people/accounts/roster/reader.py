"""The caged process that reads a roster file: bytes in, rows or the reason of a refusal out. It knows nothing else."""

import sys

import orjson

from yoriai.kit.errors import Refused
from yoriai.people.accounts.roster.sheet import sheet_of
from yoriai.platform.outside.cage.inside import lock
from yoriai.platform.outside.cage.kinds import Cage, files_wanted

_ENCODINGS = ("utf-8-sig", "cp932", "cp437", "utf-16-le")
"""Of the text of a file, and of the names in an archive."""


def main(sheet: str, cage: str, words: str) -> None:
    """Read what comes in, after the cage is shut."""
    for each in _ENCODINGS:
        "".encode(each)  # so that they are here when nothing can be imported any more
    lock(words, without_files=files_wanted(Cage(cage)))
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
