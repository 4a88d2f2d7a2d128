"""How much of a stream somebody may hear."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sight:
    """From which number of the stream on, and from which message on."""

    since_number: int = 0
    sees_from: int = 1
    """The first ordinal whose message may be read; facts about older ones are blanks."""

    @property
    def is_whole(self) -> bool:
        return self.sees_from == 1

    def shows(self, number: int, about_ordinal: int | None) -> bool:
        """Whether this fact is for these ears; a fact that is not comes as a blank (D10, D17)."""
        if self.is_whole:
            return True
        if about_ordinal is not None and about_ordinal < self.sees_from:
            return False
        return number >= self.since_number


WHOLE = Sight()
