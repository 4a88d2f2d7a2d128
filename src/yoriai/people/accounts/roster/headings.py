"""The columns of a roster, and the many ways in which personnel offices head them."""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum


class Heading(StrEnum):
    """What a column of a file can be. One that the file does not have leaves what is known as it is."""

    NUMBER = "職員番号"
    NAME = "氏名"
    FAMILY = "姓"
    GIVEN = "名"
    KANA = "ふりがな"
    KANA_FAMILY = "姓のふりがな"
    KANA_GIVEN = "名のふりがな"
    CODE = "所属コード"
    DEPARTMENT = "所属"
    LEVEL_1 = "所属（1段目）"
    LEVEL_2 = "所属（2段目）"
    LEVEL_3 = "所属（3段目）"
    LEVEL_4 = "所属（4段目）"
    SHORT = "略称"
    ORDER = "表示順"
    TITLE = "職名"
    EMPLOYMENT = "任用形態"
    SEAT = "席"
    EXTENSION = "内線"
    EMAIL = "メール"
    CONCURRENT = "兼務"
    CONCURRENT_2 = "兼務（2つ目）"
    CONCURRENT_3 = "兼務（3つ目）"
    KIND = "種別"
    PLACE = "場所"
    FLOOR = "階"


LEVELS = (Heading.LEVEL_1, Heading.LEVEL_2, Heading.LEVEL_3, Heading.LEVEL_4)
CONCURRENTS = (Heading.CONCURRENT, Heading.CONCURRENT_2, Heading.CONCURRENT_3)

_OF_UNITS_ONLY = (Heading.KIND, Heading.PLACE, Heading.FLOOR)
OF_PEOPLE = tuple(heading for heading in Heading if heading not in _OF_UNITS_ONLY)
OF_UNITS = (
    Heading.CODE,
    Heading.DEPARTMENT,
    *LEVELS,
    Heading.KIND,
    Heading.SHORT,
    Heading.ORDER,
    Heading.PLACE,
    Heading.FLOOR,
    Heading.EXTENSION,
)

_SPELLINGS: Mapping[Heading, str] = {
    Heading.NUMBER: "職員番号 職員コード 職員no 職員id 職員cd 社員番号 社員コード 個人番号コード 番号 職番 職員ナンバー ログインid",
    Heading.NAME: "氏名 名前 職員名 職員氏名 氏名漢字 漢字氏名 漢字名 お名前 姓名 氏名(漢字)",
    Heading.FAMILY: "姓 氏 名字 苗字 姓漢字 漢字姓 氏漢字",
    Heading.GIVEN: "名 名漢字 漢字名前 下の名前",
    Heading.KANA: (
        "ふりがな フリガナ よみ よみがな 読み 読み仮名 ヨミ ヨミガナ かな カナ 氏名かな 氏名カナ かな氏名 カナ氏名 "
        "氏名よみ 氏名ふりがな 氏名フリガナ 職員名カナ 名前カナ 仮名 片仮名"
    ),
    Heading.KANA_FAMILY: "姓のふりがな せい セイ 姓かな 姓カナ 姓よみ カナ姓 氏カナ 姓ふりがな 姓フリガナ",
    Heading.KANA_GIVEN: "名のふりがな めい メイ 名かな 名カナ 名よみ カナ名 名ふりがな 名フリガナ",
    Heading.CODE: "所属コード 所属cd 所属番号 所属no 組織コード 部署コード 課コード 部課コード 所属id",
    Heading.DEPARTMENT: "所属 所属名 所属名称 組織 組織名 部署 部署名 部課名 所属部署 配属 配属先",
    Heading.LEVEL_1: "所属(1段目) 部 部名 部局 部局名 局 局名 部名称 所属1 部門",
    Heading.LEVEL_2: "所属(2段目) 課 課名 課室 課室名 課名称 所属2",
    Heading.LEVEL_3: "所属(3段目) 係 係名 班 係班 担当 係名称 所属3",
    Heading.LEVEL_4: "所属(4段目) 所属4",
    Heading.SHORT: "略称 所属略称 略名 所属略名",
    Heading.ORDER: "表示順 並び順 順番 順序 表示順序 序列 建制順",
    Heading.TITLE: "職名 役職 役職名 補職名 補職 職位 職位名 肩書 職",
    Heading.EMPLOYMENT: "任用形態 雇用形態 任用区分 職員区分 雇用区分 勤務形態 任用種別",
    Heading.SEAT: "席 席の有無 席あり席なし ライセンス ライセンスの有無",
    Heading.EXTENSION: "内線 内線番号 内線電話 内線no 電話内線",
    Heading.EMAIL: "メール メールアドレス eメール email e-mail mail 電子メール mailaddress アドレス",
    Heading.CONCURRENT: "兼務 兼務先 兼務所属 兼務1 兼務所属1 兼任",
    Heading.CONCURRENT_2: "兼務(2つ目) 兼務2 兼務先2 兼務所属2",
    Heading.CONCURRENT_3: "兼務(3つ目) 兼務3 兼務先3 兼務所属3",
    Heading.KIND: "種別 区分 組織種別 所属種別",
    Heading.PLACE: "場所 庁舎 勤務場所 勤務地 所在 所在地 建物",
    Heading.FLOOR: "階 フロア 階数",
}
_KNOWN = {
    unicodedata.normalize("NFKC", spelling).lower(): heading
    for heading, spellings in _SPELLINGS.items()
    for spelling in spellings.split()
}
_AROUND = re.compile(r"[※*＊・_＿:：.\[\]【】「」]|必須|任意")
_IN_BRACKETS = re.compile(r"\(([^)]*)\)")


def plain(cell: str) -> str:
    """A heading without what people add around it: blanks, width, marks of what is needed."""
    return _AROUND.sub("", "".join(unicodedata.normalize("NFKC", cell).split())).lower()


def known_as(cell: str) -> Heading | None:
    """What a column is by its heading, if that is one of those that are in use."""
    words = plain(cell)
    without = _IN_BRACKETS.sub("", words)
    joined = _IN_BRACKETS.sub(r"\1", words)  # 氏名（カナ） is a reading, 氏名（全角） a name
    return _KNOWN.get(words) or _KNOWN.get(joined) or _KNOWN.get(without)
