"""Run in a cage to see whether it holds: it locks itself and tries to get out, to a file and to the network."""

import socket
import sys
from pathlib import Path

from yoriai.platform.outside.cage.inside import lock
from yoriai.platform.outside.cage.kinds import Cage, files_wanted


def main(cage: str, words: str) -> None:
    """Say `shut` if both are refused."""
    lock(words, without_files=files_wanted(Cage(cage)))
    if not (_opens_a_file() or _opens_the_network()):
        sys.stdout.write("shut")


def _opens_a_file() -> bool:
    try:
        Path(sys.executable).open("rb").close()
    except OSError:
        return False
    return True


def _opens_the_network() -> bool:
    try:
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    main(*sys.argv[1:3])
