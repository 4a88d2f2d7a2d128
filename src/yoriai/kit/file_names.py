"""Names of files as they come in and go out: a name, never a path, and nothing that steers a screen or a disk."""

import re
import unicodedata

MOST = 120  # characters; every file system takes that much

# Separators of every system, also in full width, as some programs take those for the same.
_BETWEEN = re.compile(r"[/\\:*?\"<>|／＼：＊？＂＜＞｜¥￥\u2044\u2215]+")
_DOTS = re.compile(r"^[.．。\s]+|[.．\s]+$")
_DEVICES = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|COM[0-9¹²³]|LPT[0-9¹²³])\s*(\..*)?", re.IGNORECASE)


def file_name(given: str, *, otherwise: str) -> str:
    """The name without what could be a path, a command or a trick of writing direction (N61); never empty."""
    last = _BETWEEN.split(given)[-1] if _BETWEEN.search(given) else given
    shown = "".join(letter for letter in last if unicodedata.category(letter) not in _UNSEEN)
    plain = _DOTS.sub("", shown)
    if not plain or _DEVICES.fullmatch(plain):
        return otherwise
    return _shortened(plain)


# Controls, marks of direction, halves of characters; 外字 (Co) stay as they are.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def _shortened(name: str) -> str:
    """The middle goes, so that the kind of the file stays to be seen."""
    if len(name) <= MOST:
        return name
    stem, dot, kind = name.rpartition(".")
    if not dot or len(kind) > 8:
        return _DOTS.sub("", name[:MOST])
    return f"{stem[: MOST - len(kind) - 1]}.{kind}"
