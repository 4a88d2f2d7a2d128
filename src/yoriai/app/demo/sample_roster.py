"""A roster to try the import with: the town's own, as its personnel office would send it after the transfers of April.

Nobody real is in it. The columns stand in the order of no product of ours, as in an export of a personnel system. It is
UTF-8: in Shift_JIS 葛󠄀城 and 𠮷田 would lose the form of their names.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from yoriai.app.demo import shipped

Row = Mapping[str, str]

HEADINGS: Final[Mapping[str, str]] = {
    "所属コード": "所属コード", "職員コード": "職員番号", "漢字氏名": "氏名", "カナ氏名": "ふりがな", "所属名": "所属",
    "補職名": "職名", "任用区分": "任用形態", "内線番号": "内線", "兼務所属": "兼務", "表示順": "表示順", "備考": "備考",
}  # fmt: skip
"""How the personnel system heads what the town's own table heads so."""
NEW: Final = (
    ("200001", "雛形　進", "ひながた　すすむ"), ("200002", "試作　彩", "しさく　あや"), ("200003", "髙見本　健", "たかみほん　けん"),
    ("200004", "手本　由佳", "てほん　ゆか"), ("200005", "\ue000試　直樹", "がいし　なおき"), ("200006", "練習　麻衣", "れんしゅう　まい"),
)  # fmt: skip
MOVING: Final = 7  # every so many of those who move at all
PROMOTED: Final = 11
LEAVING: Final = 2
_KATAKANA: Final = {at: at + 0x60 for at in range(ord("ぁ"), ord("ゖ") + 1)}


def sample_roster() -> bytes:
    """The file itself. Taken over in the demo, nobody in it is wrong."""
    words = io.StringIO(newline="")
    sheet = csv.writer(words)
    sheet.writerow(HEADINGS)
    sheet.writerows([row[column] for column in HEADINGS.values()] for row in map(_as_sent, rows()))
    return words.getvalue().encode("utf-8-sig")


def rows() -> Sequence[Row]:
    """Everybody after the transfers, under the headings of the town's own table; always the same."""
    staff = list(csv.DictReader(io.StringIO(shipped.data("staff.csv").decode("utf-8-sig"))))
    leaving = [row["職員番号"] for row in staff if row["任用形態"].startswith("再任用")][:LEAVING]
    staying = [row for row in staff if row["職員番号"] not in leaving]
    movable = [row for row in staying if row["職名"] == "主事" and not row["兼務"]]
    moved, promoted = movable[::MOVING], [row for row in movable[1::PROMOTED] if row not in movable[::MOVING]]
    after = {**_moved(moved), **{row["職員番号"]: {"職名": "主任"} for row in promoted}}
    return [*({**row, **after.get(row["職員番号"], {})} for row in staying), *_new(moved)]


def _moved(people: Sequence[Row]) -> dict[str, dict[str, str]]:
    """Each takes the seat of the next one."""
    return {
        row["職員番号"]: {column: next_one[column] for column in ("所属コード", "所属", "内線")}
        for row, next_one in zip(people, [*people[1:], *people[:1]], strict=True)
    }


def _new(beside: Sequence[Row]) -> Iterable[Row]:
    for place, (number, name, kana) in enumerate(NEW):
        words = {"職員番号": number, "氏名": name, "ふりがな": kana, "職名": "主事", "任用形態": "正規職員"}
        yield {**beside[place], **words, "表示順": str(901 + place), "内線": ""}


def _as_sent(row: Row) -> Row:
    return {**row, "ふりがな": row["ふりがな"].translate(_KATAKANA), "備考": ""}
