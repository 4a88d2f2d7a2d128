"""Whether a feature is offered to whoever asks."""

from dataclasses import replace

import pytest

from tests.people.access.test_capabilities import CLERK
from yoriai.kit.errors import NotFound
from yoriai.people.access.http import offered
from yoriai.platform.feature import Feature, FromInternet, Keeps

pytestmark = pytest.mark.anyio

EVERYWHERE = Feature(name="rooms", title="ルーム", keeps=Keeps.NOTHING, from_internet=FromInternet.EVERYTHING)
INSIDE_ONLY = replace(EVERYWHERE, name="ledgers", from_internet=FromInternet.NOTHING)
OPTIONAL = replace(EVERYWHERE, name="calls", may_switch_off=True)
OUTSIDE = replace(CLERK, zone="internet")


@pytest.mark.req("BASE-7", "ZONE-1")
@pytest.mark.parametrize(
    ("feature", "actor", "answer"),
    [
        (INSIDE_ONLY, CLERK, True),
        (INSIDE_ONLY, OUTSIDE, False),
        (OPTIONAL, OUTSIDE, True),
        (OPTIONAL, replace(CLERK, switched_off=frozenset({"calls"})), False),
        (OPTIONAL, replace(CLERK, switched_off=frozenset({"surveys"})), True),
    ],
)
async def test_where_a_feature_is_not_offered_it_does_not_exist(feature, actor, answer):
    check = offered(feature)
    if answer:
        await check(actor)
        return
    with pytest.raises(NotFound):
        await check(actor)


async def test_of_what_everybody_has_nobody_must_be_known():
    await offered(EVERYWHERE)()
