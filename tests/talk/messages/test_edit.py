"""編集: put right for everybody, and nothing of what was said before is lost."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE
from tests.ear import Refusal
from tests.talk.actors import actor_of, change_room, change_seat
from tests.talk.statements import taken_by
from tests.town import Town
from yoriai.kit import paging
from yoriai.platform.facts.numbering import Cause
from yoriai.talk.messages import versions
from yoriai.talk.messages.edit import Editing, edit_all
from yoriai.talk.messages.models import Message, MessageVersion

pytestmark = pytest.mark.anyio
Said = dict[str, Any]  # what came over the wire: the test looks into it by name


def words(text: str) -> list[dict[str, object]]:
    return [{"kind": "text", "text": text}]


def path(message: str) -> str:
    return f"/api/rooms/{WELFARE}/messages/{message}"


async def edit(town: Town, who: UUID, message: str, text: str, seen: str | None = None) -> tuple[int, Said]:
    answer = await town.call(who, "PUT", path(message), {"parts": words(text), "seen": seen})
    return answer.status_code, answer.json()


async def find(town: Town, who: UUID, message: str) -> Said:
    return (await town.call(who, "GET", path(message))).json()["message"]


@pytest.mark.req("MSG-4")
async def test_an_edited_message_says_so_and_keeps_what_it_said(town: Town) -> None:
    message = await town.says(SATO, "当番表です（三階）", WELFARE)
    assert (await find(town, SUZUKI, message))["edited_at"] is None
    status, said = await edit(town, SATO, message, "当番表です（二階）")
    assert (status, said["number"]) == (200, 2)
    read = await find(town, SUZUKI, message)
    assert (read["parts"], read["edited_at"]) == (words("当番表です（二階）"), said["edited_at"])
    assert (await edit(town, SATO, message, "当番表（二階）", said["edited_at"]))[0] == 200

    kept = (await town.call(SATO, "GET", f"{path(message)}/versions")).json()["versions"]
    assert [each["parts"] for each in kept] == [words("当番表です（二階）"), words("当番表です（三階）")]
    assert kept[1]["until"] == said["edited_at"]
    async with town.assembly.works.reading() as work:
        stored = list(await work.session.scalars(select(MessageVersion).order_by(MessageVersion.version)))
    assert [(each.version, each.kind, each.by) for each in stored] == [
        (1, "edited", SATO),
        (2, "edited", SATO),
    ]


@pytest.mark.req("MSG-4", "D6")
async def test_the_same_edit_again_changes_nothing_and_tells_nobody(town: Town) -> None:
    message = await town.says(SATO, "前", WELFARE)
    first = await edit(town, SATO, message, "後")
    again = await edit(town, SATO, message, "後")
    assert (again[0], again[1]["edited_at"], again[1]["number"]) == (200, first[1]["edited_at"], 0)
    assert await town.told(WELFARE) == ["messages.posted", "messages.edited"]


@pytest.mark.req("MSG-4", "N105")
async def test_what_was_edited_elsewhere_is_not_written_over(town: Town) -> None:
    message = await town.says(SATO, "はじめ", WELFARE)
    await edit(town, SATO, message, "電話で直しました")
    status, said = await edit(town, SATO, message, "パソコンで直しました")
    assert (status, said["code"]) == (409, "messages.edited_meanwhile")
    assert (await find(town, SUZUKI, message))["parts"] == words("電話で直しました")


@pytest.mark.req("N8", "N12", "N13", "A4", "K33")
async def test_nobody_else_edits_and_nothing_else_is_edited(town: Town) -> None:
    message = await town.says(SATO, "わたしの文", WELFARE)
    for who, status in ((SUZUKI, 403), (TANAKA, 404), (MORI, 404)):
        assert (await edit(town, who, message, "ほかの人の文"))[0] == status
    assert (await edit(town, SATO, str(uuid4()), "ない"))[0] == 404
    assert (await edit(town, SATO, message, "　"))[0] == 422
    forged = {"parts": words("後"), "seen": None, "posted_at": "2020-01-01T00:00:00Z"}
    assert (await town.call(SATO, "PUT", path(message), forged)).status_code == 422
    for who, status in ((SUZUKI, 403), (TANAKA, 404)):
        assert (await town.call(who, "GET", f"{path(message)}/versions")).status_code == status
    await change_room(town, WELFARE, archived_at=town.assembly.works.now())
    assert (await edit(town, SATO, message, "後"))[1]["code"] == "rooms.archived"


async def test_what_was_edited_very_often_is_read_page_by_page(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "PAGE", 2)
    message, seen = await town.says(SATO, "0", WELFARE), None
    for number in range(1, 4):
        seen = (await edit(town, SATO, message, f"{number}", seen))[1]["edited_at"]
    first = (await town.call(SATO, "GET", f"{path(message)}/versions")).json()
    rest = (await town.call(SATO, "GET", f"{path(message)}/versions?cursor={first['next']}")).json()
    assert [[part["text"] for part in each["parts"]] for each in first["versions"]] == [["2"], ["1"]]
    assert ([each["parts"] for each in rest["versions"]], rest["next"]) == ([words("0")], None)
    far = await town.call(SATO, "GET", f"{path(message)}/versions?cursor={paging.encode(1 << 62)}")
    assert (far.status_code, len(far.json()["versions"])) == (200, 2)


@pytest.mark.req("MSG-4", "MSG-5")
async def test_what_was_taken_back_is_not_edited_and_shows_no_versions(town: Town) -> None:
    message = await town.says(SATO, "取り消します", WELFARE)
    await edit(town, SATO, message, "取り消す前に直しました")
    await town.call(SUZUKI, "PUT", f"/api/rooms/{WELFARE}/read-mark", {"ordinal": 1})
    assert (await town.call(SATO, "PUT", f"{path(message)}/withdrawal", {})).status_code == 200
    assert (await edit(town, SATO, message, "後"))[1]["code"] == "messages.is_withdrawn"
    assert (await town.call(SATO, "GET", f"{path(message)}/versions")).status_code == 404


@pytest.mark.req("MSG-4", "N12")
async def test_the_body_says_how_long_a_message_may_be_edited(town: Town) -> None:
    message = await town.says(SATO, "きのうの話です", WELFARE)
    async with town.assembly.works.writing() as work:
        sent = update(Message).where(Message.id == UUID(message))
        await work.session.execute(sent.values(posted_at=work.now - timedelta(minutes=61)))
    for minutes, status in ((60, 409), (0, 409), (62, 200)):
        chosen = await town.call(TAKAHASHI, "PUT", "/api/settings/messages", {"edit_minutes": minutes})
        assert chosen.status_code == 204, chosen.text
        assert (await edit(town, SATO, message, f"直しました {minutes}"))[0] == status


@pytest.mark.req("D17", "N10")
async def test_a_latecomer_hears_nothing_of_an_edit_of_what_they_may_not_read(town: Town) -> None:
    message = await town.says(SATO, "まだいなかった頃の話", WELFARE)
    await change_seat(town, WELFARE, SUZUKI, since_ordinal=2)
    await edit(town, SATO, message, "直しました")
    missed = (await town.call(SUZUKI, "GET", f"/api/facts?stream=room/{WELFARE}&after=0")).json()["frames"]
    assert [frame.get("fact") for frame in missed] == [None, None]


async def test_many_are_edited_with_as_many_statements_as_one(town: Town) -> None:
    messages = [await town.says(SATO, f"{each}件目", WELFARE) for each in range(5)]
    sato, cause = await actor_of(town, SATO), Cause(account_id=SATO)
    wanted = [Editing(sato, WELFARE, UUID(each), words("後"), None, cause) for each in messages]
    taken = [await taken_by(town.assembly.works, edit_all, some) for some in (wanted[:1], wanted[1:])]
    assert taken[0] == taken[1]


@pytest.mark.req("MSG-4")
async def test_over_the_socket_it_is_the_same(town: Town) -> None:
    message = await town.says(SATO, "電話からです", WELFARE)
    async with town.listens(SATO, zone="internet") as ear, town.listens(SUZUKI) as other:
        place = {"room_id": str(WELFARE), "message_id": message, "seen": None}
        said = await ear.ask("messages.edit", parts=words("直しました"), **place)
        fact = await other.fact("messages.edited")
        assert (said["number"], fact["body"]["message"]["parts"]) == (fact["number"], words("直しました"))
        with pytest.raises(Refusal) as refused:
            await ear.ask("messages.edit", parts=words("また直しました"), **place)
        assert refused.value.code == "messages.edited_meanwhile"
