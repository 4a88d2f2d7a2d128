"""Names in Latin letters: the readings that somebody may mean who types `sato`, `Satō`, `SATOH` or `satou` (ORG-11).

Hepburn and Kunrei, long vowels written or not, the OH of passports, and the last syllable typed half.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from yoriai.kit.folding import fold_reading

MOST_READINGS = 48
LEAST_LETTERS = 2
"""One letter alone would mean everybody whose name has a kana of its row."""

Slot: TypeAlias = tuple[str, ...]
"""What one syllable may be in kana, the likeliest first."""

_VOWELS = "aiueo"
_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "g": "がぎぐげご", "s": "さしすせそ", "z": "ざじずぜぞ", "t": "たちつてと",
    "d": "だぢづでど", "n": "なにぬねの", "h": "はひふへほ", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ", "m": "まみむめも",
    "r": "らりるれろ",
}  # fmt: skip
# Folded readings know large kana only: しゃ stands as しや.
_GLIDES = dict(zip("auo", "やゆよ", strict=True))
_SYLLABLES: dict[str, Slot] = {
    **{
        consonant + vowel: (kana,)
        for consonant, row in _ROWS.items()
        for vowel, kana in zip(_VOWELS, row, strict=True)
    },
    **{
        f"{consonant}y{vowel}": (row[1] + glide,)
        for consonant, row in _ROWS.items()
        if consonant
        for vowel, glide in _GLIDES.items()
    },
    **{
        letters + vowel: (kana + glide,)
        for letters, kana in (("sh", "し"), ("ch", "ち"), ("cy", "ち"), ("j", "じ"), ("jy", "じ"))
        for vowel, glide in (*_GLIDES.items(), ("e", "え"))
    },
    **{"f" + vowel: ("ふ" + kana,) for vowel, kana in zip("aieo", "あいえお", strict=True)},
    "ya": ("や",), "yu": ("ゆ",), "yo": ("よ",), "wa": ("わ",), "wo": ("を", "お"), "wi": ("うい",), "we": ("うえ",),
    "shi": ("し",), "chi": ("ち",), "tsu": ("つ",), "fu": ("ふ",), "ji": ("じ", "ぢ"), "zi": ("じ", "ぢ"),
    "zu": ("ず", "づ"), "dzu": ("づ",),
}  # fmt: skip
_HALF_TYPED: dict[str, Slot] = {
    **{consonant: tuple(row) for consonant, row in _ROWS.items() if consonant},
    **{f"{consonant}y": (row[1],) for consonant, row in _ROWS.items() if consonant},
    "n": ("ん", *_ROWS["n"]), "sh": ("し",), "c": ("ち",), "ch": ("ち",), "cy": ("ち",), "ts": ("つ",), "j": ("じ", "ぢ"),
    "jy": ("じ",), "f": ("ふ",), "y": ("や", "ゆ", "よ"), "w": ("わ",), "dz": ("づ",),
}  # fmt: skip
_LONG: dict[str, Slot] = {
    "a": ("あ", ""), "i": ("い", ""), "u": ("う", ""), "e": ("い", "え", ""), "o": ("う", "お", "")
}  # fmt: skip
"""What follows a vowel with a bar or a roof on it: ō is おう, おお, or a long mark that readings are kept without."""
_UNSAID: dict[str, Slot] = {"o": ("", "う", "お"), "u": ("", "う")}
"""What may be missing after a vowel in the middle of a word: most people write Yuki for ゆうき."""

_WORD = re.compile("([ぁ-ゖ]*)([a-z'~-]*)")
_SYLLABLE = re.compile(r"(?P<head>[bcdfghjkmnprstwyz]{0,3})(?P<vowel>[aiueo])(?P<long>~?)")
_PASSPORT = re.compile(r"h(?![aiueoy])")
_DOUBLED = re.compile(r"([bcdfghjkprstwyz])(?=\1)|t(?=ch)")
_NASAL = re.compile(r"nn(?![aiueoyn])|n'|n(?=[^aiueoyn])|m(?=[bmp])")


def readings(word: str) -> tuple[str, ...]:
    """The forms in which a reading may hold this word, as `fold_reading` keeps them; none if it is no romaji.

    The likeliest come first and there are never more than MOST_READINGS. Kana before a half-typed syllable stay.
    """
    kana, letters = _parted(word)
    if len(kana + letters) < LEAST_LETTERS or not letters:
        return ()
    slots = _slots(letters)
    if slots is None:
        return ()
    found: dict[str, None] = {}
    for tail in _combined(slots):
        found[fold_reading(kana + tail)] = None
        if len(found) == MOST_READINGS:
            break
    return tuple(found)


def _parted(word: str) -> tuple[str, str]:
    """Hiragana and the Latin letters after them; two empty words for anything else."""
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", word).casefold())
    marked = plain.replace("\u0304", "~").replace("\u0302", "~").replace("’", "'")
    found = _WORD.fullmatch(unicodedata.normalize("NFC", marked))
    return (found[1], found[2].replace("-", "")) if found else ("", "")


def _slots(letters: str) -> Sequence[Slot] | None:
    """The syllables in their order; None where the letters are no romaji."""
    slots: list[Slot] = []
    at = 0
    while at < len(letters):
        if nasal := _NASAL.match(letters, at):
            slots.append(("ん",))
            at = nasal.end()
        elif _DOUBLED.match(letters, at):
            slots.append(("つ",))
            at += 1
        elif found := _SYLLABLE.match(letters, at):
            kana = _kana_of(found["head"], found["vowel"])
            if kana is None:
                return None
            at = found.end()
            slot, taken = _lengthened(kana, found["vowel"], letters[at:], is_marked=bool(found["long"]))
            slots.append(slot)
            at += taken
        else:
            half = _HALF_TYPED.get(letters[at:])
            return None if half is None else [*slots, half]
    return slots


def _kana_of(head: str, vowel: str) -> Slot | None:
    """One syllable. An n before a vowel may end the one before: Kenichi is けんいち, Kaneko かねこ."""
    is_double = head.startswith("nn")
    single = head[1:] if is_double else head
    kana = _SYLLABLES.get(single + vowel)
    if kana is None or single not in {"n", "ny"}:
        return None if is_double else kana
    after = tuple("ん" + other for other in _SYLLABLES[single[1:] + vowel])
    return (*("ん" + each if is_double else each for each in kana), *after)


def _lengthened(kana: Slot, vowel: str, rest: str, *, is_marked: bool) -> tuple[Slot, int]:
    """The syllable with what makes it long, and how many letters of the rest say so."""
    if is_marked:
        return _with(kana, _LONG[vowel]), 0
    if vowel == "o" and _PASSPORT.match(rest):
        return _with(kana, ("う", "お")), 1
    if rest.startswith(vowel) and vowel in "ou":
        return _with(kana, ("お", "う") if vowel == "o" else ("う",)), 1
    if rest.startswith("u") and vowel == "o":
        return _with(kana, ("う",)), 1
    # What stands at the end is looked for as a beginning anyway: さと finds さとう.
    return (_with(kana, _UNSAID[vowel]), 0) if rest and vowel in _UNSAID else (kana, 0)


def _with(kana: Slot, tails: Slot) -> Slot:
    return tuple(each + tail for tail in tails for each in kana)


def _combined(slots: Sequence[Slot]) -> Iterator[str]:
    """Every way to read the slots, those first that take the likelier choice more often."""
    most = sum(len(slot) - 1 for slot in slots)
    for effort in range(most + 1):
        yield from _at_effort(slots, effort)


def _at_effort(slots: Sequence[Slot], effort: int) -> Iterator[str]:
    if not slots:
        if effort == 0:
            yield ""
        return
    first, *rest = slots
    for place, kana in enumerate(first[: effort + 1]):
        for tail in _at_effort(rest, effort - place):
            yield kana + tail
