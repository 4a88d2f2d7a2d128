"""Clean PDFs as our own writer writes them, without a cage: some pages of each way in which pixels are packed."""

import io
from functools import cache
from random import Random

from PIL import Image

from yoriai.people.files.sanitizing.papers.packing import packed
from yoriai.people.files.sanitizing.papers.sheets import Sheet
from yoriai.people.files.sanitizing.papers.verifying import is_proven
from yoriai.people.files.sanitizing.papers.writer import Writer


@cache
def made_paper(pages: int = 3) -> bytes:
    """A PDF in which pages of a few colours, of grey and of noise follow one another: the last are photographs."""
    made = io.BytesIO()
    writer = Writer(made, pages, grain=7)
    for number in range(pages):
        image = page_of(number)
        width, height = image.size
        sheet = Sheet(width, height, len(image.getbands()), width * 48, height * 48, 0)
        writer.page(sheet, [], packed(image, 7))
    writer.end()
    assert is_proven(made.getvalue())
    return made.getvalue()


def page_of(number: int) -> Image.Image:
    """What is to be seen on the page of this number, from 0, before it was packed."""
    size = 80 + number, 120
    if number % 3 == 2:
        return Image.frombytes("RGB", size, Random(number).randbytes(size[0] * size[1] * 3))
    image = Image.new(("RGB", "L")[number % 3], size, (255, 255, 255) if number % 3 == 0 else 255)
    image.paste((200, 0, 0) if number % 3 == 0 else 0, (10, 10, 40, 20 + number))
    return image
