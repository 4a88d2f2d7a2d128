"""What somebody does in another body's room: that body's log has who and of which body, the own one from where."""

import pytest

from tests.cast import MIHON, MORI, SATO, TONARI
from tests.talk.federation.joining import joined, together
from tests.town import Town
from tests.watch.audit.log import entries

pytestmark = [pytest.mark.anyio, pytest.mark.req("A11", "AUDIT-1", "FED-1")]


async def test_the_host_learns_the_body_and_the_name_and_no_address(town: Town) -> None:
    await joined(town, await together(town), MORI)
    await town.says(MORI, "となりから失礼します", town.welfare)
    (host,) = [row for row in await entries(town) if row.kind == "messages.posted"]
    assert host.account_id == MORI
    assert (host.account_name, host.address, host.session_id) == ("森 葵（隣見市）", None, None)
    (home,) = [row for row in await entries(town, TONARI) if row.kind == "messages.posted"]
    assert (home.account_id, home.request_id) == (MORI, host.request_id)
    assert home.address is not None and home.session_id is not None
    assert home.about == "見本市"
    assert home.body == {"facts": [], "objects": []}
    again = [row for row in await entries(town, TONARI) if row.request_id == home.request_id]
    assert [row.number for row in again] == [home.number]


async def test_at_home_there_is_the_address_and_no_second_row(town: Town) -> None:
    await joined(town, await together(town), MORI)
    await town.says(SATO, "ようこそ", town.welfare)
    (own,) = [row for row in await entries(town, MIHON) if row.kind == "messages.posted"]
    assert (own.account_name, own.address is not None) == ("佐藤 花子", True)
    assert [row for row in await entries(town, TONARI) if row.kind == "messages.posted"] == []
