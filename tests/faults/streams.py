"""The streams of one client: heard in order, each number once, holes asked for, rooms read anew where that is told."""

import asyncio
import time
from dataclasses import dataclass, field
from sys import intern

import httpx2

from tests.faults.calls import Caller, Node
from tests.faults.line import Line, Refusal
from tests.faults.log import Deliver, History, Member, Rang, Reread, Resume
from tests.faults.screen import Frame, RoomScreen, anew, row_of


@dataclass
class Stream:
    """How far one stream was heard. Frames that came before the one they follow are held."""

    number: int | None = None
    """None: what it stands at must be read first."""
    held: dict[int, Frame] = field(default_factory=dict[int, Frame])

    def take(self, frame: Frame) -> list[Frame]:
        """What can be applied now that this has come, in order."""
        if self.number is None or frame["number"] > self.number:
            self.held[frame["number"]] = frame
        return self.due()

    def run(self) -> tuple[int, int] | None:
        """The first of those held without a gap: as the page does, it is named, and not said again."""
        first = last = min(self.held, default=0)
        while last + 1 in self.held:
            last += 1
        return (first, last) if first else None

    def due(self) -> list[Frame]:
        if self.number is None:
            return []
        self.held = {number: frame for number, frame in self.held.items() if number > (self.number or 0)}
        due: list[Frame] = []
        while (following := self.held.pop(self.number + 1, None)) is not None:
            self.number += 1
            due.append(following)
        return due


class Streams:
    """Everything that one client hears, and the screens that follow from it."""

    def __init__(self, name: str, caller: Caller, history: History) -> None:
        self.name, self.caller, self.history = name, caller, history
        self.me = str(caller.who)
        self.own = f"person/{caller.who}"
        self.streams: dict[str, Stream] = {}
        self.screens: dict[str, RoomScreen] = {}
        self.asking = asyncio.Lock()
        self.reading = set[str]()
        """Rooms that are being read anew."""

    async def listen(self, line: Line, node: Node) -> None:
        """Hear this line to its end."""
        async with asyncio.TaskGroup() as together:
            async for frame in line.frames():
                if "hello" in frame:
                    self.history.note(Resume(time.monotonic(), self.name, line.number))
                    together.create_task(self._catch_up(line, node, frame["hello"]["heads"]))
                elif "beat" in frame:
                    await line.say({"do": "beat"})
                    together.create_task(self._catch_up(line, node, frame["beat"]))
                elif "stream" in frame and "number" in frame:
                    self._heard(line, frame)
                    if frame.get("fact") == "rooms.entered":
                        for room in [room for room, its in self.rooms.items() if its.number is None]:
                            together.create_task(self._read_anew(node, room))

    @property
    def rooms(self) -> dict[str, Stream]:
        """How far each room was heard."""
        found = self.streams.items()
        return {name.removeprefix("room/"): its for name, its in found if name.startswith("room/")}

    def _heard(self, line: Line, frame: Frame) -> None:
        stream = frame["stream"]
        if frame.get("fact") == "messages.posted":
            ordinal, *words = row_of(frame["body"]["message"])[:3]
            # Everybody in the room hears the same words: they are kept once.
            room, key, text = (word and intern(word) for word in (stream.removeprefix("room/"), *words))
            assert room and key
            now = time.monotonic()
            self.history.note(Deliver(now, self.name, line.number, room, frame["number"], ordinal, key, text))
        if stream in self.streams:
            self._apply(self.streams[stream].take(frame))

    def _apply(self, due: list[Frame]) -> None:
        for frame in due:
            stream, body = frame["stream"], frame.get("body") or {}
            if stream == self.own:
                self._own(frame.get("fact"), body)
                if frame.get("fact") == "later.rang":
                    self.history.note(Rang(time.monotonic(), self.name, frame["number"], body["message_id"]))
                continue
            room = stream.removeprefix("room/")
            if frame.get("fact") in ("rooms.joined", "rooms.left"):
                is_in = frame["fact"] == "rooms.joined"
                self.history.note(Member(time.monotonic(), room, body["account_id"], frame["number"], is_in))
            if room in self.screens:
                self.screens[room].apply(frame, self.me)

    def _own(self, fact: str | None, body: Frame) -> None:
        room = body.get("room_id") or body.get("room", {}).get("room_id")
        if fact == "rooms.entered":
            self.streams[f"room/{room}"] = Stream()
        elif fact == "rooms.lost":
            self.streams.pop(f"room/{room}", None)
            self.screens.pop(str(room), None)
        elif fact == "receipts.marked" and room in self.screens:
            self.screens[room].mark = max(self.screens[room].mark, body["ordinal"])

    async def _catch_up(self, line: Line, node: Node, heads: dict[str, int]) -> None:
        """Ask for what lies between what is held and what there is, once at a time."""
        mine = {stream: head for stream, head in heads.items() if stream.startswith(("room/", "person/"))}
        async with self.asking:
            if self.own in mine and self.own not in self.streams:
                self.streams[self.own] = Stream(mine[self.own])
            for stream, head in mine.items():
                if self.streams.setdefault(stream, Stream()).number is None:
                    # Up to here nothing need be heard any more, though they may be let out before all is read.
                    room = stream.removeprefix("room/")
                    self.history.note(Reread(time.monotonic(), self.name, room, head))
                    await self._read_anew(node, room)
            while wanted := self._behind(mine):
                try:
                    held = {stream: run for stream in wanted if (run := self.streams[stream].run())}
                    reset: list[str] = (await line.ask("hear", since=wanted, held=held))["reset"]
                except Refusal as refusal:
                    await asyncio.sleep(refusal.retry_after or 1.0)
                    continue
                await self._begin_again(node, mine, reset)
                return

    def _behind(self, heads: dict[str, int]) -> dict[str, int]:
        """How far those streams were heard of which there is more."""
        held = {stream: its.number for stream in heads if (its := self.streams.get(stream))}
        return {
            stream: number for stream, number in held.items() if number is not None and number < heads[stream]
        }

    async def _begin_again(self, node: Node, heads: dict[str, int], reset: list[str]) -> None:
        """Too much was missed: what these streams led to is read instead."""
        if self.own in reset:
            self.streams[self.own].number = heads[self.own]
        for stream in self.streams if self.own in reset else reset:
            if stream.startswith("room/"):
                self.streams[stream] = Stream(held=self.streams[stream].held)
                await self._read_anew(node, stream.removeprefix("room/"))

    async def _read_anew(self, node: Node, room: str) -> None:
        """Read a room as it stands now, and go on hearing from there."""
        its = self.streams.get(f"room/{room}")
        if its is None or its.number is not None or room in self.reading:
            return
        self.reading.add(room)
        try:
            row = await self.caller.get(node, f"/api/rooms/{room}")
            pages = await self.caller.pages(node, room)
        except httpx2.HTTPStatusError as error:
            if error.response.status_code != 404:
                raise
            return  # let out meanwhile: that is told on the own stream
        finally:
            self.reading.discard(room)
        if self.streams.get(f"room/{room}") is its:  # else we have been let out, and perhaps in again
            # What the later pages know beyond this number is told once more, and changes nothing.
            number: int = row["heads"].get(f"room/{room}", 0)
            its.number = number
            self.screens[room] = anew(row, pages)
            self.history.note(Reread(time.monotonic(), self.name, room, number))
            self._apply(its.due())
