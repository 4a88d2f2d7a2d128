"""Refusals: a code, a status, details that go out as JSON and logs that give nothing away."""

import copy
import json

import pytest

from yoriai.kit import errors
from yoriai.kit.errors import Refused, TooMany, Wrong


class BoardFull(Refused):
    code = "pins.board_full"


@pytest.mark.req("BASE-1")
def test_a_refusal_carries_its_code_and_its_limits():
    refused = BoardFull(most=50, field="pins", asked=None)

    assert (refused.code, refused.status) == ("pins.board_full", 409)
    assert refused.details == {"most": 50, "field": "pins", "asked": None}


@pytest.mark.req("BASE-1")
@pytest.mark.parametrize(
    ("kind", "code", "status"),
    [
        (errors.NotFound, "not_found", 404),
        (errors.Forbidden, "forbidden", 403),
        (errors.SignedOut, "signed_out", 401),
        (errors.ZoneForbids, "zone_forbids", 403),
        (errors.Unparseable, "unparseable", 400),
        (errors.Wrong, "wrong", 422),
        (errors.Reread, "reread", 410),
        (errors.TooLarge, "too_large", 413),
        (errors.WrongType, "wrong_type", 415),
        (errors.TooMany, "too_many", 429),
        (errors.NotNow, "not_now", 503),
        (errors.NoSpace, "no_space", 507),
    ],
)
def test_every_kind_of_no_has_its_code_and_status(kind: type[Refused], code: str, status: int):
    assert (kind.code, kind.status) == (code, status)


def test_details_can_be_written_as_json_and_not_be_changed_on_the_way():
    rows = [{"row": 3, "column": "氏名"}]
    refused = Wrong(field="roster", reason="rows", rows=rows)
    rows.append({"row": 4, "column": "所属"})
    refused.details["rows"] = None

    assert json.loads(json.dumps(refused.details)) == {
        "field": "roster",
        "reason": "rows",
        "rows": [{"row": 3, "column": "氏名"}],
    }


@pytest.mark.asvs("V16.2.5")
def test_a_log_line_shows_figures_and_our_own_words_but_nothing_that_was_written():
    refused = Wrong(field="name", reason="too_long", got=101, nearest="山田 太郎", rows=[1, 2])

    assert str(refused) == "wrong(field=name, reason=too_long, got=101, nearest=<5 characters>, rows=[2])"


def test_a_refusal_that_passes_by_itself_says_when():
    refused = TooMany(retry_after=30, most=5)

    assert refused.retry_after == 30
    assert refused.details == {"retry_after": 30, "most": 5}


def test_a_refusal_can_be_copied_whole():
    assert copy.copy(Wrong(field="name", reason="gone")).details == {"field": "name", "reason": "gone"}
