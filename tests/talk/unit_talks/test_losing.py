"""Whoever speaks for a unit no longer has lost its talks: at every door, on every line, at once (ORG-6, N40)."""

import asyncio
from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from tests.cast import CITY_HALL, MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.ear import Refusal
from tests.keys import new_send_key
from tests.people.accounts.roster.bringing import CAST, NEW, taken, undone
from tests.talk.unit_talks.counter import (
    PATH,
    UNIT,
    asks_for,
    names,
    opened,
    page,
    row,
    said,
    says,
    takes_out,
    talk,
)
from tests.talk.unit_talks.membership import brings, room_of, seats
from tests.town import Town
from yoriai.kit.days import day_in_japan
from yoriai.people.accounts.facts import AccountsChanged
from yoriai.people.accounts.models import Account, AccountStatus
from yoriai.people.orgs.models import Department
from yoriai.platform.facts.durable import Entry
from yoriai.platform.facts.line import Line
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Work
from yoriai.talk.unit_talks import jobs
from yoriai.talk.unit_talks.jobs import follow_all

pytestmark = pytest.mark.anyio


async def counter(town: Town) -> tuple[str, str, UUID]:
    """The account, by what 佐藤 speaks for it, and a talk of 田中 with it."""
    account = await opened(town)
    speaker = await names(town, account, SATO)
    await names(town, account, SUZUKI)
    return account, speaker, await talk(town, TANAKA, account)


@pytest.mark.req("ORG-6", "N40")
async def test_every_door_is_shut_from_the_moment_on(town: Town) -> None:
    account, speaker, room = await counter(town)
    answered = (await says(town, SATO, room, "十七時までです")).json()
    draft = {"version": new_send_key(), "seen": None, "text": "続き"}
    assert (await town.call(SATO, "PUT", f"/api/rooms/{room}/draft", draft)).status_code == 200
    await takes_out(town, account, speaker)
    assert await row(town, SATO, room) is None
    assert (await town.call(SATO, "GET", "/api/drafts")).json()["drafts"] == []
    message = f"/api/rooms/{room}/messages/{answered['message_id']}"
    put_right = {"parts": [{"kind": "text", "text": "別の話"}], "seen": None}
    for method, path, body in (
        ("GET", f"/api/rooms/{room}", None),
        ("GET", f"/api/rooms/{room}/messages", None),
        ("GET", message, None),
        ("GET", f"{message}/readers", None),
        ("POST", f"/api/rooms/{room}/messages", said("まだいます")),
        ("POST", f"/api/rooms/{room}/messages", said("まだいます", on_behalf_of=account)),
        ("PUT", message, put_right),
        ("PUT", f"{message}/withdrawal", {"reason": None}),
        ("PUT", f"/api/rooms/{room}/read-mark", {"ordinal": 1}),
    ):
        refused = await town.call(SATO, method, path, body)
        assert refused.status_code == 404, (method, path, refused.text)
    # That the talk is gone is told before the line is ended, so that an open page lets go of what it held of it.
    assert (await town.told_at(f"person/{SATO}"))[-2:] == ["rooms.lost", "accounts.rights_changed"]
    # Whoever still speaks for it goes on, and what was said stays under the name of the unit.
    assert (await says(town, SUZUKI, room, "続きです")).status_code == 200
    assert [each["author_id"] for each in (await page(town, TANAKA, room))["messages"]] == [
        str(SATO),
        str(SUZUKI),
    ]


@pytest.mark.req("ORG-6", "N40")
@pytest.mark.parametrize("carrier", ["socket", "events", "poll"])
async def test_an_open_line_hears_nothing_of_it_any_more(town: Town, carrier: str) -> None:
    account, speaker, room = await counter(town)
    async with town.listens(SATO, carrier=carrier) as ear:
        await takes_out(town, account, speaker)
        await ear.knocks_again()
        await says(town, TANAKA, room, "内緒の話")
        assert ear.named("messages.posted") == []
    async with town.listens(SATO, carrier=carrier) as again:
        assert f"room/{room}" not in again.hello["heads"]
        await says(town, TANAKA, room, "これも")
        await town.says(SUZUKI, "しるし", town.welfare)
        await again.until(lambda: again.named("messages.posted"))
        assert [each["body"]["room_id"] for each in again.named("messages.posted")] == [str(town.welfare)]


