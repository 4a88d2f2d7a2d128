"""Files that mean harm, by the classes of trust.md: whatever becomes of them, what they carry reaches nobody."""

import io
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from random import Random
from typing import Final

from tests.people.files.corpus.samples import CANARY, Sample, photo
from tests.people.files.sanitizing.corpus import (
    ENDINGS,
    HEIC,
    bomb,
    drawn_over,
    gif_of,
    moving,
    pages,
    png_of,
    telling,
    written,
)
from tests.people.files.sanitizing.papers import agenda, page
from tests.people.files.sanitizing.test_hostile_papers import ACTS

FORMULAS: Final = (
    *("=cmd|'/C calc'!A0", "+cmd|'/C calc'!A0", "-cmd|'/C calc'!A0", "@SUM(1+1)*cmd|'/C calc'!A0", "\t=1+1"),
    *(
        ' =HYPERLINK("http://x.invalid")',
        '　=WEBSERVICE("http://x.invalid")',
        "＝1+1",
        "＋a",
        "－a",
        "＠SUM(1)",
    ),
    *("\ufeff=1+1", "\u200b=1+1", "=1+1;=2+2", "a;=1+1", "a\t=1+1", "﹦1+1", "\x0b=1+1", "\u202e=1+1"),
)


def hostile() -> list[Sample]:
    """All of them."""
    made = [
        *_carriers(),
        *_broken(),
        *_polyglots(),
        *_bombs(),
        *_liars(),
        *_disguised(),
        *_texts(),
        *_tables(),
    ]
    return [*made, *_papers()]


def zipped(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("_", "."), content)
    return made.getvalue()


def _carriers() -> Iterator[Sample]:
    """Something hangs behind the pixels, or lies beside them."""
    behind: Mapping[str, bytes] = {
        "an archive": zipped(evil_exe=b"MZ" + CANARY),
        "a page": b"<html><script>" + CANARY + b"</script></html>",
        "a program": b"MZ\x90\0" + CANARY * 50,
    }
    for form, ending in ENDINGS.items():
        yield Sample(f"写真.{ending}", "words in every place for words", lambda f=form: telling(f) + CANARY)
        for about, what in behind.items():
            yield Sample(
                f"写真.{ending}", f"{about} behind it", lambda f=form, w=what: written(photo(), f) + w
            )
    yield Sample("写真.heic", "an archive behind it", lambda: HEIC + behind["an archive"])
    yield Sample("写真.heic", "a box of its own", lambda: HEIC + _box(b"evil", CANARY))
    yield Sample("写真.heic", "a free box", lambda: HEIC + _box(b"free", CANARY))


def _box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + name + content


