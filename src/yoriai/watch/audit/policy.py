"""What the log refuses to hold, which refusals are worth a row, and how long rows stay. Pure."""

import re
from typing import Final

WEIGHTS: Final = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
TWELVE: Final = re.compile(r"(?<!\d)\d(?:[ \-‐－ー]?\d){11}(?!\d)")
"""Twelve digits in a row, as a person may write them: `\\d` is of every script and width."""
INSTEAD: Final = "［12けたの番号］"
ALWAYS: Final = frozenset(
    {"forbidden", "zone_forbids", "sessions.not_recognized", "second_factor.wrong_code", "too_many"}
)
NEVER: Final = frozenset({"second_factor.prove_again"})
"""A question, not a no: what is answered to it is either done, or refused with a wrong password or code."""
TRIED: Final = frozenset({"extra_forbidden", "not_yours"})
"""Why something of what was sent is wrong, where it was no slip: a field that nobody may write, a wrong password."""


def is_my_number(digits: str) -> bool:
    """Whether twelve digits carry the check digit of a 個人番号."""
    *body, check = (int(each) for each in digits)
    rest = sum(weight * digit for weight, digit in zip(WEIGHTS, body, strict=True)) % 11
    return check == (0 if rest <= 1 else 11 - rest)


def without_my_number(words: str) -> str:
    """The words, with nothing in them that could be a 個人番号 (AUDIT-4)."""

    def judged(found: re.Match[str]) -> str:
        digits = "".join(each for each in found.group() if each.isdigit())
        return INSTEAD if is_my_number(digits) else found.group()

    return TWELVE.sub(judged, words)


def is_noted(
    status: int, code: str, *, is_known: bool, reason: str = "", names_something: bool = False
) -> bool:
    """Whether a refusal is of an act that was not allowed, and not of one that was only not possible.

    `is_known`: somebody is signed in, or shows a session; `names_something`: the request is about one thing.
    """
    if code in ALWAYS or (status == 403 and code not in NEVER):
        return True
    if status == 401:
        return is_known
    if status == 404:
        return is_known and names_something
    return status == 422 and is_known and reason in TRIED
