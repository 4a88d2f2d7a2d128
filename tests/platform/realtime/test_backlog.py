"""What many missed is read once for all of them, and anew whenever it would read otherwise."""

from collections.abc import Mapping
from uuid import UUID, uuid4

import pytest

from tests.platform.hall import Lost, Someone, call, hall_stream, sit
from tests.platform.nodes import Ear, realtime_over, welcome
from yoriai.platform.db.store import Store
from yoriai.platform.facts.sight import Sight
from yoriai.platform.realtime.backlog import PIECE, Asked, Backlog
from yoriai.platform.realtime.realtime import Realtime
from yoriai.platform.realtime.rendering import Rendered
from yoriai.platform.work.work import Work

pytestmark = [pytest.mark.anyio, pytest.mark.req("D12")]


class Counted(Backlog):
    """Counts what was read from the database."""

    reads = 0

    async def read(self, work: Work, asked: Asked) -> list[Rendered]:
        self.reads += 1
        return await super().read(work, asked)


@pytest.fixture
def node(store: Store) -> Realtime:
    made = realtime_over(store)
    made.resuming.backlog = Counted(made.journal, made.renderer)
    return made


def reads(node: Realtime) -> int:
    assert isinstance(node.resuming.backlog, Counted)
    return node.resuming.backlog.reads


async def hall_of(node: Realtime, *sights: Mapping[Someone, Sight], words: str = "あ") -> UUID:
    hall_id = uuid4()
    async with node.works.writing() as work:
        for who, sight in [pair for each in sights for pair in each.items()]:
            await sit(work, hall_id, who.account_id, sight)
        for turn in range(1, 6):
            call(work, hall_id, f"{turn}{words}", ordinal=turn)
    return hall_id


async def back(node: Realtime, who: Someone, hall: UUID, since: int = 0) -> list[str]:
    ear = Ear(who)
    listener = ear.listener()
    await welcome(node, listener)
    assert await node.resuming.resume(listener, {hall_stream(hall): since}) == []
    node.hub.forget(listener)
    return ear.words


async def test_what_many_missed_is_read_once(node: Realtime) -> None:
    people = [Someone() for _ in range(4)]
    hall = await hall_of(node, dict.fromkeys(people, Sight()), words="")

    heard = [await back(node, who, hall) for who in people]
    assert heard == [["1", "2", "3", "4", "5"]] * 4
    assert reads(node) == 1


async def test_whoever_holds_another_number_or_reads_in_another_class_is_read_for_apart(
    node: Realtime,
) -> None:
    me, guest = Someone(), Someone(redaction_class="guest")
    hall = await hall_of(node, {me: Sight(), guest: Sight()}, words="")

    assert await back(node, me, hall) == ["1", "2", "3", "4", "5"]
    assert await back(node, me, hall, since=3) == ["4", "5"]
    assert await back(node, guest, hall, since=3) == ["4", "5"]
    assert reads(node) == 3


async def test_it_is_read_anew_as_soon_as_the_stream_has_grown(node: Realtime) -> None:
    me = Someone()
    hall = await hall_of(node, {me: Sight()}, words="")
    await back(node, me, hall)

    async with node.works.writing() as work:
        call(work, hall, "6", ordinal=6)
    assert (await back(node, me, hall))[-1] == "6"
    assert reads(node) == 2


async def test_it_is_read_anew_when_people_are_called_otherwise(node: Realtime) -> None:
    """How somebody is called is told on another stream; here it is one's own that stands for those."""
    me = Someone()
    node.resuming.backdrops = frozenset({me.own_stream.partition("/")[0]})
    hall = await hall_of(node, {me: Sight()})
    await back(node, me, hall)
    await back(node, me, hall)
    assert reads(node) == 1

    async with node.works.writing() as work:
        work.state(Lost(account_id=me.account_id, hall_id=uuid4()), by=None)
    await back(node, me, hall)
    assert reads(node) == 2


@pytest.mark.req("D10", "D17")
async def test_whoever_sees_less_gets_blanks_of_what_was_read_for_others(node: Realtime) -> None:
    me, late = Someone(), Someone()
    hall = await hall_of(node, {me: Sight(), late: Sight(since_number=4, sees_from=4)}, words="")

    assert await back(node, me, hall) == ["1", "2", "3", "4", "5"]
    assert await back(node, late, hall) == ["4", "5"]
    assert reads(node) == 1


async def test_no_more_is_kept_than_has_room(node: Realtime) -> None:
    me = Someone()
    halls = [await hall_of(node, {me: Sight()}, words="長" * 1_000) for _ in range(4)]
    backlog = node.resuming.backlog
    await back(node, me, halls[0])
    backlog.most = int(backlog.size * 2.5)

    for hall in halls:
        await back(node, me, hall)
    assert [asked.stream for asked in backlog.kept] == [hall_stream(hall) for hall in halls[2:]]
    assert backlog.size == sum(missed.size for _, missed in backlog.kept.values()) <= backlog.most


async def test_what_is_kept_too_long_is_read_anew(node: Realtime, monkeypatch: pytest.MonkeyPatch) -> None:
    me = Someone()
    hall = await hall_of(node, {me: Sight()})
    await back(node, me, hall)

    monkeypatch.setattr("yoriai.platform.realtime.backlog.KEPT_FOR", -1)
    await back(node, me, hall)
    assert reads(node) == 2


@pytest.mark.req("D12", "D18")
async def test_nothing_more_is_poured_once_the_stream_is_heard_no_longer(node: Realtime) -> None:
    me = Someone()
    hall = await hall_of(node, {me: Sight()}, words="長" * PIECE)  # a piece for each line
    ear = Ear(me)
    listener = ear.listener()
    await welcome(node, listener)

    def let_out() -> int:
        if len(ear.numbers) == 2:
            node.hub.leave(me.account_id, hall_stream(hall))
        return 0

    listener.waiting = let_out
    await node.resuming.resume(listener, {hall_stream(hall): 0})
    assert ear.numbers == [1, 2]
