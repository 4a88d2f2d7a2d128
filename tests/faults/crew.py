"""The crew of a run: who talks where, who comes and goes, and what all of them find when everything is quiet again."""

import asyncio
import random
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from uuid import UUID

import httpx2

from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE
from tests.faults.calls import Caller, Node
from tests.faults.log import Final, History, Invite, Kept, Revoke, Screen
from tests.faults.screen import Frame, anew, apart
from tests.faults.signing_in import SIGNED_OUT, Browser
from tests.faults.talker import GONE, Habits, Talker
from tests.keys import new_send_key

QUIET_WITHIN = 30.0  # seconds after the healing until everybody holds everything (trust.md 2.6)
STAYS = 3.0  # seconds at most that 田中 is in the room, and out of it
NAMES = {SATO: "佐藤", SUZUKI: "鈴木", TAKAHASHI: "髙橋", TANAKA: "田中"}


@dataclass
class Crew:
    """Everybody who takes part in one run."""

    nodes: Sequence[Node]
    dice: random.Random
    history: History = field(default_factory=History)
    talkers: list[Talker] = field(default_factory=list[Talker])
    rooms: list[UUID] = field(default_factory=lambda: [WELFARE])
    going: list[asyncio.Task[None]] = field(default_factory=list[asyncio.Task[None]])
    browsers: dict[tuple[UUID, str], Browser] = field(default_factory=dict[tuple[UUID, str], Browser])
    """Of each person in each zone one, whose pages share a cookie."""
    coming: asyncio.Task[None] | None = None
    """田中 comes and goes."""
    is_over: bool = False
    begun: int = 0
    """How many of them have begun to talk."""

    def __post_init__(self) -> None:
        self.manager = self._caller(SATO, "lgwan")
        self.history.rooms[str(WELFARE)] = [str(SATO), str(SUZUKI)]

    def _caller(self, who: UUID, zone: str) -> Caller:
        return Caller(who, zone, browser=self.browsers.setdefault((who, zone), Browser()))

    def seat(self, who: UUID, zone: str, habits: Habits) -> None:
        """One more page that somebody has open."""
        name = f"{NAMES[who]}@{zone}#{len(self.talkers) + 1}"
        dice = random.Random(self.dice.random())
        self.talkers.append(Talker(name, self._caller(who, zone), self.nodes, self.history, dice, habits))

    async def open_festival(self) -> UUID:
        """A second room, which 佐藤 manages and where 田中 comes and goes."""
        wish = {"request_key": new_send_key(), "name": "夏祭り", "members": [str(SUZUKI), str(TAKAHASHI)]}
        answer = await self.manager.call(self.nodes[0], "POST", "/api/rooms", wish)
        room = UUID(answer.raise_for_status().json()["room_id"])
        self.rooms.append(room)
        self.history.rooms[str(room)] = [str(SATO), str(SUZUKI), str(TAKAHASHI)]
        return room

    def begin(self) -> None:
        """From now on they talk, and so do those who have been seated since."""
        for talker in self.talkers[self.begun :]:
            self.going.append(asyncio.create_task(talker.live()))
        self.begun = len(self.talkers)

    async def away(self, place: int, until: Callable[[], Awaitable[None]]) -> None:
        """One of them hears and says nothing until this has come to pass, and goes on from what they hold."""
        self.going[place].cancel()
        await asyncio.gather(self.going[place], return_exceptions=True)
        await until()
        self.going[place] = asyncio.create_task(self.talkers[place].live())

    async def begin_to_come_and_go(self) -> None:
        """From now on 田中 is let in and out: once everybody listens who can tell when that was."""
        hearing = [talker for talker in self.talkers if talker.habits.room]
        while not all(str(talker.habits.room) in talker.streams.screens for talker in hearing):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        self.coming = asyncio.create_task(self._let_in_and_out(self.rooms[1]))
        self.going.append(self.coming)

    @property
    def acknowledged(self) -> int:
        """How many messages are safe by now."""
        return sum(talker.sent - len(talker.unsure) for talker in self.talkers)

    async def acknowledge(self, messages: int) -> None:
        """Wait until so many more are safe."""
        before = self.acknowledged
        while self.acknowledged < before + messages:  # noqa: ASYNC110 they are counted elsewhere
            await asyncio.sleep(0.02)

    async def _let_in_and_out(self, room: UUID) -> None:
        place = f"/api/rooms/{room}/members"
        while not self.is_over:
            self.history.note(Invite(time.monotonic(), str(room), str(TANAKA)))
            await self._insist("POST", place, {"accounts": [str(TANAKA)]})
            await asyncio.sleep(self.dice.uniform(0, STAYS))
            await self._insist("DELETE", f"{place}/{TANAKA}")
            self.history.note(Revoke(time.monotonic(), str(room), str(TANAKA)))
            await asyncio.sleep(self.dice.uniform(0, STAYS))

    async def _insist(self, method: str, path: str, body: object = None) -> None:
        """Ask until there is an answer of somebody who can do it; that it was done before is one."""
        while True:
            with suppress(*GONE):
                node, cookie = self.dice.choice(self.nodes), self.manager.browser.cookie
                status = (await self.manager.call(node, method, path, body)).status_code
                if status == SIGNED_OUT:
                    await self.manager.sign_in(node, cookie)
                elif status < 429:
                    return
            await asyncio.sleep(0.1)

    async def settled(self) -> bool:
        """No new messages: wait until every outbox is empty, every change answered and everybody has heard everything, or
        long enough.

        False where it was long enough: what is compared then is what somebody was still to hear.
        """
        self.is_over = True
        for talker in self.talkers:
            talker.is_over = True
        with suppress(TimeoutError):
            async with asyncio.timeout(QUIET_WITHIN):
                if self.coming:
                    await asyncio.shield(self.coming)
                while True:
                    if not any(map(Talker.is_busy, self.talkers)) and not await self._is_behind():
                        return True
                    await asyncio.sleep(0.1)
        return False

    async def _is_behind(self) -> bool:
        """Whether somebody holds less of a room, or of what is told to them alone, than there is."""
        try:
            return any([await self._holds_less(talker) for talker in self.talkers])
        except httpx2.HTTPError:
            return True

    async def _holds_less(self, talker: Talker) -> bool:
        for room in map(str, self.rooms):
            if room in talker.streams.screens:
                row = await talker.caller.get(self.nodes[0], f"/api/rooms/{room}")
                held = {stream: its.number or 0 for stream, its in talker.streams.streams.items()}
                if any(held.get(stream, head) < head for stream, head in row["heads"].items()):
                    return True
        return False

    async def final(self) -> Final:
        """What every node's history holds; and every screen is compared with a fresh one."""
        read = {
            number: {str(room): await self.manager.pages(node, room) for room in self.rooms}
            for number, node in enumerate(self.nodes)
        }
        for talker in self.talkers:
            for room in read[0]:
                await self._compare(talker, room, read[0][room])
        return {number: {room: _kept(pages) for room, pages in its.items()} for number, its in read.items()}

    async def _compare(self, talker: Talker, room: str, pages: Sequence[Frame]) -> None:
        answer = await talker.caller.call(self.nodes[0], "GET", f"/api/rooms/{room}")
        fresh = anew(answer.json(), pages).lines() if answer.is_success else ["not theirs"]
        screen = talker.streams.screens.get(room)
        held, shown = apart(screen.lines() if screen else ["not theirs"], fresh)
        self.history.note(Screen(time.monotonic(), talker.name, room, held, shown))

    async def end(self) -> None:
        """Everybody goes home."""
        for task in self.going:
            task.cancel()
        await asyncio.gather(*self.going, return_exceptions=True)
        for caller in (self.manager, *(talker.caller for talker in self.talkers)):
            await caller.close()


