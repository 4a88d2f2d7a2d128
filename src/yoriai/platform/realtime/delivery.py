"""Delivery: what the journal gained goes to every socket that may hear it, in order, once."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import structlog
from sqlalchemy.exc import SQLAlchemyError

from yoriai.platform.db.quick import Quick
from yoriai.platform.db.statement import Rows
from yoriai.platform.facts.fact import Fact
from yoriai.platform.facts.journal import Journal, grown
from yoriai.platform.facts.line import Line
from yoriai.platform.feature import hears_outside
from yoriai.platform.realtime.frames import framed
from yoriai.platform.realtime.hub import Hub
from yoriai.platform.realtime.listener import Channel, Listener
from yoriai.platform.realtime.rendering import Bodies, Rendered, Renderer

Places = Mapping[tuple[str, int], Rendered]
"""Rendered lines by stream and number."""

LITTLE = 16  # lines that are read at a glance

log = structlog.get_logger()


@dataclass
class Delivery:
    """Reads on from each channel's number and writes what it finds. Only one runs in a process."""

    hub: Hub
    journal: Journal
    renderer: Renderer
    quick: Quick
    expected: dict[str, int] = field(default_factory=dict[str, int])
    """Heads that a doorbell or a poll has named for channels of this process, not yet delivered."""

    def expect(self, heads: Mapping[str, int]) -> bool:
        """Note what has been announced; say whether anything of it concerns this process."""
        concerned = False
        for stream, head in heads.items():
            channel = self.hub.channels.get(stream)
            if channel is not None and channel.number < head:
                self.expected[stream] = max(head, self.expected.get(stream, 0))
                concerned = True
        return concerned

    async def deliver(self) -> bool:
        """Deliver what has been announced so far; say whether there was anything to deliver."""
        waiting, self.expected = self.expected, {}
        try:
            return await self._deliver(waiting)
        except (SQLAlchemyError, OSError):
            raise  # the database is away: it is so for all of them
        except Exception:
            if len(waiting) < 2:
                raise
            log.exception("delivery failed, stream by stream now")
            return await self._one_by_one(waiting)
        finally:
            self.expect(waiting)  # more than one reading holds, or what failed

    async def _one_by_one(self, waiting: Mapping[str, int]) -> bool:
        """A stream on which something cannot be told must not silence the others."""
        told, failed = False, None
        for stream, head in waiting.items():
            try:
                told = await self._deliver({stream: head}) or told
            except Exception as error:  # noqa: BLE001 raised again when all have had their turn
                failed = error
        if failed is not None:
            raise failed
        return told

    async def _deliver(self, waiting: Mapping[str, int]) -> bool:
        channels = [channel for stream in waiting if (channel := self.hub.channels.get(stream))]
        numbers = {channel.stream: channel.number for channel in channels}
        if not numbers:
            return False
        classes = {channel.stream: channel.classes for channel in channels}
        is_little = sum(waiting[stream] - number for stream, number in numbers.items()) <= LITTLE
        read = self.quick.glance if is_little else self.quick.read
        found = await read(lambda rows: self._look(rows, numbers, classes))
        rendered: dict[str, Places] = {}
        for klass, lines, known in found.classes:
            whole = await self.renderer.rest(lines, klass, known)
            rendered[klass] = {(each.line.stream, each.line.number): each for each in whole}
        for stream, group in groupby(found.lines, key=lambda line: line.stream):
            channel = self.hub.channels.get(stream)
            # Somebody of a new class may have come while words were loaded: then the next round serves everybody.
            if channel is not None and channel.classes <= classes[stream]:
                self._hand_out(
                    channel, [line for line in group if line.number > channel.number], rendered, found.heads
                )
        return bool(found.lines)

    def _look(
        self, rows: Rows, numbers: Mapping[str, int], classes: Mapping[str, frozenset[str]]
    ) -> "_Found":
        """The lines, and for each redaction class present the words that can be had in the same look."""
        lines = self.journal.after(rows, numbers)
        heard: list[tuple[str, list[Line], Bodies]] = []
        for klass in frozenset[str]().union(*classes.values()):
            mine = [line for line in lines if klass in classes[line.stream]]
            heard.append((klass, mine, self.renderer.at_once(rows, mine, klass)))
        opened = {opens[0]: -1 for line in lines if (opens := line.fact.opens())}
        return _Found(lines, heard, grown(rows, opened) if opened else {})

    def _hand_out(
        self,
        channel: Channel,
        lines: Sequence[Line],
        rendered: Mapping[str, Places],
        heads: Mapping[str, int],
    ) -> None:
        """Write the lines of one stream, and let what they say about hearing take effect at their number."""
        for stretch in _stretches(lines, channel.number, frozenset(channel.late.values())):
            for (klass, sight), group in tuple(channel.groups.items()):
                places = rendered[klass]
                frames = (places[line.stream, line.number].frame_for(sight) for line in stretch)
                self._write(
                    group, b"".join(frames)
                )  # one write: joining costs less than a system call for each
            channel.number = stretch[-1].number
            self.hub.changes += 1
            channel.changed_at = self.hub.changes
            self._hearing_changes(stretch[-1], channel, rendered, heads)
            channel.let_in()  # those who know this line from before: what it changed for them is changed

    def _write(self, group: Mapping[Listener, Callable[[bytes], None]], frames: bytes) -> None:
        # A transport may call back while it is written to, and its socket leaves the group: so a copy.
        for write in tuple(group.values()):
            try:
                write(frames)
            except Exception:  # noqa: BLE001 the end of one socket is nothing to the others
                self._forget(group, write)

    def _forget(
        self, group: Mapping[Listener, Callable[[bytes], None]], write: Callable[[bytes], None]
    ) -> None:
        for listener in [listener for listener, its_own in group.items() if its_own is write]:
            self.hub.forget(listener)

    def _hearing_changes(
        self, line: Line, channel: Channel, rendered: Mapping[str, Places], heads: Mapping[str, int]
    ) -> None:
        fact = line.fact
        if not fact.changes_hearing():
            return
        left, revoked = fact.leaves(), fact.revokes()
        if left is not None:
            self.hub.leave(left, channel.stream)
        if revoked is not None:
            self.hub.revoke(revoked)
        if fact.renews():
            self.hub.renew(channel.stream, channel.number)
        if fact.seals_stream():
            self.hub.seal(channel.stream)
        for (klass, _), group in tuple(channel.groups.items()):
            # Whoever gets a blank of what opens a stream is not let in: where they are, it is not there.
            is_blank = rendered[klass][line.stream, line.number].is_blank
            for listener in tuple(group):
                self._hears_otherwise(listener, fact, klass, None if is_blank else heads)

    def _hears_otherwise(
        self, listener: Listener, fact: Fact, klass: str, heads: Mapping[str, int] | None
    ) -> None:
        """What a fact on somebody's own stream opens and shuts for one of their sockets; without heads it opens
        nothing."""
        opens = fact.opens()
        for shut in (fact.shuts(), fact.shuts_outside() if hears_outside(klass) else None):
            if shut is not None:
                self.hub.unsubscribe(listener, shut)
        if opens is not None and heads is not None:
            # From the head that was read with the line: the words of the fact were read later, and know more. Where it is
            # heard here already, from where that is: perhaps they are let out again on the way.
            stream, sight = opens
            head = 0 if stream in self.hub.channels else heads.get(stream, 0)
            self.hub.subscribe(listener, {stream: sight}, {stream: head})
            listener.write(framed({"beat": self.hub.heads((stream,))}))


@dataclass(frozen=True, slots=True)
class _Found:
    """What one look brought: all lines, and for each class its own with the words known so far."""

    lines: list[Line]
    classes: list[tuple[str, list[Line], Bodies]]
    heads: dict[str, int]
    """Of the streams that these lines open to somebody."""


def _stretches(lines: Iterable[Line], number: int, joined_at: Container[int]) -> Iterable[list[Line]]:
    """Cut after each line that changes who hears, or after which somebody joins; stop at a hole, which the next
    reading fills."""
    stretch: list[Line] = []
    for line in lines:
        if line.number != number + 1:
            break
        number = line.number
        stretch.append(line)
        if line.fact.changes_hearing() or number in joined_at:
            yield stretch
            stretch = []
    if stretch:
        yield stretch
