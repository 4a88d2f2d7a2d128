"""Where nothing may be saved, a file is looked at in the small, and no link to the whole of it leads anywhere (FILE-7)."""

import pytest

from tests.cast import SUZUKI
from tests.people.files.taking.ruling import rule, with_phone
from tests.talk.attachments.bringing import attached, bring, shown
from tests.town import Town
from yoriai.people.files.taking.settings import Saving, SavingBySide

pytestmark = pytest.mark.anyio


@pytest.mark.req("FILE-7", "N7", "A4")
async def test_saving_is_switched_by_side_and_by_kind_of_client(town: Town) -> None:
    brought = await bring(town, name="図面.png")
    await attached(town, brought)
    before = {
        zone: (await shown(town, SUZUKI, brought, zone=zone))[brought.file_id]
        for zone in ("lgwan", "internet")
    }
    assert all(card["whole"] and card["not_saved"] is None for card in before.values())

    await rule(town, saving=SavingBySide(internet=Saving(desktop=False)))
    shut = (await shown(town, SUZUKI, brought, zone="internet"))[brought.file_id]
    assert (shut["whole"], shut["not_saved"], shut["may_open"]) == (None, "files.saving_off", True)
    small = await town.fetch(str(shut["small"]), zone="internet")
    assert (small.status_code, small.content) == (200, brought.small)
    gone = await town.fetch(str(before["internet"]["whole"]), zone="internet")
    nothing = await town.fetch("/f/nothing/x.png", zone="internet")
    assert (gone.status_code, set(gone.headers)) == (404, set(nothing.headers))
    assert (await town.fetch(str(before["lgwan"]["whole"]), zone="lgwan")).content == brought.clean

    await with_phone(town, SUZUKI, "internet")
    card = (await shown(town, SUZUKI, brought, zone="internet"))[brought.file_id]
    assert card["not_saved"] is None, "it is another kind of client"
    assert (await town.fetch(str(card["whole"]), zone="internet")).content == brought.clean
