"""Rooms that several bodies share: at the desk of whoever manages the room, and at those of the other bodies."""

from collections.abc import Sequence
from typing import Any

from tools.pictures.furnish import ask, key
from tools.pictures.looks import SEATS
from tools.pictures.screens import HOST, Screen
from tools.pictures.steps import press, press_like, then, wait_for
from tools.pictures.studio import Studio
from tools.pictures.talk import MAIN

NEXT, PREFECTURE = "tonari/200102", "mihon-ken/300101"
"""Who administers the next city, and who the prefecture."""
SHARED = "健康づくり広域連絡会"
ROOM = f"/rooms/{{{SHARED}}}"
MEMBERS = f"{ROOM}/members"
DIALOG = press("参加している団体")


def share(studio: Studio) -> None:
    """The next city is in the room with its people; the prefecture is expected, and has not answered."""
    host, theirs = studio.page_of(HOST, SEATS[0]), studio.page_of(NEXT, SEATS[0])
    made: dict[str, object] = {"request_key": key(), "name": SHARED, "members": []}
    purpose = "特定保健指導の会場と日程を、三つの団体で決めます。"
    room = ask(host, "POST", "/api/rooms", made | {"purpose": purpose})["room_id"]
    ask(host, "PUT", f"/api/rooms/{room}/label", {"label": 1, "expected": 0})
    ask(host, "PUT", f"/api/rooms/{room}/bodies/asking", {"takes": True})
    found: list[dict[str, Any]] = ask(host, "GET", "/api/bodies")["bodies"]
    for body in found:
        words = "年度内に二回の打合せをお願いします。"
        ask(host, "POST", f"/api/rooms/{room}/bodies", {"tenant_id": body["tenant_id"], "words": words})
    [part] = ask(theirs, "GET", "/api/federation")["parts"]
    at = f"/api/federation/{part['part_id']}"
    people: list[dict[str, Any]] = ask(theirs, "GET", "/api/people")["people"]
    terms = {"manager_id": people[-1]["account_id"], "contact": "デジタル課（内線 210）"}
    ask(theirs, "PUT", at, terms)
    ask(theirs, "POST", f"{at}/people", {"accounts": [each["account_id"] for each in people[:4]]})


FEDERATION: Sequence[Screen] = (
    Screen("federation-room", ROOM, HOST, looks=MAIN),
    Screen("federation-bodies", MEMBERS, HOST, then=DIALOG, looks=MAIN, is_tall=True),
    Screen("federation-find", MEMBERS, HOST, then=then(DIALOG, press("団体を招待する")), looks=MAIN),
    Screen("federation-invited", "/admin/federation", PREFECTURE, looks=MAIN),
    Screen(
        "federation-accept",
        "/admin/federation",
        PREFECTURE,
        then=then(press_like("に参加する"), wait_for("人を加える人")),
        looks=MAIN,
        is_tall=True,
    ),
    Screen("federation-part", "/admin/federation", NEXT, looks=MAIN),
    Screen("federation-people", "/admin/federation", NEXT, then=press_like("に職員を加える・外す")),
    Screen("federation-terms", "/admin/federation", NEXT, then=press_like("の担当を決める")),
    Screen("federation-ask", "/admin/federation", NEXT, then=press("ほかの団体のルームに参加を申し込む")),
    Screen("federation-rules", "/admin/federation-rules", looks=MAIN),
)
