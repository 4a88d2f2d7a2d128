"""How like two files look, and how much of a text is left: the figures of fidelity (S16)."""

from collections import Counter
from threading import Lock

import pypdfium2
from PIL import Image

from tests.people.files.sanitizing import papers

_READER = Lock()
"""What reads papers here can do so for one at a time."""


def likeness(one: Image.Image, other: Image.Image) -> float:
    """The structural similarity (SSIM) of their grey, on white; 0 for another size."""
    if one.size != other.size:
        return 0.0
    return papers.likeness(_on_white(one), _on_white(other))


def likeness_of_papers(one: bytes, other: bytes) -> float:
    """Of the page that is least like; 0 for another number of pages."""
    with _READER:
        pages = len(papers.words_of(one))
        if pages != len(papers.words_of(other)):
            return 0.0
        sizes = [_at_150_dpi(*each.get_size()) for each in pypdfium2.PdfDocument(one)]
        return min(
            papers.likeness(papers.drawn(one, number, size), papers.drawn(other, number, size))
            for number, size in enumerate(sizes)
        )


def _at_150_dpi(width: float, height: float) -> tuple[int, int]:
    return round(width * 150 / 72), round(height * 150 / 72)


def words_of(paper: bytes) -> str:
    """All letters of all pages."""
    with _READER:
        return "".join(papers.words_of(paper))


def recall(said: str, found: str) -> float:
    """Of the letters that stood there, those that still do; blanks do not count."""
    before, after = (Counter("".join(each.split())) for each in (said, found))
    return (before & after).total() / before.total() if before else 1.0


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    seen = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("RGB")
