"""The way out for files: whoever has lost the right to one has lost every link to it, whatever they ask (N7, A4, A5)."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from statistics import median
from time import perf_counter
from urllib.parse import unquote
from uuid import uuid4

import pytest
from sqlalchemy import update

from tests.cast import MORI, SATO, SUZUKI, TANAKA, WELFARE
from tests.people.questions import questions
from tests.talk.actors import change_room, change_seat, withdraw
from tests.talk.attachments.bringing import LINKS, attached, bring, link_of, shown
from tests.town import Town
from yoriai.people.accounts.models import Account, AccountStatus
from yoriai.people.files import links
from yoriai.people.files.content import shown_name
from yoriai.people.files.models import File, State
from yoriai.people.sessions.models import Session
from yoriai.talk.messages.models import Withdrawal

pytestmark = pytest.mark.anyio

WAYS: list[tuple[str, dict[str, str]]] = [
    ("GET", {}),
    ("HEAD", {}),
    ("GET", {"range": "bytes=0-99"}),
    ("GET", {"range": "bytes=99999999-"}),
    ("GET", {"if-none-match": "*"}),
    ("GET", {"range": "bytes=0-1", "if-range": '"x"'}),
]


async def answers(town: Town, link: str, zone: str = "lgwan") -> list[tuple[int, dict[str, str], bytes]]:
    """What each way of asking gets, without what every answer has of its own."""
    got = list[tuple[int, dict[str, str], bytes]]()
    for method, headers in WAYS:
        answer = await town.fetch(link, zone=zone, method=method, headers=headers)
        own = answer.headers["x-request-id"]
        said = {name: value for name, value in answer.headers.items() if name not in {"date", "x-request-id"}}
        got.append((answer.status_code, said, answer.content.replace(own.encode(), b"")))
    return got


async def statuses(town: Town, link: str, zone: str = "lgwan") -> list[int]:
    return [status for status, *_ in await answers(town, link, zone)]


OPEN, SHUT = [200, 200, 206, 416, 304, 200], [404] * len(WAYS)


@pytest.mark.req("FILE-1", "S15", "N60")
async def test_a_member_gets_the_file_without_a_cookie_and_nothing_else(town: Town) -> None:
    brought = await bring(town, name="見積 書.png")
    await attached(town, brought)
    card = (await shown(town, SUZUKI, brought))[brought.file_id]
    assert (card["name"], card["state"], card["may_open"]) == ("見積 書.png", "disarmed", True)
    whole = await town.fetch(str(card["whole"]), zone="lgwan")
    small = await town.fetch(str(card["small"]), zone="lgwan")
    assert (whole.content, small.content) == (brought.clean, brought.small)
    assert "filename*=UTF-8''%E8%A6%8B%E7%A9%8D%20%E6%9B%B8.png" in whole.headers["content-disposition"]
    assert whole.headers["etag"] != small.headers["etag"] and small.headers["content-type"] == "image/png"
    part = await town.fetch(str(card["whole"]), zone="lgwan", headers={"range": "bytes=100-199"})
    assert (part.status_code, part.content) == (206, brought.clean[100:200])
    known = {"if-none-match": whole.headers["etag"]}
    assert (await town.fetch(str(card["whole"]), zone="lgwan", headers=known)).status_code == 304
    for path in ("/api/screen", "/api/entrance", "/", "/assets/x.js", "/socket", "/events", "/healthz"):
        assert (await town.fetch(path, zone="lgwan")).status_code == 404


async def left(town: Town, message: str) -> None:
    await town.call(SUZUKI, "DELETE", f"/api/rooms/{WELFARE}/members/{SUZUKI}")


async def taken_back(town: Town, message: str) -> None:
    await withdraw(town, message)


async def removed_at_once(town: Town, message: str) -> None:
    await withdraw(town, message, Withdrawal.TRACELESS)


async def came_later(town: Town, message: str) -> None:
    await change_seat(town, WELFARE, SUZUKI, since_ordinal=1_000)


async def signed_out(town: Town, message: str) -> None:
    await town.call(SUZUKI, "POST", "/api/sign-out", {})


async def suspended(town: Town, message: str) -> None:
    async with town.assembly.works.writing() as work:
        await work.session.execute(
            update(Account).where(Account.id == SUZUKI).values(status=AccountStatus.SUSPENDED)
        )


async def locked(town: Town, message: str) -> None:
    async with town.assembly.works.writing() as work:
        here = update(Session).where(Session.account_id == SUZUKI)
        await work.session.execute(here.values(locked_at=datetime.now(UTC)))


async def may_open_none(town: Town, message: str) -> None:
    entrance = town.assembly.entrance
    none = dict.fromkeys(entrance.profile.withheld, frozenset({"files.open"}))
    entrance.profile = entrance.profile.model_copy(update={"withheld": none})


@pytest.mark.req("N7", "K6", "A4", "A5", "A7")
@pytest.mark.parametrize(
    "loses",
    [left, taken_back, removed_at_once, came_later, signed_out, suspended, locked, may_open_none],
    ids=lambda each: each.__name__,
)
async def test_an_old_link_is_worth_nothing_once_the_right_is_gone(
    town: Town, loses: Callable[[Town, str], Awaitable[None]]
) -> None:
    brought = await bring(town)
    message = await attached(town, brought)
    old = [await link_of(town, SUZUKI, brought, form=form) for form in ("whole", "small")]
    nothing = await answers(town, f"/f/{'A' * 112}/x")
    for link in old:
        assert await statuses(town, link) == OPEN
    await loses(town, message)
    for link in old:
        assert await answers(town, link) == nothing
    assert [status for status, *_ in nothing] == SHUT


@pytest.mark.req("N6", "N7", "K4", "A10")
async def test_a_link_is_for_one_person_on_one_side_for_minutes(town: Town) -> None:
    brought = await bring(town)
    await attached(town, brought)
    link = await link_of(town, SUZUKI, brought)
    assert await statuses(town, link, zone="internet") == SHUT
    for stranger in (TANAKA, MORI):
        assert await shown(town, stranger, brought) == {}
    now, works = datetime.now(UTC), town.assembly.works
    works.now = lambda: now + links.LASTS
    assert await statuses(town, link) == SHUT
    works.now = lambda: now
    assert await statuses(town, link) == OPEN


@pytest.mark.req("N7", "K4")
async def test_the_session_of_another_makes_no_link_theirs(town: Town) -> None:
    brought = await bring(town)
    await attached(town, brought)
    key, now = town.assembly.settings.server_key(), datetime.now(UTC)
    own = links.read(key, (await link_of(town, SUZUKI, brought)).split("/")[4], "lgwan", now)
    assert own is not None
    for whose, status in ((SUZUKI, OPEN), (SATO, SHUT), (TANAKA, SHUT)):
        written = links.write(key, replace(own, account_id=whose), "lgwan")
        assert await statuses(town, f"/f/{written}/x") == status


@pytest.mark.req("N7", "ZONE-5")
async def test_a_room_that_is_not_on_this_side_shows_no_files_there(town: Town) -> None:
    brought = await bring(town)
    await attached(town, brought)
    link = await link_of(town, SUZUKI, brought, zone="internet")
    assert await statuses(town, link, zone="internet") == OPEN
    await change_room(town, WELFARE, lgwan_only=True)
    assert await statuses(town, link, zone="internet") == SHUT
    assert await shown(town, SUZUKI, brought, zone="internet") == {}


async def test_whoever_has_brought_a_file_sees_it_until_it_is_sent(town: Town) -> None:
    brought = await bring(town)
    assert set(await shown(town, SATO, brought)) == {brought.file_id}
    assert await shown(town, SUZUKI, brought) == {}
    link = await link_of(town, SATO, brought)
    await attached(town, brought)
    assert await statuses(town, link) == OPEN
    await change_seat(town, WELFARE, SATO, is_open=None)
    assert await statuses(town, link) == SHUT, "what was sent is the room's"


@pytest.mark.req("N85", "S11")
@pytest.mark.parametrize("zone", ["lgwan", "internet"])
async def test_what_is_not_disarmed_goes_to_nobody(town: Town, zone: str) -> None:
    brought = await bring(town)
    await attached(town, brought)
    link = await link_of(town, SUZUKI, brought, zone=zone)
    for state in (State.CHECKING, State.HELD, State.DECLINED, "later version"):
        async with town.assembly.works.writing() as work:
            await work.session.execute(update(File).where(File.id == brought.file_id).values(state=state))
        assert await statuses(town, link, zone) == SHUT
        card = (await shown(town, SUZUKI, brought, zone=zone))[brought.file_id]
        assert (card["state"], card["may_open"], card["whole"], card["small"]) == (state, False, None, None)


HOSTILE = [
    "<img src=x onerror=alert(1)>.png",
    '"; filename="evil.exe',
    "a\r\nset-cookie: x=1.png",
    "../../etc/passwd.png",
    "..%2f..%2fetc.png",
    "\u202egnp.exe.png",
    "CON.png",
    "見積\u3000書（最終）.png",
    "𠮷野家﨑.png",
    "a" * 300 + ".png",
    ".png",
]


@pytest.mark.req("N59", "N61")
async def test_no_name_is_more_than_a_name(town: Town) -> None:
    several = [await bring(town, name=shown_name(name)) for name in HOSTILE]
    await attached(town, *several)
    cards = await shown(town, SUZUKI, *several)
    for brought in several:
        card = cards[brought.file_id]
        address, name = str(card["whole"]), str(card["name"])
        assert address.count("/") == 5 and not set("<>\"'\r\n\\?#") & set(address)
        answer = await town.fetch(address, zone="lgwan")
        said = answer.headers["content-disposition"]
        assert (answer.status_code, answer.content) == (200, brought.clean)
        assert said.startswith("attachment; filename=") and "set-cookie" not in answer.headers
        kept = unquote(said.partition("filename*=UTF-8''")[2])
        assert kept == name and not set('/\\:*?"<>|\r\n\u202e') & set(kept)


@pytest.mark.req("BASE-4")
async def test_links_for_a_whole_page_cost_as_many_questions_as_for_one(town: Town) -> None:
    several = [await bring(town) for _ in range(12)]
    await attached(town, *several)
    asked = list[int]()
    for some in (several[:1], several):
        with questions(town.assembly.store) as sent:
            assert len(await shown(town, SUZUKI, *some)) == len(some)
        asked.append(len(sent))
    assert asked[0] == asked[1] == 5, (
        "who asks, what is ruled about saving, which are their own, which are shown to them, the files"
    )
    with questions(town.assembly.store) as sent:
        await town.fetch(await link_of(town, SUZUKI, several[0]), zone="lgwan")
    assert len(sent) == 2 * asked[1]


@pytest.mark.req("A4")
async def test_every_no_takes_as_long(town: Town) -> None:
    async def takes(link: str) -> float:
        began = perf_counter()
        assert (await town.fetch(link, zone="lgwan")).status_code == 404
        return perf_counter() - began

    brought, stranger = await bring(town), await bring(town, TANAKA)
    await attached(town, brought)
    own = await link_of(town, TANAKA, stranger)
    key = town.assembly.settings.server_key()
    said = links.read(key, own.split("/")[4], "lgwan", datetime.now(UTC))
    assert said is not None
    there, nowhere = (
        f"/f/{links.write(key, links.Link(each, said.form, said.account_id, said.session_id, said.until), 'lgwan')}/x"
        for each in (brought.file_id, uuid4())
    )
    # In turns, so that whatever else the machine does meanwhile is done to both.
    assert abs(median([await takes(there) - await takes(nowhere) for _ in range(41)])) < 0.005


async def test_no_more_links_than_fit_on_a_page_are_asked_for(town: Town) -> None:
    for ids in ([], [str(uuid4())] * 101, ["x"]):
        assert (await town.call(SATO, "POST", LINKS, {"file_ids": ids})).status_code == 422
