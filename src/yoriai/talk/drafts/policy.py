"""What becomes of two texts that meet in one place. Pure: no database, no clock, no request."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

MOST_ASIDE: Final = 5

Text = dict[str, str]
"""A text by its version, as it is kept: `version` and `text`."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a device wants to save: the text, what it knew when it was written, and what it takes back in."""

    text: str
    seen: str | None
    takes: str | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """What is there: a text under its version, and what was set aside."""

    version: str | None
    text: str
    aside: Sequence[Text]


def met(there: Before, wanted: Written) -> tuple[str, list[Text]]:
    """The text that stands from now on, and what is set aside: nothing that was written is lost by another's saving.

    A device that clears what it had not seen in full clears nothing: it was another text that was sent.
    """
    aside = [each for each in there.aside if each["version"] != wanted.takes]
    is_known = wanted.seen == there.version
    if not is_known and not wanted.text:
        return there.text, aside
    is_dropped = is_known and wanted.takes is None
    if there.version is None or not there.text or is_dropped or there.text in wanted.text:
        return wanted.text, aside
    return wanted.text, [{"version": there.version, "text": there.text}, *aside][:MOST_ASIDE]
