"""What processes tell one another over the bus: which streams have grown, and what is fleeting. Ids, never words.

Every note bears a seal that only processes with this installation's key can make: what anybody else puts on the bus is
not even read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from hmac import compare_digest
from itertools import islice
from typing import Annotated, TypeVar
from uuid import UUID

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from yoriai.platform.work.doorbell import Whisper

BIGGEST = 64 * 1024  # bytes; what is longer is not read
MOST_IN_ONE = 100  # of each kind of entry
SEAL = 16  # bytes

Piece = TypeVar("Piece")
Stream = Annotated[str, Field(max_length=60)]
Name = Annotated[str, Field(max_length=80)]
Number = Annotated[int, Field(ge=0, lt=2**53)]
Whispered = tuple[Stream, Name, dict[Name, UUID]]
Counted = tuple[Name, Name, Annotated[int, Field(gt=-(2**53), lt=2**53)]]


class Note(BaseModel):
    """One note. Entries of a newer version of the product are passed over."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")

    origin: Annotated[str, Field(max_length=32)]
    """The process that wrote it."""
    heads: dict[Stream, Number] = Field(default_factory=dict[Stream, Number], max_length=MOST_IN_ONE)
    signals: list[tuple[Stream, Name]] = Field(
        default_factory=list[tuple[Stream, Name]], max_length=MOST_IN_ONE
    )
    whispers: list[Whispered] = Field(default_factory=list[Whispered], max_length=MOST_IN_ONE)
    counts: list[Counted] = Field(default_factory=list[Counted], max_length=MOST_IN_ONE)
    """By kind and key, what the process has counted since it last told of them."""
    turn: int = 0
    """Grows with every note of the process. Counts, unlike heads, are not the same when they come twice."""

    def whispered(self) -> Iterator[Whisper]:
        for stream, name, body in self.whispers:
            yield Whisper(stream, name, body)


@dataclass
class Unsaid:
    """What waits to be written. Of a stream only the newest head is told; what finds no room is dropped."""

    most: int
    heads: dict[str, int] = field(default_factory=dict[str, int])
    signals: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    whispers: list[Whisper] = field(default_factory=list[Whisper])
    counts: dict[tuple[str, str], int] = field(default_factory=dict[tuple[str, str], int])

    def add_head(self, stream: str, head: int) -> None:
        if len(self.heads) < self.most or stream in self.heads:
            self.heads[stream] = max(head, self.heads.get(stream, 0))

    def add_signal(self, signal: tuple[str, str]) -> None:
        if len(self.signals) < self.most:
            self.signals.add(signal)

    def add_whisper(self, whisper: Whisper) -> None:
        if len(self.whispers) < self.most:
            self.whispers.append(whisper)

    def add_count(self, kind: str, key: str, count: int) -> None:
        if len(self.counts) < self.most or (kind, key) in self.counts:
            self.counts[kind, key] = self.counts.get((kind, key), 0) + count

    def taken(self) -> "Unsaid":
        """All of it; nothing waits here any more."""
        taken = Unsaid(self.most, self.heads, self.signals, self.whispers, self.counts)
        self.heads, self.signals, self.whispers, self.counts = {}, set(), [], {}
        return taken

    def bodies(self, origin: str, turns: Iterator[int]) -> Iterator[bytes]:
        """As many notes as it takes, so that none is too long to be read."""
        heads, signals, whispers = iter(self.heads.items()), iter(self.signals), iter(self.whispers)
        counts = iter(self.counts.items())
        while True:
            parts: Mapping[str, Sequence[object] | Mapping[str, object]] = {
                "heads": dict(_some(heads)),
                "signals": _some(signals),
                "whispers": [[each.stream, each.name, each.body] for each in _some(whispers)],
                "counts": [[kind, key, count] for (kind, key), count in _some(counts)],
            }
            if not any(parts.values()):
                return
            said = {name: part for name, part in parts.items() if part}
            yield orjson.dumps({"origin": origin, "turn": next(turns), **said}, default=_plain)


class Seal:
    """Makes and checks the seal of one installation."""

    def __init__(self, server_key: bytes) -> None:
        self._key = blake2b(server_key, person=b"yoriai-bus").digest()
        self.house = blake2b(server_key, person=b"yoriai-house", digest_size=6).hexdigest()
        """By which installations that share a bus are kept apart."""

    def sealed(self, body: bytes) -> bytes:
        return self._of(body) + body

    def opened(self, frame: bytes) -> Note | None:
        """The note in this frame; None for what is no note of this installation."""
        seal, body = frame[:SEAL], frame[SEAL:]
        if len(frame) > BIGGEST or not compare_digest(seal, self._of(body)):
            return None
        try:
            return Note.model_validate_json(body)
        except ValidationError:  # of a version that says something else by these names
            return None

    def _of(self, body: bytes) -> bytes:
        return blake2b(body, key=self._key, digest_size=SEAL).digest()


def _some(pieces: Iterator[Piece]) -> list[Piece]:
    return list(islice(pieces, MOST_IN_ONE))


def _plain(value: object) -> str:
    """One of the databases gives its own kind of UUID, which the encoder does not take for one."""
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(type(value).__name__)
