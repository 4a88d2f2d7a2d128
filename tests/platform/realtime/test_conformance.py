"""The protocol of sockets case by case, at our own listener: framing, pings, reserved bits, opcodes, fragments, UTF-8,
closing, compression (RFC 6455; N46). What is said back is the id of a command, so that every case has an echo."""

import json
import struct
from collections.abc import AsyncGenerator, Sequence
from itertools import product
from uuid import UUID

import pytest

from tests.platform.hall import Someone, sit
from tests.platform.nodes import realtime_over
from tests.platform.sockets import Raw, door_of, framed
from yoriai.platform.db.store import Store

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.req("N46"),
    pytest.mark.parametrize("foundation", ["sqlite"], indirect=True),
]
TEXT, CLOSE, PING, PONG = 0x81, 0x88, 0x89, 0x8A
BEGINS, GOES_ON, ENDS = 0x01, 0x00, 0x80
RESERVED = [0x83, 0x84, 0x85, 0x86, 0x87, 0x8B, 0x8C, 0x8D, 0x8E, 0x8F]
VALID = [
    "こんにちは-µ@ßöäüàá-UTF-8!!", "κόσμε", "\x00".join("ab"), "\u0080", "\u07ff", "\u0800", "\uffff", "\ufffd",
    "\ue000", "\ufdd0", "\U00010000", "\U0010ffff", "\U0001fffe", "葛\U000e0100城", "👩‍👩‍👧",
]  # fmt: skip
BROKEN = [
    b"\x80", b"\xbf", b"\x80\xbf\x80", b"\xc0\xaf", b"\xc1\xbf", b"\xc3", b"\xc3(", b"\xe0\x80\xaf", b"\xe0\x9f\xbf",
    b"\xe3\x81", b"\xe3(\x81", b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xed\xa0\xbd\xed\xb8\x80", b"\xf0\x80\x80\xaf",
    b"\xf0\x8f\xbf\xbf", b"\xf0\x90\x80", b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\xf8\x88\x80\x80\x80",
    b"\xfc\x84\x80\x80\x80\x80", b"\xfe", b"\xff", b"\xce\xba\xe1\xbd\xb9\xf4\x90\x80\x80", b"\xe3\x81\x82\xff",
]  # fmt: skip
MAY_CLOSE = [1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999]
MAY_NOT_CLOSE = [0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535]


@pytest.fixture
async def line(store: Store, hall_id: UUID) -> AsyncGenerator[Raw]:
    me, node = Someone(), realtime_over(store)
    async with node.works.writing() as work:
        await sit(work, hall_id, me.account_id)
    async with door_of(node) as door:
        raw = await door.knock(me)
        await raw.frame()  # hello
        yield raw
        raw.close()


def asked(word: str, size: int = 0) -> bytes:
    """A command that is answered with this word, in at least so many bytes."""
    command = json.dumps({"do": "look", "id": word, "stream": None}, ensure_ascii=False).encode()
    return command + b" " * (size - len(command))


async def answered(raw: Raw) -> str:
    opcode, payload = await raw.frame()
    assert opcode == 1
    return str(json.loads(payload)["answer"])


def in_pieces(message: bytes, sizes: Sequence[int]) -> list[bytes]:
    """The message in fragments of these sizes, the last of them as long as need be."""
    cuts = [sum(sizes[:at]) for at in range(len(sizes) + 1)]
    pieces = [message[at:to] for at, to in zip(cuts, [*cuts[1:], len(message)], strict=True)]
    heads = [BEGINS, *[GOES_ON] * (len(pieces) - 2), ENDS]
    return [framed(piece, first=head) for piece, head in zip(pieces, heads, strict=True)]


@pytest.mark.parametrize("size", [0, 125, 126, 127, 128, 65_535, 65_536, 65_537, 524_288])
async def test_a_message_of_any_length_that_a_head_can_say_is_answered(line: Raw, size: int) -> None:
    await line.send(framed(asked("窓口", size)))
    assert await answered(line) == "窓口"


@pytest.mark.parametrize("sizes", [[0], [1], [0, 0, 1], [10, 0, 0, 10], [40_000, 1, 24_000], [1] * 50])
async def test_a_message_in_any_fragments_is_answered_with_a_ping_between(
    line: Raw, sizes: list[int]
) -> None:
    first, *rest = in_pieces(asked("切れ切れ", 65_000), sizes)
    await line.send(first, framed(b"still there", first=PING), *rest)
    assert await line.frame() == (0xA, b"still there")
    assert await answered(line) == "切れ切れ"