def _kept(pages: Sequence[Frame]) -> list[Kept]:
    return [
        Kept(each["ordinal"], each["send_key"], each["parts"][0]["text"] if each["parts"] else None)
        for page in pages
        for each in page["messages"]
    ]


@asynccontextmanager
async def two_talking(nodes: Sequence[Node], seed: int) -> AsyncGenerator[Crew]:
    """佐藤 on LGWAN and 鈴木 on the Internet talk without a pause: what a test of the suite needs."""
    crew = Crew(nodes, random.Random(seed))
    for who, zone in ((SATO, "lgwan"), (SUZUKI, "internet")):
        crew.seat(who, zone, Habits(WELFARE))
    crew.begin()
    try:
        yield crew
    finally:
        await crew.end()


@asynccontextmanager
async def many_talking(nodes: Sequence[Node], seed: int, pages: int, hands: int = 1) -> AsyncGenerator[Crew]:
    """So many pages in two rooms, and one that only listens and is let in and out again and again."""
    crew = Crew(nodes, random.Random(seed))
    festival = await crew.open_festival()
    places = [
        (SATO, "lgwan", WELFARE), (SUZUKI, "internet", festival), (SUZUKI, "lgwan", WELFARE),
        (TAKAHASHI, "lgwan", festival), (SATO, "internet", festival), (TAKAHASHI, "internet", festival),
    ]  # fmt: skip
    for each in range(pages):
        who, zone, room = places[each % len(places)]
        crew.seat(who, zone, Habits(room, hands=hands, looks=1.0))
    crew.seat(TANAKA, "lgwan", Habits(None))
    crew.begin()
    try:
        yield crew
    finally:
        await crew.end()
