"""Whether a PDF that was built is what our own writer writes, byte by byte (S9). It is another piece of code than the
writer, it knows one grammar only, and whatever is not in that grammar is refused: so nothing has to be looked for.
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.people.files.sanitizing.papers.sheets import MOST_PAGES, is_letter
from yoriai.people.files.sanitizing.pixels import MOST_PIXELS, MOST_SIDE
from yoriai.people.files.sanitizing.verifying import is_proven as is_image

_NUMBER: Final = rb"-?\d{1,7}\.\d\d"
_START: Final = b"%PDF-1.7\n%\xe5\xaf\x84\xe5\x90\x88\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
_PAGES: Final = re.compile(rb"2 0 obj\n<</Type/Pages/Count (\d{1,5})/Kids\[([0-9R ]+)\]>>\nendobj\n")
_PAGE: Final = re.compile(
    rb"(\d+) 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox\[0 0 (\d{1,5}\.\d\d) (\d{1,5}\.\d\d)\]"
    rb"/Resources<</XObject<</I (\d+) 0 R>>/Font<</F (\d+) 0 R>>>>/Contents (\d+) 0 R>>\nendobj\n"
)
_WORDS: Final = re.compile(
    rb"q\n(\d{1,5}\.\d\d) 0 0 (\d{1,5}\.\d\d) 0 0 cm\n/I Do\nQ\nBT\n3 Tr\n"
    rb"(?:/F \d{1,5}\.\d\d Tf\n(?:1 0 0 1|0 -1 1 0|-1 0 0 -1|0 1 -1 0) N N Tm\n"
    rb"\[(?:<(?:[0-9A-F]{4})+>|-?\d{1,9}(?=[<\]]))*\]TJ\n)*ET\n".replace(b"N", _NUMBER)
)
_PICTURE: Final = re.compile(
    rb"(\d+) 0 obj\n<</Type/XObject/Subtype/Image/Width (\d{1,5})/Height (\d{1,5})"
    rb"/ColorSpace/Device(Gray|RGB)/BitsPerComponent 8/Filter/(?:DCTDecode|"
    rb"FlateDecode/DecodeParms<</Predictor 15/Colors ([13])/BitsPerComponent 8/Columns (\d{1,5})>>)"
    rb"/Length (\d{1,9})>>\nstream\n"
)
_STREAM: Final = re.compile(rb"(\d+) 0 obj\n<</Length (\d{1,9})>>\nstream\n")
_STREAM_END: Final = b"\nendstream\nendobj\n"
_FONT: Final = re.compile(
    rb"(\d+) 0 obj\n<</Type/Font/Subtype/Type0/BaseFont/Unseen/Encoding/Identity-H"
    rb"/DescendantFonts\[(\d+) 0 R\]/ToUnicode (\d+) 0 R>>\nendobj\n"
    rb"(\d+) 0 obj\n<</Type/Font/Subtype/CIDFontType2/BaseFont/Unseen/CIDSystemInfo"
    rb"<</Registry\(Adobe\)/Ordering\(Identity\)/Supplement 0>>"
    rb"/FontDescriptor (\d+) 0 R/DW 1000/W\[1\[(?:\d{1,5}(?:[ \n]\d{1,5})*)?\]\]/CIDToGIDMap (\d+) 0 R>>\nendobj\n"
    rb"(\d+) 0 obj\n<</Type/FontDescriptor/FontName/Unseen/Flags 4/FontBBox\[0 -120 1000 880\]/ItalicAngle 0"
    rb"/Ascent 880/Descent -120/CapHeight 880/StemV 80/FontFile2 (\d+) 0 R>>\nendobj\n"
)
_FACE: Final = re.compile(rb"(\d+) 0 obj\n<</Length1 272/Length 272>>\nstream\n")
_PACKED: Final = re.compile(rb"(\d+) 0 obj\n<</Filter/FlateDecode/Length (\d{1,9})>>\nstream\n")
_MOST_SHAPES: Final = 2 * 0x10000
_FACE_IS: Final = "f178f09311fd5b29efb6365d461f17dc3d21252258bba1294dcd26bcdeb984c3"
_MEANINGS: Final = re.compile(
    rb"/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    rb"/CIDSystemInfo<</Registry\(Adobe\)/Ordering\(UCS\)/Supplement 0>>def\n"
    rb"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"
    rb"(?:\d{1,3} beginbfchar\n(?:<[0-9A-F]{4}><(?:[0-9A-F]{4})+>\n)+endbfchar\n)*"
    rb"endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"
)
_MEANING: Final = re.compile(rb"<[0-9A-F]{4}><([0-9A-F]+)>\n")
_LETTERS_FROM: Final = b"endcodespacerange\n"
_REGISTER: Final = re.compile(rb"xref\n0 (\d+)\n0000000000 65535 f \n((?:\d{10} 00000 n \n)+)")
_END: Final = re.compile(rb"trailer\n<</Size (\d+)/Root 1 0 R>>\nstartxref\n(\d+)\n%%EOF\n")
_SOME: Final = 1024 * 1024


_LOOKS_ACTIVE: Final = re.compile(
    rb"/(?:JS|JavaScript|AA|OpenAction|Launch|EmbeddedFiles?|XFA|RichMedia|GoToR|GoToE|SubmitForm|ImportData|URI)"
)


class NotOurs(ValueError):
    """There is something in it that our writer does not write."""


@dataclass(slots=True)
class _Reader:
    """Goes from the first byte to the last, and never back."""

    data: bytes
    at: int = 0
    places: list[int] = field(default_factory=list)

    def literal(self, words: bytes) -> None:
        if not self.data.startswith(words, self.at):
            raise NotOurs
        self.at += len(words)

    def match(self, grammar: re.Pattern[bytes], end: int | None = None) -> Sequence[bytes | None]:
        found = grammar.match(self.data, self.at, len(self.data) if end is None else end)
        if found is None or (end is not None and found.end() != end):
            raise NotOurs
        self.at = found.end()
        return found.groups()

    def object(self, grammar: re.Pattern[bytes]) -> Sequence[bytes | None]:
        """One that begins here, and has the next number."""
        self.places.append(self.at)
        groups = self.match(grammar)
        self.same(groups[0], len(self.places))
        return groups

    def part(self, size: bytes | None) -> bytes:
        """So many bytes, after which a stream ends."""
        content = self.data[self.at : self.at + int(size or 0)]
        self.at += int(size or 0)
        self.literal(_STREAM_END)
        return content

    def same(self, *values: "bytes | int | None") -> None:
        """All of them say the same."""
        if len({int(value) if isinstance(value, int | bytes) else -1 for value in values}) != 1:
            raise NotOurs


def is_proven(data: bytes) -> bool:
    """Whether this is a PDF of ours: pictures of pages, and over each its letters, and nothing that acts."""
    try:
        _read(_Reader(data))
    except (NotOurs, ValueError, zlib.error):
        return False
    return _LOOKS_ACTIVE.search(data) is None


def _read(reader: _Reader) -> None:
    reader.literal(_START)
    reader.places += [reader.data.index(b"1 0 obj"), reader.at]
    count, kids = reader.match(_PAGES)
    pages = int(count or 0)
    if not 0 < pages <= MOST_PAGES or kids != b" ".join(b"%d 0 R" % (3 + 3 * each) for each in range(pages)):
        raise NotOurs
    for _ in range(pages):
        _page(reader, 3 + 3 * pages)
    _typeface(reader)
    start = reader.at
    size, rows = reader.match(_REGISTER)
    reader.same(size, len(reader.places) + 1)
    if rows != b"".join(b"%010d 00000 n \n" % place for place in reader.places):
        raise NotOurs
    size, at = reader.match(_END)
    reader.same(size, len(reader.places) + 1)
    reader.same(at, start)
    if reader.at != len(reader.data):
        raise NotOurs


def _page(reader: _Reader, common: int) -> None:
    number, across, down, picture, face, words = reader.object(_PAGE)
    own = int(number or 0)
    reader.same(picture, own + 2)
    reader.same(face, common)
    reader.same(words, own + 1)
    _, size = reader.object(_STREAM)
    end = reader.at + int(size or 0)
    if reader.match(_WORDS, end) != (across, down):
        raise NotOurs
    reader.literal(_STREAM_END)
    _picture(reader, *reader.object(_PICTURE)[1:])


def _picture(reader: _Reader, *said: bytes | None) -> None:
    width, height, colours, channels, columns, size = said
    wide, high = int(width or 0), int(height or 0)
    if not (0 < wide <= MOST_SIDE and 0 < high <= MOST_SIDE and wide * high <= MOST_PIXELS):
        raise NotOurs
    pixels = reader.part(size)
    if channels is None:
        if not is_image(Kind.JPEG, pixels):
            raise NotOurs
        return
    reader.same(channels, 3 if colours == b"RGB" else 1)
    reader.same(columns, wide)
    if _unpacked(pixels) != (wide * int(channels) + 1) * high:
        raise NotOurs


def _unpacked(content: bytes, *, only: bytes = b"") -> int:
    """How many bytes there are in it, none of which is kept. `NotOurs` where something hangs behind them, or where
    anything else is in it than `only`."""
    unpacker, count, rest = zlib.decompressobj(), 0, content
    while rest and not unpacker.eof:
        some = unpacker.decompress(rest, _SOME)
        if only and some.strip(only):
            raise NotOurs
        count += len(some)
        rest = unpacker.unconsumed_tail
    count += len(unpacker.flush())
    if not unpacker.eof or unpacker.unused_data:
        raise NotOurs
    return count


def _typeface(reader: _Reader) -> None:
    own = len(reader.places) + 1
    start = reader.at
    font, below, meanings, second, descriptor, shapes, third, face = reader.match(_FONT)
    reader.same(font, own)
    reader.same(below, second, own + 1)
    reader.same(descriptor, third, own + 2)
    reader.same(face, own + 3)
    reader.same(meanings, own + 4)
    reader.same(shapes, own + 5)
    within = reader.data[start : reader.at]
    second_at = within.index(b"endobj\n") + 7
    reader.places += [start, start + second_at, start + within.index(b"endobj\n", second_at) + 7]
    reader.object(_FACE)
    if sha256(reader.part(b"272")).hexdigest() != _FACE_IS:
        raise NotOurs
    _, size = reader.object(_STREAM)
    at = reader.at
    reader.match(_MEANINGS, at + int(size or 0))
    at = reader.data.index(_LETTERS_FROM, at)
    for sign in _MEANING.findall(reader.data, at, reader.at):
        if not all(is_letter(ord(letter)) for letter in bytes.fromhex(sign.decode()).decode("utf-16-be")):
            raise NotOurs
    reader.literal(_STREAM_END)
    _, size = reader.object(_PACKED)
    if _unpacked(shapes_of := reader.part(size), only=b"\0") > _MOST_SHAPES or len(shapes_of) > _SOME:
        raise NotOurs
