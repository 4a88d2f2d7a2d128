"""A PDF as we write it: for each page one picture and, unseen over it, its letters. There is nothing else in it.

Its objects stand in one order, and are numbered in it: the catalogue, the pages, of each page itself, its letters and its
picture, and at the end the one typeface. Whoever proves it knows this grammar by heart (`verifying.py`).
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from yoriai.people.files.sanitizing.papers.face import ASCENT, DESCENT, EM, face
from yoriai.people.files.sanitizing.papers.lines import Line, Sign
from yoriai.people.files.sanitizing.papers.sheets import DOWN, LEFT, RIGHT, Sheet

_HEAD: Final = b"%PDF-1.7\n%\xe5\xaf\x84\xe5\x90\x88\n"
_COLOURS: Final = {1: "/DeviceGray", 3: "/DeviceRGB"}
_MOST_GLYPHS: Final = 0xFFFF
"""That have a number in the typeface. A PDF with more of them is searched without the others."""
_CLOSE: Final = 2
"""Thousandths of a letter that are not worth a number."""
_STEP: Final = 20
_WIDEST: Final = 10_000
_BASE: Final = ASCENT / (ASCENT - DESCENT)
_MATRIX: Final = {RIGHT: "1 0 0 1", DOWN: "0 -1 1 0", LEFT: "-1 0 0 -1"}


@dataclass(frozen=True, slots=True)
class Picture:
    """The pixels of a page, packed."""

    filter: str
    """With what a reader needs to unpack it, as PDF says it."""
    data: bytes


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A sign as wide as it is seen: so a reader tells letters of a word from words."""

    text: str
    width: int
    """In thousandths of its size."""


@dataclass(slots=True)
class _Glyphs:
    """Those of a document, numbered as they come."""

    numbers: dict[_Glyph, int] = field(default_factory=dict)

    def number(self, glyph: _Glyph) -> int:
        """Of this one; 0, which means nothing, where there are no numbers left."""
        if glyph not in self.numbers and len(self.numbers) >= _MOST_GLYPHS:
            return 0
        return self.numbers.setdefault(glyph, len(self.numbers) + 1)


@dataclass(frozen=True, slots=True)
class _Setting:
    """With what letters are set, and how many of them at a stretch."""

    glyphs: _Glyphs
    stretch: int


