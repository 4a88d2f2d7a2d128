"""Who learns of an inspection: the auditor at once, the members when it is over, exactly once; and nobody that it is on."""

import asyncio
from typing import cast

import pytest
from sqlalchemy import select, update

from tests.cast import MIHON, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.town import Town
from tests.transcripts import transcript
from tests.watch.audit.inspecting import (
    DONE,
    GONE,
    REASON,
    approved,
    asks,
    becomes,
    does,
    later,
    lines,
    listed,
    reads,
    runs_out,
    staffed,
)
from tests.watch.audit.log import entries
from yoriai.people.access.capabilities import Role
from yoriai.people.orgs.models import Tenant
from yoriai.talk.rooms.models import ReadMark
from yoriai.watch.audit.inspections.ending import sweep

pytestmark = [pytest.mark.anyio, pytest.mark.req("AUDIT-2", "N119")]
FACTS = [f"inspections.{each}" for each in ("asked", "approved", "read", "ended")]


@pytest.mark.req("C8")
async def test_the_auditor_hears_all_of_it_at_once(town: Town) -> None:
    await staffed(town)
    await town.says(SATO, "窓口の当番表です", town.welfare)
    for name, change in (
        ("inspections.refused", ("POST", "/refusal", {"reason": "足りるため"}, SUZUKI)),
        ("inspections.withdrawn", ("DELETE", "", None, TAKAHASHI)),
    ):
        path, (method, tail, body, who) = await asks(town, town.roads), change
        async with transcript(town, name, TANAKA, expect=[name]):
            assert await does(town, who, method, f"{path}{tail}", body) == DONE
    async with transcript(town, "inspections.asked", TANAKA, expect=["inspections.asked"]):
        path = await asks(town, town.welfare)
    async with transcript(town, "inspections.approved", TANAKA, expect=["inspections.approved"]):
        assert await does(town, SUZUKI, "POST", f"{path}/approval") == DONE
    async with transcript(town, "inspections.read", TANAKA, expect=["inspections.read"]):
        await reads(town, path)
    async with transcript(town, "inspections.ended", TANAKA, expect=["inspections.ended"]):
        assert await does(town, TAKAHASHI, "POST", f"{path}/end") == DONE


@pytest.mark.req("C8")
async def test_that_nobody_answered_is_told_too(town: Town) -> None:
    await staffed(town)
    await runs_out(town, await asks(town, town.welfare))
    async with transcript(town, "inspections.lapsed", TANAKA, expect=["inspections.lapsed"]):
        for _ in range(2):
            await sweep(town.assembly.works, {})
    assert (await town.told_at(f"audit/{MIHON}")).count("inspections.lapsed") == 1
    assert await lines(town, town.welfare, SATO) == []


@pytest.mark.req("AUDIT-4", "C10")
async def test_every_step_and_every_page_is_a_row_without_the_words_of_the_room(town: Town) -> None:
    await staffed(town)
    await town.says(SATO, "窓口の当番表です", town.welfare)
    path = await approved(town, town.welfare)
    for who in (TAKAHASHI, SUZUKI, TAKAHASHI):
        await reads(town, path, who)
    assert await does(town, SUZUKI, "POST", f"{path}/end") == DONE
    _, asked, agreed, *pages, ended = await entries(town)
    assert [row.kind for row in (asked, agreed, ended)] == [FACTS[0], FACTS[1], FACTS[3]]
    assert [(row.kind, row.account_name) for row in pages] == [
        ("inspections.read", name) for name in ("髙橋 渉", "鈴木 﨑子", "髙橋 渉")
    ]
    for row in (asked, agreed, *pages, ended):
        assert (row.object_id, row.outcome) == (town.welfare, "done")
        assert "当番表" not in str(row.body)
        assert "福祉課" in row.about
    assert (asked.body["reason"], agreed.body["reason"]) == (REASON, REASON)
    (read,) = cast("list[dict[str, dict[str, object]]]", pages[0].body["facts"])
    assert [read["fields"][each] for each in ("first", "last", "messages")] == [1, 1, 1]


async def test_a_number_that_is_nobodys_business_stays_out_of_the_reason(town: Town) -> None:
    await asks(town, town.welfare, reason="123456789018 の件")
    (row,) = await entries(town)
    assert "123456789018" not in str(row.body)
    assert "123456789018" not in str(await listed(town))


async def test_while_it_lasts_nobody_in_the_room_notices_anything(town: Town) -> None:
    await staffed(town)
    await town.says(TANAKA, "現場に出ます", town.roads)
    path = await approved(town, town.roads)
    before = (await town.call(TANAKA, "GET", "/api/screen")).json()["rooms"]
    told = await town.told(town.roads)
    await reads(town, path, SUZUKI)
    assert (await town.call(TANAKA, "GET", "/api/screen")).json()["rooms"] == before
    assert await town.told(town.roads) == told
    at = f"/api/rooms/{town.roads}"
    assert await does(town, SUZUKI, "GET", f"{at}/messages") == GONE
    assert await does(town, SUZUKI, "PUT", f"{at}/read-mark", {"ordinal": 1}) == GONE
    async with town.assembly.works.reading() as work:
        marks = select(ReadMark).where(ReadMark.account_id == SUZUKI, ReadMark.room_id == town.roads)
        assert (await work.session.scalars(marks)).all() == []


