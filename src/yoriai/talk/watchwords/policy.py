"""When a word is one, and whether a text holds it. Pure: no database, no clock, no request."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from yoriai.kit import graphemes, text
from yoriai.kit.errors import Wrong
from yoriai.kit.folding import fold_letters
from yoriai.talk.messages.parts import plain

LEAST_OF_WORD: Final = 2  # characters, also when the word is folded: one alone stands in every other sentence
MOST_OF_WORD: Final = 50


class TooShort(Wrong):
    """It would call somebody at nearly everything."""

    code = "watchwords.too_short"


class TooLong(Wrong):
    """Nobody would say it just so."""

    code = "watchwords.too_long"


def accept(said: str) -> tuple[str, str]:
    """A word as it is kept, and the form in which it is looked for."""
    try:
        word = text.clean_line(said, field="word", most=MOST_OF_WORD, least=LEAST_OF_WORD)
    except text.TooShort as error:
        raise TooShort(**error.details) from None
    except text.TooLong as error:
        raise TooLong(**error.details) from None
    folded = fold_letters(word)
    got = graphemes.count(folded)
    if got < LEAST_OF_WORD:
        raise TooShort(field="word", reason="too_short", least=LEAST_OF_WORD, got=got)
    return word, folded


def form_of(parts: Sequence[Mapping[str, object]]) -> str:
    """What a message says, in the form in which words are looked for."""
    return fold_letters("".join(plain(part) for part in parts))


def met(form: str, words: Iterable[str]) -> list[str]:
    """Those of these words that a text of this form still holds."""
    return [word for word in words if fold_letters(word) in form]
