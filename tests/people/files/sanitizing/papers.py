"""PDFs as offices and strangers send them, made here: clean ones by a typesetter, the others byte by byte."""

import io
import struct
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pypdfium2
import typst
from PIL import Image, ImageChops, ImageMath, TiffImagePlugin

from tests.people.files.sanitizing.corpus import written

FACES = Path("web/dist/paper")
"""The typefaces for paper, as the built web client has them."""
A4 = b"/MediaBox[0 0 595 842]"
HELLO = b"BT /F 24 Tf 72 700 Td (Hello world) Tj ET"
LATIN = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"

AGENDA = """
#set page(width: 210mm, height: 297mm)
#set text(font: "BIZ UDPGothic", size: 10.5pt, lang: "ja")
= 議案第一号　葛\U000e0100城市の﨑山・髙橋・𠮷田
令和八年度の当番表です。ABC office 123-4567、㈱寄合、①～③。外字は\ue000、異体字は辻\U000e0101です。
#text(fill: red)[至急] #underline[下線] *太字* $x^2 + y^2$
#table(columns: 3, [課], [氏名], [金額], [福祉課], [佐藤 花子], [1,234,000], [道路課], [鈴木 一郎], [56])
#for number in range(30) [ #(number + 1). 会議室の予約は前日の午後五時までに行ってください。 \\ ]
#pagebreak(weak: true)
#set page(flipped: true)
#rotate(90deg, reflow: true)[回った文字]
二ページ目の本文です。
"""


@cache
def agenda(words: str = AGENDA) -> bytes:
    """A paper of an office, in our own typeface; of no day, so that it is the same on every one."""
    faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FACES)])
    made = typst.compile(f"#set document(date: none)\n{words}".encode(), font_paths=faces, format="pdf")
    assert isinstance(made, bytes)
    return made


def pdf_of(objects: Sequence[bytes], trailer: bytes = b"", head: bytes = b"%PDF-1.7\n") -> bytes:
    """A PDF of these objects, numbered from 1, of which the first is its catalogue."""
    made, places = bytearray(head), list[int]()
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    size, start = len(objects) + 1, len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n" % (size, rows)
    return bytes(made + b"<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start))


def stream(words: bytes, content: bytes) -> bytes:
    """An object that is a stream."""
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (words, len(content), content)


def page(
    content: bytes = HELLO,
    page: bytes = A4,
    *others: bytes,
    catalog: bytes = b"",
    font: bytes = LATIN,
    resources: bytes = b"",
    trailer: bytes = b"",
) -> bytes:
    """A PDF of one page: object 3 is the page, 4 its content, 5 its typeface `F`, and from 6 on the others."""
    return pdf_of(
        [
            b"<</Type/Catalog/Pages 2 0 R%b>>" % catalog,
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%b>>%b>>"
            % (resources, page),
            stream(b"", content),
            font,
            *others,
        ],
        trailer,
    )


def unembedded(cmap: bytes) -> bytes:
    """A Japanese typeface that every Windows has, so that nobody embeds it."""
    return (
        b"<</Type/Font/Subtype/Type0/BaseFont/MS-Mincho/Encoding/%b/DescendantFonts[<</Type/Font"
        b"/Subtype/CIDFontType2/BaseFont/MS-Mincho/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 6>>"
        b"/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/MS-Mincho/Flags 4/FontBBox[0 -137 1000 859]"
        b"/Ascent 859/Descent -137/ItalicAngle 0/StemV 80/CapHeight 700>>>>]>>" % cmap
    )


def shown(words: str) -> bytes:
    """Words as a content shows them in such a typeface."""
    return b"BT /F 24 Tf 300 700 Td <%b> Tj ET" % words.encode("utf-16-be").hex().encode()


def scan(image: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    """A page that is one picture, as copiers and telefaxes make them."""
    unpacks, content = _packed(image, form, options)
    words = b"/Type/XObject/Subtype/Image/Width %d/Height %d%b" % (*image.size, unpacks)
    return page(b"595 0 0 842 0 0 cm /X Do", A4, stream(words, content), resources=b"/XObject<</X 6 0 R>>")


def _packed(image: Image.Image, form: str, options: Mapping[str, object]) -> tuple[bytes, bytes]:
    if form in ("JPEG", "JPEG2000"):
        colours = b"/BitsPerComponent 8/ColorSpace/Device%b" % (b"RGB" if image.mode == "RGB" else b"Gray")
        unpacks = b"/Filter/DCTDecode" if form == "JPEG" else b"/Filter/JPXDecode"
        return colours + unpacks, written(image, form, **options)
    lines = _as_a_fax(image)
    if form == "fax":
        how = b"/K -1/Columns %d/Rows %d/BlackIs1 false" % image.size
        return (
            b"/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode/DecodeParms<<%b>>" % how,
            lines,
        )
    region = struct.pack(">4I", *image.size, 0, 0) + b"\0\1" + lines
    parts = struct.pack(">IBBBI", 0, 48, 0, 1, 19) + struct.pack(">4IBH", *image.size, 0, 0, 0, 0)
    parts += struct.pack(">IBBBI", 1, 38, 0, 1, len(region)) + region
    return b"/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode", parts


def _as_a_fax(image: Image.Image) -> bytes:
    """Black and white, packed as telefaxes do (T.6), which JBIG2 has as well."""
    inverse, strip = ImageChops.invert(image.convert("1")), {278: image.height}
    data = written(inverse, "TIFF", compression="group4", tiffinfo=strip)
    read = image_in(data)
    assert isinstance(read, TiffImagePlugin.TiffImageFile)
    (start,), (size,) = read.tag_v2[273], read.tag_v2[279]
    return data[start : start + size]


def words_of(pdf: bytes) -> list[str]:
    """The letters of each page, as a reader copies them, without what stands between them."""
    pages = pypdfium2.PdfDocument(pdf)
    return ["".join(each.get_textpage().get_text_bounded().split()) for each in pages]


def drawn(pdf: bytes, number: int, size: tuple[int, int]) -> Image.Image:
    """A page as another renders it, in this size."""
    opened = pypdfium2.PdfDocument(pdf)
    opened.init_forms()
    image = opened[number].render(scale=size[0] / opened[number].get_size()[0]).to_pil()
    return image.convert("RGB").resize(size)


def likeness(one: Image.Image, other: Image.Image) -> float:
    """SSIM over squares of eight pixels: 1 for the same image."""
    a, b = one.convert("L").convert("F"), other.convert("L").convert("F")
    squares = {
        "a": a.reduce(8),
        "b": b.reduce(8),
        "aa": _times(a, a).reduce(8),
        "bb": _times(b, b).reduce(8),
        "ab": _times(a, b).reduce(8),
    }
    alike = ImageMath.lambda_eval(_alike, **squares)
    value = alike.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(value, float)
    return value


def _times(one: Image.Image, other: Image.Image) -> Image.Image:
    return ImageMath.lambda_eval(lambda given: given["one"] * given["other"], one=one, other=other)


def _alike(given):
    a, b = given["a"], given["b"]
    varied, varies, together = given["aa"] - a * a, given["bb"] - b * b, given["ab"] - a * b
    small, large = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    return ((a * b * 2 + small) * (together * 2 + large)) / (
        (a * a + b * b + small) * (varied + varies + large)
    )


def image_in(data: bytes) -> Image.Image:
    """An image that was read."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image
