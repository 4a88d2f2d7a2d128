"""What each cell of a roster must look like, and what is kept of it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from yoriai.kit import text
from yoriai.kit.errors import Wrong
from yoriai.people.accounts.models import EmploymentType
from yoriai.people.accounts.roster.faults import Reason

MOST = {"name": 60, "kana": 80, "title": 60, "extension": 40, "department": 60, "short": 60}
MOST_DEPTH = 8
MOST_ORDER = 1_000_000
FORMULA_SIGNS = frozenset("=+-@")

_BETWEEN_POSTS = ";；、，,|｜\n"
_POST = re.compile(rf'\s*"((?:[^"]|"")*)"\s*(?=[{_BETWEEN_POSTS}]|$)|([^{_BETWEEN_POSTS}]+)')
_NUMBER = re.compile(r"[0-9A-Z][0-9A-Z._-]{0,39}")
_EMAIL = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+")
_KANA = re.compile("[ぁ-ゖーゝゞ・ ]+")
_TO_HIRAGANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
_BETWEEN_UNITS = re.compile("[\\s/／›＞>]+")
EMPLOYMENTS = {
    "": EmploymentType.REGULAR,
    "正規": EmploymentType.REGULAR,
    "再任用": EmploymentType.REAPPOINTED,
    "会計年度": EmploymentType.FIXED_TERM,
    "特別職": EmploymentType.SPECIAL_POST,
    "その他": EmploymentType.OTHER,
}
SEATS = {
    "": True, "あり": True, "有": True, "有り": True, "○": True, "〇": True, "席あり": True,
    "なし": False, "無": False, "無し": False, "×": False, "✕": False, "席なし": False, "席のない人": False,
}  # fmt: skip


class NotTaken(Exception):
    """A cell breaks a rule."""

    def __init__(self, reason: Reason, most: int | None = None) -> None:
        super().__init__(reason)
        self.reason, self.most = reason, most


def line(cell: str, *, most: int) -> str:
    """One line of text, cleaned as everywhere. A sign that a spreadsheet would calculate with is refused."""
    if text.as_code(cell[:1]) in FORMULA_SIGNS:
        raise NotTaken(Reason.FORMULA)
    try:
        cleaned = text.clean_line(cell, field="cell", most=most, least=0)
    except Wrong:
        raise NotTaken(Reason.TOO_LONG, most) from None
    except text.NotText:
        raise NotTaken(Reason.NOT_TEXT) from None
    if text.as_code(cleaned[:1]) in FORMULA_SIGNS:  # what stood before it was cleaned away
        raise NotTaken(Reason.FORMULA)
    return cleaned


def number(cell: str) -> str:
    """職員番号 in half width and capitals; never empty."""
    plain = text.as_code(line(cell, most=40)).upper()
    if not plain:
        raise NotTaken(Reason.MISSING)
    if not _NUMBER.fullmatch(plain):
        raise NotTaken(Reason.NUMBER)
    return plain


def name(cell: str) -> tuple[str, str]:
    """Family and given name: the first blank parts them, of whatever width. Without one all is the family name."""
    family, _, given = needed(line(cell, most=MOST["name"])).partition(" ")
    return family, given


def needed_name(cell: str) -> str:
    """A family name in a column of its own."""
    return needed(line(cell, most=MOST["name"]))


def kana(cell: str) -> str:
    """The reading in hiragana; katakana of either width is rewritten."""
    wide = unicodedata.normalize("NFKC", needed(line(cell, most=MOST["kana"])))
    reading = wide.translate(_TO_HIRAGANA)
    if not _KANA.fullmatch(reading):
        raise NotTaken(Reason.KANA)
    return reading


def code(cell: str) -> str:
    """所属コード in half width and capitals, or nothing."""
    plain = text.as_code(line(cell, most=40)).upper()
    if plain and not _NUMBER.fullmatch(plain):
        raise NotTaken(Reason.NUMBER)
    return plain


def level(cell: str) -> str:
    """The name of one unit in a column of its own; blanks that only stretch it go."""
    return "".join(line(cell, most=MOST["department"]).split())


def concurrent(cell: str) -> Sequence[str]:
    """The units of concurrent posts, each by its path or its code; one between quotes is one, whatever it is called."""
    said = (quoted.replace('""', '"') or plain for quoted, plain in _POST.findall(cell))
    parts = [" ".join(units(part)) for part in said]
    return [part for part in parts if part]


def joined(posts: Iterable[str]) -> str:
    """Concurrent posts in one cell, as `concurrent` reads them again."""
    return "、".join(_quoted(each) if is_parted(each) else each for each in posts)


def is_parted(post: str) -> bool:
    """Whether a unit is called so that it would be read as several, or as quoted: 「戸籍、住民係」."""
    return any(sign in post for sign in f'{_BETWEEN_POSTS}"')


def units(cell: str) -> Sequence[str]:
    """The names of the units from the top down; nobody must belong to one (特別職)."""
    line(cell, most=MOST_DEPTH * MOST["department"])
    names = [line(part, most=MOST["department"]) for part in _BETWEEN_UNITS.split(cell)]
    found = [each for each in names if each]
    if len(found) > MOST_DEPTH:
        raise NotTaken(Reason.DEPTH, MOST_DEPTH)
    return found


def email(cell: str) -> str | None:
    """The mail address in small letters, or none."""
    plain = text.as_code(line(cell, most=254)).lower()
    if plain and not _EMAIL.fullmatch(plain):
        raise NotTaken(Reason.EMAIL)
    return plain or None


def employment(cell: str) -> EmploymentType:
    """任用形態 as offices write it, long or short."""
    plain = line(cell, most=20).removesuffix("職員")
    known = EMPLOYMENTS.get(plain) or EMPLOYMENTS.get(plain.removesuffix("任用"))
    if known is None:
        raise NotTaken(Reason.EMPLOYMENT)
    return known


def seat(cell: str) -> bool:
    """席: whether somebody has one. Nothing said is one, as nearly everybody has."""
    known = SEATS.get(line(cell, most=20))
    if known is None:
        raise NotTaken(Reason.SEAT)
    return known


def order(cell: str) -> int | None:
    """表示順: a number, or none, which stands last."""
    plain = text.as_code(line(cell, most=20))
    if plain and not (plain.isascii() and plain.isdigit() and int(plain) <= MOST_ORDER):
        raise NotTaken(Reason.ORDER, MOST_ORDER)
    return int(plain) if plain else None


def _quoted(post: str) -> str:
    inside = post.replace('"', '""')
    return f'"{inside}"'


def needed(found: str) -> str:
    if not found:
        raise NotTaken(Reason.MISSING)
    return found
