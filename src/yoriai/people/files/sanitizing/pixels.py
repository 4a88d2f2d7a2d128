"""How pixels go from the process that decodes to the one that builds: sizes of a fixed width, and then only pixels (S7)."""

import struct
from dataclasses import dataclass
from typing import Final, Self

MOST_SIDE: Final = 10_000
MOST_PIXELS: Final = 100_000_000
"""Of all frames together."""
MOST_FRAMES: Final = 600
LONGEST_FRAME: Final = 60_000  # milliseconds

_HEAD: Final = struct.Struct(">4sIIIB")
_MARK: Final = b"YPX1"
HEAD_BYTES: Final = _HEAD.size
FRAME: Final = struct.Struct(">I")
PEAK: Final = struct.Struct(">Q")
BUILT: Final = struct.Struct(">QQQ")
"""What the builder says first: the most memory it used, the size of the image, and of the small one."""
MODES: Final = {1: "L", 3: "RGB", 4: "RGBA"}


class NoPixels(ValueError):
    """What was said is no picture, or one that is larger than any may be."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a picture is. What comes after it is exactly so many bytes."""

    frames: int
    width: int
    height: int
    channels: int

    @property
    def frame_bytes(self) -> int:
        """Of one frame: how long it stands, and its pixels."""
        return FRAME.size + self.width * self.height * self.channels

    def head(self) -> bytes:
        """As it is said."""
        return _HEAD.pack(_MARK, self.frames, self.width, self.height, self.channels)

    @classmethod
    def read(cls, head: bytes) -> Self:
        """What was said, if it is a picture and small enough. `NoPixels` otherwise."""
        mark, frames, width, height, channels = _HEAD.unpack(head)
        found = cls(frames, width, height, channels)
        if mark != _MARK or channels not in MODES or not found.is_within():
            raise NoPixels
        return found

    def is_within(self) -> bool:
        """Whether no limit is passed."""
        return (
            0 < self.frames <= MOST_FRAMES
            and 0 < self.width <= MOST_SIDE
            and 0 < self.height <= MOST_SIDE
            and self.frames * self.width * self.height <= MOST_PIXELS
        )
