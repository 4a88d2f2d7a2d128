"""見せる: a locked screen goes on showing the chosen pictures, and lets nobody at anything else (FILE-14)."""

from uuid import UUID

import pytest

from tests.cast import PASSWORD, SATO, SUZUKI
from tests.people.files.taking.ruling import rule
from tests.talk.actors import withdraw
from tests.talk.attachments.bringing import Brought, attached, bring, link_of
from tests.town import Town
from yoriai.people.files.models import State
from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.people.files.taking.settings import Saving, SavingBySide

pytestmark = [pytest.mark.anyio, pytest.mark.req("FILE-14")]

SHOWING = "/api/showing"


async def shows(town: Town, *brought: Brought, who: UUID = SUZUKI) -> tuple[int, str]:
    """Hand the screen over, and what is answered."""
    body = {"file_ids": [str(each.file_id) for each in brought]}
    answer = await town.call(who, "POST", SHOWING, body)
    return answer.status_code, answer.json()["code"] if answer.content else ""


async def on_screen(town: Town) -> dict[str, str]:
    """The pictures of the screen by their names, in their order, each with a link."""
    answer = await town.call(SUZUKI, "GET", SHOWING)
    assert answer.status_code == 200, answer.text
    return {each["name"]: each["whole"] for each in answer.json()["files"]}


async def status_of(town: Town, link: str) -> int:
    return (await town.fetch(link, zone="lgwan")).status_code


@pytest.mark.req("N7", "K6", "AUTH-5")
async def test_the_screen_shows_these_pictures_and_nothing_else_until_the_password(town: Town) -> None:
    one, two, other = [await bring(town, name=name) for name in ("配置図.png", "入口.png", "名簿.png")]
    message, _ = await attached(town, two), await attached(town, one, other)
    old, foreign = await link_of(town, SUZUKI, one), await link_of(town, SUZUKI, other)
    async with town.listens(SUZUKI) as ear:
        assert await shows(town, two, one) == (204, "")
        assert (await ear.ended(2))[0] == 4401
    assert (await town.call(SUZUKI, "GET", "/api/entrance")).json()["locked"]["is_showing"]
    # A page that is loaded anew is told the same: nobody gets out by that.
    found = await on_screen(town)
    assert list(found) == list(await on_screen(town)) == ["入口.png", "配置図.png"]
    assert [await status_of(town, each) for each in (*found.values(), old)] == [200, 200, 200]
    assert await status_of(town, foreign) == 404, "what was not chosen is locked away"
    for method, path in (("GET", "/api/screen"), ("POST", SHOWING), ("POST", "/api/lock")):
        body = {"file_ids": [str(other.file_id)]} if path == SHOWING else None
        refused = await town.call(SUZUKI, method, path, body)
        assert (refused.status_code, refused.json()["code"]) == (401, "sessions.locked")
    await withdraw(town, message)
    assert list(await on_screen(town)) == ["配置図.png"], "what was taken back is gone from there, too"
    assert await status_of(town, found["入口.png"]) == 404
    await comes_back(town, old)


async def comes_back(town: Town, link: str) -> None:
    """By the password alone; then nothing is shown any more."""
    wrong = await town.call(SUZUKI, "POST", "/api/unlock", {"password": "ちがいます 2026"})
    assert wrong.status_code == 401
    assert (await town.call(SUZUKI, "POST", "/api/unlock", {"password": PASSWORD})).status_code == 200
    assert (await town.call(SUZUKI, "GET", SHOWING)).status_code == 404
    assert (await town.call(SUZUKI, "POST", "/api/lock")).status_code == 204
    assert (await town.call(SUZUKI, "GET", SHOWING)).status_code == 404, "another lock shows nothing"
    assert await status_of(town, link) == 404


@pytest.mark.req("N6", "S11")
async def test_nothing_is_shown_but_pictures_that_one_may_open(town: Town) -> None:
    unsent, held = await bring(town), await bring(town, state=State.HELD)
    plan, good = await bring(town, name="計画.pdf", kind=Kind.PDF), await bring(town)
    await attached(town, held, plan, good)
    for wrong in (unsent, held, plan):
        assert await shows(town, good, wrong) == (409, "sessions.nothing_to_show")
    assert (await shows(town))[0] == 422
    assert (await town.call(SUZUKI, "GET", "/api/screen")).status_code == 200, "nothing was locked"
    assert (await town.call(None, "GET", SHOWING)).status_code == 401
    assert (await town.call(SATO, "GET", SHOWING)).status_code == 404


@pytest.mark.req("FILE-7", "N7")
async def test_where_nothing_may_be_saved_the_small_picture_is_shown_alone(town: Town) -> None:
    brought = await bring(town)
    await attached(town, brought)
    assert await shows(town, brought) == (204, "")
    whole = (await on_screen(town))["現場.png"]
    assert await status_of(town, whole) == 200
    await rule(town, saving=SavingBySide(lgwan=Saving(desktop=False)))
    (card,) = (await town.call(SUZUKI, "GET", SHOWING)).json()["files"]
    assert (card["whole"], card["not_saved"]) == (None, "files.saving_off")
    small = await town.fetch(card["small"], zone="lgwan")
    assert (small.status_code, small.content) == (200, brought.small)
    assert await status_of(town, whole) == 404, "what was handed out before leads nowhere any more"