def _broken() -> Iterator[Sample]:
    for form, ending in ENDINGS.items():
        yield Sample(f"写真.{ending}", "cut off", lambda f=form: telling(f)[: len(telling(f)) // 3])
        for seed in range(3):
            yield Sample(f"写真.{ending}", f"changed {seed}", partial(_changed, form, seed))
    yield Sample("写真.heic", "cut off", lambda: HEIC[: len(HEIC) // 3])
    for seed in range(3):
        yield Sample("写真.heic", f"changed {seed}", partial(_changed, "HEIF", seed))


def _changed(form: str, seed: int) -> bytes:
    dice = Random(f"{form} {seed}")
    made = bytearray(HEIC if form == "HEIF" else telling(form))
    for _ in range(20):
        made[dice.randrange(16, len(made))] = dice.randrange(256)
    return bytes(made)


def _polyglots() -> Iterator[Sample]:
    made: Mapping[str, Callable[[], bytes]] = {
        "写真.gif": lambda: written(photo(), "GIF", comment=b"*/=1;" + CANARY + b"//"),
        "写真.jpg": lambda: written(photo(), "JPEG", comment=b"<script>" + CANARY + b"</script>"),
        "写真.png": lambda: png_of(9, 1, (b"tEXt", b"x\0<?php " + CANARY + b" ?>")),
        "写真.bmp": lambda: written(photo(), "BMP") + zipped(evil_exe=CANARY),
        "案.pdf": lambda: b"%PDF-1.7\n" + zipped(evil_exe=CANARY),
        "一式.zip": lambda: b"MZ" + zipped(evil_exe=CANARY),
        "写真.webp": lambda: b"<svg/>" + written(photo(), "WEBP"),
        "写真.tif": lambda: b"II*\0" + b"%PDF-1.7 " + CANARY,
    }
    for name, make in made.items():
        yield Sample(name, "two formats in one", make)


def _bombs() -> Iterator[Sample]:
    made: tuple[tuple[str, str, Callable[[], bytes]], ...] = (
        ("a.png", "50,000 pixels each way", lambda: png_of(50_000, 50_000)),
        ("a.png", "wider than any", lambda: png_of(10_001, 1)),
        ("a.png", "a profile of 100 MB", lambda: png_of(9, 9, (b"iCCP", b"x\0\0" + bomb(100)))),
        ("a.png", "words of 100 MB", lambda: png_of(9, 9, (b"zTXt", b"x\0\0" + bomb(100)))),
        ("a.png", "millions of parts", lambda: png_of(9, 9, (b"abCd", b""), 1_000_000)),
        ("a.gif", "100,000 frames", lambda: gif_of(100_000)),
        ("a.gif", "millions of notes", lambda: gif_of(1)[:-1] + b"!\xfe\0" * 5_000_000),
        ("a.webp", "601 frames", lambda: moving("WEBP", 601, (1, 1))),
        ("a.jpg", "drawn a thousand times", lambda: drawn_over(1_000)),
        ("a.tif", "100,000 pages", lambda: pages(100_000)),
        ("a.txt", "more than a file may be", lambda: b"a" * (50 * 2**20 + 1)),
    )
    for name, about, make in made:
        yield Sample(name, f"a bomb: {about}", make)


def _liars() -> Iterator[Sample]:
    """Sizes that are not so."""
    bitmap, gif, tiff = (written(photo(), form) for form in ("BMP", "GIF", "TIFF"))
    yield Sample("a.bmp", "lies: its width", lambda: bitmap[:18] + struct.pack("<i", 9_999) + bitmap[22:])
    yield Sample(
        "a.bmp", "lies: a negative height", lambda: bitmap[:22] + struct.pack("<i", -9_999) + bitmap[26:]
    )
    yield Sample(
        "a.bmp", "lies: where its pixels are", lambda: bitmap[:10] + struct.pack("<I", 2**31) + bitmap[14:]
    )
    yield Sample("a.bmp", "lies: its bits", lambda: bitmap[:28] + struct.pack("<H", 77) + bitmap[30:])
    yield Sample("a.gif", "lies: its canvas", lambda: gif[:6] + struct.pack("<HH", 65_535, 65_535) + gif[10:])
    yield Sample(
        "a.tif", "lies: where its pages are", lambda: tiff[:4] + struct.pack("<I", 2**32 - 4) + tiff[8:]
    )
    yield Sample("a.webp", "lies: its length", lambda: b"RIFF\xff\xff\xff\x7f" + written(photo(), "WEBP")[8:])
    yield Sample(
        "a.png", "lies: a part of 2 GB", lambda: png_of(9, 9)[:33] + b"\x7f\xff\xff\xffIDAT" + CANARY
    )
    yield Sample("a.heic", "lies: a box without end", lambda: HEIC[:28] + b"\0\0\0\0meta" + HEIC[36:])


def _disguised() -> Iterator[Sample]:
    made: Mapping[str, bytes] = {
        "写真.jpg": b"MZ\x90\0" + CANARY,
        "写真.png": b"<svg xmlns='http://www.w3.org/2000/svg'><script>" + CANARY + b"</script></svg>",
        "写真.heic": b"%PDF-1.7\n" + CANARY,
        "図.png": b"push graphic-context\nimage over 0,0 0,0 'msl:/etc/passwd'\n" + CANARY,
        "図.jpg": b"%!PS\n(" + CANARY + b") run\n",
        "動画.jpg": b"#EXTM3U\n#EXTINF:1,\nconcat:file:///etc/passwd\n" + CANARY,
        "写真.jpeg": b"\0\0\0\x18ftypmp42" + CANARY,
        "memo.txt": b"L\0\0\0\x01\x14\x02\0" + CANARY,
        "link.txt": b"[InternetShortcut]\r\nURL=file://x.invalid/" + CANARY,
        "表.csv": b'ID;PWXL;N;E\r\nC;X1;Y1;EEXEC("calc")\r\n' + CANARY,
        "問.csv": b"WEB\r\n1\r\nhttp://x.invalid/" + CANARY,
        "頁.txt": b"<hta:application><script>" + CANARY + b"</script>",
        "頁.md": f"<!DOCTYPE html><script>{CANARY.decode()}</script>".encode("utf-16"),
        "文書.txt": b"{\\rtf1{\\object\\objupdate " + CANARY + b"}}",
        "文書.png": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + CANARY,
        "一式.png": b"7z\xbc\xaf\x27\x1c" + CANARY,
        "盤.bmp": b"\0" * 32769 + b"CD001" + CANARY,
        "写真.png.exe": b"\x89PNG\r\n\x1a\n" + CANARY,
        "手順.txt": b"#!/bin/sh\n" + CANARY,
        "登録.txt": "Windows Registry Editor Version 5.00\r\n".encode("utf-16") + CANARY,
    }
    for name, data in made.items():
        yield Sample(name, "disguised", lambda data=data: data)


def _texts() -> Iterator[Sample]:
    body = "議事の本文です。" * 200
    made: Mapping[str, bytes] = {
        "steers a terminal": f"{body}\x1b]0;x\x07\x1b[2J\x9b".encode(),
        "turned letters": f"{body}\u202e\u2066txt.exe\u2069\u200f\u061c".encode(),
        "unseen letters": f"{body}\u200b\u2060\ufeff\U000e0041\U000e007f\ufff9".encode(),
        "zeros": b"words\0" + CANARY,
        "mostly controls": bytes(range(1, 32)) * 50,
        "halves": "ok".encode("utf-16") + b"\x00\xd8" * 40,
        "no characters": f"{body}\ufdd0\uffff".encode(),
        "a cut letter": body.encode()[:-1],
        "lines of another kind": f"{body}\x0b\x0c\x85\u2028\u2029x".encode(),
    }
    for about, data in made.items():
        yield Sample("memo.txt", about, lambda data=data: data)


def _tables() -> Iterator[Sample]:
    for formula in FORMULAS:
        cell = formula.replace('"', '""')
        yield Sample("表.csv", f"a formula: {formula!r}", lambda c=cell: f'名,値\r\n甲,"{c}"\r\n'.encode())
    others: Mapping[str, bytes] = {
        "a.tsv": b"a\tb\r\nx,=cmd|'/C calc'!A0\ty\r\n",
        "b.csv": b"sep=;\r\na;=cmd|'/C calc'!A0\r\n",
        "c.csv": b"sep=|\r\nsep=;\r\na|=1+1|b\r\n",
        "d.csv": "\ufeff\ufeff=1+1,b\r\n".encode(),
        "e.csv": "甲,＝1+1\r\n".encode("cp932"),
        "f.csv": b'"a"=1,=2,"=3\r\n',
        "g.csv": b"a\r=1+1\rb\r",
    }
    yield Sample("h.csv", "a row of millions", lambda: b"," * 2_000_000)
    for name, data in others.items():
        yield Sample(name, "a formula, by another way of splitting", lambda data=data: data)


def _papers() -> Iterator[Sample]:
    for act, data in ACTS.items():
        yield Sample("案.pdf", f"acts: {act}", lambda data=data: data.replace(b"HOST", b"host.invalid"))
    yield Sample("案.pdf", "cut off", lambda: agenda()[: len(agenda()) // 3])
    yield Sample("案.pdf", "an archive behind it", lambda: page() + zipped(evil_exe=CANARY))
