"""Frames that no browser sends: each ends its own socket with the right code, and costs the others nothing."""

import asyncio
import json
import resource
from collections.abc import AsyncGenerator, Iterable
from pathlib import Path
from uuid import UUID

import pytest

from tests.platform.hall import Someone, sit
from tests.platform.nodes import realtime_over
from tests.platform.sockets import Door, door_of, framed
from yoriai.platform.db.store import Store

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)]

TEXT, BINARY, CLOSE, PING = 0x81, 0x82, 0x88, 0x89
BEGINS, GOES_ON, ENDS = 0x01, 0x00, 0x80


@pytest.fixture
def me() -> Someone:
    return Someone()


@pytest.fixture
async def door(store: Store, me: Someone, hall_id: UUID) -> AsyncGenerator[Door]:
    node = realtime_over(store)
    async with node.works.writing() as work:
        await sit(work, hall_id, me.account_id)
    async with door_of(node) as made:
        yield made


def resident() -> int:
    """Bytes of memory that this process holds; server and clients share it here."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


@pytest.mark.req("N45")
@pytest.mark.parametrize(
    ("frames", "codes"),
    [
        ([framed(b"{}", masked=False)], {1002}),
        ([framed(b"{}", first=TEXT | 0x40)], {1002}),
        ([framed(b"{}", first=TEXT | 0x20)], {1002}),
        ([framed(b"{}", first=TEXT | 0x10)], {1002}),
        ([framed(b"{}", first=0x83)], {1002}),
        ([framed(b"{}", first=0x8F)], {1002}),
        ([framed(b"x" * 126, first=PING)], {1002}),
        ([framed(b"", first=0x09)], {1002}),
        ([framed(b"{}", first=ENDS)], {1002}),
        ([framed(b"{", first=BEGINS), framed(b"{}", first=TEXT)], {1002}),
        ([framed(b"\x03", first=CLOSE)], {1002}),
        ([framed(b"\x03\xe8\xff", first=CLOSE)], {1002, 1007}),
        ([framed(b'{"do": "\xff"}')], {1007}),
        ([framed(b'{"do": "\xed\xa0\x80"}')], {1007}),
        ([framed(b'{"do": "', first=BEGINS), framed(b'\xe3"}', first=ENDS)], {1007}),
        ([framed(b"{}", first=BINARY)], {1003}),
        ([framed(b" " * 520_000 + b"{}")], set()),
        ([framed(b" " * 530_000)], {1009}),
        ([framed(b" " * (16 * 1024 * 1024))], {1009}),
        ([framed(b" " * 300_000, first=BEGINS), framed(b" " * 300_000, first=ENDS)], {1009}),
    ],
    ids=range(20),
)
async def test_a_frame_against_the_rules_ends_its_socket(
    door: Door, me: Someone, hall_id: UUID, frames: Iterable[bytes], codes: set[int]
):
    async with door.ear(me) as other:
        raw = await door.knock(me)
        before = resident()
        sending = asyncio.create_task(raw.send(*frames))
        if codes:
            assert await raw.closing() in codes
        await sending
        assert resident() - before < 40 * 1024 * 1024  # the frame itself is the test's own, and here too
        assert await other.ask("hall.call", hall_id=str(hall_id), words="still here") == {"number": 1}
        raw.close()


@pytest.mark.req("N45")
@pytest.mark.parametrize("payload", [b"", b" "])
async def test_fragments_without_end_are_ended(door: Door, me: Someone, hall_id: UUID, payload: bytes):
    fragment = framed(payload, first=GOES_ON)
    async with door.ear(me) as other:
        raw = await door.knock(me)
        before = resident()
        await raw.send(framed(payload, first=BEGINS))
        sending = asyncio.create_task(raw.send(*[fragment * 5_000] * 200))
        assert await raw.closing(20) in {1002, 1008, 1009}
        await sending
        assert resident() - before < 10 * 1024 * 1024
        assert await other.ask("hall.call", hall_id=str(hall_id), words="still here") == {"number": 1}


async def test_a_message_in_fragments_with_a_ping_in_between_is_understood(
    door: Door, me: Someone, hall_id: UUID
):
    message = json.dumps(
        {"do": "hall.call", "id": "1", "hall_id": str(hall_id), "words": "切れ切れ"}
    ).encode()
    raw = await door.knock(me)
    await raw.frame()  # hello
    pieces = [message[at : at + 7] for at in range(0, len(message), 7)]
    await raw.send(
        framed(pieces[0], first=BEGINS),
        *(framed(piece, first=GOES_ON) for piece in pieces[1:-1]),
        framed(b"are you there", first=PING),
        framed(pieces[-1], first=ENDS),
    )
    assert await raw.frame() == (0xA, b"are you there")
    heard = [json.loads((await raw.frame())[1]) for _ in range(2)]
    assert [each["ok"] for each in heard if "ok" in each] == [{"number": 1}]
    raw.close()


async def test_every_byte_may_come_by_itself(door: Door, me: Someone):
    raw = await door.knock(me)
    await raw.frame()
    for byte in framed(b'{"do": "look", "id": "1", "stream": null}'):
        await raw.send(bytes((byte,)))
        await asyncio.sleep(0)
    assert json.loads((await raw.frame())[1]) == {"answer": "1", "ok": {}}
    raw.close()


async def test_two_messages_may_come_together(door: Door, me: Someone):
    raw = await door.knock(me)
    await raw.frame()
    await raw.send(
        b"".join(framed(json.dumps({"do": "look", "id": each, "stream": None}).encode()) for each in "ab")
    )
    answers = [json.loads((await raw.frame())[1])["answer"] for _ in range(2)]
    assert sorted(answers) == ["a", "b"]
    raw.close()


async def test_a_close_is_answered_with_its_own_code(door: Door, me: Someone):
    raw = await door.knock(me)
    await raw.frame()
    await raw.send(framed(b"\x03\xe8", first=CLOSE))
    assert await raw.closing() == 1000


async def test_after_a_close_nothing_more_is_heard(door: Door, me: Someone, hall_id: UUID):
    late = json.dumps({"do": "hall.call", "id": "1", "hall_id": str(hall_id), "words": "late"}).encode()
    async with door.ear(me) as other:
        raw = await door.knock(me)
        await raw.frame()
        await raw.send(framed(b"\x03\xe8", first=CLOSE) + framed(late))
        assert await raw.closing() == 1000
        assert await other.ask("hall.call", hall_id=str(hall_id), words="first") == {"number": 1}


async def test_a_socket_that_closes_while_much_is_said_hinders_nobody(door: Door, me: Someone, hall_id: UUID):
    """Its close is answered in the same turn of the loop in which others are written to."""
    async with door.ear(me) as speaker, door.ear(me) as other:
        for turn in range(20):
            raw = await door.knock(me)
            await raw.frame()
            said = {"do": "hall.call", "id": f"{turn}", "hall_id": str(hall_id), "words": f"{turn}"}
            await speaker.connection.send(json.dumps(said))
            if turn % 2:
                await raw.send(framed(b"\x03\xe8", first=CLOSE))
            else:
                raw.writer.write_eof()
        await other.until(lambda: len(other.facts) == 20)
    assert [fact["number"] for fact in other.facts] == list(range(1, 21))
