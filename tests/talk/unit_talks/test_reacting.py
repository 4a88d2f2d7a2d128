"""A sign that is set for a unit is the unit's: one, whichever of them has set it (ORG-6)."""

from uuid import UUID

import httpx2
import pytest
from sqlalchemy import select

from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.ear import Refusal
from tests.talk.unit_talks.counter import UNIT, names, opened, page, says, takes_out, talk
from tests.town import Town
from yoriai.people.orgs.models import Department
from yoriai.platform.facts.models import JournalRow
from yoriai.talk.reactions.models import Reaction

pytestmark = pytest.mark.anyio


async def asked(town: Town) -> tuple[str, str, UUID, str]:
    """The account, by what 佐藤 speaks for it, a talk of 田中 with it, and what is asked there."""
    account = await opened(town)
    speaker = await names(town, account, SATO)
    await names(town, account, SUZUKI)
    room = await talk(town, TANAKA, account)
    return account, speaker, room, (await says(town, TANAKA, room, "書類を出しました")).json()["message_id"]


async def reacts(town: Town, method: str, who: UUID, room: UUID, message: str) -> httpx2.Response:
    return await town.call(who, method, f"/api/rooms/{room}/messages/{message}/reactions/check")


@pytest.mark.req("ORG-6")
async def test_those_who_answer_for_a_unit_set_one_sign_together(town: Town) -> None:
    account, _, room, message = await asked(town)
    async with town.listens(TANAKA) as ear:
        assert (await reacts(town, "PUT", SATO, room, message)).status_code == 204
        told = (await ear.fact("reactions.changed"))["body"]
    assert (told["account_id"], told["count"]) == (account, 1)
    # The other one finds it set, and takes it back for both.
    assert (await reacts(town, "PUT", SUZUKI, room, message)).status_code == 204
    sign = {"kind": "check", "count": 1, "mine": True}
    for holder in (SATO, SUZUKI):
        assert (await page(town, holder, room))["reactions"] == {message: [sign]}
    assert (await page(town, TANAKA, room))["reactions"] == {message: [sign | {"mine": False}]}
    people = (await reacts(town, "GET", TANAKA, room, message)).json()["people"]
    assert [each["account_id"] for each in people] == [account]
    assert (await reacts(town, "DELETE", SUZUKI, room, message)).status_code == 204
    async with town.assembly.works.reading() as work:
        lines = select(JournalRow.by, JournalRow.on_behalf_of).where(JournalRow.name == "reactions.changed")
        kept = (await work.session.execute(lines.order_by(JournalRow.number))).all()
        assert (await work.session.scalars(select(Reaction))).all() == []
    # The journal keeps who it was.
    assert kept == [(SATO, UUID(account)), (SUZUKI, UUID(account))]


@pytest.mark.req("ORG-6", "N5", "N40")
async def test_nobody_else_sets_the_sign_of_a_unit(town: Town) -> None:
    account, speaker, room, message = await asked(town)
    await takes_out(town, account, speaker)
    for stranger in (SATO, TAKAHASHI):
        assert (await reacts(town, "PUT", stranger, room, message)).status_code == 404
        async with town.listens(stranger) as ear:
            with pytest.raises(Refusal) as shut:
                await ear.ask("reactions.set", room_id=str(room), message_id=message, kind="check")
            assert shut.value.status == 404
    assert (await reacts(town, "PUT", TANAKA, room, message)).status_code == 204
    assert (await page(town, SUZUKI, room))["reactions"] == {
        message: [{"kind": "check", "count": 1, "mine": False}]
    }
    async with town.assembly.works.writing() as work:
        (await work.session.get_one(Department, UNIT)).is_open = False
    assert (await reacts(town, "PUT", SUZUKI, room, message)).status_code in (403, 404)
