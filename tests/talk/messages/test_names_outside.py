"""Of what is said in the name of a unit guests and other bodies see the unit alone, wherever a name stands (ORG-6, A12)."""

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.cast import MORI, SATO, SUZUKI
from tests.ear import Frame
from tests.talk.federation.joining import joined, together
from tests.talk.guests.inviting import Come, come
from tests.talk.unit_talks.counter import names, opened, says
from tests.town import Town
from yoriai.platform.facts.models import JournalRow

pytestmark = pytest.mark.anyio
PERSON = (str(SATO), "佐藤", "花子")


@dataclass
class Counter:
    """福祉課 with its account, in a room with a guest and somebody of the next town. 佐藤 speaks for it."""

    town: Town
    account: str
    guest: Come
    room: UUID

    async def speaks(self, text: str, **more: object) -> str:
        answer = await says(self.town, SATO, self.room, text, on_behalf_of=self.account, **more)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["message_id"])

    async def gets(self, who: UUID | Come, path: str) -> Any:
        """What somebody is answered there."""
        answer = await self.asked(who, path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def asked(self, who: UUID | Come, path: str) -> Any:
        if isinstance(who, Come):
            return await self.town.call(None, "GET", path, zone="internet", headers=who.headers)
        return await self.town.call(who, "GET", path)

    def at(self, path: str = "") -> str:
        return f"/api/rooms/{self.room}/messages{path}"


@pytest.fixture
async def counter(town: Town) -> Counter:
    # 佐藤 manages the room and stands in its list of members by herself; what she says for the unit is another matter.
    room = await together(town)
    await joined(town, room, MORI)
    guest = await come(town, room)
    account = await opened(town)
    await names(town, account, SATO)
    return Counter(town, account, guest, room)


def assert_unnamed(answer: Any) -> None:
    text = json.dumps(answer, ensure_ascii=False)
    assert [word for word in PERSON if word in text] == []


@pytest.mark.req("ORG-6", "A8", "A12", "K8")
async def test_a_message_its_answers_and_its_place_in_the_list_name_the_unit_alone(counter: Counter) -> None:
    first = await counter.speaks("窓口です")
    last = await counter.speaks("続きです", quote=first)
    await counter.speaks("糸の中です", thread=first, in_room=False)
    for outsider in (counter.guest, MORI):
        page = await counter.gets(outsider, counter.at())
        shown = {each["message_id"]: each for each in page["messages"]}
        assert {(each["author_id"], each["on_behalf_of"], each["unit"]) for each in shown.values()} == {
            (counter.account, None, "")
        }
        assert (shown[last]["quote"]["author_id"], page["people"][counter.account]["family"]) == (
            counter.account,
            "福祉課",
        )
        row = next(
            each
            for each in (await counter.gets(outsider, "/api/screen"))["rooms"]
            if each["room_id"] == str(counter.room)
        )
        assert (row["last"]["author_id"], row["last"]["on_behalf_of"]) == (counter.account, None)
        screen = await counter.gets(outsider, "/api/screen")
        for answer in (
            page["messages"],
            page["people"],
            screen["rooms"],
            screen["people"],
            await counter.gets(outsider, counter.at(f"/{first}")),
            await counter.gets(outsider, f"/api/rooms/{counter.room}/threads/{first}"),
        ):
            assert_unnamed(answer)
    # Colleagues are told both, and in the list the unit stands beside whoever has written.
    page = await counter.gets(SUZUKI, counter.at(f"/{first}"))
    assert (page["message"]["author_id"], page["message"]["on_behalf_of"]) == (str(SATO), counter.account)
    rooms = (await counter.gets(SUZUKI, "/api/screen"))["rooms"]
    (row,) = [each for each in rooms if each["room_id"] == str(counter.room)]
    assert (row["last"]["author_id"], row["last"]["on_behalf_of"]) == (str(SATO), counter.account)


@pytest.mark.req("ORG-6", "A7", "A8", "K2", "K8")
@pytest.mark.parametrize("carrier", ["socket", "events", "poll"])
async def test_an_open_line_hears_the_unit_alone_whatever_becomes_of_the_message(
    counter: Counter, carrier: str
) -> None:
    town = counter.town
    async with (
        town.listens(MORI, carrier=carrier) as ear,
        town.listens(SUZUKI) as colleague,
    ):
        first = await counter.speaks("窓口です")
        posted, heard = await ear.fact("messages.posted"), await colleague.fact("messages.posted")
        await counter.speaks("続きです", quote=first)
        answered = await ear.fact("messages.posted", 2)
        again = {"parts": [{"kind": "text", "text": "福祉の窓口です"}], "seen": None}
        assert (await town.call(SATO, "PUT", counter.at(f"/{first}"), again)).status_code == 200
        edited = await ear.fact("messages.edited")
        # Somebody has read it, so that a line is left in its place.
        await says(town, SUZUKI, counter.room, "読みました")
        gone = counter.at(f"/{first}/withdrawal")
        assert (await town.call(SATO, "PUT", gone, {"reason": None})).status_code == 200
        told: list[Frame] = [posted, answered, edited, await ear.fact("messages.withdrawn")]
    for frame in told:
        assert_unnamed(frame)
        assert frame["by"] is None
    assert (posted["body"]["person"]["family"], posted["body"]["for_whom"]) == ("福祉課", None)
    assert answered["body"]["answered"]["account_id"] == counter.account
    assert told[3]["body"]["message"]["withdrawn_by"] == counter.account
    assert (heard["body"]["person"]["family"], heard["body"]["for_whom"]["family"]) == ("佐藤", "福祉課")
    # Who it was stands in the journal, also of what was taken back.
    async with town.assembly.works.reading() as work:
        lines = select(JournalRow.name, JournalRow.by, JournalRow.on_behalf_of).where(
            JournalRow.name.in_(("messages.posted", "messages.edited", "messages.withdrawn"))
        )
        kept = {tuple(line) for line in await work.session.execute(lines.where(JournalRow.by == SATO))}
    assert kept == {
        (name, SATO, UUID(counter.account))
        for name in ("messages.posted", "messages.edited", "messages.withdrawn")
    }


@pytest.mark.req("ORG-6", "A12")
async def test_what_was_taken_back_was_taken_back_by_the_unit(counter: Counter) -> None:
    message = await counter.speaks("まちがいです")
    await says(counter.town, SUZUKI, counter.room, "読みました")
    gone = await counter.town.call(SATO, "PUT", counter.at(f"/{message}/withdrawal"), {"reason": None})
    assert gone.json()["left_no_trace"] is False
    page = await counter.gets(counter.guest, counter.at())
    (line,) = [each for each in page["messages"] if each["message_id"] == message]
    assert (line["author_id"], line["withdrawn_by"], line["is_withdrawn"]) == (
        counter.account,
        counter.account,
        True,
    )
    assert_unnamed(line)


@pytest.mark.req("ORG-6", "A12", "K1")
async def test_what_outsiders_keep_pin_print_and_ask_about_readers_names_the_unit_alone(
    counter: Counter,
) -> None:
    town = counter.town
    message = await counter.speaks("窓口です")
    await says(town, SUZUKI, counter.room, "読みました")
    assert (await town.call(SATO, "PUT", f"/api/rooms/{counter.room}/pins/{message}")).status_code == 204
    for path, wish in ((f"/{message}/favourite", None), (f"/{message}/later", {"remind_at": None})):
        assert (await town.call(MORI, "PUT", counter.at(path), wish)).status_code == 204, path
    room = await counter.gets(MORI, f"/api/rooms/{counter.room}")
    assert [each["author_id"] for each in room["pins"]] == [counter.account]
    board = await counter.gets(counter.guest, f"/api/rooms/{counter.room}/pins")
    assert [each["author_id"] for each in board["pins"]] == [counter.account]
    for path in ("/api/shelf/messages", "/api/later", f"/api/rooms/{counter.room}/paper"):
        answer = await counter.gets(MORI, path)
        assert_unnamed(answer)
        assert "福祉課" in json.dumps(answer, ensure_ascii=False)
    # Who has read it first is whoever wrote it: how many have is told, and their names are not.
    readers = await counter.gets(MORI, counter.at(f"/{message}/readers"))
    assert readers["shows_names"] is False
    refused = await counter.asked(MORI, counter.at(f"/{message}/readers/read"))
    assert (refused.status_code, refused.json()["code"]) == (403, "receipts.names_hidden")
    assert (await counter.gets(SUZUKI, counter.at(f"/{message}/readers")))["shows_names"] is True


@pytest.mark.req("ORG-6", "A8")
async def test_whoever_speaks_for_themselves_is_named_to_everybody_as_before(counter: Counter) -> None:
    own = await says(counter.town, SATO, counter.room, "私からです")
    found = await counter.gets(MORI, counter.at(f"/{own.json()['message_id']}"))
    assert (found["message"]["author_id"], found["people"][str(SATO)]["family"]) == (str(SATO), "佐藤")
