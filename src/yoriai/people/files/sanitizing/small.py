"""A small image to show in lists, made of the same pixels as the clean file (S2)."""

import io
from typing import Final

from PIL import Image

SMALL: Final = (480, 480)


def small_of(image: Image.Image) -> bytes:
    """PNG where one sees through it, else JPEG."""
    made = io.BytesIO()
    small = image.copy() if image.width <= SMALL[0] and image.height <= SMALL[1] else image
    small.thumbnail(SMALL)
    if small.mode == "RGBA":
        small.save(made, "PNG")
    else:
        small.save(made, "JPEG", quality=80)
    return made.getvalue()
