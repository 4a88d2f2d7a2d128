"""The doorbell: a hint, and where nobody listens, silence."""

from collections.abc import Collection, Mapping

from yoriai.platform.work.doorbell import InProcess, Silence


def test_everyone_in_the_process_hears_every_ring():
    heard: list[tuple[Mapping[str, int], Collection[tuple[str, str]]]] = []
    bell = InProcess()
    bell.listen(lambda heads, signals: heard.append((heads, signals)))
    bell.listen(lambda heads, signals: heard.append((heads, signals)))

    bell.ring({"hall/1": 3}, {("hall/1", "counted")})

    assert heard == [({"hall/1": 3}, {("hall/1", "counted")})] * 2


def test_silence_takes_rings_and_tells_nobody():
    heard: list[object] = []
    bell = Silence()
    bell.listen(lambda heads, signals: heard.append((heads, signals)))

    bell.ring({"hall/1": 3}, ())

    assert heard == []
