"""外字 on the screen: kept as typed, in a dotted frame with words, and told of before others than the office read it."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from playwright.async_api import Locator, Page, expect
from sqlalchemy import update

from tests.browser.desk import ON_ONE_DATABASE, PHONE, Desks
from tests.browser.test_reach import _is_well, fits
from tests.cast import SATO, SUZUKI, TAKAHASHI, session_of
from tests.people.accounts.managing.forms import save
from tests.town import Town
from yoriai.people.sessions.models import Session

pytestmark = [
    pytest.mark.anyio,
    ON_ONE_DATABASE,
    pytest.mark.req("TEXT-7", "A11Y-1"),
]
GAIJI = "\ue000"
MEANS = "外字：ほかの端末では別の字に見えます"


def framed(where: Page | Locator) -> Locator:
    return where.get_by_role("img", name="外字")


async def _used_from_outside(town: Town, who: UUID, at: datetime) -> None:
    """When this person's device was last there on the Internet side."""
    async with town.assembly.works.writing() as work:
        theirs = update(Session).where(Session.id == session_of(who, "internet"))
        await work.session.execute(theirs.values(last_used_at=at))


async def test_in_a_room_it_is_framed_and_the_writer_is_told_first(town: Town, desks: Desks) -> None:
    now = town.assembly.works.now()
    for who in (SATO, SUZUKI):
        await _used_from_outside(town, who, now - timedelta(days=99))
    desk = await desks.take(SATO)
    await desk.open("福祉課")
    await desk.composer.fill(f"{GAIJI}木さんの件")
    warning = desk.page.get_by_role("status").filter(has_text="ほかの団体や端末では、別の字に見えます。")
    await expect(warning).to_have_count(0)  # only the office's own devices read here

    await _used_from_outside(town, SUZUKI, now)
    await desk.page.reload()
    await desk.composer.fill(f"{GAIJI}木さんの件")
    await expect(warning).to_be_visible()
    await _is_well(desk)
    await desk.picture("as-typed-warning")
    await desk.button("送信").click()
    said = desk.log.get_by_role("article").filter(has_text="木さんの件").last
    await expect(framed(said)).to_have_text(GAIJI)
    await expect(said).to_contain_text(MEANS)
    await expect(warning).to_have_count(0)
    assert (await said.inner_text()).startswith(f"{GAIJI}木さんの件")
    await _is_well(desk)
    await desk.picture("as-typed-room")


async def test_in_names_and_tables_it_is_framed_and_the_frame_is_explained(town: Town, desks: Desks) -> None:
    assert (await save(town, SATO, {"family": f"佐{GAIJI}"})).status_code == 200
    desk = await desks.take(TAKAHASHI, at="/admin/people")
    table = desk.page.get_by_role("table", name="職員の表")
    await expect(framed(table)).to_have_text(GAIJI)
    await expect(desk.page.get_by_text(MEANS)).to_be_visible()
    await desk.accessible()
    await desk.picture("as-typed-table")

    phone = await desks.take(SATO, size=PHONE, touch=True, dark=True)
    await phone.page.get_by_role("link", name="名簿").click()
    await expect(framed(phone.page.get_by_role("region", name="職員の一覧"))).to_have_text(GAIJI)
    await expect(phone.page.get_by_text(MEANS)).to_be_visible()
    await fits(phone)
    await _is_well(phone)
    await phone.picture("as-typed-people")
