"""Rosters of a whole city, as its personnel system would give them: thousands of rows in an order of columns of its own."""

import csv
import io
from collections.abc import Sequence

FAMILIES = ("佐藤", "鈴木", "髙橋", "田中", "渡邉", "伊藤", "山﨑", "中村", "小林", "加藤")
GIVEN = ("太郎", "花子", "さくら", "健", "美保", "渉", "由美", "一郎", "真央", "翔")
KANA = (
    "さとう",
    "すずき",
    "たかはし",
    "たなか",
    "わたなべ",
    "いとう",
    "やまざき",
    "なかむら",
    "こばやし",
    "かとう",
)
GIVEN_KANA = ("たろう", "はなこ", "さくら", "けん", "みほ", "わたる", "ゆみ", "いちろう", "まお", "しょう")
DIVISIONS = ("総務部", "企画部", "健康福祉部", "市民部", "建設部", "教育部")
TITLES = ("主事", "主任", "係長", "課長補佐", "課長", "保健師")
KINDS = ("正規", "再任用", "会計年度任用職員", "正規職員")
HEADINGS = (
    "メールアドレス",
    "内線番号",
    "補職名",
    "所属",
    "職員コード",
    "任用区分",
    "フリガナ",
    "職員氏名",
    "備考",
)
"""Another order, other names of columns, and one that means nothing to us."""

Row = dict[str, str]


def people(count: int, *, first: int = 50_001) -> list[Row]:
    """So many people in about 150 units, each row by the headings above."""
    rows: list[Row] = []
    for at in range(count):
        family, given = at % 10, (at // 10) % 10
        division = DIVISIONS[at % len(DIVISIONS)]
        unit = f"{division}　第{(at // 6) % 8 + 1}課　第{(at // 48) % 3 + 1}係"
        rows.append(
            {
                "メールアドレス": f"s{first + at}@city.mihon.example",
                "内線番号": f"{2000 + at % 900}",
                "補職名": TITLES[at % len(TITLES)],
                "所属": unit,
                "職員コード": f"{first + at}",
                "任用区分": KINDS[at % len(KINDS)],
                "フリガナ": f"{KANA[family]}　{GIVEN_KANA[given]}",
                "職員氏名": f"{FAMILIES[family]}　{GIVEN[given]}",
                "備考": "",
            }
        )
    return rows


def written(rows: Sequence[Row], encoding: str, headings: Sequence[str] = HEADINGS) -> bytes:
    """The file as the personnel system writes it."""
    words = io.StringIO(newline="")
    sheet = csv.writer(words)
    sheet.writerow(headings)
    sheet.writerows([row.get(heading, "") for heading in headings] for row in rows)
    return words.getvalue().encode(encoding)
