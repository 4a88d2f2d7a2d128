"""The ways to a new file: pixels that are built into an image or a PDF, letters that are proven to be text."""

from dataclasses import dataclass, replace
from hashlib import sha256
from math import inf
from pathlib import Path
from typing import Final

from yoriai.people.files.sanitizing.codes import REASONS, Code
from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.people.files.sanitizing.papers.passing import pass_on
from yoriai.people.files.sanitizing.papers.sheets import ALL, NoSheets
from yoriai.people.files.sanitizing.papers.standing_in import before, face_in
from yoriai.people.files.sanitizing.papers.verifying import is_proven as is_paper
from yoriai.people.files.sanitizing.pixels import BUILT, HEAD_BYTES, PEAK, NoPixels, Shape
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.sanitizing.verdict import CleanFile, Method
from yoriai.people.files.sanitizing.verifying import is_proven
from yoriai.platform.outside.cage.kinds import Cage, Program
from yoriai.platform.outside.cage.limits import MEBIBYTE, Limits
from yoriai.platform.outside.cage.run import Child, Died, GaveUp, Late, SaidWrong, caged, run

_WHERE: Final = "yoriai.people.files.sanitizing"
MOST_MADE: Final = 256 * MEBIBYTE
LIMITS: Final = Limits(cpu=60, memory=1024 * MEBIBYTE, seconds=100.0, output=MOST_MADE)
"""Together with what comes before and after, a file has its end within 120 seconds, always."""
TEXT_LIMITS: Final = replace(LIMITS, cpu=45, seconds=50.0)
"""Of two processes, of which the second begins when the first has ended."""
PAPER_LIMITS: Final = replace(LIMITS, cpu=100)
"""Many pages take all of the time that there is."""
_BUILDS: Final = {Kind.HEIC: Kind.JPEG, Kind.BMP: Kind.PNG, Kind.TIFF: Kind.PNG}
"""What other kinds are built as: what every browser shows."""


class NotMade(Exception):
    """There is no new file, for this reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Made:
    """A new file, and the memory that it took by its own account."""

    file: CleanFile
    peak: int


def make(kind: Kind, data: bytes, cage: Cage, faces: Path | None, *, within: float = inf) -> Made:
    """A new file of what is in the old one. `NotMade` with the one reason otherwise. Each program that works at it has so
    many seconds, and never more than its limits say."""
    try:
        if kind is Kind.PDF:
            return _photographed(before(face_in(faces)) + data, cage, _within(PAPER_LIMITS, within))
        if kind.is_image:
            return _rebuilt(kind, data, cage, _within(LIMITS, within))
        return _written(kind, data, cage, _within(TEXT_LIMITS, within))
    except Late:
        raise NotMade(Reason.LATE) from None
    except Died as end:
        raise NotMade(_reason(end.code)) from None
    except (GaveUp, NoPixels, NoSheets):
        raise NotMade(Reason.DIED) from None
    except OSError:  # the machine cannot begin it, or not any more
        raise NotMade(Reason.NO_CAGE) from None


def _within(limits: Limits, seconds: float) -> Limits:
    return replace(limits, seconds=min(limits.seconds, seconds))


def _rebuilt(kind: Kind, data: bytes, cage: Cage, limits: Limits) -> Made:
    built_as = _BUILDS.get(kind, kind)
    decoding = Program.module(f"{_WHERE}.decoder", kind, cage)
    building = Program.module(f"{_WHERE}.builder", built_as, cage)
    with caged(cage, building, limits) as builder:
        with caged(cage, decoding, limits) as decoder:
            decoder.feed(data)
            shape = _pass_on(decoder, builder)
            (of_decoder,) = PEAK.unpack(decoder.exactly(PEAK.size))
        of_builder, image, small = _built(builder)
    if not (is_proven(built_as, image) and _is_small(small)):
        raise NotMade(Reason.NOT_PROVEN)
    peak = max(of_decoder, of_builder)
    file = CleanFile(image, built_as, Method.RECONSTRUCTED, small, shape.width, shape.height)
    return Made(file, min(peak, limits.memory))


def squared(kind: Kind, data: bytes, cage: Cage) -> bytes:
    """The face (`square`) of a picture that was made here. `NotMade` where it comes to nothing."""
    decoding = Program.module(f"{_WHERE}.decoder", kind, cage)
    try:
        with caged(cage, Program.module(f"{_WHERE}.square", cage), LIMITS) as builder:
            with caged(cage, decoding, LIMITS) as decoder:
                decoder.feed(data)
                _pass_on(decoder, builder)
                decoder.exactly(PEAK.size)
            face = builder.rest()
    except (Died, GaveUp, Late, NoPixels, OSError):
        raise NotMade(Reason.DIED) from None
    if not is_proven(Kind.JPEG, face):
        raise NotMade(Reason.NOT_PROVEN)
    return face


def _built(builder: Child) -> tuple[int, bytes, bytes]:
    peak, size, size_of_small = BUILT.unpack(builder.exactly(BUILT.size))
    if size + size_of_small > MOST_MADE:
        raise SaidWrong
    return peak, builder.exactly(size), builder.exactly(size_of_small)


def _photographed(data: bytes, cage: Cage, limits: Limits) -> Made:
    seeing = Program.module(f"{_WHERE}.papers.decoder", ALL, cage)
    grain = int.from_bytes(sha256(data).digest()[:4])
    building = Program.module(f"{_WHERE}.papers.builder", str(grain), cage)
    with caged(cage, building, limits) as builder:
        with caged(cage, seeing, limits) as decoder:
            decoder.feed(data)
            pass_on(decoder, builder)
            (of_decoder,) = PEAK.unpack(decoder.exactly(PEAK.size))
        of_builder, paper, small = _built(builder)
    if not (is_paper(paper) and _is_small(small)):
        raise NotMade(Reason.NOT_PROVEN)
    peak = max(of_decoder, of_builder)
    return Made(CleanFile(paper, Kind.PDF, Method.IMAGE_PDF, small), min(peak, limits.memory))


def _pass_on(decoder: Child, builder: Child) -> Shape:
    """Exactly as many pixels as were announced, none of which stays here."""
    head = decoder.exactly(HEAD_BYTES)
    shape = Shape.read(head)
    builder.give(shape.head())
    for _ in range(shape.frames):
        for piece in decoder.pieces(shape.frame_bytes):
            builder.give(piece)
    builder.shut()
    return shape


def _written(kind: Kind, data: bytes, cage: Cage, limits: Limits) -> Made:
    with caged(cage, Program.module(f"{_WHERE}.writing", kind, cage), limits) as writer:
        writer.feed(data)
        (peak,) = PEAK.unpack(writer.exactly(PEAK.size))
        made = writer.rest()
    run(cage, Program.module(f"{_WHERE}.proving", kind, cage), made, limits)
    return Made(CleanFile(made, kind, Method.TEXT, b""), min(peak, limits.memory))


def _is_small(data: bytes) -> bool:
    return is_proven(Kind.JPEG, data) or is_proven(Kind.PNG, data)


def _reason(code: int) -> Reason:
    """A code that is none of ours says only that it died."""
    return REASONS[Code(code)] if code in REASONS else Reason.DIED
