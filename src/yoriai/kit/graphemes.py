"""Characters as a person counts them: 髙, 葛󠄀 with its variant mark and 👨‍👩‍👧 are one each."""

from itertools import islice

import regex

# Unicode's extended grapheme cluster. Variant marks (IVS) extend their base, and sequences joined
# by U+200D hold together; the web client's Intl.Segmenter cuts the same way (shared vectors).
_GRAPHEME = regex.compile(r"\X")


def count(text: str) -> int:
    """How many characters a person sees."""
    return len(_GRAPHEME.findall(text))


def are_more_than(text: str, most: int) -> bool:
    """Whether there are more than so many. A character has at least one code point, so that most texts need no
    counting."""
    return len(text) > most and count(text) > most


def take(text: str, most: int) -> str:
    """The beginning of the text, never more than so many characters and none of them cut."""
    return "".join(found.group() for found in islice(_GRAPHEME.finditer(text), max(most, 0)))


def first(text: str) -> str:
    """The first character, or nothing when there is none."""
    return take(text, 1)
