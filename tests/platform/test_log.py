"""The log: where it went wrong, never with whose words."""

import json
import unicodedata
from uuid import UUID, uuid4

import pytest
import structlog

from tests.platform.hall import Call
from yoriai.app.cli.serve import set_up_log
from yoriai.platform.work.edge import Works

pytestmark = pytest.mark.anyio

WORDS = "だれにも言わないで"


@pytest.mark.req("N125")
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
