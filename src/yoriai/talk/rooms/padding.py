"""Lists of few lengths: a statement with a list in it is prepared once for each length, so lengths are rounded up."""

from collections.abc import Sequence
from typing import TypeVar

Value = TypeVar("Value")


def padded(values: Sequence[Value]) -> list[Value]:
    """The same values, the last one repeated until there is a power of two of them. An empty list stays empty."""
    if not values:
        return []
    length = 1 << (len(values) - 1).bit_length()
    return [*values, *[values[-1]] * (length - len(values))]
