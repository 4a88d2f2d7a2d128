"""Characters as a person counts them: 髙, 葛󠄀 with its variant mark and 👨‍👩‍👧 are one each."""

from itertools import islice

import regex

# Unicode's extended grapheme cluster. Variant marks (IVS) extend their base, and sequences joined
# by U+200D hold together; the web client's Intl.Segmenter cuts the same way (shared vectors).
_GRAPHEME = regex.compile(r"\X")


def count(text: str) -> int:
    """How many characters a person sees."""
    return sum(1 for _ in _GRAPHEME.finditer(text))


def take(text: str, most: int) -> str:
    """The beginning of the text, never more than so many characters and none of them cut."""
    return "".join(found.group() for found in islice(_GRAPHEME.finditer(text), max(most, 0)))


def first(text: str) -> str:
    """The first character, or nothing when there is none."""
    return take(text, 1)
