"""Rendering: the words of facts are loaded when they are delivered, once for each redaction class."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.facts.fact import Fact
from yoriai.platform.facts.line import Line
from yoriai.platform.facts.sight import Sight
from yoriai.platform.feature import Render
from yoriai.platform.realtime.frames import blank, text_frame, told


@dataclass(frozen=True, slots=True)
class Rendered:
    """What one class of readers is sent for a line; a reader with a narrower sight may get the blank instead."""

    line: Line
    body: bytes
    nothing: bytes

    def seen_with(self, sight: Sight) -> "Rendered":
        """The same line for ears with a narrower sight."""
        if sight.shows(self.line.number, self.line.fact.about_ordinal()):
            return self
        return Rendered(self.line, self.nothing, self.nothing)

    def frame_for(self, sight: Sight) -> bytes:
        return text_frame(self.seen_with(sight).body)


async def render(
    session: AsyncSession, lines: Sequence[Line], klass: str, renders: Mapping[type[Fact], Render]
) -> list[Rendered]:
    """Render lines in their order. One call of a feature for all of its facts of one kind: no N+1."""
    by_kind: dict[type[Fact], list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        by_kind[type(line.fact)].append(at)
    bodies: dict[int, dict[str, object] | None] = {}
    for kind, places in by_kind.items():
        facts = [lines[at].fact for at in places]
        feature_renders = renders.get(kind)
        if feature_renders is None:
            bodies.update((at, fact.model_dump(mode="json")) for at, fact in zip(places, facts, strict=True))
        else:
            bodies.update(zip(places, await feature_renders(session, facts, klass), strict=True))
    return [_rendered(line, bodies[at]) for at, line in enumerate(lines)]


def _rendered(line: Line, body: dict[str, object] | None) -> Rendered:
    nothing = blank(line.stream, line.number)
    if body is None:
        return Rendered(line, nothing, nothing)
    return Rendered(line, told(line, body), nothing)
