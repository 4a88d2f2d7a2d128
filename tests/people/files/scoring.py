"""Sanitizes the whole corpus and says how well: the figures of S16, together. Run: python -m tests.people.files.scoring

With --json the figures alone, for the table in docs/running/sanitizing.md.
"""

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from statistics import quantiles
from typing import Final

from tests.people.files.corpus.clean import clean, opened
from tests.people.files.corpus.hostile import hostile
from tests.people.files.corpus.samples import Sample
from tests.people.files.detectors import shared_windows, unsafe
from tests.people.files.likeness import likeness, likeness_of_papers, recall, words_of
from tests.people.files.sanitizing.papers import FACES
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.sanitizing.sanitize import AT_ONCE, sanitize
from yoriai.people.files.sanitizing.verdict import Disarmed, Outcome, Verdict
from yoriai.platform.outside.cage.choice import choice
from yoriai.platform.outside.cage.limits import MEBIBYTE

LEAST_LIKENESS: Final = 0.95
LEAST_RECALL: Final = 0.99
MOST_REFUSED: Final = 0.02
SLOWEST: Final = 120.0
SOON: Final = 5.0
"""Seconds in which a bomb is refused."""
_LARGEST_SEARCHED: Final = 300_000
"""Bytes of an original in which windows are looked for; longer runs are looked for in every one."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file."""

    sample: Sample
    is_hostile: bool
    verdict: Verdict
    seconds: float
    unsafe: Sequence[str]
    windows: int
    likeness: float | None
    recall: float | None

    @property
    def is_delivered(self) -> bool:
        return isinstance(self.verdict, Disarmed)

    @property
    def has_crashed(self) -> bool:
        """Whether the caged process ended otherwise than it should. Nothing was handed on all the same."""
        return not isinstance(self.verdict, Disarmed) and self.verdict.reason in (Reason.DIED, Reason.LATE)


def worked(sample: Sample, *, is_hostile: bool) -> Result:
    """Sanitize one file, and look at what came of it."""
    data = sample.make()
    began = time.monotonic()
    verdict = sanitize(data, sample.name, faces=FACES)
    seconds = time.monotonic() - began
    if not isinstance(verdict, Disarmed):
        return Result(sample, is_hostile, verdict, seconds, (), 0, None, None)
    made, kind = verdict.file.data, str(verdict.file.kind)
    found = unsafe(data, made, kind)
    if verdict.file.small:
        small = verdict.file.small
        found += [f"small: {each}" for each in unsafe(data, small, "png" if small[:1] == b"\x89" else "jpeg")]
    is_searched = kind not in ("text", "csv") and len(data) < _LARGEST_SEARCHED
    windows = shared_windows(data, made) if is_searched else 0
    like, kept = (None, None) if is_hostile else _left(sample, data, made)
    return Result(sample, is_hostile, verdict, seconds, found, windows, like, kept)


def _left(sample: Sample, data: bytes, made: bytes) -> tuple[float | None, float | None]:
    """How like it looks, and how much of its letters is left, as far as there are any."""
    if sample.ending == "pdf":
        return likeness_of_papers(data, made), recall(words_of(data), words_of(made))
    like = likeness(sample.looks(), opened(made)) if sample.looks else None
    kept = recall(sample.says, made.decode().removeprefix("\ufeff")) if sample.says else None
    return like, kept


def all_worked(honest: Sequence[Sample], harmful: Sequence[Sample]) -> list[Result]:
    """All of them, as many at once as the product does."""
    with ThreadPoolExecutor(AT_ONCE) as threads:
        under_way = [threads.submit(worked, each, is_hostile=False) for each in honest]
        under_way += [threads.submit(worked, each, is_hostile=True) for each in harmful]
        return [each.result() for each in under_way]


def figures(results: Sequence[Result]) -> dict[str, object]:
    """The figures of S16, none without the others."""
    honest = [each for each in results if not each.is_hostile]
    harmful = [each for each in results if each.is_hostile]
    like = [each.likeness for each in honest if each.likeness is not None]
    kept = [each.recall for each in honest if each.recall is not None]
    return {
        "cage": choice().best,
        "files": {"clean": len(honest), "hostile": len(harmful)},
        "released_unsafe": sum(bool(each.unsafe) for each in results),
        "shares_of_clean": _shares(honest),
        "shares_of_hostile": _shares(harmful),
        "clean_refused": round(sum(not each.is_delivered for each in honest) / max(1, len(honest)), 4),
        "least_likeness": round(min(like, default=1), 4),
        "least_recall": round(min(kept, default=1), 4),
        "crashes": sum(each.has_crashed for each in results),
        "same_windows_of_64_bytes": sum(bool(each.windows) for each in results),
        "classes": {ending: _cost(each) for ending, each in sorted(_by_class(results).items())},
    }


def faults(results: Sequence[Result]) -> Iterator[str]:
    """Whatever misses its goal, one line each."""
    for each in results:
        name = f"{each.sample.name} ({each.sample.about})"
        yield from (f"{name}: released unsafe: {what}" for what in each.unsafe)
        if each.seconds > SLOWEST or ("a bomb" in each.sample.about and each.verdict.proof.seconds > SOON):
            yield f"{name}: {each.seconds:.1f} seconds"
        if each.likeness is not None and each.likeness < LEAST_LIKENESS:
            yield f"{name}: looks otherwise: {each.likeness:.3f}"
        if each.recall is not None and each.recall < LEAST_RECALL:
            yield f"{name}: letters are gone: {each.recall:.3f}"
    refused = [each for each in results if not each.is_hostile and not each.is_delivered]
    if len(refused) > MOST_REFUSED * sum(not each.is_hostile for each in results):
        yield from (f"{each.sample.name} ({each.sample.about}): not delivered" for each in refused)


def _shares(results: Sequence[Result]) -> Mapping[str, float]:
    counted = Counter(each.verdict.outcome for each in results)
    return {outcome: round(100 * counted[outcome] / max(1, len(results)), 1) for outcome in Outcome}


def _by_class(results: Sequence[Result]) -> Mapping[str, list[Result]]:
    found = defaultdict[str, list[Result]](list)
    for each in results:
        found[each.sample.ending].append(each)
    return found


def _cost(results: Sequence[Result]) -> Mapping[str, float]:
    seconds = [each.verdict.proof.seconds for each in results]
    slow = quantiles(seconds, n=20, method="inclusive")[-1] if len(seconds) > 1 else seconds[0]
    peak = max(each.verdict.proof.peak for each in results) / MEBIBYTE
    return {"files": len(results), "p95_seconds": round(slow, 2), "most_memory_mb": round(peak)}


def main(arguments: Sequence[str]) -> int:
    """All files, or every tenth with --some."""
    step = 10 if "--some" in arguments else 1
    results = all_worked(clean(large=step == 1)[::step], hostile()[::step])
    missed = list(faults(results))
    print(json.dumps(figures(results), indent=2, ensure_ascii=False))
    if "--json" not in arguments:
        print("\n".join(missed) or "every goal is met")
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
