"""Every fact of the product stands in the table of acts, and nothing of it is kept that could be somebody's words (AUDIT-4)."""

from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Literal, get_args, get_origin
from uuid import UUID

import pytest

from yoriai.app.wiring import FEATURES
from yoriai.people.accounts.facts import Acted, Deed
from yoriai.platform.facts.fact import Fact
from yoriai.watch.audit.acts import ACTS, GROUPS, QUIET, REFUSED
from yoriai.watch.audit.policy import is_my_number, is_noted, without_my_number

FACTS: dict[str, type[Fact]] = {
    fact.name: fact for feature in FEATURES for fact in feature.facts if fact is not Acted
} | {f"{Acted.name}.{act}": Acted for act in get_args(Deed)}
OUR_OWN_WORDS = {
    ("orgs.settings_changed", "setting"),
    ("orgs.modules_changed", "switched_off"),
    ("rooms.joined", "role"),
    ("audit.dropped", "hash"),
    ("audit.dropped", "digest"),
    ("audit_packs.made", "digest"),
    *(
        ("files.judged", field)
        for field in ("zone", "state", "reason", "found", "method", "sha256", "sha256_made")
    ),
}
"""Plain text that a feature has written, never a person: names of settings and modules, roles, codes, hashes."""


def holds_no_words(kind: object) -> bool:
    """Whether a value of this type is an id, a number, a day, or one of a few words of our own."""
    if get_origin(kind) is Literal or any(kind is plain for plain in (UUID, int, bool, date, type(None))):
        return True
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return True
    is_several = get_origin(kind) in (tuple, list, UnionType)
    return is_several and all(each is Ellipsis or holds_no_words(each) for each in get_args(kind))


@pytest.mark.req("AUDIT-4", "C10")
def test_every_fact_is_an_act_or_says_why_it_is_none() -> None:
    assert sorted(FACTS.keys() - ACTS.keys() - QUIET.keys()) == []
    assert sorted((ACTS.keys() | QUIET.keys()) - FACTS.keys()) == []
    assert sorted(ACTS.keys() & QUIET.keys()) == []
    assert all((*QUIET.values(), *REFUSED.values(), *(each.says for each in ACTS.values())))


@pytest.mark.req("AUDIT-4")
@pytest.mark.parametrize("name", sorted(ACTS))
def test_what_is_kept_of_a_fact_can_hold_no_words_of_a_person(name: str) -> None:
    fact: type[Fact] = FACTS[name]
    assert ACTS[name].group in GROUPS
    for field in ACTS[name].keeps:
        kind = fact.model_fields[field].annotation
        assert (name, field) in OUR_OWN_WORDS or holds_no_words(kind), f"{name}.{field}: {kind}"


@pytest.mark.req("AUDIT-4")
@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("手続き 123456789018 の件", "手続き ［12けたの番号］ の件"),
        ("手続き１２３４５６７８９０１８の件", "手続き［12けたの番号］の件"),
        ("1234-5678-9018", "［12けたの番号］"),
        ("123456789012", "123456789012"),
        ("1234567890180", "1234567890180"),
        ("福祉課", "福祉課"),
    ],
)
def test_a_my_number_is_never_kept(words: str, kept: str) -> None:
    assert without_my_number(words) == kept


def test_the_check_digit_is_that_of_the_law() -> None:
    assert is_my_number("123456789018")
    assert not is_my_number("123456789012")


@pytest.mark.parametrize(
    ("status", "code", "known", "noted"),
    [
        (403, "forbidden", True, True),
        (403, "network_forbids", False, True),
        (403, "second_factor.prove_again", True, False),
        (401, "sessions.not_recognized", False, True),
        (401, "second_factor.wrong_code", False, True),
        (401, "signed_out", True, True),
        (401, "signed_out", False, False),
        (404, "not_found", False, False),
        (409, "rooms.archived", True, False),
        (429, "too_many", False, True),
        (422, "wrong", True, False),
    ],
)
def test_what_was_not_allowed_is_noted_and_what_was_not_possible_is_not(
    status: int, code: str, *, known: bool, noted: bool
) -> None:
    assert is_noted(status, code, is_known=known) is noted


def test_a_thing_that_one_may_not_see_is_noted_and_an_address_that_is_none_is_not() -> None:
    assert is_noted(404, "not_found", is_known=True, names_something=True)
    assert not is_noted(404, "not_found", is_known=True)
    assert is_noted(422, "wrong", is_known=True, reason="extra_forbidden")


def test_a_wrong_password_of_somebody_signed_in_is_noted_and_a_slip_of_the_pen_is_not() -> None:
    assert is_noted(422, "wrong", is_known=True, reason="not_yours")
    assert not is_noted(422, "wrong", is_known=True, reason="too_long")
