"""Of each operation one row: who, when, from where, what, and on what, as it was called then."""

import pytest

from tests.cast import SATO
from tests.town import Town
from tests.watch.audit.log import entries

pytestmark = pytest.mark.anyio


@pytest.mark.req("AUDIT-1", "C10", "D4")
async def test_a_message_is_one_row_without_its_words(town: Town) -> None:
    message = await town.says(SATO, "窓口の当番表です", town.welfare)
    (row,) = await entries(town)
    assert (row.kind, row.outcome, row.times) == ("messages.posted", "done", 1)
    assert (row.account_id, row.account_name, row.account_kind) == (SATO, "佐藤 花子", "member")
    assert (row.zone, row.address, row.about) == ("lgwan", "127.0.0.1", "福祉課")
    assert message in str(row.body)
    assert "当番表" not in str(row.body)
