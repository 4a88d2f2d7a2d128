"""Every address of the client, also those added tomorrow: no rule is broken there, at a desk or on the narrowest phone."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.desk import ON_ONE_DATABASE, Desks
from tests.browser.test_reach import fits
from tests.cast import SATO, TAKAHASHI, TANAKA
from tests.keys import new_send_key
from tests.people.accounts.roster import bringing
from tests.talk.following.along import follows, open_one
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]

ADDRESSES = "Object.keys(window.__TSR_ROUTER__.routesByPath)"
GO = """(address) => new Promise((done, fail) => {
  history.pushState({}, "", address);
  const router = window.__TSR_ROUTER__, ends = Date.now() + 5_000;
  const look = () => {
    const has_come = router.state.resolvedLocation.href === router.latestLocation.href;
    if (has_come && !/(読み込んで|開いて)います/.test(document.body.innerText)) done();
    else if (Date.now() > ends) fail(new Error(`never came to ${address}`));
    else setTimeout(look, 20);
  };
  look();
})"""
"""Without loading the page anew: the router hears of it as of a link."""


@pytest.mark.req("A11Y-1", "A11Y-7")
async def test_no_address_breaks_a_rule_at_a_desk_or_at_320_pixels(town: Town, desks: Desks) -> None:
    ids = await furnished(town)
    desk = await desks.take(TAKAHASHI)
    await desk.page.get_by_role("heading", name="トーク").wait_for()
    addresses = sorted(await desk.page.evaluate(ADDRESSES))
    walked = [re.sub(r"\$(\w+)", lambda named: ids[named[1]], each) for each in addresses]
    assert {"/admin/audit", "/rooms/former"} < set(walked)
    for address in walked:
        await desk.page.evaluate(GO, address)
        await expect(desk.page.get_by_role("main").first).to_be_attached()
        await desk.accessible()
        await desk.page.set_viewport_size({"width": 320, "height": 640})
        await fits(desk)
        await desk.accessible(but=["color-contrast"])  # of colours a width changes nothing
        await desk.page.set_viewport_size({"width": 1440, "height": 900})


async def furnished(town: Town) -> dict[str, str]:
    """A message with an answer, somebody's card, a roster that is looked at and one that is brought in,
    an open room that is followed: an id for each name."""
    await town.says(TANAKA, "側溝の清掃について", town.roads)
    root = await town.says(TAKAHASHI, "資料はどこですか", town.roads)
    said = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": "二階の棚です"}], "thread": root}
    answer = await town.call(TANAKA, "POST", f"/api/rooms/{town.roads}/messages", said)
    await town.call(TANAKA, "PUT", f"/api/rooms/{town.roads}/pins/{root}")
    draft = await bringing.brought(town, bringing.file_of(*bringing.CAST, bringing.NEW))
    await bringing.decided(town, draft)
    taken = await bringing.taken(town, *bringing.CAST)
    followed = await open_one(town, SATO, "おくやみの窓口")
    assert await follows(town, TAKAHASHI, followed) == 204
    return {
        "roomId": str(town.roads),
        "threadId": root,
        "answerId": str(answer.json()["message_id"]),
        "messageId": root,
        "accountId": str(SATO),
        "draftId": draft.rpartition("/")[2],
        "followedId": str(followed),
        "formerId": str(town.welfare),
        "importId": str(taken.json()["import_id"]),
    }