@pytest.mark.req("ORG-6", "N40")
async def test_the_others_in_the_talk_are_not_told_who_comes_and_goes(town: Town) -> None:
    account, speaker, room = await counter(town)
    async with town.listens(TANAKA) as ear:
        await takes_out(town, account, speaker)
        await says(town, SUZUKI, room, "十七時までです")
        await ear.fact("messages.posted")
        told = [frame for frame in ear.facts if frame.get("stream") == f"room/{room}"]
    assert all(str(SATO) not in str(frame) for frame in told)
    assert [frame.get("fact") for frame in told] == [None, "messages.posted"]


@pytest.mark.req("ORG-6", "N5", "A4")
async def test_nobody_else_reads_posts_or_marks_as_the_unit(town: Town) -> None:
    account, _, room = await counter(town)
    wish = {"room_id": str(room), "parts": [{"kind": "text", "text": "窓口"}]}
    for stranger in (TAKAHASHI, MORI):
        for forged in (None, account, str(TANAKA), str(uuid4())):
            refused = await says(town, stranger, room, "窓口です", on_behalf_of=forged)
            assert refused.status_code == 404
        async with town.listens(stranger) as ear:
            with pytest.raises(Refusal) as shut:
                await ear.ask("messages.post", **wish, send_key=new_send_key(), on_behalf_of=account)
            assert shut.value.status == 404
            with pytest.raises(Refusal):
                await ear.ask("receipts.mark", room_id=str(room), ordinal=1)
        assert (await town.call(stranger, "GET", f"/api/rooms/{room}/messages")).status_code == 404
    # Whoever is in the talk for themselves does not speak as the unit, nor the unit as them.
    assert (await says(town, TANAKA, room, "窓口です", on_behalf_of=account)).json()["code"] == (
        "department_accounts.not_authorized"
    )
    for forged in (str(TANAKA), str(SUZUKI), str(uuid4())):
        refused = await says(town, SATO, room, "代わりに", on_behalf_of=forged)
        assert refused.json()["code"] == "department_accounts.not_authorized"
    assert (await page(town, TANAKA, room))["messages"] == []


@pytest.mark.req("ORG-6", "N40")
async def test_a_post_that_races_with_the_removal_is_said_before_it_or_not_at_all(town: Town) -> None:
    account, speaker, room = await counter(town)
    posts = [says(town, SATO, room, f"{at}") for at in range(6)]
    answers, _ = await asyncio.gather(asyncio.gather(*posts), takes_out(town, account, speaker))
    outcomes = {each.status_code for each in answers}
    assert outcomes <= {200, 404}
    told = await town.told(room)
    last_said = max((at for at, name in enumerate(told) if name == "messages.posted"), default=-1)
    assert last_said < told.index("rooms.holder_left")
    assert (await says(town, SATO, room, "まだ")).status_code == 404


@pytest.mark.req("ORG-6", "N40")
async def test_with_the_unit_closed_or_the_person_stopped_it_is_gone_and_comes_back(town: Town) -> None:
    _, _, room = await counter(town)

    async def follows() -> None:
        await follow_all(town.assembly.works, {})

    async def unit_is(*, is_open: bool) -> None:
        async with town.assembly.works.writing() as work:
            (await work.session.get_one(Department, UNIT)).is_open = is_open

    await unit_is(is_open=False)
    # Nothing is said in its name from the commit on, whether the seats have followed yet or not.
    assert (await says(town, SATO, room, "窓口です")).status_code in (403, 404, 409)
    await follows()
    assert await row(town, SATO, room) is None
    assert (await says(town, TANAKA, room, "だれか")).json()["code"] == "rooms.archived"
    await unit_is(is_open=True)
    await follows()
    await follows()
    assert (await says(town, SATO, room, "窓口です")).status_code == 200
    async with town.assembly.works.writing() as work:
        stopped = update(Account).where(Account.id == SUZUKI).values(status=AccountStatus.SUSPENDED)
        await work.session.execute(stopped)
    await follows()
    assert (await town.told(room))[-1] == "rooms.holder_left"


