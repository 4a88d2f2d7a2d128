"""Two people of two cities let each other be found: the body's rule, one's own word, and the search, at desk and phone."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, Desks
from tests.browser.test_guests import seen
from tests.cast import MORI, SATO, TAKAHASHI
from tests.matrix.people import NEIGHBOUR, move_in
from tests.talk.neighbours.agreeing import ON, decide, says
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]


@pytest.mark.req("FED-3", "A11Y-1")
async def test_a_clerk_lets_herself_be_found_and_finds_a_clerk_of_the_next_city(
    town: Town, desks: Desks
) -> None:
    await move_in(town)
    await decide(town, NEIGHBOUR, ON)
    assert await says(town, MORI, findable=True) == 204
    rules = await desks.take(TAKAHASHI, at="/admin/federation-rules")
    await rules.page.get_by_text(re.compile("^加わる（")).click()
    await rules.page.get_by_text(re.compile("^本人も選んだ職員だけ見つかる")).click()
    await seen(rules, "neighbours-rules")
    await rules.button("保存する").click()
    await expect(rules.page.get_by_text("保存しました")).to_be_visible()

    sato = await desks.take(SATO, at="/settings")
    part = sato.page.get_by_role("radiogroup", name="ほかの団体の人から見つかるか")
    await part.get_by_text("見つかるようにする").click()
    await expect(part.get_by_role("radio", name="見つかるようにする")).to_be_checked()
    await seen(sato, "neighbours-own")

    phone = await desks.take(SATO, at="/people", size=PHONE, touch=True)
    await phone.page.get_by_role("searchbox").fill("もり")
    await phone.button("「もり」をほかの団体でも探す").click()
    row = phone.page.get_by_role("list", name="ほかの団体で見つかった人").get_by_role("listitem")
    await expect(row).to_contain_text("森 葵")
    await expect(row).to_contain_text("［隣見市］")
    await expect(row).to_contain_text("健康課")
    await seen(phone, "neighbours-found")
    await row.evaluate("row => row.scrollIntoView()")
    await expect(row).to_be_in_viewport(ratio=1)
    await phone.picture("neighbours-found-320-below")
