"""How much of a stream somebody may hear."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Sight:
    """From which number of the stream on, and from which message on."""

    since_number: int = 0
    sees_from: int = 1
    """The first ordinal whose message may be read; facts about older ones are blanks."""
    without: frozenset[str] = frozenset()
    """The modules that the hearer's body lives without: what they tell are blanks (BASE-7)."""

    @property
    def is_whole(self) -> bool:
        return self.sees_from == 1 and not self.without

    def less(self, modules: frozenset[str]) -> "Sight":
        """The same for somebody whose body lives without these modules."""
        return replace(self, without=modules) if modules else self

    def shows(self, number: int, about_ordinal: int | None, name: str = "") -> bool:
        """Whether the fact of this name is for these ears; one that is not comes as a blank (D10, D17)."""
        if self.is_whole:
            return True
        if name.partition(".")[0] in self.without:  # facts are called after their feature
            return False
        if self.sees_from == 1:
            return True
        if about_ordinal is not None and about_ordinal < self.sees_from:
            return False
        return number >= self.since_number


WHOLE = Sight()
