"""Who gets which bytes of a file: the whole table."""

from itertools import product

import pytest

from yoriai.people.files.models import State
from yoriai.people.files.policy import Rendition, rendition

ZONES = ("lgwan", "internet", "somewhere", "")
ALLOWED = {
    ("lgwan", "lgwan"): Rendition.ORIGINAL,
    ("lgwan", "internet"): Rendition.CLEAN,
    ("internet", "lgwan"): Rendition.CLEAN,
    ("internet", "internet"): Rendition.CLEAN,
}


@pytest.mark.req("FILE-8", "R2")
def test_of_a_disarmed_paper_the_original_stays_on_lgwan_where_it_came_in():
    for origin, reader in product(ZONES, ZONES):
        said = rendition(origin=origin, reader=reader, state=State.DISARMED, is_image=False)
        assert said is ALLOWED.get((origin, reader), Rendition.NONE)


@pytest.mark.req("FILE-11", "S1")
def test_of_an_image_everybody_gets_what_was_built():
    for origin, reader, is_guest in product(ZONES, ZONES, (False, True)):
        said = rendition(origin=origin, reader=reader, state=State.DISARMED, is_image=True, is_guest=is_guest)
        assert said is (Rendition.CLEAN if (origin, reader) in ALLOWED else Rendition.NONE)


@pytest.mark.req("A12", "GUEST-1")
def test_a_guest_gets_what_was_built_and_never_more_than_others():
    for origin, reader in product(ZONES, ZONES):
        said = rendition(origin=origin, reader=reader, state=State.DISARMED, is_image=False, is_guest=True)
        assert said is (Rendition.CLEAN if (origin, reader) in ALLOWED else Rendition.NONE)


@pytest.mark.req("FILE-8")
@pytest.mark.parametrize("state", [State.CHECKING, State.HELD, State.DECLINED, "", "released", "DISARMED"])
def test_of_any_other_file_nobody_gets_anything(state: str):
    said = {
        rendition(origin=origin, reader=reader, state=state, is_image=is_image)
        for origin, reader, is_image in product(ZONES, ZONES, (False, True))
    }
    assert said == {Rendition.NONE}
