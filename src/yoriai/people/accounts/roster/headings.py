"""The headings of a roster file, as personnel offices write them."""

import unicodedata
from enum import StrEnum


class Heading(StrEnum):
    """A column that is read. The first four must be there; one that is not leaves what is known as it is."""

    NUMBER = "職員番号"
    NAME = "氏名"
    KANA = "ふりがな"
    DEPARTMENT = "所属"
    TITLE = "職名"
    EMAIL = "メール"
    EMPLOYMENT = "任用形態"
    EXTENSION = "内線"
    ORDER = "表示順"

    @classmethod
    def needed(cls) -> tuple["Heading", ...]:
        return (cls.NUMBER, cls.NAME, cls.KANA, cls.DEPARTMENT)

    @staticmethod
    def plain(cell: str) -> str:
        """A heading without what people add around it: blanks and width."""
        return "".join(unicodedata.normalize("NFKC", cell).split())
