"""With which codes a caged program ends: its only way to say why there is nothing (S7)."""

from enum import IntEnum
from typing import Final

from yoriai.people.files.sanitizing.reasons import Reason


class Code(IntEnum):
    """Numbers that no shell, interpreter or signal uses."""

    BROKEN = 40
    TOO_MANY_PIXELS = 41
    TOO_MANY_FRAMES = 42
    PAGES = 43
    HEAVY = 44
    NO_TEXT = 45
    TOO_MANY_PARTS = 60
    NOT_PROVEN = 61
    LOCKED = 46
    RESTRICTED = 47
    TOO_MANY_PAGES = 48
    XFA = 49
    PORTFOLIO = 50
    NO_FACE = 51


REASONS: Final = {
    Code.BROKEN: Reason.BROKEN,
    Code.TOO_MANY_PIXELS: Reason.TOO_MANY_PIXELS,
    Code.TOO_MANY_FRAMES: Reason.TOO_MANY_FRAMES,
    Code.PAGES: Reason.PAGES,
    Code.HEAVY: Reason.HEAVY,
    Code.NO_TEXT: Reason.UNKNOWN,
    Code.TOO_MANY_PARTS: Reason.TOO_MANY_PARTS,
    Code.NOT_PROVEN: Reason.NOT_PROVEN,
    Code.LOCKED: Reason.LOCKED,
    Code.RESTRICTED: Reason.RESTRICTED,
    Code.TOO_MANY_PAGES: Reason.TOO_MANY_PAGES,
    Code.XFA: Reason.FORM_OF_ITS_OWN,
    Code.PORTFOLIO: Reason.PORTFOLIO,
    Code.NO_FACE: Reason.NO_FACE,
}
