"""How the tools speak: short progress lines in Japanese, and one line in both languages when they must stop."""

import sys


class Stop(Exception):
    """The work cannot go on, and this one line tells the reader what to do about it."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(f"{ja} / {en}")


def say(line: str) -> None:
    print(f"▸ {line}", flush=True)


def speak_in_any_terminal() -> None:
    """A terminal that cannot show Japanese gets question marks, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        # In a program that embeds Python the stream may be a plain text buffer without this.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
