"""The sentences of refusals on a terminal: the same catalogue as on the screen."""

from yoriai.kit.errors import Refused
from yoriai.platform.sentences import filled

WHOM = "システムの担当者"


def sentence_of(refused: Refused, contact: str = WHOM) -> str:
    """What a refusal says to a person, in Japanese."""
    return filled(refused.code, {"contact": contact, **refused.details})
