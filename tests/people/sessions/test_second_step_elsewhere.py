"""Between the two steps of a sign-in somebody may have gone elsewhere, or a rule may have changed (ZONE-8, AUTH-7)."""

import pytest

from tests.cast import SATO
from tests.people.sessions.holding import Browser, phone_of
from tests.people.sessions.test_networks import ELSEWHERE, decide, group_of, said
from tests.town import Town

pytestmark = [pytest.mark.anyio, pytest.mark.req("ZONE-8", "AUTH-7")]


async def test_the_second_step_asks_for_the_network_again_and_uses_up_no_code(town: Town):
    phone, browser = await phone_of(town), Browser(town)
    at = await group_of(town, SATO)
    assert said(await browser.signs_in()) == (401, "second_factor")
    assert (await decide(town, at, ELSEWHERE)).status_code == 204
    code = phone.code()
    assert said(await browser.gives(code)) == (403, "sessions.barred")
    assert (await decide(town, at, {"lgwan": [], "internet": []})).status_code == 204
    assert (await browser.gives(code)).status_code == 200


async def test_where_one_may_not_be_no_code_is_asked_for(town: Town):
    await phone_of(town)
    at = await group_of(town, SATO)
    await decide(town, at, ELSEWHERE)
    assert said(await Browser(town).signs_in()) == (403, "sessions.barred")
