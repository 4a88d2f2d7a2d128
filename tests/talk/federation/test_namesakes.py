"""Of people of other bodies nobody is shown a number, in a room that both share (ORG-19, A11)."""

import json

import pytest
from sqlalchemy import update

from tests.cast import MORI, SATO, SUZUKI
from tests.talk.federation.joining import joined, together
from tests.town import Town
from yoriai.people.accounts.models import Account

pytestmark = pytest.mark.anyio


@pytest.mark.req("ORG-19", "A11", "N15", "N50")
async def test_the_end_of_a_number_is_for_colleagues_alone(town: Town) -> None:
    room = await together(town)
    await joined(town, room, MORI)
    same = {
        "family": "佐藤",
        "given": "花子",
        "kana": "さとう はなこ",
        "kana_order": "さとう はなこ".encode(),
    }
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SUZUKI).values(**same))
    async with (
        town.listens(SUZUKI) as ours,
        town.listens(MORI) as theirs,
        town.listens(MORI, zone="internet") as phone,
    ):
        message = await town.says(SATO, "当番表です", room)
        await town.call(SUZUKI, "PUT", f"/api/rooms/{room}/messages/{message}/reactions/check")
        await town.call(MORI, "PUT", f"/api/rooms/{room}/read-mark", {"ordinal": 1})
        await town.call(SATO, "PUT", f"/api/rooms/{room}/pins/{message}")
        for ear in (ours, theirs, phone):
            await ear.fact("pins.pinned")
    about = f"/api/rooms/{room}"
    doors = (
        "/api/screen",
        about,
        f"{about}/messages",
        f"{about}/pins",
        f"{about}/bodies",
        f"{about}/messages/{message}/readers",
        f"{about}/messages/{message}/reactions/check",
    )
    for who, frames, sees in ((SUZUKI, ours.frames, True), (MORI, [*theirs.frames, *phone.frames], False)):
        answers = [await town.call(who, "GET", door) for door in doors]
        assert [answer.status_code for answer in answers] == [200] * len(doors), answers
        told = json.dumps([frames, [answer.json() for answer in answers]], ensure_ascii=False)
        assert ('"tail": "001"' in told) is sees
        assert sees or '"tail": "0' not in told
