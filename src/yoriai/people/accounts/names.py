"""Names as they are kept, found and put in order."""

import unicodedata
from collections.abc import Sequence

from yoriai.kit import romaji
from yoriai.kit.folding import fold, fold_reading

_VOICING = {0x3099: None, 0x309A: None}


def kana_order(kana: str) -> bytes:
    """Where a reading stands in 五十音順: か and が are one letter first, and told apart only when all else is equal."""
    reading = fold_reading(kana)
    plain = unicodedata.normalize("NFD", reading).translate(_VOICING)
    return f"{plain} {reading}".encode()


def folded(family: str, given: str, kana: str, *others: str) -> str:
    """A person's name, reading, number and so on, as search compares them."""
    return " ".join(part for part in (fold(family + given), fold_reading(kana), *map(fold, others)) if part)


def needles(word: str) -> Sequence[str]:
    """The forms in which a searched word may stand in `folded`: as written, and as a reading."""
    return tuple({form for form in (fold(word), fold_reading(word)) if form})


def sought(word: str) -> Sequence[str]:
    """The forms under which a person may be meant by a word: as it stands, and what it reads as in Latin letters."""
    return tuple(dict.fromkeys((*needles(word), *romaji.readings(word))))
