"""What a file is says its content; a name that says otherwise is not believed, and neither is the file."""

import io
import zipfile

import pytest

from tests.people.files.sanitizing.corpus import ENDINGS, HEIC, picture, telling, written
from yoriai.people.files.sanitizing.kinds import Kind, kind_of
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.sanitizing.sanitize import sanitize
from yoriai.people.files.sanitizing.verdict import Disarmed, Outcome

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
KINDS = {
    "jpg": Kind.JPEG,
    "png": Kind.PNG,
    "gif": Kind.GIF,
    "webp": Kind.WEBP,
    "bmp": Kind.BMP,
    "tif": Kind.TIFF,
}


def packed(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return made.getvalue()


def locked() -> bytes:
    made = bytearray(packed(a_txt=b"secret"))
    made[6] |= 1
    return bytes(made)


@pytest.mark.req("FILE-5")
@pytest.mark.parametrize("form", ENDINGS)
def test_an_image_is_known_by_its_content_whatever_the_case_of_its_name(form: str) -> None:
    ending = ENDINGS[form]
    assert kind_of(telling(form), f"写真.{ending.upper()}") is KINDS[ending]
    for other in ("exe", "pdf", "txt", "svg", "heic", ""):
        assert kind_of(telling(form), f"写真.{other}") is Reason.NAME_DISAGREES


HELD = {
    "a.pdf": (b"%PDF-1.7\n", Reason.BROKEN),
    "b.pdf": (b"junk before it\n%PDF-1.4", Reason.BEGINS_OTHERWISE),
    "a.docx": (packed(word__document_xml=b"<w/>") + b"[Content_Types].xml", Reason.OFFICE),
    "a.xlsm": (packed(xl__vbaProject_bin=b"x"), Reason.MACROS),
    "a.doc": (OLE, Reason.OLD_OFFICE),
    "a.xlsx": (OLE + "EncryptedPackage".encode("utf-16-le"), Reason.LOCKED),
    "a.rtf": (b"{\\rtf1 x}", Reason.OLD_OFFICE),
    "a.zip": (packed(a_txt=b"x"), Reason.ZIP),
    "b.zip": (locked(), Reason.LOCKED),
    "a.jtd": (OLE + b"JustSystem", Reason.OF_ANOTHER_PROGRAM),
    "a.jww": (b"JwwData.600", Reason.OF_ANOTHER_PROGRAM),
    "a.dwg": (b"AC1032\0\0", Reason.OF_ANOTHER_PROGRAM),
    "a.dxf": (b"  0\r\nSECTION\r\n", Reason.OF_ANOTHER_PROGRAM),
    "a.sfc": (b"ISO-10303-21;\n", Reason.OF_ANOTHER_PROGRAM),
    "a.lzh": (b"\x20\x63-lh5-", Reason.OF_ANOTHER_PROGRAM),
}
DECLINED = {
    "a.exe": (b"MZ\x90\0", Reason.PROGRAM),
    "a.so": (b"\x7fELF\x02", Reason.PROGRAM),
    "a.sh": (b"#!/bin/sh\n", Reason.PROGRAM),
    "a.lnk": (b"L\0\0\0\x01\x14\x02\0", Reason.PROGRAM),
    "a.svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Reason.MARKUP),
    "b.svg": (b"\xef\xbb\xbf  <?xml version='1.0'?><svg/>", Reason.MARKUP),
    "a.html": (b"\n<!DOCTYPE html>", Reason.MARKUP),
    "b.txt": ("<html>".encode("utf-16"), Reason.MARKUP),
    "c.txt": (b"<script>alert(1)</script>", Reason.MARKUP),
    "a.mp4": (b"\0\0\0\x18ftypmp42", Reason.MOVING),
    "a.avif": (b"\0\0\0\x18ftypavif", Reason.MOVING),
    "a.7z": (b"7z\xbc\xaf\x27\x1c", Reason.ARCHIVE),
    "a.rar": (b"Rar!\x1a\x07\0", Reason.ARCHIVE),
    "a.tgz": (b"\x1f\x8b\x08", Reason.ARCHIVE),
    "a.tar": (b"\0" * 257 + b"ustar", Reason.ARCHIVE),
    "a.iso": (b"\0" * 32769 + b"CD001", Reason.ARCHIVE),
    "a.bin": (b"\0\x01\x02", Reason.UNKNOWN),
    "a.url.txt": (b"[InternetShortcut]\r\nURL=file://x\r\n", Reason.PROGRAM),
    "a.slk.csv": (b"ID;PWXL;N;E\r\nC;X1;Y1;EEXEC(1)\r\n", Reason.PROGRAM),
    "b.slk.txt": (b"\xef\xbb\xbfID;P\n", Reason.PROGRAM),
    "a.iqy.csv": (b"WEB\r\n1\r\nhttp://x/\r\n", Reason.PROGRAM),
    "a.reg.txt": ("Windows Registry Editor Version 5.00\r\n".encode("utf-16"), Reason.PROGRAM),
    "a.desktop.txt": (b"[Desktop Entry]\nExec=x\n", Reason.PROGRAM),
    "a.js": (b"alert(1)\n", Reason.NAME_DISAGREES),
    "a.bat": (b"@echo off\r\n", Reason.NAME_DISAGREES),
    "a": (b"words without a name\n", Reason.NAME_DISAGREES),
}


@pytest.mark.req("FILE-5", "FILE-9")
@pytest.mark.parametrize("name", [*HELD, *DECLINED])
def test_what_there_is_no_method_for_is_held_or_declined_with_its_reason(name: str) -> None:
    data, reason = (HELD | DECLINED)[name]
    found = Kind.PDF if name == "a.pdf" else reason
    assert kind_of(data, name) is found
    assert reason.holds is (name in HELD)
    verdict = sanitize(data, name)
    assert verdict.outcome is (Outcome.HELD if name in HELD else Outcome.DECLINED)
    assert (verdict.proof.found, verdict.proof.method, verdict.proof.sha256_made) == (found, "", "")


@pytest.mark.req("N82")
@pytest.mark.parametrize("name", ["photo.jpg", "photo.heic", "photo.png"])
@pytest.mark.parametrize("what", ["a.exe", "a.pdf", "a.svg", "a.mp4", "a.zip"])
def test_what_is_named_like_a_photograph_is_none(name: str, what: str) -> None:
    data, reason = (HELD | DECLINED)[what]
    assert kind_of(data, name) is (Reason.NAME_DISAGREES if what == "a.pdf" else reason)


@pytest.mark.req("N82")
@pytest.mark.parametrize(
    "tail", [b"PK\x03\x04junk", b"\0", b"\0\0\0\x08evil", b"\0\0\xff\xfffree", b"\0\0\0\0free"]
)
def test_a_photograph_of_a_phone_with_something_behind_it_is_declined(tail: bytes) -> None:
    assert kind_of(HEIC, "a.heic") is Kind.HEIC
    assert kind_of(HEIC + tail, "a.heic") is Reason.APPENDED


@pytest.mark.req("N80")
@pytest.mark.parametrize(
    ("data", "name", "gone"),
    [
        (written(picture(), "GIF", comment=b"*/=1;alert(1)//"), "a.gif", b"alert"),
        (written(picture(), "JPEG", comment=b"<html><script>alert(1)</script>"), "a.jpg", b"script"),
        (telling("JPEG") + packed(evil_exe=b"MZ evil"), "a.jpg", b"evil"),
        (telling("PNG") + b"%PDF-1.7 evil", "a.png", b"%PDF"),
        (written(picture(), "BMP") + b"MZ evil", "a.bmp", b"evil"),
    ],
    ids=["GIF+JS", "JPEG+HTML", "JPEG+ZIP", "PNG+PDF", "BMP+EXE"],
)
def test_of_two_formats_in_one_file_only_the_pixels_are_left(data: bytes, name: str, gone: bytes) -> None:
    assert gone in data
    verdict = sanitize(data, name)
    assert isinstance(verdict, Disarmed)
    assert gone not in verdict.file.data


@pytest.mark.req("N80")
def test_two_formats_of_which_the_first_is_none_of_ours_are_not_handed_on() -> None:
    assert kind_of(b"%PDF-1.7\n" + packed(a_txt=b"x"), "a.zip") is Reason.NAME_DISAGREES
    assert kind_of(packed(a_txt=b"%PDF-1.7\n"), "a.pdf") is Reason.ZIP
    assert kind_of(b"MZ %PDF-1.7\n", "a.pdf") is Reason.PROGRAM
    assert kind_of(b"<html>%PDF-1.7\n", "a.pdf") is Reason.MARKUP
    assert kind_of(b"alert(1)//%PDF-1.7\n", "a.pdf") is Reason.BEGINS_OTHERWISE
    assert kind_of(b"\xef\xbb\xbf\r\n%PDF-1.7\n", "a.pdf") is Kind.PDF
    assert kind_of(written(picture(), "JPEG") + b"%PDF-1.7\n", "a.pdf") is Reason.NAME_DISAGREES
    assert kind_of(packed(a_txt=b"x") + b"MZ", "a.zip") is Reason.ZIP
    assert kind_of(b"MZ" + packed(a_txt=b"x"), "a.zip") is Reason.PROGRAM