async def test_when_it_is_over_members_are_told_who_read_which_days_and_why(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    await staffed(town)
    await town.says(SATO, "窓口の当番表です", town.welfare)
    path = await approved(town, town.welfare, hours=1)
    await reads(town, path)
    await sweep(town.assembly.works, {})
    assert await lines(town, town.welfare, SATO) == []
    then = later(town, monkeypatch, hours=1)
    async with town.listens(SATO) as ear:
        await asyncio.gather(*(sweep(town.assembly.works, {}) for _ in range(3)))
        (told,) = (await ear.fact("rooms.changed"))["body"]["lines"]
    (line,) = await lines(town, town.welfare, SATO)
    assert line == told
    days = line["words"].split(" ")[:2]
    assert [who["family"] for who in line["who"]] == ["髙橋"]  # 鈴木 agreed and has read nothing
    assert (line["by"], days[0] == days[1], line["words"].endswith(REASON)) == (None, True, True)
    assert line["at"][:16] == then.isoformat()[:16]
    rows = [row for row in await entries(town) if row.kind == "inspections.ended"]
    assert [row.account_id for row in rows] == [None]
    assert "rooms.changed" in str(rows[0].body)


async def test_the_body_may_keep_the_reason_to_itself_and_nothing_else(town: Town) -> None:
    await staffed(town)
    async with town.assembly.works.writing() as work:
        tenant = await work.session.get_one(Tenant, MIHON)
        tenant.policies = tenant.policies | {"inspections": {"tells_reason": False}}
    path = await approved(town, town.welfare)
    await reads(town, path)
    for _ in range(2):
        assert await does(town, SUZUKI, "POST", f"{path}/end") == DONE
    (line,) = await lines(town, town.welfare, SATO)
    assert REASON not in line["words"]
    assert len(line["words"].split(" ")) == 2


async def test_where_nobody_has_read_there_is_nothing_to_tell(town: Town) -> None:
    await staffed(town)
    path = await approved(town, town.welfare)
    assert await does(town, SATO, "POST", f"{path}/end") == (403, "forbidden")
    await becomes(town, SATO, Role.ADMINISTRATOR)
    assert await does(town, SATO, "POST", f"{path}/end") == GONE
    assert await does(town, TAKAHASHI, "POST", f"{path}/end") == DONE
    assert await lines(town, town.welfare, SUZUKI) == []
    (ended,) = await listed(town)
    assert (ended["state"], ended["readers"], ended["ended_by"]["family"]) == ("ended", [], "髙橋")
    assert await does(town, TAKAHASHI, "POST", f"{path}/pages") == GONE


async def test_members_are_told_also_when_those_who_read_are_gone(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    await staffed(town)
    path = await approved(town, town.welfare, hours=1)
    for who in (TAKAHASHI, SUZUKI):
        await reads(town, path, who)
    await becomes(town, SATO, Role.OWNER)
    for who in (TAKAHASHI, SUZUKI):
        assert await does(town, SATO, "PUT", f"/api/accounts/{who}/suspension") == DONE
    later(town, monkeypatch, hours=1)
    await sweep(town.assembly.works, {})
    (line,) = await lines(town, town.welfare, SATO)
    assert [who["family"] for who in line["who"]] == ["髙橋", "鈴木"]


@pytest.mark.req("D15")
async def test_whoever_loses_the_right_loses_the_reading_at_once_and_hears_no_more_of_it(town: Town) -> None:
    await staffed(town)
    await becomes(town, SATO, Role.OWNER)
    path = await approved(town, town.roads)
    await reads(town, path, SUZUKI)
    async with town.listens(SUZUKI) as ear:
        role = {"role": "member"}
        assert await does(town, SATO, "PUT", f"/api/accounts/{SUZUKI}/role", role) == DONE
        assert await does(town, SUZUKI, "POST", f"{path}/pages") == (403, "forbidden")
        await reads(town, path)
        await town.says(SUZUKI, "はい", town.welfare)
        if not ear.closed:
            await ear.until(lambda: ear.closed or ear.named("messages.posted"))
        assert ear.named("inspections.read") == []


async def test_a_role_that_is_lost_between_the_two_words_is_no_word(town: Town) -> None:
    await staffed(town)
    path = await asks(town, town.welfare)
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Tenant).where(Tenant.id == MIHON).values(contact="総務課"))
    await becomes(town, SUZUKI, Role.MEMBER)
    assert await does(town, SUZUKI, "POST", f"{path}/approval") == (403, "forbidden")
    assert (await listed(town))[0]["state"] == "asked"
