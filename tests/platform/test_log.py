"""The log: where it went wrong, never with whose words."""

import json
import unicodedata
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
import structlog

from tests.platform.hall import Call
from yoriai.app.cli.serve import set_up_log
from yoriai.platform.work.edge import Works

pytestmark = pytest.mark.anyio

WORDS = "だれにも言わないで"


@pytest.mark.req("N125")
@pytest.mark.asvs("V16.2.5")
async def test_an_error_is_logged_without_the_values_that_were_at_hand(
    works: Works, capsys: pytest.CaptureFixture[str]
):
    before = structlog.get_config()
    set_up_log("info")
    structlog.configure(cache_logger_on_first_use=False)  # or it would stay so for whoever logs meanwhile
    try:
        log, words = structlog.get_logger(), WORDS
        try:
            async with works.writing() as work:
                work.session.add_all([Call(hall_id=UUID(int=0), words=words, key="same") for _ in range(2)])
        except Exception:
            log.exception("it went wrong", number=str(uuid4()))
    finally:
        structlog.configure(**before)
    written = capsys.readouterr().err

    line = json.loads(written.strip().splitlines()[-1])
    assert line["event"] == "it went wrong"
    assert "IntegrityError" in written
    assert WORDS not in json.dumps(line, ensure_ascii=False)


@pytest.mark.req("N63", "K29")
@pytest.mark.parametrize(
    "hostile",
    ["a\r\nb", "\x1b[31mred\x1b[0m", "\x9b31m", "\x7f\x08\x08", "\x1b]0;title\x07", "a\u2028b\u2029c", "\u202etxt.exe", "\u2066a\u2069", "窓" * 100_000],
)  # fmt: skip
@pytest.mark.asvs("V16.2.4", "V16.4.1")
def test_whatever_is_logged_stays_one_line_that_no_terminal_obeys(
    capsys: pytest.CaptureFixture[str], hostile: str
):
    before = structlog.get_config()
    set_up_log("info")
    structlog.configure(cache_logger_on_first_use=False)
    try:
        structlog.get_logger().info("somebody came", agent=hostile, **{hostile[:20]: 1})
    finally:
        structlog.configure(**before)
    written = capsys.readouterr().err
    assert written.endswith("}\n")
    obeyed = [each for each in written[:-1] if unicodedata.category(each) in {"Cc", "Cf", "Zl", "Zp"}]
    assert obeyed == []
    assert json.loads(written)["agent"] == hostile


@pytest.mark.asvs("V16.2.1", "V16.2.2", "V16.2.3", "V16.2.4")
def test_every_line_says_when_by_the_clock_of_the_world_where_and_how_grave(
    capsys: pytest.CaptureFixture[str],
):
    before = structlog.get_config()
    set_up_log("info")
    structlog.configure(cache_logger_on_first_use=False)
    try:
        with structlog.contextvars.bound_contextvars(request_id="a" * 32, zone="lgwan"):
            structlog.get_logger().warning("somebody came")
            structlog.get_logger().debug("nobody asked for this")
    finally:
        structlog.configure(**before)
    said = capsys.readouterr()
    assert said.out == "", "the log goes to standard error and nowhere else"
    (line,) = map(json.loads, said.err.splitlines())
    moment = datetime.fromisoformat(line.pop("timestamp"))
    assert moment.utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - moment) < timedelta(minutes=1)
    assert line == {"event": "somebody came", "level": "warning", "request_id": "a" * 32, "zone": "lgwan"}
