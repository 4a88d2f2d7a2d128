"""An Excel workbook as rows of cells, as a person sees them: values only, no macro and no formula is ever run."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from yoriai.people.accounts.roster.faults import RosterLocked, RosterNotTable, RosterTooMuch

OLE, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MOST_UNPACKED = 400 * 1024 * 1024  # bytes; what says less and holds more meets the bounds of the process
MOST_PARTS = 2_000

Value = str | float | bool | datetime | date | time | timedelta | None


@dataclass(frozen=True, slots=True)
class Workbook:
    """One sheet of it, and the names of all that can be seen."""

    sheets: Sequence[str]
    sheet: str
    rows: Iterator[Sequence[str]]


def is_workbook(data: bytes) -> bool:
    """Judged by content, never by name: a web page called .xls is none."""
    return data.startswith((OLE, ZIP))


def workbook(data: bytes, sheet: str) -> Workbook:
    """The sheet of this name; without a name the first that can be seen."""
    _check_parts(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [each.name for each in book.sheets_metadata if "Visible" in str(each.visible)]
        names = names or list(book.sheet_names)
        chosen = sheet if sheet in names else names[0]
        read = book.get_sheet_by_name(chosen)
    except PasswordError:
        raise RosterLocked from None
    except (CalamineError, IndexError):
        raise RosterNotTable from None
    # Excel counts rows from the top of the sheet, also when the first ones are empty.
    rows = read.to_python(skip_empty_area=False)
    return Workbook(names, chosen, ([shown(cell) for cell in row] for row in rows))


def shown(cell: Value) -> str:
    """A cell as text: 12345.0 is 12345, and a moment at midnight is a day."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float | int):
        return f"{cell:.0f}" if float(cell).is_integer() else repr(cell)
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return cell.isoformat(" ") if isinstance(cell, datetime) else str(cell)


def _check_parts(data: bytes) -> None:
    if data.startswith(OLE):
        if ENCRYPTED in data:
            raise RosterLocked
        return
    try:
        with ZipFile(io.BytesIO(data)) as parts:
            sizes = [part.file_size for part in parts.infolist()]
    except (BadZipFile, ValueError, NotImplementedError):
        raise RosterNotTable from None
    if sum(sizes) > MOST_UNPACKED or len(sizes) > MOST_PARTS:
        raise RosterTooMuch
