"""Honest files as an office gets them: every one should be delivered, looking and reading as before."""

import io
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from PIL import Image

from tests.people.files.corpus.samples import CANARY, LINES, Sample, form, photo, scan, screen
from tests.people.files.sanitizing.corpus import HEIC, moving, srgb, telling_exif, written
from tests.people.files.sanitizing.papers import agenda, page
from tests.people.files.sanitizing.papers import scan as scanned
from tests.people.files.sanitizing.test_images import wide_profile

Maker = Callable[[], Image.Image]

_UPRIGHT: Final[Mapping[int, Image.Transpose | None]] = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
WORDS: Final = "\n".join(LINES) + "\n葛\U000e0100城市と葛\U000e0101飾区、辻\U000e0100、𠮟る、𩸽\n"
GAIJI: Final = "外字\ue000と\ue757、㈱①～―∥－￢纊髙﨑\n"
MARKDOWN: Final = (
    "# 議事録\n\n- 開会 9:30\n- **報告**　`=SUM(A1)` の列\n\n| 名 | 数 |\n|---|---|\n| 甲 | -5 |\n"
)
TABLE: Final = '番号,氏名,電話,金額,備考\r\n001,髙橋,03-1234-5678,-1200,"二行の\n備考"\r\n002,﨑山,090-0000-0000,"1,234,567",①済\r\n'


def images(*, large: bool) -> Iterator[Sample]:
    """Large scans and photographs take seconds each."""
    yield from _photographs()
    yield from _scans()
    yield from _screens()
    yield from _moving()
    if large:
        yield from _large()


def _photographs() -> Iterator[Sample]:
    for orientation, turn in _UPRIGHT.items():
        exif = telling_exif(orientation)
        yield Sample(
            f"IMG_000{orientation}.JPG",
            f"a phone held in way {orientation}, with its place",
            lambda exif=exif: written(photo(), "JPEG", quality=92, exif=exif, comment=CANARY),
            lambda turn=turn: photo() if turn is None else photo().transpose(turn),
        )
    ways: Mapping[str, Mapping[str, object]] = {
        "progressive": {"progressive": True},
        "in all its colours": {"subsampling": "4:4:4", "quality": 98},
        "of poor quality": {"quality": 60},
        "with a profile": {"icc_profile": srgb() + CANARY},
        "for a long time in the mail": {"quality": 75, "xmp": b"<x>" + CANARY + b"</x>"},
    }
    for about, options in ways.items():
        yield _image("写真.jpeg", about, photo, "JPEG", {"quality": 90, **options})
    yield _image("写真.jpg", "for a printer", lambda: photo().convert("CMYK"), "JPEG", {"quality": 90})
    yield _image("写真.webp", "of a web page", photo, "WEBP", {"quality": 90, "exif": telling_exif()})
    yield _image("写真.webp", "without loss", photo, "WEBP", {"lossless": True})
    for name in ("IMG_0100.HEIC", "電話の写真.heif"):
        yield Sample(name, "of a phone, with its place", lambda: HEIC, None)
    yield Sample(
        "広い色.jpg", "in wider colours", lambda: written(photo(), "JPEG", icc_profile=wide_profile()), None
    )


def _scans() -> Iterator[Sample]:
    for ending, kind in (("jpg", "JPEG"), ("png", "PNG"), ("tif", "TIFF"), ("bmp", "BMP"), ("webp", "WEBP")):
        yield _image(f"申請書.{ending}", "a scan", scan, kind, {"dpi": (150, 150)} if kind != "WEBP" else {})
        yield _image(f"様式.{ending}", "a form", form, kind, {"quality": 95} if kind == "JPEG" else {})
    for packing in ("group4", "tiff_lzw", "packbits", "tiff_adobe_deflate"):
        mode = "1" if packing == "group4" else "L"
        yield _image(
            "受付.tiff",
            f"by {packing}",
            lambda mode=mode: form().convert(mode),
            "TIFF",
            {"compression": packing},
        )
    for mode, ending, kind in (
        ("1", "png", "PNG"),
        ("1", "bmp", "BMP"),
        ("P", "bmp", "BMP"),
        ("L", "jpe", "JPEG"),
    ):
        yield _image(f"様式.{ending}", f"in {mode}", lambda mode=mode: form().convert(mode), kind, {})


def _screens() -> Iterator[Sample]:
    yield _image("画面.png", "of a screen", screen, "PNG", {})
    yield _image("画面.png", "in few colours", lambda: screen().quantize(64), "PNG", {})
    yield _image("画面.png", "seen through", _seen_through, "PNG", {})
    yield _image("画面.webp", "of a screen", screen, "WEBP", {"lossless": True})
    yield _image("画面.gif", "of a screen", lambda: screen().quantize(128), "GIF", {"comment": CANARY})
    yield Sample("計器.png", "of sixteen bits", _of_sixteen_bits, scan)
    yield _image("灰色.png", "grey, seen through", lambda: scan().convert("LA"), "PNG", {})


