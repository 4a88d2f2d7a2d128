"""What a file is, by its content alone: kinds that can be built anew, and reasons why all others are not.

The rules look at marks in fixed places and decode nothing, so they may run beside the server (R8).
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final

from yoriai.people.files.sanitizing.reasons import Reason


class Kind(StrEnum):
    """What there is a method for."""

    JPEG = "jpeg"
    PNG = "png"
    GIF = "gif"
    WEBP = "webp"
    HEIC = "heic"
    BMP = "bmp"
    TIFF = "tiff"
    PDF = "pdf"
    TEXT = "text"
    CSV = "csv"

    @property
    def is_image(self) -> bool:
        """Whether it is pixels."""
        return self not in (Kind.PDF, Kind.TEXT, Kind.CSV)


PICTURES: Final = frozenset(kind for kind in Kind if kind.is_image)

ENDINGS: Final[Mapping[Kind, Sequence[str]]] = {
    Kind.JPEG: ("jpg", "jpeg", "jpe", "jfif"),
    Kind.PNG: ("png",),
    Kind.GIF: ("gif",),
    Kind.WEBP: ("webp",),
    Kind.HEIC: ("heic", "heif", "hif"),
    Kind.BMP: ("bmp", "dib"),
    Kind.TIFF: ("tif", "tiff"),
    Kind.PDF: ("pdf",),
    Kind.TEXT: ("txt", "text", "md", "markdown", "log"),
    Kind.CSV: ("csv", "tsv"),
}
"""What names of each kind end in. A file of another name is what it does not say, and goes to nobody."""

_HEIC_BRANDS: Final = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc", b"hevx")
_IMAGES: Final[Sequence[tuple[bytes, Kind]]] = (
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"GIF87a", Kind.GIF),
    (b"GIF89a", Kind.GIF),
    (b"II*\0", Kind.TIFF),
    (b"MM\0*", Kind.TIFF),
)
_OTHERS: Final[Sequence[tuple[int, bytes, Reason]]] = (
    (0, b"{\\rtf", Reason.OLD_OFFICE),
    (0, b"AC10", Reason.OF_ANOTHER_PROGRAM),
    (0, b"  0\r\nSECTION", Reason.OF_ANOTHER_PROGRAM),
    (0, b"  0\nSECTION", Reason.OF_ANOTHER_PROGRAM),
    (0, b"JwwData.", Reason.OF_ANOTHER_PROGRAM),
    (0, b"ISO-10303-21;", Reason.OF_ANOTHER_PROGRAM),
    (0, b"AutoCAD Binary DXF", Reason.OF_ANOTHER_PROGRAM),
    (2, b"-lh", Reason.OF_ANOTHER_PROGRAM),
    (0, b"MZ", Reason.PROGRAM),
    (0, b"\x7fELF", Reason.PROGRAM),
    (0, b"\xcf\xfa\xed\xfe", Reason.PROGRAM),
    (0, b"\xca\xfe\xba\xbe", Reason.PROGRAM),
    (0, b"L\0\0\0\x01\x14\x02\0", Reason.PROGRAM),
    (0, b"#!", Reason.PROGRAM),
    (0, b"%!PS", Reason.PROGRAM),
    (0, b"7z\xbc\xaf\x27\x1c", Reason.ARCHIVE),
    (0, b"Rar!\x1a\x07", Reason.ARCHIVE),
    (0, b"\x1f\x8b", Reason.ARCHIVE),
    (0, b"BZh", Reason.ARCHIVE),
    (0, b"\xfd7zXZ\0", Reason.ARCHIVE),
    (0, b"MSCF", Reason.ARCHIVE),
    (257, b"ustar", Reason.ARCHIVE),
    (32769, b"CD001", Reason.ARCHIVE),
    (4, b"ftyp", Reason.MOVING),
    (4, b"moov", Reason.MOVING),
    (0, b"\x1a\x45\xdf\xa3", Reason.MOVING),
    (0, b"OggS", Reason.MOVING),
    (0, b"ID3\x03", Reason.MOVING),
    (0, b"ID3\x04", Reason.MOVING),
    (0, b"\x30\x26\xb2\x75", Reason.MOVING),
    (0, b"RIFF", Reason.MOVING),
)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPS: Final = (b"PK\x03\x04", b"PK\x05\x06")
_MARKUP: Final = (
    *(
        b"<!doctype",
        b"<html",
        b"<head",
        b"<body",
        b"<svg",
        b"<?xml",
        b"<script",
        b"<iframe",
        b"<table",
        b"<!--",
    ),
    *(b"<?php", b"<%", b"<hta:", b"<style", b"<meta", b"<img", b"<a ", b"<div", b"<p>", b"<math", b"<x-"),
)
_STEERS: Final = (
    *(b"[internetshortcut]", b"[desktop entry]", b"windows registry editor", b"regedit4"),
    *(b"id;p", b"web\r\n1\r\n", b"web\n1\n"),
)
"""Text by which a desk opens something else, and tables of formulas (SYLK, web queries) that Excel knows by these words
under whatever name."""
_PDF: Final = b"%PDF-"
_PDF_WITHIN: Final = 1024
_BLANKS: Final = b"\r\n\t "
_BOMS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def ending_of(name: str) -> str:
    """What a name ends in, as `ENDINGS` spells it; nothing where it has no dot."""
    return name.rpartition(".")[2].casefold() if "." in name else ""


def kind_of(data: bytes, name: str) -> Kind | Reason:
    """What the content is, if a name like this one goes with it; else the reason why it is not handed on."""
    found = _seen(data)
    if isinstance(found, Reason):
        return found
    ending = ending_of(name)
    if found is Kind.TEXT and ending in ENDINGS[Kind.CSV]:
        return Kind.CSV
    return found if ending in ENDINGS[found] else Reason.NAME_DISAGREES


def _seen(data: bytes) -> Kind | Reason:
    if not data:
        return Reason.EMPTY
    return _image(data) or _document(data) or _other(data) or _hidden(data) or _written(data)


def _hidden(data: bytes) -> Reason | None:
    """A PDF that begins later, as readers take it: what stands before it may be another file to other programs."""
    if _PDF not in data[:_PDF_WITHIN]:
        return None
    return Reason.MARKUP if _written(data) is Reason.MARKUP else Reason.BEGINS_OTHERWISE


def _document(data: bytes) -> Kind | Reason | None:
    if data.removeprefix(_BOMS[0]).lstrip(_BLANKS).startswith(_PDF):
        return Kind.PDF
    if data.startswith(_ZIPS):
        return _packed(data)
    return _old(data) if data.startswith(_OLE) else None


def _other(data: bytes) -> Reason | None:
    return next((reason for at, mark, reason in _OTHERS if data.startswith(mark, at)), None)


def _image(data: bytes) -> Kind | Reason | None:
    for mark, kind in _IMAGES:
        if data.startswith(mark):
            return kind
    if data.startswith(b"RIFF") and data.startswith(b"WEBP", 8):
        return Kind.WEBP
    if data.startswith(b"ftyp", 4) and data[8:12] in _HEIC_BRANDS:
        return Kind.HEIC if _is_all_boxes(data) else Reason.APPENDED
    # Two letters are not much of a mark: the offset of the pixels and the size of the header are known as well.
    is_bitmap = data.startswith(b"BM") and len(data) > 26 and data[14:18] in _BITMAP_HEADERS
    return Kind.BMP if is_bitmap else None


_BITMAP_HEADERS: Final = tuple(size.to_bytes(4, "little") for size in (12, 40, 52, 56, 64, 108, 124))
_BOXES: Final = (b"ftyp", b"meta", b"mdat", b"free", b"skip", b"moov", b"idat", b"uuid", b"mpvd")


_MOST_BOXES: Final = 100
"""Outside of one another; a photograph has five, and who looks through millions looks for long."""


def _is_all_boxes(data: bytes) -> bool:
    """Whether a HEIC file is made of its boxes to the last byte: nothing is hung onto it (N82)."""
    at = boxes = 0
    while at < len(data):
        boxes += 1
        size, name = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16])
        if name not in _BOXES or size < 8 or boxes > _MOST_BOXES:
            return False
        at += size
    return at == len(data)


def _packed(data: bytes) -> Reason:
    if b"vbaProject.bin" in data:
        return Reason.MACROS
    if b"[Content_Types].xml" in data or b"mimetypeapplication/vnd.oasis" in data[:200]:
        return Reason.OFFICE
    # Of each part inside, the lowest bit of its marks says that it is locked.
    return Reason.LOCKED if len(data) > 6 and data[6] & 1 else Reason.ZIP


def _old(data: bytes) -> Reason:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Reason.LOCKED
    is_ichitaro = "JSRV_SegmentInformation".encode("utf-16-le") in data or b"JustSystem" in data
    return Reason.OF_ANOTHER_PROGRAM if is_ichitaro else Reason.OLD_OFFICE


def _written(data: bytes) -> Kind | Reason:
    """Text has no mark; it is what has no zero in it. Whether it really is one is found out in the cage."""
    start = data[:512]
    for bom in _BOMS:
        start = start.removeprefix(bom)
    words = start.replace(b"\0", b"").lstrip().lower()
    if words.startswith(_MARKUP):
        return Reason.MARKUP
    if words.startswith(_STEERS):
        return Reason.PROGRAM
    is_wide = data.startswith(_BOMS[1:])
    return Reason.UNKNOWN if b"\0" in data and not is_wide else Kind.TEXT
