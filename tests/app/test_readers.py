"""The assembled server lets its features read the journal, and hinders no pruning by it."""

from collections import Counter
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path

import pytest

from tests.cast import SATO, WELFARE
from tests.grounds import Ground
from tests.platform.nodes import until
from tests.town import Town, open_town
from yoriai.app import main
from yoriai.app.wiring import FEATURES
from yoriai.platform.facts.durable import Entry, Reader
from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.platform.work.work import Work
from yoriai.talk.messages.facts import MessagePosted

pytestmark = pytest.mark.anyio
HEARD: list[Entry] = []


async def note(work: Work, entries: Sequence[Entry]) -> None:
    HEARD.extend(entries)


LISTENER = Feature(
    name="listener",
    title="聞き手",
    keeps=Keeps.NOTHING,
    from_internet=FromInternet.NOTHING,
    reads=(Reader("listener", note, of=frozenset({MessagePosted})),),
)


@pytest.fixture
async def town(ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Town]:
    """The town with one feature more."""
    HEARD.clear()
    monkeypatch.setattr(main, "FEATURES", (*FEATURES, LISTENER))
    with ground.copied(tmp_path) as url:
        async with open_town(url, tmp_path) as opened:
            yield opened


async def test_a_reader_that_a_feature_declares_hears_what_was_committed(town: Town) -> None:
    said = [await town.says(SATO, words, WELFARE) for words in ("おはようございます", "窓口の当番表です")]
    await until(lambda: len(HEARD) == 2)
    facts = [entry.line.fact for entry in HEARD]
    assert [str(fact.message_id) for fact in facts if isinstance(fact, MessagePosted)] == said
    assert {(entry.line.by, entry.cause.zone) for entry in HEARD} == {(SATO, "lgwan")}


def test_no_two_readers_share_a_name_and_none_asks_for_what_nobody_states() -> None:
    readers = [reader for feature in FEATURES for reader in feature.reads]
    assert [name for name, times in Counter(reader.name for reader in readers).items() if times > 1] == []
    stated = {fact for feature in FEATURES for fact in feature.facts}
    assert {kind for reader in readers for kind in reader.of or ()} <= stated
