"""Sanitizing one file: what it is, what can be made of it, and the record of both. Nothing of it is kept here."""

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import distribution, version
from math import inf
from pathlib import Path
from typing import Final

import orjson

from yoriai.people.files.sanitizing.kinds import Kind, kind_of
from yoriai.people.files.sanitizing.methods import Made, NotMade, make, squared
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.sanitizing.verdict import RULES, Disarmed, Proof, Verdict, Withheld
from yoriai.platform.outside.antivirus import NotScanned, Scan, Scanner
from yoriai.platform.outside.cage.choice import NoCage, choice
from yoriai.platform.outside.cage.kinds import Cage
from yoriai.platform.outside.cage.limits import MEBIBYTE

MOST_BYTES: Final = 50 * MEBIBYTE
AT_ONCE: Final = 2
"""Files under way in one process: on a small machine each may use up its bounds."""
LONG_AT_ONCE: Final = 1
"""Of them, those that were late once: a place is left for everybody's files."""

_places = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True, slots=True)
class Means:
    """What there is to judge a file by, and how many seconds each program has that works at it, if that is less than
    usual. Without a cage it is the best of this machine."""

    cage: Cage | None = None
    faces: Path | None = None
    scanner: Scanner | None = None
    within: float = inf


@dataclass(frozen=True, slots=True)
class _End:
    """What was found out, before it is written down."""

    found: Kind | Reason
    reason: Reason | None = None
    made: Made | None = None
    scan: Scan | None = None


def sanitize(
    data: bytes,
    name: str,
    *,
    cage: Cage | None = None,
    faces: Path | None = None,
    scanner: Scanner | None = None,
) -> Verdict:
    """A new file made of this one, or the one reason why there is none: within two minutes of its turn, whatever the
    file is. It takes a thread's time; at most two at once are under way. In the folder `faces` lie the typefaces for
    paper; without them a PDF that brings no Japanese typeface of its own is held. A scanner that is given must have seen
    the file and found nothing; none is given where the body has none (S12)."""
    return judged(data, name, Means(cage, faces, scanner))


def judged(data: bytes, name: str, means: Means) -> Verdict:
    """The same. What is not done within as many seconds as there are is late."""
    with _places:
        began = time.monotonic()
        try:
            means = replace(means, cage=means.cage or choice().best)
        except NoCage:
            means = replace(means, cage=None)
        end = _scanned(data, name, means)
        came = _Came(sha256(data).hexdigest(), len(data))
        proof = _proof(came, end, means.cage, time.monotonic() - began)
    if end.made is None:
        return Withheld(end.reason or Reason.DIED, proof)
    return Disarmed(end.made.file, proof)


def unread(reason: Reason, sha256_of_all: str, size: int) -> Withheld:
    """The verdict on a file that nobody looked into: because it is too large, or because no attempt came to an end."""
    return Withheld(reason, _proof(_Came(sha256_of_all, size), _End(reason, reason), None, 0.0))


def face_of(data: bytes, kind: Kind) -> bytes | None:
    """The face of a picture that was made here; None where none can be made. It takes its turn as files do."""
    with _places:
        try:
            return squared(kind, data, choice().best)
        except (NoCage, NotMade):
            return None


@dataclass(frozen=True, slots=True)
class _Came:
    """What came in, as the record names it."""

    sha256: str
    size: int


def _scanned(data: bytes, name: str, means: Means) -> _End:
    if len(data) > MOST_BYTES:
        return _End(Reason.TOO_LARGE, Reason.TOO_LARGE)
    found = kind_of(data, name)
    if isinstance(found, Reason) and not found.holds:
        return _End(found, found)  # nobody will have it, whatever is in it
    try:
        scan = means.scanner.scan(data) if means.scanner else None
    except NotScanned:
        return _End(found, Reason.NOT_SCANNED)
    if scan and scan.found:
        return _End(found, Reason.MALWARE, scan=scan)
    if isinstance(found, Reason):
        return _End(found, found, scan=scan)
    return _made(found, data, means, scan)


def _made(found: Kind, data: bytes, means: Means, scan: Scan | None) -> _End:
    if means.cage is None:
        return _End(found, Reason.NO_CAGE, scan=scan)
    try:
        return _End(found, made=make(found, data, means.cage, means.faces, within=means.within), scan=scan)
    except NotMade as why:
        return _End(found, why.reason, scan=scan)


def _proof(came: _Came, end: _End, cage: Cage | None, seconds: float) -> Proof:
    file = end.made.file if end.made else None
    return Proof(
        found=end.found,
        sha256=came.sha256,
        size=came.size,
        sha256_made=sha256(file.data).hexdigest() if file else "",
        size_made=len(file.data) if file else 0,
        method=file.method if file else "",
        cage=cage or "",
        scanner=end.scan.scanner if end.scan else "",
        malware=end.scan.found if end.scan else "",
        versions=_versions(),
        seconds=round(seconds, 3),
        peak=end.made.peak if end.made else 0,
    )


@cache
def _versions() -> Mapping[str, str]:
    """Of what decodes and judges."""
    packages = {name: version(name) for name in ("yoriai", "pillow", "pi-heif", "pypdfium2")}
    return {"rules": str(RULES), **packages, "pdfium": _pdfium()}


def _pdfium() -> str:
    """Which PDFium is in that package, without loading it here."""
    told = Path(str(distribution("pypdfium2").locate_file("pypdfium2_raw/version.json"))).read_bytes()
    parts = orjson.loads(told)
    return ".".join(str(parts[each]) for each in ("major", "minor", "build", "patch"))
