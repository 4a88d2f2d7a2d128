"""People of two bodies who find each other, ask for a talk and answer."""

from collections.abc import Sequence
from typing import Any

from tools.pictures.answers import Answers
from tools.pictures.federation import NEXT
from tools.pictures.furnish import ask
from tools.pictures.looks import SEATS
from tools.pictures.screens import ADMINISTRATOR, CLERK, HOST, Screen, Step
from tools.pictures.steps import look_for, press, press_like, then
from tools.pictures.studio import Studio
from tools.pictures.talk import MAIN

NURSE = "tonari/200301"
ASKS = "/rooms/neighbours"
WORDS = "特定保健指導の委託のしかたを、そちらの市ではどう決めているか、一度うかがえないでしょうか。"


def find(words: str) -> Step:
    return then(look_for(words), press(f"「{words}」をほかの団体でも探す"))


def meet(studio: Studio) -> None:
    """Both cities let their people be found. The clerk is asked and waits himself; the office talks with one, and the
    host has blocked another."""
    clerk, host, nurse, other = (studio.page_of(who, SEATS[0]) for who in (CLERK, HOST, NURSE, NEXT))
    office = studio.page_of(ADMINISTRATOR, SEATS[0])
    for administrator in (office, other):
        rules: dict[str, object] = {"open": True, "people": True, "barred": []}
        ask(administrator, "PUT", "/api/settings/federation", rules)
    ids: dict[str, str] = {}
    for name, page in (
        ("clerk", clerk),
        ("host", host),
        ("nurse", nurse),
        ("other", other),
        ("office", office),
    ):
        ask(page, "PUT", "/api/neighbours", {"findable": True})
        me: dict[str, Any] = ask(page, "GET", "/api/screen")["me"]
        ids[name] = str(me["account_id"])
    ask(nurse, "POST", "/api/neighbours/asks", {"account_id": ids["clerk"], "words": WORDS})
    ask(clerk, "POST", "/api/neighbours/asks", {"account_id": ids["other"], "words": ""})
    ask(other, "POST", "/api/neighbours/asks", {"account_id": ids["host"], "words": ""})
    ask(host, "PUT", f"/api/neighbours/blocked/{ids['other']}")
    ask(office, "POST", "/api/neighbours/asks", {"account_id": ids["nurse"], "words": ""})
    [asked] = ask(nurse, "GET", "/api/neighbours/asks")["asks"]
    studio.kept["neighbour"] = ask(nurse, "PUT", f"/api/neighbours/asks/{asked['ask_id']}")["room_id"]


NEIGHBOURS: Sequence[Screen] = (
    Screen("neighbours-own", "/settings#neighbours", CLERK, looks=MAIN, is_tall=True),
    Screen("neighbours-blocked", "/settings#neighbours", HOST, looks=MAIN, is_tall=True),
    Screen("neighbours-found", "/people", CLERK, then=find("こいずみ"), looks=MAIN),
    Screen(
        "neighbours-asking",
        "/people",
        NURSE,
        then=then(find("ひらい"), press_like("話したいと伝える")),
        looks=MAIN,
    ),
    Screen("neighbours-line", "/rooms", CLERK, looks=MAIN),
    Screen("neighbours-asks", ASKS, CLERK, looks=MAIN, is_tall=True),
    Screen("neighbours-block", ASKS, CLERK, then=press_like("ブロックする"), looks=MAIN),
    Screen("neighbours-asks-long", ASKS, CLERK, answers=Answers.WITH_LONG_NAMES, looks=MAIN),
    Screen("neighbours-asks-waiting", ASKS, CLERK, asks="/api/neighbours", answers=Answers.NEVER),
    Screen("neighbours-asks-error", ASKS, CLERK, asks="/api/neighbours", answers=Answers.WITH_AN_ERROR),
    Screen("neighbours-asks-none", ASKS, ADMINISTRATOR, looks=MAIN),
    Screen("neighbours-talk", "/rooms/{neighbour}", ADMINISTRATOR, looks=MAIN),
)
