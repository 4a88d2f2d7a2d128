"""Rosters to try the import with: as many rows as wanted, put together from common names, always the same ones.

Nobody real is in them. The columns stand in the order of no product of ours, as in an export of a personnel system.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

HEADINGS: Final = (
    "所属コード", "職員コード", "漢字氏名", "カナ氏名", "所属名", "補職名", "任用区分", "内線番号", "メールアドレス", "表示順", "備考",
)  # fmt: skip
FAMILIES: Final = (
    ("見本", "ミホン"), ("例示", "レイジ"), ("髙見本", "タカミホン"), ("架空", "カクウ"), ("﨑山", "サキヤマ"),
    ("試作", "シサク"), ("仮名", "カナ"), ("雛形", "ヒナガタ"), ("\ue000試", "ガイシ"), ("練習", "レンシュウ"), ("手本", "テホン"),
)  # fmt: skip
GIVENS: Final = (
    ("一郎", "イチロウ"), ("花子", "ハナコ"), ("健", "ケン"), ("さくら", "サクラ"), ("直樹", "ナオキ"), ("美和", "ミワ"), ("誠", "マコト"),
    ("由佳", "ユカ"), ("進", "ススム"), ("彩", "アヤ"), ("修", "オサム"), ("麻衣", "マイ"), ("渉", "ワタル"),
)  # fmt: skip
UNITS: Final = (
    ("11010", "総務部 総務課 秘書係"), ("11020", "総務部 総務課 人事係"), ("12010", "総務部 財政課 予算係"),
    ("21010", "市民部 市民課 窓口係"), ("21020", "市民部 市民課 戸籍係"), ("22010", "市民部 税務課 市民税係"),
    ("31010", "健康福祉部 健康づくり推進課 地域保健係"), ("31020", "健康福祉部 健康づくり推進課 健診係"),
    ("32010", "健康福祉部 高齢福祉課 地域包括支援係"), ("33010", "健康福祉部 子ども未来課 保育係"),
    ("41010", "建設部 土木課 道路維持係"), ("42010", "建設部 上下水道課 給水係"), ("51010", "教育委員会事務局 学校教育課 学務係"),
)  # fmt: skip
TITLES: Final = ("主事", "主任", "主査", "係長", "課長補佐", "技師", "保健師")
EMPLOYMENTS: Final = ("正規", "正規", "正規", "会計年度", "正規", "再任用", "正規")
FIRST_NUMBER: Final = 500_001


def rows(many: int) -> Iterator[Sequence[str]]:
    """So many people, each with a number, a name and a unit. The lists are of lengths without a common factor."""
    for place in range(many):
        (family, family_kana), (given, given_kana) = (
            FAMILIES[place % len(FAMILIES)],
            GIVENS[place % len(GIVENS)],
        )
        number = FIRST_NUMBER + place
        code, unit = UNITS[place * len(UNITS) // many]
        yield (
            code, str(number), f"{family}　{given}", f"{family_kana}　{given_kana}", unit, TITLES[place % len(TITLES)],
            EMPLOYMENTS[place % len(EMPLOYMENTS)], f"{3000 + place % 1000}", f"m{number}@mihon.example",
            str(place + 1), "",
        )  # fmt: skip


def sample_roster(many: int, *, encoding: str = "cp932") -> bytes:
    """The file itself, as a personnel system would write it."""
    words = io.StringIO(newline="")
    sheet = csv.writer(words)
    sheet.writerow(HEADINGS)
    sheet.writerows(rows(many))
    return words.getvalue().encode(encoding)
