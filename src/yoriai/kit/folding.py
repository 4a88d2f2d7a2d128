"""Folding for search: what a person takes for the same word becomes the same letters (SEARCH-4)."""

import re
import unicodedata

from yoriai.kit import variants

_VARIANTS = variants.table()
# Variant marks, joiners and direction marks: they change a form, never a word.
_MARKS = re.compile(
    r"[\u00ad\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    r"\U000e0000-\U000e0fff]"
)
# Voicing marks that stand alone join the kana before them.
_VOICING = {0x309B: "\u3099", 0x309C: "\u309a"}
_HIRAGANA = {code: chr(code - 0x60) for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
_LONG_MARKS = re.compile("(?<=[ぁ-ゖゝゞ])[ー‐‑‒–—―−-]+")
_SPACES = re.compile(r"\s+")

_KANJI = "\u3400-\u9fff々〆\U00020000-\U0003ffff"
_COUNTED = re.compile(r"(?<=[0-9一二三四五六七八九十百千数何])[ヶケヵ]")
# A large ケ between kanji is the small one of 茅ヶ崎. At the edge of a word it is taken for it too,
# so that a half-typed 「茅ケ」 finds the town; ケース and ケア keep theirs.
_BETWEEN_KANJI = re.compile(f"(?<=[{_KANJI}])ケ(?=[{_KANJI}]|$)|^ケ(?=[{_KANJI}])")
_PLACE_KANA = {"ヶ": "が", "ゖ": "が", "ヵ": "か", "ゕ": "か", "っ": "つ", "之": "の"}
_PLACES = {ord(form): kana for form, kana in _PLACE_KANA.items()}

_SMALL_KANA = dict(zip(map(ord, "ぁぃぅぇぉっゃゅょゎゕゖ"), "あいうえおつやゆよわかけ", strict=True))


def fold(word: str) -> str:
    """The form under which a text is found, and a searched word looked up: width, case, kind of
    kana, long marks, variant marks and forms of kanji no longer matter. It never fails, and
    folding again changes nothing. Not for showing, and not for the exact mode of search."""
    return _without_long_marks(_placed(word))


def fold_letters(word: str) -> str:
    """The same where nobody looks at what was found and chooses: long marks stay, so that データ is not in
    「結果がでた」, and of spaces and line ends one space is left."""
    return " ".join(_LONG_MARKS.sub("ー", _placed(word)).split())


def fold_reading(kana: str) -> str:
    """The form of a reading (ふりがな): like fold, and small kana count as large ones, because
    rosters of older systems write シヨウジ for しょうじ. Spaces do not matter."""
    hiragana = _plain(kana).translate(_HIRAGANA).translate(_SMALL_KANA)
    return _without_long_marks(_SPACES.sub("", hiragana))


def _placed(word: str) -> str:
    placed = _BETWEEN_KANJI.sub("が", _COUNTED.sub("か", _plain(word).translate(_VARIANTS)))
    return placed.translate(_HIRAGANA).translate(_PLACES)


def _plain(word: str) -> str:
    joined = _MARKS.sub("", word).translate(_VOICING)
    wide = unicodedata.normalize("NFKC", joined).casefold()
    # Casefolding can leave letters that NFKC writes otherwise, and the reverse.
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", wide).casefold())


def _without_long_marks(hiragana: str) -> str:
    # A voicing mark may now stand beside its kana: 「カー゛」 is 「が」.
    return unicodedata.normalize("NFKC", _LONG_MARKS.sub("", hiragana))
