"""What can be wrong with a roster file: as a whole, or at a row and column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from yoriai.kit.errors import Cell, Refused, TooLarge

MOST_SHOWN = 1000  # faults; beyond that somebody has chosen the wrong file


class Reason(StrEnum):
    """Why a cell was not taken. Each has its sentence in the text catalogue."""

    MISSING = "accounts.row_missing"
    TOO_LONG = "accounts.row_too_long"
    NOT_TEXT = "accounts.row_not_text"
    NUMBER = "accounts.row_number"
    KANA = "accounts.row_kana"
    EMAIL = "accounts.row_email"
    EMPLOYMENT = "accounts.row_employment"
    SEAT = "accounts.row_seat"
    DUTIES = "accounts.row_duties"
    ORDER = "accounts.row_order"
    DEPTH = "accounts.row_depth"
    FORMULA = "accounts.row_formula"
    CELLS = "accounts.row_cells"
    CODE = "accounts.row_code"
    CODE_AND_UNIT = "accounts.row_code_and_unit"
    SHORT = "accounts.row_short"
    POST = "accounts.row_post"
    SAME_NAME = "accounts.row_same_name"
    KIND = "accounts.row_kind"
    FORMER = "accounts.row_former"
    ABOVE = "accounts.row_above"
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


class RosterWrong(Refused):
    """Some rows were not taken, so none were."""

    code = "accounts.roster_wrong"
    status = 422

    def __init__(self, faults: Sequence[Mapping[str, Cell]]) -> None:
        self.faults: Sequence[Mapping[str, Cell]] = faults[:MOST_SHOWN]
        """The first of them in the order of their rows; `count` says how many there are."""
        super().__init__(count=len(faults), faults=self.faults)


class RosterMoved(Refused):
    """What would change is no longer what somebody has looked at."""

    code = "accounts.roster_moved"


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


class RosterNotTable(Refused):
    """A web page, a picture, a text document: no table, whatever its name says."""

    code = "accounts.roster_not_table"
    status = 422


class RosterLocked(Refused):
    """A workbook with a password."""

    code = "accounts.roster_locked"
    status = 422


class RosterTooMuch(TooLarge):
    """Unpacked it is far larger than a roster can be, or reading it does not end."""

    code = "accounts.roster_too_much"


class RosterNoCage(Refused):
    """This machine has nothing in which a foreign file could be read."""

    code = "accounts.roster_no_cage"
    status = 503


class RosterEmpty(Refused):
    """Nothing in it, or headings and nobody under them."""

    code = "accounts.roster_empty"
    status = 422


OF_FILES: Sequence[type[Refused]] = (
    RosterTooLarge,
    RosterTooLong,
    RosterTooWide,
    RosterNotText,
    RosterNotCsv,
    RosterNotTable,
    RosterLocked,
    RosterTooMuch,
    RosterEmpty,
)
"""The reasons why a file is no table."""


class RosterHeadings(Refused):
    """A column that is needed is not there, or two columns are said to be the same one."""

    code = "accounts.roster_headings"
    status = 422
