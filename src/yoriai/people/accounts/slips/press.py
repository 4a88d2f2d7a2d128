"""The press: a process of its own that sets slips in type. Words come in on stdin, the PDF goes out on stdout.

Setting a thousand pages takes seconds and memory: here it holds up nobody, and it can be stopped from outside.
"""

import resource
import sys
from pathlib import Path

import typst

MOST_MEMORY = 4 * 1024**3  # bytes of address space; a thousand slips take under one


def main(template: str, faces: str) -> None:
    """Set the words of stdin by this template with the typefaces of this folder; nothing else is read."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # what is set here is secret
    # Not PDF/A: that allows no letter which no typeface has, and names may hold such.
    pdf = typst.compile(
        Path(template).read_bytes(),
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[faces]),
        sys_inputs={"words": sys.stdin.buffer.read().decode()},
        format="pdf",
        pdf_tags=False,  # for paper only; half the size
    )
    sys.stdout.buffer.write(pdf or b"")


if __name__ == "__main__":
    main(*sys.argv[1:])
