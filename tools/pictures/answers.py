"""What the server is made to answer while a picture is taken: as ever, not at all, badly, nothing, or the longest names there are."""

import json
from collections.abc import Callable
from enum import Enum
from urllib.parse import urlsplit

from playwright.sync_api import Route
from pydantic import JsonValue


class Answers(Enum):
    """What becomes of an answer on its way to the page."""

    AS_EVER = "as ever"
    NEVER = "never"
    WITH_AN_ERROR = "with an error"
    WITH_NOTHING = "with nothing"
    WITH_LONG_NAMES = "with long names"


UNIT = "健康福祉部健康づくり推進課地域保健係"
LONG = {
    "family": "勅使河原小路",
    "given": "龍之介左衛門",
    "kana": "てしがわらこうじ りゅうのすけざえもん",
    "job_title": "会計年度任用職員（主任保健師・栄養士）",
    "department": UNIT,
    "department_path": f"健康福祉部 健康づくり推進課 {UNIT}",
}
ROOM = "令和8年度 健康福祉部健康づくり推進課地域保健係 乳幼児健診・母子保健連絡調整会議（庁内関係課）"


def answer(how: Answers, route: Route) -> None:
    """Answer so; what is never answered waits as long as the page does. The page itself comes as ever."""
    if route.request.is_navigation_request():
        route.continue_()
        return
    match how:
        case Answers.NEVER:
            return
        case Answers.WITH_AN_ERROR:
            # What passes by itself the page would try again for a while.
            route.fulfill(
                status=400, json={"code": "not_now", "details": {"retry_after": 5}, "request_id": "0"}
            )
        case Answers.WITH_NOTHING:
            _changed(route, emptied)
        case Answers.WITH_LONG_NAMES:
            _changed(route, lengthened)
        case Answers.AS_EVER:
            route.continue_()


def _changed(route: Route, change: Callable[[JsonValue], JsonValue]) -> None:
    asked = urlsplit(route.request.url)  # the driver itself knows no names below localhost
    address = asked._replace(netloc=f"127.0.0.1:{asked.port}").geturl()
    found = route.fetch(url=address, headers={**route.request.all_headers(), "host": asked.netloc})
    if "json" not in found.headers.get("content-type", ""):
        route.fulfill(response=found)
        return
    route.fulfill(response=found, body=json.dumps(change(found.json())))


def emptied(found: JsonValue) -> JsonValue:
    """The same answer with nothing in its lists."""
    if not isinstance(found, dict):
        return found
    return {key: [] if isinstance(each, list) else each for key, each in found.items()}


def lengthened(found: JsonValue) -> JsonValue:
    """The same answer with long names of people, units and rooms."""
    if isinstance(found, list):
        return [lengthened(each) for each in found]
    if not isinstance(found, dict):
        return found
    longer = {key: LONG.get(key, each) if each else each for key, each in found.items()}
    if "room_id" in found and "member_count" in found:
        longer["name"] = ROOM
    return {key: lengthened(each) for key, each in longer.items()}
