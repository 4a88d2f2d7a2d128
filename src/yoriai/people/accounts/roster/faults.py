"""What can be wrong with a roster file: as a whole, or at a row and column."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from yoriai.kit.errors import Cell, Refused, TooLarge

MOST_SHOWN = 1000  # faults; beyond that somebody has chosen the wrong file


class Reason(StrEnum):
    """Why a cell was not taken. Each has its sentence in the text catalogue."""

    MISSING = "accounts.row_missing"
    TOO_LONG = "accounts.row_too_long"
    NUMBER = "accounts.row_number"
    KANA = "accounts.row_kana"
    EMAIL = "accounts.row_email"
    EMPLOYMENT = "accounts.row_employment"
    ORDER = "accounts.row_order"
    DEPTH = "accounts.row_depth"
    FORMULA = "accounts.row_formula"
    CELLS = "accounts.row_cells"
    TWICE = "accounts.row_twice"
    TAKEN = "accounts.row_taken"


@dataclass(frozen=True, slots=True)
class Fault:
    """One cell that was not taken: where it stands, which rule, what was there."""

    row: int
    """As a spreadsheet counts them: the headings are row 1."""
    column: str
    reason: Reason
    value: str = ""
    most: int | None = None
    other: str | None = None
    """The other row, or the other person, that this one collides with."""

    def as_detail(self) -> dict[str, Cell]:
        return {
            "row": self.row,
            "column": self.column,
            "reason": self.reason.value,
            "value": self.value,
            "most": self.most,
            "other": self.other,
        }


class RosterWrong(Refused):
    """Some rows were not taken, so none were."""

    code = "accounts.roster_wrong"
    status = 422

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults: Sequence[Fault] = sorted(faults, key=lambda fault: fault.row)[:MOST_SHOWN]
        """The first of them in the order of their rows; `count` says how many there are."""
        super().__init__(count=len(faults), faults=[fault.as_detail() for fault in self.faults])


class RosterTooLarge(TooLarge):
    """More megabytes than a roster can have."""

    code = "accounts.roster_too_large"


class RosterTooLong(TooLarge):
    """More rows than a roster can have."""

    code = "accounts.roster_too_long"


class RosterTooWide(TooLarge):
    """More columns than a roster can have."""

    code = "accounts.roster_too_wide"


class RosterNotText(Refused):
    """Neither UTF-8 nor CP932, or text with NUL in it."""

    code = "accounts.roster_not_text"
    status = 422


class RosterNotCsv(Refused):
    """The quotes of a cell do not close."""

    code = "accounts.roster_not_csv"
    status = 422


class RosterHeadings(Refused):
    """A needed heading is missing, or one stands there twice."""

    code = "accounts.roster_headings"
    status = 422


class RosterEmpty(Refused):
    """Headings, and nobody under them."""

    code = "accounts.roster_empty"
    status = 422
