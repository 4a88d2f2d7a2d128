"""The caged process that proves of a text or a table that was made that it is nothing else.

It sees what was made, and nothing of what it was made of. A table of a single row can be as large as the file may be, so
that it is not taken apart where everybody else works.
"""

import sys

from yoriai.people.files.sanitizing.codes import Code
from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.people.files.sanitizing.plain import is_harmless, is_pure
from yoriai.platform.outside.cage.inside import lock
from yoriai.platform.outside.cage.kinds import Cage, files_wanted


def main(kind: str, cage: str, words: str) -> int:
    """Say by the code whether it is."""
    lock(words, without_files=files_wanted(Cage(cage)))
    try:
        return 0 if _is_proven(Kind(kind), sys.stdin.buffer.read()) else Code.NOT_PROVEN
    except MemoryError:
        return Code.HEAVY


def _is_proven(kind: Kind, made: bytes) -> bool:
    try:
        text = made.decode()
    except UnicodeDecodeError:
        return False
    if kind is not Kind.CSV:
        return is_pure(text)
    table = text.removeprefix("\ufeff")
    return is_pure(table) and is_harmless(table)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
