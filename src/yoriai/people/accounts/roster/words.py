"""The words of a person that a roster may change: as rows hold them, as history notes them, as people read them."""

from collections.abc import Mapping

from yoriai.people.accounts.names import folded, kana_order, needles
from yoriai.people.accounts.roster.cells import EMPLOYMENTS, joined
from yoriai.people.accounts.roster.entries import Entry
from yoriai.people.accounts.roster.known import Known, Person

Words = dict[str, str | int | None]

FIELDS = ("family", "given", "kana", "email", "employment_type", "job_title", "extension", "display_order")
LABELS: Mapping[str, str] = {
    "name": "氏名",
    "kana": "ふりがな",
    "department": "所属",
    "concurrent": "兼務",
    "job_title": "職名",
    "employment_type": "任用形態",
    "seat": "席",
    "extension": "内線",
    "email": "メール",
    "display_order": "表示順",
    "short_name": "略称",
    "kind": "種別",
    "place": "場所",
    "floor": "階",
    "code": "所属コード",
}
SEAT_WORDS: Mapping[bool, str] = {True: "あり", False: "なし"}
_EMPLOYMENT_WORDS = {kind.value: word for word, kind in EMPLOYMENTS.items() if word}


def words_of(person: Person | Entry) -> Words:
    """Those fields by name, as they are or as they shall be."""
    return {
        "family": person.family,
        "given": person.given,
        "kana": person.kana,
        "email": person.email,
        "employment_type": str(person.employment_type),
        "job_title": person.job_title,
        "extension": person.extension,
        "display_order": person.display_order,
    }


def columns_of(login_id: str, words: Words) -> dict[str, object]:
    """The same as the columns of an account, with those that are worked out from them."""
    family, given = str(words["family"]), str(words["given"])
    kana, extension = str(words["kana"]), str(words["extension"])
    searched = " ".join((folded(family, given, kana, login_id), *needles(extension)))
    return {**words, "kana_order": kana_order(kana), "folded": searched}


def posts_of(known: Known) -> str:
    """The paths of the concurrent posts in one line."""
    return joined(sorted(post.path for post in known.concurrent))


def as_read(words: Words) -> dict[str, str]:
    """Each word as people read it, the name in one."""
    said = {field: "" if value is None else str(value) for field, value in words.items()}
    said["name"] = f"{said.pop('family')} {said.pop('given')}".strip()
    said["employment_type"] = _EMPLOYMENT_WORDS.get(said["employment_type"], said["employment_type"])
    return said
