"""The roster goes out as a file only with a reason, and once it is known who asks (K28)."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desks
from tests.cast import PASSWORD, TAKAHASHI
from tests.people.sessions.holding import forgets
from tests.town import Town
from tests.watch.audit.log import entries

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]


@pytest.mark.req("K28", "A11Y-1")
async def test_the_roster_is_saved_by_keys_alone_with_a_reason(town: Town, desks: Desks) -> None:
    await forgets(town, TAKAHASHI)
    desk = await desks.take(TAKAHASHI, at="/admin/people")
    await desk.button("CSVで保存").focus()
    await desk.page.keyboard.press("Enter")
    dialog = desk.page.get_by_role("dialog", name="職員の名簿を書き出す")
    await expect(dialog.get_by_label("書き出す理由")).to_be_focused()
    await expect(dialog.get_by_role("button", name="書き出す")).to_be_disabled()
    await desk.accessible_by_day_and_night("people-taking-out")
    async for width, _ in desk.windows(PHONE, SMALLEST, DESK):
        await desk.accessible()
        await desk.picture(f"people-taking-out-{width}")
    await desk.page.keyboard.type("人事課へ渡すため")
    async with desk.page.expect_download() as coming:
        await desk.page.keyboard.press("Tab")
        await desk.page.keyboard.press("Tab")
        await desk.page.keyboard.press("Enter")
        asked = desk.page.get_by_role("dialog", name="本人の確認")
        await asked.get_by_label("パスワード", exact=False).first.fill(PASSWORD)
        await desk.page.keyboard.press("Enter")
    assert (await coming.value).suggested_filename.startswith("職員名簿_")
    await expect(dialog).to_be_hidden()
    (row,) = [each for each in await entries(town) if each.kind == "accounts.acted.people_taken_out"]
    assert row.body["reason"] == "人事課へ渡すため"
