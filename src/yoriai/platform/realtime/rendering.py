"""Rendering: the words of facts are loaded when they are delivered, once for each redaction class."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field

from yoriai.platform.db.statement import Rows
from yoriai.platform.facts.fact import Fact, Unknown
from yoriai.platform.facts.line import Line
from yoriai.platform.facts.sight import Sight
from yoriai.platform.feature import QuickRender, Render, Sealed, hears_outside
from yoriai.platform.realtime.frames import blank, text_frame, told
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

Bodies = dict[int, dict[str, object] | None]
"""What is known so far of each line, by its place; None is a blank for everybody of this class."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What one class of readers is sent for a line; a reader with a narrower sight may get the blank instead."""

    line: Line
    body: bytes
    nothing: bytes

    def seen_with(self, sight: Sight) -> "Rendered":
        """The same line for ears with a narrower sight."""
        if sight.shows(self.line.number, self.line.fact.about_ordinal(), self.line.fact.name):
            return self
        return Rendered(self.line, self.nothing, self.nothing)

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it for anybody of this class."""
        return self.body is self.nothing

    def frame_for(self, sight: Sight) -> bytes:
        return text_frame(self.seen_with(sight).body)


@dataclass(frozen=True)
class Renderer:
    """Loads words: on the hot path together with the lines themselves, else in a work of its own."""

    works: Works
    renders: Mapping[type[Fact], Render]
    quick_renders: Mapping[type[Fact], QuickRender] = field(default_factory=dict[type[Fact], QuickRender])
    sealed: Sealed = lambda _rows, _streams: ()

    def at_once(self, rows: Rows, lines: Sequence[Line], klass: str) -> Bodies:
        """The words that can be had where the lines were read, and those of facts that need none."""
        bodies = self._sealed(rows, lines, klass)
        for kind, places in _by_kind(lines, without=bodies).items():
            facts = [lines[at].fact for at in places]
            quick = self.quick_renders.get(kind)
            if kind is Unknown:
                bodies.update((at, None) for at in places)
            elif quick is not None:
                bodies.update(zip(places, quick(rows, facts, klass), strict=True))
            elif kind not in self.renders:
                bodies.update(
                    (at, fact.model_dump(mode="json")) for at, fact in zip(places, facts, strict=True)
                )
        return bodies

    def _sealed(self, rows: Rows, lines: Sequence[Line], klass: str) -> Bodies:
        """Blanks for what is told of streams that are not heard where these readers are: one statement, and none
        where nothing of the kind is told."""
        if not hears_outside(klass):
            return {}
        about = {at: stream for at, line in enumerate(lines) if (stream := line.fact.about_stream())}
        sealed = self.sealed(rows, set(about.values())) if about else ()
        return {at: None for at, stream in about.items() if stream in sealed}

    async def rest(
        self, lines: Sequence[Line], klass: str, bodies: Bodies, work: Work | None = None
    ) -> list[Rendered]:
        """All lines in their order. One call of a feature for all of its facts of one kind: no N+1."""
        missing = _by_kind(lines, without=bodies)
        if missing:
            async with nullcontext(work) if work else self.works.reading() as here:
                for kind, places in missing.items():
                    facts = [lines[at].fact for at in places]
                    words = await self.renders[kind](here.session, facts, klass)
                    bodies.update(zip(places, words, strict=True))
        return [_rendered(line, bodies[at]) for at, line in enumerate(lines)]


def _by_kind(
    lines: Sequence[Line], without: Mapping[int, object] | None = None
) -> dict[type[Fact], list[int]]:
    """The places of lines, by the kind of their fact."""
    by_kind: dict[type[Fact], list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if without is None or at not in without:
            by_kind[type(line.fact)].append(at)
    return by_kind


def _rendered(line: Line, body: dict[str, object] | None) -> Rendered:
    nothing = blank(line.stream, line.number)
    return Rendered(line, nothing if body is None else told(line, body), nothing)
