"""Delivery: what the journal gained goes to every socket that may hear it, in order, once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.facts.fact import Fact
from yoriai.platform.facts.journal import Journal
from yoriai.platform.facts.line import Line
from yoriai.platform.feature import Render
from yoriai.platform.realtime.frames import framed
from yoriai.platform.realtime.hub import Hub
from yoriai.platform.realtime.listener import Channel, Ears
from yoriai.platform.realtime.rendering import Rendered, render


@dataclass
class Delivery:
    """Reads on from each channel's number and writes what it finds. Only one runs in a process."""

    hub: Hub
    journal: Journal
    renders: Mapping[type[Fact], Render]
    expected: dict[str, int] = field(default_factory=dict[str, int])
    """Heads that a doorbell or a poll has named for channels of this process, not yet delivered."""

    def expect(self, heads: Mapping[str, int]) -> bool:
        """Note what has been announced; say whether anything of it concerns this process."""
        concerned = False
        for stream, head in heads.items():
            channel = self.hub.channels.get(stream)
            if channel is None or (channel.number is not None and channel.number >= head):
                continue
            self.expected[stream] = max(head, self.expected.get(stream, 0))
            concerned = True
        return concerned

    async def deliver(self, session: AsyncSession) -> bool:
        """Deliver what has been announced so far; say whether there was anything to deliver."""
        waiting, self.expected = self.expected, {}
        numbers = self._numbers(waiting)
        if not numbers:
            return False
        lines = await self.journal.after(session, numbers)
        rendered = await self._render(session, lines)
        opened: list[Channel] = []
        for stream, group in groupby(lines, key=lambda line: line.stream):
            opened += self._hand_out(stream, list(group), rendered)
        self.expect(waiting)  # more than one reading holds, or a line that was not yet to be seen
        if opened:
            await self.settle(session, opened)
        return bool(lines)

    def _numbers(self, waiting: Mapping[str, int]) -> dict[str, int]:
        """Where to read on. A channel whose head is being read right now is looked at again afterwards."""
        numbers: dict[str, int] = {}
        for stream, head in waiting.items():
            channel = self.hub.channels.get(stream)
            if channel is None:
                continue
            if channel.number is None:
                self.expected[stream] = head
            else:
                numbers[stream] = channel.number
        return numbers

    async def settle(self, session: AsyncSession, channels: Sequence[Channel]) -> None:
        """Give new channels the number from which everything will be delivered."""
        fresh = {channel.stream: -1 for channel in channels if channel.number is None}
        heads = await self.journal.grown(session, fresh)
        for channel in channels:
            if channel.number is None:
                channel.number = heads.get(channel.stream, 0)

    async def _render(self, session: AsyncSession, lines: Sequence[Line]) -> dict[str, list[Rendered]]:
        """What each redaction class present gets, aligned with the lines it listens to."""
        classes: dict[str, set[str]] = defaultdict(set)
        for stream in {line.stream for line in lines}:
            channel = self.hub.channels.get(stream)
            for ears in channel.groups if channel else ():
                classes[ears[0]].add(stream)
        rendered: dict[str, list[Rendered]] = {}
        for klass, streams in classes.items():
            mine = [line for line in lines if line.stream in streams]
            rendered[klass] = await render(session, mine, klass, self.renders)
        return rendered

    def _hand_out(
        self, stream: str, lines: Sequence[Line], rendered: Mapping[str, list[Rendered]]
    ) -> list[Channel]:
        """Write the lines of one stream, and let what they say about hearing take effect at their number."""
        channel = self.hub.channels.get(stream)
        if channel is None or channel.number is None:
            return []
        due = [line for line in lines if line.number > channel.number]
        opened: list[Channel] = []
        for stretch in _stretches(due, channel.number):
            numbers = {line.number for line in stretch}
            self._write(channel, {ears: _joined(rendered, stream, numbers, ears) for ears in channel.groups})
            channel.number = stretch[-1].number
            self.hub.changes += 1
            channel.changed_at = self.hub.changes
            opened += self._hearing_changes(stretch[-1].fact, channel)
        return opened

    def _write(self, channel: Channel, frames: Mapping[Ears, bytes]) -> None:
        for ears, group in channel.groups.items():
            joined = frames[ears]
            for write in group.values():
                write(joined)

    def _hearing_changes(self, fact: Fact, channel: Channel) -> list[Channel]:
        left, revoked, opens, shuts = fact.leaves(), fact.revokes(), fact.opens(), fact.shuts()
        if left is not None:
            self.hub.leave(left, channel.stream)
        if revoked is not None:
            self.hub.revoke(revoked)
        listeners = [listener for group in channel.groups.values() for listener in group]
        fresh: list[Channel] = []
        for listener in listeners:
            if shuts is not None:
                self.hub.unsubscribe(listener, shuts)
            if opens is not None:
                fresh += self.hub.subscribe(listener, dict((opens,)))
                listener.write(framed({"beat": self.hub.heads((opens[0],))}))
        return fresh


def _stretches(lines: Iterable[Line], number: int) -> Iterable[list[Line]]:
    """Cut after each line that changes who hears; stop at a hole, which the next reading fills."""
    stretch: list[Line] = []
    for line in lines:
        if line.number != number + 1:
            break
        number = line.number
        stretch.append(line)
        fact = line.fact
        if fact.leaves() or fact.revokes() or fact.opens() or fact.shuts():
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _joined(rendered: Mapping[str, list[Rendered]], stream: str, numbers: set[int], ears: Ears) -> bytes:
    """The frames of a stretch as one write: joining costs nothing and saves a system call for each."""
    klass, sight = ears
    return b"".join(
        each.frame_for(sight)
        for each in rendered.get(klass, ())
        if each.line.stream == stream and each.line.number in numbers
    )
