"""What returning sockets have missed: read and rendered once for all who come back at about the same time.

After a line was cut, or a server was started anew, whole departments come back in one second and have missed the same
messages of the same rooms. To read and render these for each of them would take minutes.
"""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import NamedTuple

from sqlalchemy.orm import Session

from yoriai.platform.facts.journal import Ends, Journal
from yoriai.platform.facts.line import Line
from yoriai.platform.facts.sight import WHOLE, Sight
from yoriai.platform.realtime.frames import blank, text_frame
from yoriai.platform.realtime.rendering import Bodies, Rendered, Renderer
from yoriai.platform.work.work import Work

MOST_KEPT = 96 * 1024 * 1024  # bytes
KEPT_FOR = 60.0  # seconds
PIECE = 64 * 1024  # bytes of frames in one write
OF_A_LINE = 200  # bytes that are kept of a line beside its frame


class _Kept(NamedTuple):
    """What must be known of a line to tell whether it is for somebody."""

    number: int
    about_ordinal: int | None
    name: str
    length: int
    """Of its frame."""


@dataclass(frozen=True, slots=True)
class Missed:
    """What one stream told after a number, for readers of one redaction class."""

    stream: str
    lines: Sequence[_Kept]
    whole: Sequence[bytes]
    """The frames of all lines, in pieces, as they are written for whoever sees the whole stream."""

    @classmethod
    def of(cls, stream: str, rendered: Sequence[Rendered]) -> "Missed":
        frames = [each.frame_for(WHOLE) for each in rendered]
        lines = [
            _Kept(each.line.number, each.line.fact.about_ordinal(), each.line.fact.name, len(frame))
            for each, frame in zip(rendered, frames, strict=True)
        ]
        return cls(stream, lines, list(_joined(frames)))

    @property
    def size(self) -> int:
        """Bytes of memory that it takes, about."""
        return OF_A_LINE * (1 + len(self.lines)) + sum(map(len, self.whole))

    def pieces(self, sight: Sight, until: int, held: tuple[int, int]) -> Sequence[bytes]:
        """As somebody may see it, up to a number, without a run of numbers that are held already."""
        first, last = held
        if sight.is_whole and not first and self.lines and self.lines[-1].number <= until:
            return self.whole
        return list(
            _joined(
                frame
                for line, frame in self._each(sight)
                if line.number <= until and not first <= line.number <= last
            )
        )

    def _each(self, sight: Sight) -> Iterator[tuple[_Kept, bytes]]:
        pieces, piece, begin = iter(self.whole), b"", 0
        for line in self.lines:
            if begin == len(piece):
                piece, begin = next(pieces), 0
            end = begin + line.length
            if sight.shows(line.number, line.about_ordinal, line.name):
                yield line, piece[begin:end]
            else:
                yield line, text_frame(blank(self.stream, line.number))
            begin = end


class Asked(NamedTuple):
    """What somebody wants to know of one stream, and all that decides what is answered: it reads otherwise when the
    stream itself has grown, as whatever changes its words is told there, or one of the streams that tell how people
    and units are called."""

    klass: str
    stream: str
    after: int
    ends: Ends
    backdrop: tuple[tuple[str, int], ...] = ()


@dataclass
class Backlog:
    """What was missed lately, of this process."""

    journal: Journal
    renderer: Renderer
    most: int = MOST_KEPT
    kept: OrderedDict[Asked, tuple[float, Missed]] = field(
        default_factory=OrderedDict[Asked, tuple[float, Missed]]
    )
    size: int = 0

    async def missed(self, work: Work, asked: Asked) -> Missed:
        """As it was read for another one who asked the same a moment ago, or anew. Raises as `read` does."""
        known = self._known(asked)
        if known is not None:
            return known
        missed = Missed.of(asked.stream, await self.read(work, asked))
        if missed.lines:
            self._keep(asked, missed)
        return missed

    async def read(self, work: Work, asked: Asked) -> list[Rendered]:
        """From the database. Too far behind, or pruned: `Reread` (410).

        Read in the work in which the door was asked: what was told after somebody was let out is not seen there,
        and who catches up never keeps waiting what is delivered live.
        """

        def look(session: Session) -> tuple[list[Line], Bodies]:
            rows = self.renderer.works.store.rows_of(session)
            lines = self.journal.missed(rows, asked.stream, asked.after, asked.ends)
            return lines, self.renderer.at_once(rows, lines, asked.klass)

        lines, words = await work.session.run_sync(look)
        return await self.renderer.rest(lines, asked.klass, words, work)

    def _known(self, asked: Asked) -> Missed | None:
        read_at, missed = self.kept.get(asked, (0.0, None))
        if missed is None or monotonic() - read_at > KEPT_FOR:  # also the days go by on which words depend
            return None
        self.kept.move_to_end(asked)
        return missed

    def _keep(self, asked: Asked, missed: Missed) -> None:
        if asked in self.kept:
            self._forget(asked)
        self.kept[asked] = (monotonic(), missed)
        self.size += missed.size
        while self.size > self.most:
            self._forget(next(iter(self.kept)))

    def _forget(self, asked: Asked) -> None:
        self.size -= self.kept.pop(asked)[1].size


def _joined(frames: Iterable[bytes]) -> Iterator[bytes]:
    """Whole frames together, in pieces that no buffer minds."""
    gathered: list[bytes] = []
    length = 0
    for frame in frames:
        gathered.append(frame)
        length += len(frame)
        if length >= PIECE:
            yield b"".join(gathered)
            gathered, length = [], 0
    if gathered:
        yield b"".join(gathered)