class Writer:
    """Writes page by page, and at the end what they have in common. Long rows of letters are parted every so many, by
    the grain that it is given: so that of a paper of ours that comes back no long run of bytes is the same (R2)."""

    def __init__(self, to: BinaryIO, pages: int, grain: int) -> None:
        self._to, self._pages, self._grain = to, pages, grain
        self._glyphs, self._places, self._at = _Glyphs(), list[int](), 0
        self._put(_HEAD)
        self._object("<</Type/Catalog/Pages 2 0 R>>")
        kids = " ".join(f"{3 + 3 * number} 0 R" for number in range(pages))
        self._object(f"<</Type/Pages/Count {pages}/Kids[{kids}]>>")

    @property
    def size(self) -> int:
        """How many bytes were written."""
        return self._at

    def page(self, sheet: Sheet, lines: Sequence[Line], picture: Picture) -> None:
        """The next page."""
        own, common = len(self._places) + 1, 3 + 3 * self._pages
        across, down = _points(sheet.across), _points(sheet.down)
        self._object(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {across} {down}]/Resources<</XObject<</I {own + 2} 0 R>>"
            f"/Font<</F {common} 0 R>>>>/Contents {own + 1} 0 R>>"
        )
        words = "".join(_written(lines, sheet, _Setting(self._glyphs, 24 + self._grain % 97)))
        self._stream("", f"q\n{across} 0 0 {down} 0 0 cm\n/I Do\nQ\nBT\n3 Tr\n{words}ET\n".encode())
        self._stream(
            f"/Type/XObject/Subtype/Image/Width {sheet.width}/Height {sheet.height}"
            f"/ColorSpace{_COLOURS[sheet.channels]}/BitsPerComponent 8{picture.filter}",
            picture.data,
        )

    def end(self) -> None:
        """What all pages have in common, and where everything stands."""
        own = len(self._places) + 1
        widths = _parted([str(glyph.width) for glyph in self._glyphs.numbers], 24 + self._grain % 97)
        self._object(
            f"<</Type/Font/Subtype/Type0/BaseFont/Unseen/Encoding/Identity-H"
            f"/DescendantFonts[{own + 1} 0 R]/ToUnicode {own + 4} 0 R>>"
        )
        self._object(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Unseen/CIDSystemInfo"
            "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {own + 2} 0 R/DW {EM}/W[1[{widths}]]/CIDToGIDMap {own + 5} 0 R>>"
        )
        self._object(
            f"<</Type/FontDescriptor/FontName/Unseen/Flags 4/FontBBox[0 {DESCENT} {EM} {ASCENT}]/ItalicAngle 0"
            f"/Ascent {ASCENT}/Descent {DESCENT}/CapHeight {ASCENT}/StemV 80/FontFile2 {own + 3} 0 R>>"
        )
        shown = face()
        self._stream(f"/Length1 {len(shown)}", shown)
        self._stream("", "".join(_meanings(self._glyphs.numbers, 50 + self._grain % 50)).encode())
        self._stream("/Filter/FlateDecode", zlib.compress(bytes(2 * len(self._glyphs.numbers) + 2)))
        self._register()

    def _register(self) -> None:
        start, count = self._at, len(self._places) + 1
        rows = "".join(f"{place:010} 00000 n \n" for place in self._places)
        self._put(f"xref\n0 {count}\n0000000000 65535 f \n{rows}".encode())
        self._put(f"trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode())

    def _object(self, words: str) -> None:
        self._places.append(self._at)
        self._put(f"{len(self._places)} 0 obj\n{words}\nendobj\n".encode())

    def _stream(self, words: str, content: bytes) -> None:
        self._places.append(self._at)
        self._put(f"{len(self._places)} 0 obj\n<<{words}/Length {len(content)}>>\nstream\n".encode())
        self._put(content)
        self._put(b"\nendstream\nendobj\n")

    def _put(self, content: bytes) -> None:
        self._to.write(content)
        self._at += len(content)


def _written(lines: Sequence[Line], sheet: Sheet, setting: _Setting) -> Iterator[str]:
    right, up = sheet.across / (sheet.width * 1000), sheet.down / (sheet.height * 1000)
    for line in lines:
        first, size = line.signs[0], max(sign.size for sign in line.signs)
        x, y = _foot(first)
        unit = up if first.turn in (RIGHT, LEFT) else right
        matrix = _MATRIX.get(first.turn, "0 1 -1 0")
        yield f"/F {_number(size * unit)} Tf\n{matrix} {_number(x * right)} {_number(sheet.down / 100 - y * up)} Tm\n"
        stretch = 1 if first.turn in (RIGHT, LEFT) else up / right
        yield f"[{''.join(_shown(line.signs, size, setting, (right / up) * stretch))}]TJ\n"


def _foot(sign: Sign) -> tuple[float, float]:
    """Where a letter stands on its line."""
    match sign.turn:
        case 0:
            return sign.left, sign.top + sign.height * _BASE
        case 1:
            return sign.left + sign.width * (1 - _BASE), sign.top
        case 2:
            return sign.left + sign.width, sign.top + sign.height * (1 - _BASE)
        case _:
            return sign.left + sign.width * _BASE, sign.top + sign.height


def _shown(signs: Sequence[Sign], size: int, setting: _Setting, stretch: float) -> Iterator[str]:
    """Each sign by its number, and by how much the next one stands nearer than it reaches."""
    kept = ""
    for sign, following in zip(signs, [*signs[1:], None], strict=True):
        step = sign.along if following is None else following.start[0] - sign.start[0]
        thousandths = round(EM * step * stretch / size)
        reaches = thousandths if sign.text == " " else EM * sign.along * stretch / size
        glyph = _Glyph(sign.text, min(max(0, round(reaches / _STEP) * _STEP), _WIDEST))
        number = setting.glyphs.number(glyph)
        kept += f"{number:04X}"
        less = (glyph.width if number else EM) - thousandths
        if following is not None and abs(less) > _CLOSE:
            yield f"<{kept}>{less}"
            kept = ""
        elif len(kept) >= 4 * setting.stretch:
            yield f"<{kept}>"
            kept = ""
    if kept:
        yield f"<{kept}>"


def _meanings(numbers: Mapping[_Glyph, int], at_once: int) -> Iterator[str]:
    yield (
        "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
        "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"
    )
    rows = [f"<{number:04X}><{_hex(glyph.text)}>\n" for glyph, number in numbers.items()]
    for start in range(0, len(rows), at_once):
        some = rows[start : start + at_once]
        yield f"{len(some)} beginbfchar\n{''.join(some)}endbfchar\n"
    yield "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"


def _parted(words: Sequence[str], stretch: int) -> str:
    return "\n".join(" ".join(words[at : at + stretch]) for at in range(0, len(words), stretch))


def _hex(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def _points(hundredths: int) -> str:
    return _number(hundredths / 100)


def _number(value: float) -> str:
    return f"{value:.2f}"
