"""A special post to whom few write is written to by nobody of another body who goes another way (FED-3, ORG-8)."""

from uuid import UUID

import pytest
from sqlalchemy import update

from tests.cast import CITY_HALL, MORI, SATO, SUZUKI
from tests.keys import new_send_key
from tests.talk.neighbours.agreeing import agree, found
from tests.talk.neighbours.asking import GONE, asks, talking
from tests.talk.neighbours.test_talking import tries
from tests.talk.rooms.labelling import from_next_door
from tests.town import Town
from yoriai.people.accounts.models import Account

pytestmark = [pytest.mark.anyio, pytest.mark.req("FED-3")]


async def few_write_to(town: Town, who: UUID = SATO) -> None:
    """Let somebody be the mayor, to whom nobody writes who is not named."""
    async with town.assembly.works.writing() as work:
        post = update(Account).where(Account.id == who)
        await work.session.execute(post.values(employment_type="special_post", job_title="市長"))
    limited = await town.call(who, "PUT", "/api/own-special-post", {"circle": "named"})
    assert limited.status_code == 204


@pytest.mark.req("ORG-8", "A4")
async def test_a_special_post_to_whom_few_write_is_neither_found_nor_asked_by_other_bodies(
    town: Town,
) -> None:
    await agree(town)
    await few_write_to(town)
    assert await found(town, "佐藤", who=MORI) == []
    assert await asks(town, MORI, SATO, words="市長へ直接お願いします") == GONE
    assert await asks(town) == (200, "")  # themselves they ask whom they like
    async with town.assembly.works.writing() as work:
        await work.session.execute(
            update(Account).where(Account.id == SATO).values(employment_type="regular")
        )
    assert len(await found(town, "佐藤", who=MORI)) == 1


@pytest.mark.req("ORG-8", "A11", "N50")
async def test_other_bodies_are_not_told_who_acts_for_a_special_post(town: Town) -> None:
    await agree(town)
    room = await talking(town)
    delegate = {"account_id": str(SUZUKI)}
    assert (await town.call(SATO, "POST", "/api/delegates", delegate)).status_code == 201
    await few_write_to(town)
    body = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": "お願いです"}]}
    answer = await town.call(MORI, "POST", f"/api/rooms/{room}/messages", body)
    assert (answer.status_code, answer.json()["code"]) == (403, "special_posts.ask_contact")
    assert answer.json()["details"] == {"name": "佐藤 花子"}
    assert "鈴木" not in answer.text
    assert await tries(town, SATO, room) == (200, "")
    assert await tries(town, MORI, room) == (200, "")  # they were spoken to


@pytest.mark.req("ORG-7", "ORG-8", "A11")
async def test_nor_are_those_of_other_bodies_who_serve_in_the_same_organization(town: Town) -> None:
    await from_next_door(town)
    assert (await town.call(SATO, "POST", "/api/delegates", {"account_id": str(SUZUKI)})).status_code == 201
    await few_write_to(town)
    wish = {
        "request_key": new_send_key(), "name": "相談", "members": [str(SATO)], "organization_id": str(CITY_HALL),
    }  # fmt: skip
    answer = await town.call(MORI, "POST", "/api/rooms", wish)
    assert (answer.status_code, answer.json()["code"]) == (403, "special_posts.ask_contact")
    assert "鈴木" not in answer.text
