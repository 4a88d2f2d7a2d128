"""Who the second person may be, and who may do what with an inspection. Pure."""

from collections.abc import Collection, Sequence
from typing import Final, NamedTuple
from uuid import UUID

from yoriai.kit.folding import fold

HOURS: Final = 24
MOST_HOURS: Final = 7 * 24
ANSWER_DAYS: Final = 7
"""After so many days without an answer an asking lapses."""
MOST_REASON: Final = 300
HANDS_OFF_DAYS: Final = 30
"""So long whoever has opened the account of the other one is no second person beside them."""
OF_THE_PERSON: Final = frozenset({"family", "given", "kana", "login_id", "email"})
"""The words of an account by which its holder is known, or comes in."""
ASKED, APPROVED = "asked", "approved"


class Asked(NamedTuple):
    """An inspection, as far as it decides who may do what."""

    asker_id: UUID
    answerer_id: UUID | None
    state: str


class Called(NamedTuple):
    """Somebody as a person is told apart from another one: by what they are called."""

    family: str
    given: str
    kana: str


def is_same_person(one: Called, other: Called) -> bool:
    """Whether two accounts may be one person's: called the same, written and read. A second account of one's own is no
    second person; of two namesakes somebody else answers."""
    return _folded(one) == _folded(other)


def could_be_held_by(changed: Collection[str]) -> bool:
    """Whether these words of an account, changed by another, may have made it somebody else's."""
    return not OF_THE_PERSON.isdisjoint(changed)


def _folded(called: Called) -> Sequence[str]:
    whole = "".join(called.kana.split())
    return fold("".join((called.family + called.given).split())), fold(whole)


def may_withdraw(asked: Asked, who: UUID) -> bool:
    """Whoever asked, as long as nobody has answered."""
    return asked.state == ASKED and who == asked.asker_id


def may_answer(asked: Asked, who: UUID) -> bool:
    """Anybody else who has the right: one person alone never reads."""
    return asked.state == ASKED and who != asked.asker_id


def may_read(asked: Asked, who: UUID) -> bool:
    """The two whose word it took, and nobody else."""
    return asked.state == APPROVED and who in (asked.asker_id, asked.answerer_id)
