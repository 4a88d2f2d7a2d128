"""What a file of the corpus is: how it is made, what is hidden in it, and what a reader should get of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from tests.people.files.sanitizing.corpus import picture
from tools.places import ROOT

FACE: Final = ROOT / "web" / "dist" / "paper" / "BIZUDPGothic-Regular.ttf"
CANARY: Final = b"canary of the corpus 6f1d"
"""Stands in every file in all the places that a reader does not see; in an output it would be original bytes."""

LINES: Final = (
    "住民票の写し等交付申請書（窓口用）",
    "令和八年十一月二十七日　合成市長　殿",
    "住所　合成県合成市寄合町一丁目２番３号",
    "氏名　髙橋　﨑子　　生年月日　昭和50年4月1日",
    "請求の理由　年金の手続のため。①本人 ②同じ世帯の人",
)


@dataclass(frozen=True, slots=True)
class Sample:
    """One file. The class is what figures are counted by."""

    name: str
    about: str
    make: Callable[[], bytes]
    looks: Callable[[], Image.Image] | None = None
    """How it is seen, where it is an image that should be delivered."""
    says: str | None = None
    """What stands in it, where it is text."""

    @property
    def ending(self) -> str:
        """By which it is named."""
        return self.name.rpartition(".")[2].casefold()


@cache
def _face(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FACE, size)


@cache
def form(width: int = 620, height: int = 438) -> Image.Image:
    """A form of an office: words, boxes, a stamp."""
    made = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(made)
    step = height // 8
    for number, line in enumerate(LINES):
        draw.text((step // 2, step * (number + 1)), line, "black", _face(max(10, step * 2 // 5)))
        draw.rectangle(
            (step // 4, step * (number + 1) - 4, width - step // 4, step * (number + 2) - 8), None, "black"
        )
    draw.ellipse((width - 2 * step, height - 2 * step, width - step, height - step), None, (200, 30, 30), 3)
    return made


@cache
def scan(width: int = 620, height: int = 438) -> Image.Image:
    """The same from a scanner: grey paper with noise, a little askew."""
    paper = form(width, height).convert("L").rotate(0.6, Image.Resampling.BICUBIC, fillcolor=255)
    noise = Image.frombytes("L", (width, height), Random(f"{width} {height}").randbytes(width * height))
    return Image.blend(paper, noise, 0.04)


@cache
def photo(width: int = 480, height: int = 360) -> Image.Image:
    """What a phone sees: soft lights, edges, and the noise of its chip."""
    made = picture(width, height)
    noise = Random(f"photo {width} {height}").randbytes(width * height // 16)
    grain = Image.frombytes("L", (width // 4, height // 4), noise).resize(
        (width, height), Image.Resampling.BILINEAR
    )
    return Image.blend(made, grain.convert("RGB"), 0.12)


@cache
def screen(width: int = 640, height: int = 360) -> Image.Image:
    """A part of a screen: flat colours, sharp letters."""
    made = Image.new("RGB", (width, height), (240, 242, 245))
    draw = ImageDraw.Draw(made)
    draw.rectangle((0, 0, width, 40), (30, 60, 120))
    draw.text((12, 10), "寄合　防災課　避難所の開設", "white", _face(18))
    for row in range(6):
        draw.rectangle((20, 60 + 48 * row, width - 20, 100 + 48 * row), "white", (200, 205, 210))
        draw.text((30, 68 + 48 * row), f"{row + 8}:15　佐藤　{LINES[row % 5]}", "black", _face(15))
    return made
