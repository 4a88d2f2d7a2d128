"""予約送信: written now, sent at its time, once, by whichever server is there (MSG-16)."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE
from tests.keys import new_send_key
from tests.talk.actors import actor_of, change_room, opened
from tests.talk.booking import LATER, Said, comes, falls_due, said, scheduled, waiting, write
from tests.talk.statements import statements
from tests.town import Town
from tests.transcripts import transcript
from yoriai.platform.jobs.models import Job
from yoriai.talk.messages import naming
from yoriai.talk.messages.models import Message
from yoriai.talk.scheduled import jobs, service
from yoriai.talk.scheduled.models import Scheduled

pytestmark = [pytest.mark.anyio, pytest.mark.req("MSG-16")]


async def test_it_waits_and_is_sent_at_its_time_as_any_message_is(town: Town) -> None:
    root = await town.says(SUZUKI, "当番はだれですか", WELFARE)
    one = await scheduled(town, quote=root)
    under = await scheduled(town, text="表にしました", thread=root, in_room=False)
    assert await said(town) == ["当番はだれですか"]
    async with town.listens(SUZUKI) as ear:
        await comes(town, one)
        told = (await ear.fact("messages.posted"))["body"]["message"]
        await comes(town, under)
        answer = (await ear.fact("messages.posted", 2))["body"]["message"]
    assert (told["author_id"], told["quote"]["message_id"]) == (str(SATO), root)
    assert (answer["thread_id"], answer["in_room"]) == (root, False)
    assert await waiting(town) == []


async def test_a_server_that_is_up_sends_it_by_itself(town: Town) -> None:
    one = await scheduled(town)
    async with town.listens(SUZUKI) as ear:
        async with town.assembly.works.writing() as work:
            now = work.now
            await work.session.execute(update(Scheduled).where(Scheduled.id == UUID(one)).values(due_at=now))
            await work.session.execute(update(Job).where(Job.kind == service.SEND).values(run_at=now))
            work.signal("jobs", service.SEND)
        await ear.fact("messages.posted")
    assert await said(town) == ["明日の当番です"]


@pytest.mark.req("F22")
async def test_several_servers_send_it_once(town: Town) -> None:
    one = await scheduled(town)
    await falls_due(town, one)
    works = town.assembly.works
    await asyncio.gather(*(jobs.send_due(works, {"scheduled": one}) for _ in range(4)))
    await jobs.send_due(works, {"scheduled": one})
    assert await said(town) == ["明日の当番です"]


@pytest.mark.req("F12", "F22", "C1")
async def test_a_clock_that_is_put_back_while_it_is_being_sent_does_not_lose_it(town: Town) -> None:
    one = await scheduled(town)
    body, works = {"scheduled": one}, town.assembly.works
    async with works.writing() as work:  # taken while the clock was ahead: it is done, and has sent nothing
        ended = update(Job).where(Job.kind == service.SEND).values(done_at=work.now)
        await work.session.execute(ended)
    await jobs.send_due(works, body)
    async with works.reading() as work:
        again = select(Job).where(Job.kind == service.SEND, Job.done_at.is_(None))
        (job,) = await work.session.scalars(again)
        due_at = await work.session.scalar(select(Scheduled.due_at).where(Scheduled.id == UUID(one)))
    assert (job.run_at, job.body) == (due_at, body)


@pytest.mark.req("F1", "C2")
async def test_what_dies_on_the_way_sends_nothing_and_the_next_one_sends_it_once(
    town: Town, monkeypatch
) -> None:
    one = await scheduled(town)
    await falls_due(town, one)
    with monkeypatch.context() as broken:

        def dies(*_: object) -> None:
            raise RuntimeError

        broken.setattr(jobs, "tell", dies)  # everything is written, and nothing committed
        with pytest.raises(RuntimeError):
            await jobs.send_due(town.assembly.works, {"scheduled": one})
    assert (await said(town), len(await waiting(town))) == ([], 1)
    await jobs.send_due(town.assembly.works, {"scheduled": one})
    assert (await said(town), await waiting(town)) == (["明日の当番です"], [])


async def test_it_is_changed_sent_at_once_and_given_up(town: Town) -> None:
    one, two, three = [await scheduled(town, text=text) for text in ("一", "二", "三")]
    words = [{"kind": "text", "text": "一（改）"}]
    due_at = (datetime.now(UTC) + timedelta(days=2)).isoformat()
    changed = await town.call(SATO, "PUT", f"/api/scheduled/{one}", {"parts": words, "due_at": due_at})
    assert changed.json()["parts"] == words
    assert [each["scheduled_id"] for each in await waiting(town)] == [two, three, one]
    # The job of the first time comes, and finds another one.
    await jobs.send_due(town.assembly.works, {"scheduled": one})
    assert (await town.call(SATO, "POST", f"/api/scheduled/{two}/sending")).status_code == 204
    assert (await town.call(SATO, "POST", f"/api/scheduled/{two}/sending")).status_code == 404
    for _ in range(2):
        assert (await town.call(SATO, "DELETE", f"/api/scheduled/{three}")).status_code == 204
    await jobs.send_due(town.assembly.works, {"scheduled": three})
    assert (await said(town), [each["scheduled_id"] for each in await waiting(town)]) == (["二"], [one])


@pytest.mark.req("BASE-4")
async def test_a_doubled_press_makes_one(town: Town) -> None:
    key = new_send_key()
    made = await asyncio.gather(*(write(town, send_key=key) for _ in range(3)))
    assert len({each["scheduled_id"] for _, each in made}) == 1
    assert (await town.told_at(f"person/{SATO}")).count("scheduled.changed") == 1


@pytest.mark.req("BASE-4", "D3")
async def test_the_same_again_is_the_same_message_even_when_its_time_has_come(town: Town) -> None:
    key = new_send_key()
    _, made = await write(town, send_key=key)
    await falls_due(town, made["scheduled_id"])
    status, again = await write(town, "ちがう話", send_key=key, after=-LATER)
    assert (status, again["scheduled_id"], again["parts"]) == (200, made["scheduled_id"], made["parts"])


@pytest.mark.req("BASE-1")
async def test_whom_it_names_is_judged_when_it_is_written_and_calling_many_is_asked_first(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = await opened(town, SATO, [SUZUKI, TANAKA])
    monkeypatch.setattr(naming, "MOST_UNASKED", 1)
    everyone: Said = {"kind": "mention", "of": "everyone", "id": None, "words": "全員"}
    nobody = {"kind": "mention", "of": "account", "id": str(TAKAHASHI), "words": "髙橋 渉"}
    for part, code in ((everyone, "messages.calls_many"), (nobody, "messages.not_in_room")):
        assert (await write(town, room=room, parts=[part]))[1]["code"] == code
    one = await scheduled(town, room=room, parts=[everyone | {"confirmed": True}])
    for part, code in ((everyone, "messages.calls_many"), (nobody, "messages.not_in_room")):
        again = await town.call(SATO, "PUT", f"/api/scheduled/{one}", {"parts": [part]})
        assert again.json()["code"] == code
    await comes(town, one)
    page = (await town.call(TANAKA, "GET", f"/api/rooms/{room}/messages")).json()
    assert [message["parts"] for message in page["messages"]] == [[everyone]]


async def test_what_is_refused_now_waits_for_its_time_as_it_did(town: Town) -> None:
    one = await scheduled(town)
    await change_room(town, WELFARE, archived_at=datetime.now(UTC))
    refused = await town.call(SATO, "POST", f"/api/scheduled/{one}/sending")
    assert (refused.status_code, refused.json()["code"]) == (409, "rooms.archived")
    assert [each["refused"] for each in await waiting(town)] == [None]
    await change_room(town, WELFARE, archived_at=None)
    await comes(town, one)
    assert await said(town) == ["明日の当番です"]


@pytest.mark.req("ZONE-1")
async def test_the_words_come_from_the_side_on_which_they_were_written_last(town: Town) -> None:
    one, path = await scheduled(town), "/api/scheduled/"
    words = {"parts": [{"kind": "text", "text": "明日の当番です"}]}
    told = len(await town.told_at(f"person/{SATO}"))
    assert (await town.call(SATO, "PUT", path + one, words)).status_code == 200
    assert len(await town.told_at(f"person/{SATO}")) == told, "the same again tells nobody"
    words = {"parts": [{"kind": "text", "text": "外から直しました"}]}
    assert (await town.call(SATO, "PUT", path + one, words, zone="internet")).status_code == 200
    await comes(town, one)
    async with town.assembly.works.reading() as work:
        assert await work.session.scalar(select(Message.zone)) == "internet"


@pytest.mark.parametrize(
    ("after", "code"), [(timedelta(seconds=-5), "scheduled.past"), (timedelta(days=400), "scheduled.too_far")]
)
async def test_a_time_that_is_over_or_too_far_is_refused(town: Town, after: timedelta, code: str) -> None:
    status, refused = await write(town, after=after)
    assert (status, refused["code"], refused["details"]["field"]) == (422, code, "due_at")
    one = await scheduled(town)
    due_at = (datetime.now(UTC) + after).isoformat()
    again = await town.call(SATO, "PUT", f"/api/scheduled/{one}", {"due_at": due_at})
    assert (again.status_code, again.json()["code"]) == (422, code)


@pytest.mark.req("N8", "N14", "BASE-3")
async def test_nobody_reaches_what_another_has_written_or_a_room_of_others(town: Town) -> None:
    one = await scheduled(town)
    for method, path in (("PUT", f"/api/scheduled/{one}"), ("POST", f"/api/scheduled/{one}/sending")):
        assert (await town.call(SUZUKI, method, path, {})).status_code == 404
    assert (await town.call(SUZUKI, "DELETE", f"/api/scheduled/{one}")).status_code == 204
    assert (len(await waiting(town)), await waiting(town, SUZUKI)) == (1, [])
    assert (await write(town, who=TANAKA))[0] == 404
    assert (await write(town, quote=str(uuid4())))[0] == 404


async def test_a_pile_of_them_refuses_politely(town: Town, monkeypatch) -> None:
    monkeypatch.setattr(service, "MOST_WAITING", 1)
    await scheduled(town)
    status, refused = await write(town)
    assert (status, refused["code"], refused["details"]) == (409, "scheduled.too_many", {"most": 1})


@pytest.mark.req("C8")
async def test_a_screen_that_is_open_elsewhere_stays_true(town: Town) -> None:
    one = await scheduled(town)
    more, told = ["/api/scheduled"], ["scheduled.changed"]
    async with transcript(town, "scheduled.changed", SATO, expect=told, more=more):
        await scheduled(town, text="もう一つ", after=timedelta(days=2))
    async with transcript(town, "scheduled.changed-gone", SATO, expect=told, more=more):
        await town.call(SATO, "DELETE", f"/api/scheduled/{one}")


async def test_many_take_as_many_queries_as_one(town: Town) -> None:
    actor, counts = await actor_of(town, SATO), list[tuple[int, int]]()
    for _ in range(3):
        await scheduled(town)
        async with town.assembly.works.reading() as work, statements(work) as sent:
            found = await service.waiting(work, actor)
        counts.append((len(found.scheduled), len(sent)))
    assert counts == [(1, 2), (2, 2), (3, 2)]
