"""What an open screen is told of one's own shelf: recorded here, replayed by the web's tests."""

import pytest

from tests.cast import SATO, SUZUKI
from tests.keys import new_send_key
from tests.town import Town
from tests.transcripts import transcript

pytestmark = [pytest.mark.anyio, pytest.mark.req("C8", "N114")]


async def test_what_stands_elsewhere_on_the_shelf_stands_so_here_too(town: Town) -> None:
    room, made = f"/api/rooms/{town.welfare}", {"request_key": new_send_key(), "name": "窓口"}
    folder = (await town.call(SATO, "POST", "/api/shelf/folders", made)).json()["folder_id"]
    told = ["shelf.changed"]
    async with transcript(town, "shelf.changed", SATO, expect=told * 2) as heard:
        assert (await town.call(SATO, "PUT", f"{room}/folder", {"folder_id": folder})).status_code == 204
        await heard.ear.fact(told[0])  # told late, it would say what stands now
        assert (await town.call(SATO, "PUT", f"{room}/favourite")).status_code == 204
    async with transcript(town, "shelf.changed-folder-gone", SATO, expect=told):
        assert (await town.call(SATO, "DELETE", f"/api/shelf/folders/{folder}")).status_code == 204


async def test_a_message_kept_elsewhere_is_kept_in_the_open_room(town: Town) -> None:
    first, second = [await town.says(SUZUKI, text, town.welfare) for text in ("議題です", "資料です")]
    path = f"/api/rooms/{town.welfare}/messages"
    assert (await town.call(SATO, "PUT", f"{path}/{first}/favourite")).status_code == 204
    async with transcript(town, "shelf.changed-message", SATO, [town.welfare], expect=[]) as heard:
        assert (await town.call(SATO, "PUT", f"{path}/{second}/favourite")).status_code == 204
        await heard.ear.fact("shelf.changed")
        assert (await town.call(SATO, "DELETE", f"/api/shelf/messages/{first}")).status_code == 204
        await heard.ear.fact("shelf.changed", 2)
