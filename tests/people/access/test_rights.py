"""Where rights come from: role, body, group, person; the last one who says something decides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yoriai.people.access.capabilities import GRANTS, Role
from yoriai.people.access.rights import (
    BRINGS,
    Decided,
    Origin,
    Right,
    Said,
    capabilities_of,
    decided,
    word_of,
)

WORDS = st.dictionaries(st.sampled_from(list(Right)), st.booleans())
ROLES = st.lists(st.sampled_from([*Role, "課長"]), max_size=3)


def of(right: Right, roles: list[str], said: Said) -> Decided:
    return next(each for each in decided(roles, said) if each.right is right)


@pytest.mark.req("ORG-9")
@pytest.mark.parametrize(
    ("roles", "said", "answer"),
    [
        ([Role.MEMBER], Said(), (True, Origin.ROLE)),
        ([Role.MEMBER], Said(body={"print": False}), (False, Origin.BODY)),
        ([Role.MEMBER], Said(body={"print": False}, group={"print": True}), (True, Origin.GROUP)),
        ([Role.MEMBER], Said(group={"print": True}, own={"print": False}), (False, Origin.PERSON)),
        ([Role.ADMINISTRATOR], Said(body={"print": False}, group={"print": False}), (True, Origin.ROLE)),
        ([Role.ADMINISTRATOR], Said(own={"print": False}), (False, Origin.PERSON)),
        (["課長"], Said(own={"print": True}), (False, Origin.ROLE)),
        ([], Said(body={"print": True}), (False, Origin.ROLE)),
        ([Role.SERVED], Said(body={"print": True}, own={"print": True}), (False, Origin.ROLE)),
        ([Role.SERVED, Role.OWNER], Said(), (False, Origin.ROLE)),
    ],
)
def test_whoever_speaks_last_decides_and_is_named(roles: list[str], said: Said, answer: tuple[bool, Origin]):
    found = of(Right.PRINT, roles, said)
    assert (found.is_given, found.origin) == answer


@given(roles=ROLES, body=WORDS, group=WORDS, own=WORDS)
def test_what_somebody_may_is_what_the_viewer_shows(roles, body, group, own):
    said = Said(body, group, own)
    may = capabilities_of(roles, said)
    for each in decided(roles, said):
        assert (BRINGS[each.right] <= may) is each.is_given
        assert each.is_given or not BRINGS[each.right] & may


@given(roles=ROLES, body=WORDS, group=WORDS, own=WORDS)
def test_no_word_brings_anything_but_the_rights_of_the_table(roles, body, group, own):
    at_most = frozenset().union(*(GRANTS.get(role, frozenset()) for role in roles), *BRINGS.values())
    assert capabilities_of(roles, Said(body, group, own)) <= at_most


def test_a_capability_hangs_on_one_right_at_most_and_every_member_has_it_at_first():
    names = [name for each in BRINGS.values() for name in each]
    assert set(BRINGS) == set(Right)
    assert len(names) == len(set(names))
    assert set(names) <= GRANTS[Role.MEMBER]


def test_what_a_newer_server_has_kept_decides_nothing():
    assert word_of({"members": {"print": False, "fly": "yes", "swim": None}}, "members") == {"print": False}
    assert word_of(None) == word_of(["print"]) == word_of({"members": 3}, "members") == {}
    said = Said(body={"fly": True})
    assert capabilities_of([Role.MEMBER], said) == GRANTS[Role.MEMBER]


@pytest.mark.req("GUEST-1", "A12")
def test_what_is_said_of_members_is_not_said_of_guests():
    everything = {str(right): True for right in Right}
    of_role = GRANTS[Role.GUEST]
    assert capabilities_of([Role.GUEST], Said(body=everything, group=everything)) == of_role
    assert capabilities_of([Role.GUEST], Said(own=everything)) == of_role | {"timeline.print"}
    assert capabilities_of([], Said(own=everything)) == frozenset()
