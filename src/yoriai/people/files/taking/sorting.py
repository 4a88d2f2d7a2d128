"""What sort of content a file is, and whether there is anything else in it than one image. Nothing is decoded (R8)."""

from collections.abc import Mapping
from typing import Final

from yoriai.people.files.sanitizing.kinds import ENDINGS, Kind, kind_of
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.taking.images import HAVE_AN_END, ends_of
from yoriai.people.files.taking.policy import Sort

_VIDEO_BRANDS: Final = (b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"qt  ", b"M4V ",
                        b"3gp4", b"3gp5", b"3gp6", b"3g2a", b"MSNV", b"mmp4", b"dash")  # fmt: skip
_MP3: Final = (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xf1", b"\xff\xf9", b"fLaC")
_MATROSKA: Final = b"\x1a\x45\xdf\xa3"
MOVING_ENDINGS: Final[Mapping[str, tuple[str, ...]]] = {
    Sort.VIDEO: ("mp4", "m4v", "mov", "3gp", "3g2", "webm", "mkv", "avi", "wmv"),
    Sort.AUDIO: ("mp3", "m4a", "wav", "ogg", "oga", "wma", "aac", "flac"),
}
"""What names of moving pictures and of sound end in."""
IMAGE_ENDINGS: Final = tuple(ending for kind in Kind if kind in HAVE_AN_END for ending in ENDINGS[kind])

HEAD, TAIL = 64 * 1024, 66 * 1024
_SCRIPTS: Final = (b"<script", b"<html", b"<!doctype", b"<?php", b"<svg")
_PDF_WITHIN: Final = 1024
_ZIP_ENDS: Final = b"PK\x05\x06"
_ZIP_END_SIZE: Final = 22


def sort_of(data: bytes, name: str) -> Sort | Reason:
    """The sort, by content alone; an image under a name of something else, or with anything hung onto it or hidden in
    it, is none but the reason why (N80, N82). SVG is no image, HEIC and WebP are; of a TIFF nobody can say where it
    ends, so it is none."""
    found = kind_of(data, name)
    if found is Reason.APPENDED:
        return found
    if found is Reason.MOVING or (found is Reason.UNKNOWN and data.startswith(_MP3)):
        return _moving(data)
    if found is Reason.NAME_DISAGREES:
        return Reason.NAME_DISAGREES if _as_named(data) else Sort.OTHER
    if not isinstance(found, Kind) or found not in HAVE_AN_END:
        return Sort.OTHER
    return Sort.IMAGE if _is_one_image(found, data) else Reason.APPENDED


def _as_named(data: bytes) -> bool:
    """Whether it would be an image under some name."""
    return any(kind_of(data, f"x.{ENDINGS[kind][0]}") is kind for kind in HAVE_AN_END)


def _moving(data: bytes) -> Sort:
    """What may be sound needs the rule that lets sound in."""
    if data.startswith(b"ftyp", 4):
        return Sort.VIDEO if data[8:12] in _VIDEO_BRANDS else Sort.AUDIO
    is_video = (
        data.startswith(_MATROSKA)
        or data.startswith(b"moov", 4)
        or (data.startswith(b"RIFF") and data.startswith(b"AVI ", 8))
    )
    return Sort.VIDEO if is_video else Sort.AUDIO


def _is_one_image(kind: Kind, data: bytes) -> bool:
    return ends_of(kind, data) and not _is_something_else_too(data)


def _is_something_else_too(data: bytes) -> bool:
    """Whether another program would take it for another file: readers of PDF look into the first kilobyte, those of
    ZIP at the end, browsers for words."""
    head, tail = data[:HEAD].lower(), data[-TAIL:]
    if b"%pdf-" in head[:_PDF_WITHIN] or _ends_a_zip(tail):
        return True
    return any(word in part for word in _SCRIPTS for part in (head, tail.lower()))


def _ends_a_zip(tail: bytes) -> bool:
    at = tail.rfind(_ZIP_ENDS)
    while at >= 0:
        end = tail[at : at + _ZIP_END_SIZE]
        # Of one disk, with as many entries on it as in all: four letters alone stand in many a photograph.
        if len(end) == _ZIP_END_SIZE and end[4:8] == b"\0\0\0\0" and end[8:10] == end[10:12]:
            return True
        at = tail.rfind(_ZIP_ENDS, 0, at)
    return False