@pytest.mark.req("ORG-6", "N40")
async def test_stopping_somebody_is_followed_by_itself(town: Town) -> None:
    _, _, room = await counter(town)
    async with town.listens(TANAKA) as ear:
        stopped = f"/api/accounts/{SUZUKI}/suspension"
        assert (await town.call(TAKAHASHI, "PUT", stopped)).status_code == 204
        await ear.until(lambda: any(frame["stream"] == f"room/{room}" for frame in ear.facts))
    assert (await town.told(room))[-1] == "rooms.holder_left"


@pytest.mark.req("ORG-6", "ORG-10", "ADMIN-3", "N40")
async def test_with_the_import_that_has_brought_its_unit_it_is_gone(town: Town) -> None:
    import_id = (await taken(town, NEW, *CAST)).json()["import_id"]
    async with town.assembly.works.reading() as work:
        path = "健康福祉部 健康づくり推進課"
        unit = str(await work.session.scalar(select(Department.id).where(Department.path == path)))
    account = (await town.call(TAKAHASHI, "POST", PATH, {"unit_id": unit, "name": "窓口"})).json()[
        "account_id"
    ]
    await names(town, account, SATO)
    room = await talk(town, TANAKA, account)
    await says(town, TANAKA, room, "内緒の話")
    assert (await undone(town, import_id)).status_code == 200
    await follow_all(town.assembly.works, {})
    assert (await town.call(SATO, "GET", f"/api/rooms/{room}/messages")).status_code == 404
    assert (await says(town, TANAKA, room, "だれか")).json()["code"] == "rooms.archived"
    (line,) = (await town.call(TAKAHASHI, "GET", PATH)).json()["accounts"]
    assert (line["name"], line["is_unit_open"]) == ("窓口", False)


@pytest.mark.req("ORG-6", "N40", "K13")
async def test_whose_last_day_has_passed_answers_for_the_unit_no_more_and_again_with_another_one(
    town: Town,
) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    room = await talk(town, TANAKA, account)
    assert (await brings(town, town.roads, account)).status_code == 204

    async def ends(last: date | None) -> tuple[bool, bool]:
        """Whether 佐藤 sits in the talk and in the room of 土木課 then."""
        async with town.assembly.works.writing() as work:
            await work.session.execute(update(Account).where(Account.id == SATO).values(ends_on=last))
        await follow_all(town.assembly.works, {})
        seat = SATO, UUID(account)
        return seat in await seats(town, room), seat in await seats(town, town.roads)

    today = day_in_japan(town.assembly.works.now())
    assert await ends(today + timedelta(days=1)) == (True, True)
    assert await ends(today - timedelta(days=1)) == (False, False)
    answer = await town.call(TANAKA, "GET", "/api/addressed-department-accounts")
    assert answer.json()["accounts"] == []
    assert (await asks_for(town, SUZUKI, account)).status_code == 422
    members = (await room_of(town, TANAKA, town.roads))["members"]
    assert [each["speakers"] for each in members if each["account_id"] == account] == [[]]
    assert await ends(None) == (True, True)
    assert (await says(town, SATO, room, "戻りました")).json()["ordinal"] == 1


@pytest.mark.req("ORG-6")
@pytest.mark.parametrize(
    ("who", "is_concerned"), [((SATO,), True), ((TANAKA, SATO), True), ((TANAKA,), False), ((), True)]
)
async def test_a_change_of_somebody_leaves_a_job_for_the_units_alone_for_which_they_speak(
    town: Town, monkeypatch: pytest.MonkeyPatch, who: tuple[UUID, ...], is_concerned: bool
) -> None:
    """In a city with a hundred such units one extension that is put right is no hundred works. None named is many."""
    account = await opened(town)
    await names(town, account, SATO)
    left, enqueue = list[object](), jobs.enqueue
    fact = AccountsChanged(organization_id=CITY_HALL, account_ids=who)
    async with town.assembly.works.writing() as mine:

        async def leave(work: Work, kind: str, *, body: Mapping[str, object]) -> None:
            if work is mine:
                left.append((kind, body))
            else:  # the reader itself, about what was told before
                await enqueue(work, kind, body=body)

        monkeypatch.setattr(jobs, "enqueue", leave)
        line = Line(fact.stream(), 1, fact, TAKAHASHI, mine.now)
        await jobs.note(mine, [Entry(line, Cause(account_id=TAKAHASHI))])
    assert left == ([(jobs.FOLLOW, {"account": account})] if is_concerned else [])