def _moving() -> Iterator[Sample]:
    for kind, ending in (("GIF", "gif"), ("WEBP", "webp")):
        for frames in (2, 12):
            yield Sample(
                f"案内.{ending}", f"{frames} frames", lambda k=kind, n=frames: moving(k, n, (120, 80)), None
            )


def _large() -> Iterator[Sample]:
    yield _image("図面.png", "A3 at 300 dpi", lambda: scan(4961, 3508), "PNG", {})
    yield _image("図面.jpg", "A3 at 300 dpi", lambda: scan(4961, 3508), "JPEG", {"quality": 85})
    yield _image(
        "図面.tif", "A3 at 300 dpi", lambda: form(4961, 3508).convert("1"), "TIFF", {"compression": "group4"}
    )
    yield _image("IMG_9000.jpg", "of a phone", lambda: photo(4000, 3000), "JPEG", {"quality": 92})
    yield _image("画面.png", "of a large screen", lambda: screen(3840, 2160), "PNG", {})


def texts() -> Iterator[Sample]:
    """In every encoding of an office."""
    for name, about, words, encoding in (
        ("議事録.txt", "of today", WORDS, "utf-8"),
        ("議事録.txt", "with a mark", WORDS, "utf-8-sig"),
        ("議事録.txt", "of a notepad", WORDS, "utf-16"),
        ("外字.txt", "of old Windows", GAIJI, "cp932"),
        ("外字.txt", "with letters of its own", GAIJI, "utf-8"),
        ("議事録.md", "marked", MARKDOWN, "utf-8"),
        ("操作.log", "a log", "2026-11-27 09:00:01 INFO 開始\r\n" * 200, "cp932"),
        ("長い.txt", "one long line", "寄合" * 20_000 + "\n", "utf-8"),
        ("絵文字.txt", "signs of several parts", "避難所👨‍👩‍👧‍👦🏫🇯🇵 ﾊﾝｶｸｶﾅ ｶﾞ\n", "utf-8"),
        ("空行.text", "with empty lines", "一\n\n\n二\n", "utf-8"),
        ("名簿.csv", "of today", TABLE, "utf-8-sig"),
        ("名簿.csv", "of old Excel", TABLE, "cp932"),
        ("名簿.csv", "of Unix", TABLE.replace("\r\n", "\n"), "utf-8"),
        ("名簿.tsv", "with tabs", TABLE.replace(",", "\t").replace('"1\t234\t567"', "1234567"), "utf-8"),
        ("収支.csv", "numbers", "月,差\r\n4,-12.5%\r\n5,\"+1,000\"\r\n6,-0.5\r\n", "cp932"),
        ("外字.csv", "with letters of its own", f"字,読\r\n{GAIJI.strip()},が\r\n葛\U000e0100,か\r\n", "utf-8-sig"),
        ("大.csv", "long", "番号,氏名\r\n" + "".join(f"{n},髙橋{n}\r\n" for n in range(5_000)), "cp932"),
    ):  # fmt: skip
        yield Sample(name, about, lambda words=words, encoding=encoding: words.encode(encoding), None, words)


def paper() -> Iterator[Sample]:
    """PDFs of a typesetter and of a copier."""
    yield Sample("議案.pdf", "of an office", agenda)
    yield Sample("通知.pdf", "of a few words", lambda: agenda("= 通知\n髙橋 様　①会議は十時からです。"))
    yield Sample("様式.pdf", "of another program", page)
    yield Sample("複写.pdf", "of a copier", lambda: scanned(scan(1240, 1754), quality=80))
    yield Sample("複写.pdf", "of a copier in colours", lambda: scanned(photo(800, 600), quality=85))


def clean(*, large: bool) -> list[Sample]:
    """All of them."""
    return [*images(large=large), *texts(), *paper()]


def _image(name: str, about: str, looks: Maker, kind: str, options: Mapping[str, object]) -> Sample:
    def make() -> bytes:
        return written(looks(), kind, **options)

    # What a lossy form has lost before is nobody's fault here.
    return Sample(name, about, make, lambda: opened(make()))


def _seen_through() -> Image.Image:
    made = screen().convert("RGBA")
    made.putalpha(Image.linear_gradient("L").resize(made.size))
    return made


def _of_sixteen_bits() -> bytes:
    return written(scan().convert("I").point(_wider).convert("I;16"), "PNG")


def _wider(value: float) -> float:
    return value * 257


def opened(data: bytes) -> Image.Image:
    """An image, decoded by the test and nobody else."""
    made = Image.open(io.BytesIO(data))
    made.load()
    return made
