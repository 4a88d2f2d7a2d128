"""Which bytes of a file may go to whom: the one place that says so (S1, S2, S11, R2, FILE-11)."""

from enum import StrEnum


class Rendition(StrEnum):
    """What there is of a file to be handed out."""

    ORIGINAL = "original"
    """Byte for byte what came in."""
    CLEAN = "clean"
    """What we built of it."""
    NONE = "none"


def rendition(*, origin: str, reader: str, state: str, is_image: bool, is_guest: bool = False) -> Rendition:
    """What somebody on the side `reader` gets of a file whose bytes entered on the side `origin`. Whoever asks has
    found before that they may have the file at all.

    The original of a paper stays where it came from, on LGWAN alone: nothing that entered on the Internet side goes to
    LGWAN as it is, and what goes from LGWAN to the Internet side loses what is not seen in it. An image loses that
    (where and when it was taken) for everybody. A guest gets what was built wherever they stand (A12). A state or a side that this version does not know is never delivered
    (S4).
    """
    if state != "disarmed" or not {origin, reader} <= {"lgwan", "internet"}:
        return Rendition.NONE
    stays = origin == reader == "lgwan" and not is_guest and not is_image
    return Rendition.ORIGINAL if stays else Rendition.CLEAN
