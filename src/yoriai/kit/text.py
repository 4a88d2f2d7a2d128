"""Text as people type it: put in order at the door, stored as typed, refused when it is none."""

import re
import unicodedata

import regex

from yoriai.kit import graphemes
from yoriai.kit.errors import Unparseable, Wrong

# One visible character is rarely made of more than a dozen code points (a family of four with
# skin tones: eleven). Without this bound one “character” could carry a megabyte of accents.
MOST_POINTS_PER_CHARACTER = 16
SLACK = 1024  # code points that cleaning may drop: space around a text, control characters

_HEAP_OF_MARKS = regex.compile(r"\p{M}{200,}")
_NOT_TEXT = re.compile("[\0\ud800-\udfff]")
# The byte order mark is a sign of files, not of their text; it comes in with paste and CSV.
_CONTROL = re.compile("[\x01-\x08\x0b-\x1f\x7f-\x9f\ufeff]")
# What turns the direction of writing round: in a name it shows another name, and in a list it reaches the next one (N62).
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# NFC would replace these forms of names by their ordinary twins (TEXT-1).
_KEPT_IDEOGRAPHS = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_SPACES = re.compile(r"\s+")
_AROUND_CODES = re.compile(r"[\s\ufeff]+")
_BLANK_FIRST_LINES = re.compile(r"\A(?:[^\S\n]*\n)+")
# Letters and marks that show nothing: fillers of Hangul, the blank pattern of Braille, variant marks alone.
_UNSEEN = re.compile(
    r"[\s\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    r"\U000e0100-\U000e01ef]"
)

_HYPHENS = "‐‑‒–—―−ー－ｰ﹣"
_CODE_FORMS = {
    **{0xFF01 + step: 0x21 + step for step in range(94)},
    **{ord(hyphen): "-" for hyphen in _HYPHENS},
}


class TooLong(Wrong):
    """More characters than the field takes; nothing is cut, nothing stored."""

    code = "too_long"


class TooShort(Wrong):
    """Nothing to read in it, or fewer characters than the field needs."""

    code = "too_short"


class NotText(Unparseable):
    """Half a character or a NUL: no text that could be kept and given back."""

    code = "not_text"


def clean(text: str, *, field: str, most: int, least: int = 1) -> str:
    """The text as it is stored: cleaning it again changes nothing (BASE-2, TEXT-1).

    Control characters go, line ends become LF, blank lines before and space after it are dropped;
    the rest stays as typed. Lengths are characters as people count them.
    """
    _bounded(text, field=field, most=most)
    body = without_margins(_readable(text, field), before=True, after=True)
    return _measured(compose(body), field=field, most=most, least=least)


def clean_piece(text: str, *, field: str, most: int) -> str:
    """The same for a piece of a longer text: what stands around it belongs to the words before and after, so space
    stays, and there may be nothing but space."""
    _bounded(text, field=field, most=most)
    return _measured(compose(_readable(text, field)), field=field, most=most, least=0)


def without_margins(text: str, *, before: bool, after: bool) -> str:
    """Without blank lines before it, without space after it."""
    text = _BLANK_FIRST_LINES.sub("", text) if before else text
    return text.rstrip() if after else text


def clean_line(text: str, *, field: str, most: int, least: int = 1) -> str:
    """The same for a name or a title: one line, one space between words, none around it, all in one direction."""
    _bounded(text, field=field, most=most)
    line = _SPACES.sub(" ", _readable(_TURNS.sub("", text), field)).strip(" ")
    return _measured(compose(line), field=field, most=most, least=least)


def on_one_line(text: str) -> str:
    """Words from elsewhere as a line of a report shows them: nothing that a terminal obeys, that begins another line or
    that turns the direction of letters."""
    return _TURNS.sub("", _SPACES.sub(" ", _CONTROL.sub("", text))).strip()


def compose(text: str) -> str:
    """NFC everywhere but in the compatibility ideographs, which stay as typed (TEXT-1).

    Each of those begins a character of its own and joins with nothing before or after it, so
    that composing piece by piece gives what composing the whole would give.
    """
    pieces = _KEPT_IDEOGRAPHS.split(text)
    pieces[::2] = [unicodedata.normalize("NFC", piece) for piece in pieces[::2]]
    return "".join(pieces)


def private_use(text: str) -> list[str]:
    """The 外字 in it, each once, in the order of their first use (TEXT-7)."""
    return list(dict.fromkeys(_PRIVATE_USE.findall(text)))


def is_heaped(text: str) -> bool:
    """Whether marks are heaped up in it. Composing takes the square of a run of them, so that such a text must not
    come near it; no script puts two hundred on a letter."""
    return _HEAP_OF_MARKS.search(text) is not None


def as_code(text: str) -> str:
    """A number, code or address in half width: full-width letters and every kind of hyphen are
    put right, spaces dropped. Never for passwords, which are exact, nor for names."""
    return _AROUND_CODES.sub("", text.translate(_CODE_FORMS))


def shows(text: str) -> bool:
    """Whether there is anything to see of it."""
    return any(not _UNSEEN.match(letter) and unicodedata.category(letter) != "Cf" for letter in text)


def _bounded(text: str, *, field: str, most: int) -> None:
    """Refuse what is too long however it is counted, before any work is done on it."""
    if len(text) > most * MOST_POINTS_PER_CHARACTER + SLACK:
        raise TooLong(field=field, reason="too_long", most=most, got=len(text))


def _readable(text: str, field: str) -> str:
    # What goes goes first: a control character within a heap would hide it.
    readable = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if _NOT_TEXT.search(text) or is_heaped(readable):
        raise NotText(field=field)
    return readable


def _measured(text: str, *, field: str, most: int, least: int) -> str:
    if len(text) > most:  # a character has at least one code point, so that most texts need no counting
        got = max(graphemes.count(text), -(-len(text) // MOST_POINTS_PER_CHARACTER))
        if got > most:
            raise TooLong(field=field, reason="too_long", most=most, got=got)
    if not shows(text):
        got = 0
    elif least > 1:
        got = graphemes.count(text)
    else:
        return text
    if got < least:
        raise TooShort(field=field, reason="too_short", least=least, got=got)
    return text
