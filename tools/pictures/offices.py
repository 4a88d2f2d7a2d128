"""Who speaks for a unit, who acts for the mayor, and what only administrators and auditors ask for."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from tools.pictures.furnish import ask, key
from tools.pictures.looks import SEATS
from tools.pictures.screens import ADMINISTRATOR, CLERK, HOST, MAYOR, Screen
from tools.pictures.steps import look_for, message_menu, press, press_like, room_menu, then
from tools.pictures.studio import Studio
from tools.pictures.talk import MAIN
from yoriai.kit.days import day_in_japan

SECRETARY = "100102"
OFFICE = "地域保健係"


def staff(studio: Studio) -> None:
    """The counter of the clerk's unit is asked and answers; the mayor has a delegate and is written to by few; a pack
    is made and the reading of a room is asked for."""
    office, clerk, host, mayor, secretary = (
        studio.page_of(who, SEATS[0]) for who in (ADMINISTRATOR, CLERK, HOST, MAYOR, SECRETARY)
    )
    ids = {page: ask(page, "GET", "/api/screen")["me"]["account_id"] for page in (clerk, mayor, secretary)}
    units = ask(office, "GET", "/api/people/units")["units"]
    unit = next(each["unit_id"] for each in units if each["name"] == OFFICE)
    counter = ask(office, "POST", "/api/department-accounts", {"unit_id": unit, "name": OFFICE})
    ask(
        office,
        "POST",
        f"/api/department-accounts/{counter['account_id']}/speakers",
        {"account_id": ids[clerk]},
    )
    talk = ask(host, "POST", "/api/direct-rooms", {"account_id": counter["account_id"]})["room_id"]
    for page, words in ((host, "健診の案内は、いつ発送しますか。"), (clerk, "12月3日の朝に出します。")):
        said = {"send_key": key(), "parts": [{"kind": "text", "text": words}]}
        ask(page, "POST", f"/api/rooms/{talk}/messages", said)
    studio.kept["counter"] = talk
    wish = {"request_key": key(), "name": "健診の日程", "members": [counter["account_id"]]}
    studio.kept["room_with_counter"] = ask(host, "POST", "/api/rooms", wish)["room_id"]
    named = ask(mayor, "POST", "/api/delegates", {"account_id": ids[secretary]})
    ask(mayor, "PUT", f"/api/delegates/{named['delegate_id']}/unread")
    ask(office, "PUT", f"/api/special-posts/{ids[mayor]}", {"circle": "units", "units": [unit]})
    ask(office, "POST", "/api/proof", {"password": studio.town.password})
    today = day_in_japan(datetime.now(UTC))
    days = {"first": str(today - timedelta(days=30)), "last": str(today)}
    ask(office, "POST", "/api/audit-packs", {"reason": "情報セキュリティ監査（令和8年度）", **days})
    while any(each["state"] == "waiting" for each in ask(office, "GET", "/api/audit-packs")["packs"]):
        time.sleep(1)
    [room, *_] = ask(office, "GET", "/api/inspections/rooms?q=おくやみ")["rooms"]
    wish = {"room_id": room["room_id"], "reason": "情報公開の請求第12号", "hours": 24, **days}
    ask(office, "POST", "/api/inspections", wish)


OFFICES: Sequence[Screen] = (
    Screen("counter-asker", "/rooms/{counter}", HOST, looks=None),
    Screen("counter-holder", "/rooms/{counter}", CLERK, looks=None),
    Screen("counter-in-a-room", "/rooms/{room_with_counter}/members", HOST, looks=MAIN),
    Screen("counter-in-a-room-holder", "/rooms/{room_with_counter}/members", CLERK, looks=MAIN),
    Screen(
        "counter-chosen",
        "/rooms/{room_with_counter}",
        HOST,
        then=then(room_menu("メンバーを加える"), look_for(OFFICE)),
    ),
    Screen("delegates-own", "/settings#delegates", MAYOR, looks=MAIN, is_tall=True),
    Screen("delegates-naming", "/settings#delegates", MAYOR, then=press("代行者を決める"), looks=MAIN),
    Screen("delegates-acting", "/settings#delegates", SECRETARY, looks=MAIN, is_tall=True),
    Screen("delegates-room", "/rooms", SECRETARY, then=press("新しいルーム"), looks=MAIN, is_tall=True),
    Screen("admin-packs", "/admin/audit", then=press("監査パック"), looks=None, is_tall=True),
    Screen("admin-inspection-asked", "/admin/inspections", looks=None),
    Screen("admin-people-out", "/admin/people", then=press("CSVで保存"), looks=MAIN),
    Screen("absence-saying", "/settings#absence", CLERK, then=press_like("不在"), looks=MAIN),
    Screen("mail-draft", "/rooms/{おくやみ}", CLERK, then=then(message_menu("メールの下書きへ")), looks=MAIN),
)