@pytest.mark.parametrize("payload", [b"", b"x", b"\x00\xff\xfe\xfd\x80", b"y" * 125])
async def test_a_ping_comes_back_with_its_own_bytes_and_a_pong_is_let_be(line: Raw, payload: bytes) -> None:
    await line.send(framed(payload, first=PONG), *[framed(payload, first=PING)] * 10, framed(asked("あと")))
    assert [await line.frame() for _ in range(10)] == [(0xA, payload)] * 10
    assert await answered(line) == "あと"


@pytest.mark.parametrize(("bits", "opcode"), list(product(range(0x10, 0x80, 0x10), [TEXT, PING, CLOSE])))
async def test_no_reserved_bit_may_be_set(line: Raw, bits: int, opcode: int) -> None:
    await line.send(framed(b"\x03\xe8", first=opcode | bits))
    assert await line.closing() == 1002


@pytest.mark.parametrize(("opcode", "payload"), list(product(RESERVED, [b"", b"what is this"])))
async def test_no_opcode_may_be_made_up(line: Raw, opcode: int, payload: bytes) -> None:
    await line.send(framed(asked("前")), framed(payload, first=opcode))
    assert await line.closing() == 1002


@pytest.mark.parametrize(
    "frames",
    [
        [framed(b"", first=ENDS)],
        [framed(b"", first=GOES_ON)],
        [framed(b"{", first=BEGINS), framed(b"{", first=BEGINS)],
        [framed(b"{", first=BEGINS), framed(b"}", first=TEXT)],
        [framed(asked("一"), first=TEXT), framed(b"", first=ENDS)],
        [framed(b"", first=PING & 0x0F)],
        [framed(b"\x03\xe8", first=CLOSE & 0x0F)],
        [framed(b"z" * 126, first=PING)],
        [framed(b"\x03\xe8" + b"z" * 124, first=CLOSE)],
    ],
    ids=range(9),
)
async def test_fragments_and_control_frames_keep_their_order(line: Raw, frames: list[bytes]) -> None:
    await line.send(*frames)
    assert await line.closing() == 1002


@pytest.mark.parametrize("word", VALID)
async def test_every_letter_comes_back_however_it_is_cut(line: Raw, word: str) -> None:
    message = asked(word)
    await line.send(framed(message), *in_pieces(message, [1] * (len(message) - 1)))
    assert [await answered(line), await answered(line)] == [word, word]


@pytest.mark.parametrize(("bytes_", "cut"), list(product(BROKEN, [False, True])))
async def test_what_is_no_utf_8_ends_the_line(line: Raw, bytes_: bytes, cut: bool) -> None:
    message = b'{"do": "look", "id": "' + bytes_ + b'", "stream": null}'
    await line.send(*(in_pieces(message, [1] * (len(message) - 1)) if cut else [framed(message)]))
    assert await line.closing() == 1007


@pytest.mark.parametrize("code", MAY_CLOSE)
async def test_a_close_is_answered_with_its_own_code(line: Raw, code: int) -> None:
    await line.send(framed(struct.pack("!H", code) + ("理由" * 20).encode()[:123], first=CLOSE))
    assert await line.closing() == code


async def test_a_close_without_a_code_is_a_close(line: Raw) -> None:
    await line.send(framed(b"", first=CLOSE))
    assert await line.frame() == (8, b"")


@pytest.mark.parametrize("payload", [*(struct.pack("!H", code) for code in MAY_NOT_CLOSE), b"\x03"])
async def test_a_close_may_not_say_what_no_close_says(line: Raw, payload: bytes) -> None:
    await line.send(framed(payload, first=CLOSE))
    assert await line.closing() == 1002


async def test_a_reason_that_is_no_utf_8_ends_the_line_all_the_same(line: Raw) -> None:
    await line.send(framed(b"\x03\xe8\xed\xa0\x80", first=CLOSE))
    assert await line.closing() in (1002, 1007)


async def test_compression_is_not_taken_up(store: Store, hall_id: UUID) -> None:
    """Frames are encoded once and written to many as they are: what each line would pack anew is packed by nobody."""
    me, node = Someone(), realtime_over(store)
    async with door_of(node) as door:
        offer = "permessage-deflate; client_max_window_bits, permessage-bzip2"
        raw: Raw = await door.knock(me, headers={"Sec-WebSocket-Extensions": offer})
        assert raw.status == 101
        assert "sec-websocket-extensions" not in raw.answer.lower()
        raw.close()
