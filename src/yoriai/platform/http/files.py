"""Files on their way out: always saved, never shown in our own pages, under a name that may be Japanese."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from starlette.responses import Response

from yoriai.kit.csv_out import Value, csv_bytes
from yoriai.kit.file_names import file_name

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"


def attachment(content: bytes, *, name: str, kind: str) -> Response:
    """A file to be saved (RFC 6266). No browser guesses at it, and no cache keeps it."""
    headers = {
        "content-disposition": disposition(name),
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
    }
    return Response(content, media_type=kind, headers=headers)


def csv_file(name: str, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> Response:
    """A table as CSV, in the form in which spreadsheets of Japanese offices open it (BASE-6)."""
    return attachment(csv_bytes(headings, rows), name=name, kind=CSV)


def disposition(name: str) -> str:
    """Both forms of the name: in ASCII for the old, in UTF-8 for everybody else."""
    safe = file_name(name, otherwise="file")
    stem, dot, suffix = safe.rpartition(".")
    plain = safe if safe.isascii() else f"file{dot}{suffix}" if stem and suffix.isascii() else "file"
    return f"attachment; filename=\"{plain.replace(';', '_')}\"; filename*=UTF-8''{quote(safe, safe='')}"
