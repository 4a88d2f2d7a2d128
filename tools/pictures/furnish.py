"""What the demo town lacks for the pictures: things kept, put off, put in order; long names; a roster half brought in."""

import json
import secrets
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import Page

from tools.pictures.answers import ROOM, UNIT
from tools.pictures.looks import SEATS
from tools.pictures.screens import ADMINISTRATOR, CLERK, HOST, MAYOR
from tools.pictures.studio import Studio
from yoriai.app.demo.guest import FIRM
from yoriai.app.demo.guest import ROOM as SHARED

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ASK = """async ([method, path, body, file]) => {
  const headers = {"content-type": file === null ? "application/json" : "application/octet-stream"};
  const answer = await fetch(path, {method, headers, body: file ?? (body === null ? undefined : body)});
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 200)}`);
  return text === "" ? {} : JSON.parse(text);
}"""
ROSTER = f"""職員番号,氏名,ふりがな,所属,職名,任用形態,内線,備考
990001,勅使河原小路　龍之介左衛門,てしがわらこうじ　りゅうのすけざえもん,{UNIT},会計年度任用職員（主任保健師・栄養士）,会計年度任用職員,9001,
990002,葛\U000e0100城　花子,かつらぎ　はなこ,健康福祉部 健康づくり推進課 地域保健係,主事,正規職員,9002,
990003,{{gaiji}}木　一郎,漢字,市民部 市民課,主事,正規職員,9003,
""".replace("{gaiji}", "\ue000")
IMPORTED = """職員番号,氏名,ふりがな,所属,職名,任用形態,内線
991001,新田　みのり,にった　みのり,市民部 市民課,主事,正規職員,9101
991002,早乙女　蓮,さおとめ　れん,市民部 市民課,主事,会計年度任用職員,9102
"""


def key() -> str:
    """A fresh ULID."""
    value = (int(time.time() * 1000) << 80) | secrets.randbits(80)
    return "".join(DIGITS[(value >> shift) & 31] for shift in range(125, -1, -5))


def furnish(studio: Studio) -> None:
    seat = SEATS[0]
    clerk, office = studio.page_of(CLERK, seat), studio.page_of(ADMINISTRATOR, seat)
    rooms = _rooms_of(studio, clerk)
    _puts_in_order(clerk, rooms)
    _puts_off(clerk, rooms)
    _follows(clerk, office)
    _corrects(clerk, rooms["係会議"])
    studio.kept["beside"] = f"{rooms['おくやみ']},{rooms['台風24号']}"
    _administers(office)
    ask(studio.page_of(MAYOR, seat), "PATCH", "/api/preferences", {"simple": True})
    studio.kept["draft"] = _brings(
        office, ROSTER, "健康福祉部健康づくり推進課地域保健係_会計年度任用職員を含む全職員名簿.csv"
    )
    studio.fresh["slip"] = lambda: _slip(studio, office)
    studio.fresh["invitation"] = lambda: _invitation(studio)
    done = _brings(office, IMPORTED, "市民課の新任.csv")
    taken = ask(office, "POST", f"/api/roster/drafts/{done}/import", {})
    studio.kept["import"] = taken["import_id"]


def ask(
    page: Page, method: str, path: str, body: object = None, *, file: str | None = None
) -> dict[str, Any]:
    sent = None if body is None else json.dumps(body)
    answer: dict[str, Any] = page.evaluate(ASK, [method, path, sent, file])
    return answer


def _rooms_of(studio: Studio, page: Page) -> dict[str, str]:
    """Ids of rooms that are named below; the long one and the empty one are made."""
    for name, purpose in (
        (ROOM, f"{UNIT}と関係各課で、健診の日程・会場・従事者を決めるまでの話をします。" * 2),
        ("からのルーム", ""),
    ):
        people = ask(page, "GET", f"/api/people?q={UNIT[-5:]}")["people"][:6]
        made = {
            "request_key": key(),
            "name": name,
            "purpose": purpose,
            "members": [each["account_id"] for each in people] if purpose else [],
        }
        ask(page, "POST", "/api/rooms", made)
    ask(page, "POST", "/api/own-room")
    rooms: list[dict[str, Any]] = ask(page, "GET", "/api/screen")["rooms"]
    wanted = ("おくやみ", "台風24号", "係会議", "母子保健連絡")
    return {part: next(str(room["room_id"]) for room in rooms if part in room["name"]) for part in wanted}


def _puts_in_order(page: Page, rooms: dict[str, str]) -> None:
    for name in ("係会議", "おくやみ"):
        ask(page, "PUT", f"/api/rooms/{rooms[name]}/favourite")
    for word in (
        "防災訓練",
        "健康づくり推進課地域保健係",
        "予算要求資料の締切について、上司と先輩に確かめておくこと",
    ):
        ask(page, "POST", "/api/watchwords", {"word": word})
    folder = {"request_key": key(), "name": "防災・災害対応", "rooms": [rooms["台風24号"]]}
    ask(page, "POST", "/api/shelf/folders", folder)
    for name in ("係会議", "おくやみ"):
        for message in _messages(page, rooms[name])[-2:]:
            ask(page, "PUT", f"/api/rooms/{rooms[name]}/messages/{message}/favourite")


def _puts_off(page: Page, rooms: dict[str, str]) -> None:
    now = datetime.now(UTC)
    for at, when in enumerate((None, timedelta(hours=3), timedelta(days=40), timedelta(seconds=2))):
        message = _messages(page, rooms["おくやみ"])[at]
        wish = {"remind_at": (datetime.now(UTC) + when).isoformat() if when else None}
        ask(page, "PUT", f"/api/rooms/{rooms['おくやみ']}/messages/{message}/later", wish)
    long = rooms["母子保健連絡"]
    for words, days in (
        ("明日の朝いちばんに、会場の鍵を受け取ってください。", 1),
        ("三行の\n予約した\nメッセージです。", 30),
    ):
        text = [{"kind": "text", "text": words}]
        due = (now + timedelta(days=days)).isoformat()
        ask(page, "POST", f"/api/rooms/{long}/scheduled", {"send_key": key(), "parts": text, "due_at": due})
    for words in (
        "会場は中央公民館の二階です。\n受付は9時から、\n駐車場は裏の第2をお使いください。",
        "https://www.city.mihon.example/kenko/boshi/kenshin/r8/annai.html?from=yoriai&id=0123456789",
    ):
        text = [{"kind": "text", "text": words}]
        said = ask(page, "POST", f"/api/rooms/{long}/messages", {"send_key": key(), "parts": text})
    answer = {"send_key": key(), "parts": [{"kind": "text", "text": "地図も付けました。"}], "in_room": False}
    ask(page, "POST", f"/api/rooms/{long}/messages", answer | {"thread": said["message_id"]})
    for words in ("会議は15時からに変わりました。", "会議は延期です。"):
        ask(page, "PUT", f"/api/rooms/{long}/draft", {"version": key(), "seen": None, "text": words})


def _follows(page: Page, office: Page) -> None:
    """An open room that the clerk is not in; something has been said there since."""
    made: dict[str, object] = {
        "request_key": key(),
        "name": "公用車の使い方を話す",
        "kind": "open",
        "members": [],
        "purpose": "予約と鍵の話をします。",
    }
    room = ask(office, "POST", "/api/rooms", made)["room_id"]
    ask(page, "PUT", f"/api/rooms/{room}/following")
    for words in (
        "鍵は1階の受付に移りました。",
        "冬用タイヤへの交換は、来週の水曜日です。\n使う人は前の日までに戻してください。",
    ):
        text = [{"kind": "text", "text": words}]
        ask(office, "POST", f"/api/rooms/{room}/messages", {"send_key": key(), "parts": text})


def _corrects(page: Page, room: str) -> None:
    """One's own last message has an earlier text."""
    me = ask(page, "GET", "/api/screen")["me"]["account_id"]
    found = ask(page, "GET", f"/api/rooms/{room}/messages")["messages"]
    own = [each for each in found if each["author_id"] == me and not each["is_withdrawn"]][-1]
    [said] = own["parts"]
    text = {"kind": "text", "text": f"{said['text']}\n受付の机も、窓側へ移せます。"}
    wish = {"parts": [text], "seen": own["edited_at"]}
    ask(page, "PUT", f"/api/rooms/{room}/messages/{own['message_id']}", wish)


def _messages(page: Page, room: str) -> list[str]:
    found = ask(page, "GET", f"/api/rooms/{room}/messages")["messages"]
    return [each["message_id"] for each in found if not each["is_withdrawn"]]


def _administers(page: Page) -> None:
    fields = [key(), key()]
    for at, name in enumerate(("公用の携帯電話の番号（内線で出ないとき）", "手話")):
        ask(page, "POST", "/api/profile-fields", {"key": fields[at], "name": name, "by_holder": at == 1})
    group = {
        "name": "小中学校・幼稚園・保育園の教職員（県費負担を含む）",
        "hidden": fields[:1],
        "locked": fields[1:],
    }
    made = ask(page, "POST", "/api/account-groups", group)
    networks = {"lgwan": ["10.20.0.0/16", "10.21.0.0/16"], "internet": ["203.0.113.5", "2001:db8:1::/48"]}
    ask(page, "PUT", f"/api/account-groups/{made['group_id']}/networks", networks)
    ask(page, "POST", "/api/account-groups", {"name": "病院", "hidden": [], "locked": []})
    ask(
        page,
        "POST",
        "/api/corrections",
        {"words": "名字の漢字は「齋藤」です。\n内線も 2201 に変わりました。"},
    )


def _slip(studio: Studio, office: Page) -> str:
    """For whoever has never got to their first message, another slip: what they chose with the last is worth nothing."""
    number = studio.town.link.split("/")[-2]
    [who] = ask(office, "GET", f"/api/slips?q={number}")["people"]
    wish = {"kind": "people", "ids": [who["account_id"]], "those_with_password": "reset"}
    [slip] = ask(office, "POST", "/api/slips", wish)["slips"]
    return f"{studio.town.code}/{number}/{slip['secret']}"


def _brings(page: Page, file: str, name: str) -> str:
    """A draft of a roster, looked at."""
    path = f"/api/roster/drafts?request_key={key()}&name={name}&subject=people"
    draft = str(ask(page, "POST", path, file=file)["draft_id"])
    columns: list[dict[str, Any]] = ask(page, "GET", f"/api/roster/drafts/{draft}")["columns"]
    heads = {"columns": [each["field"] for each in columns]}
    ask(page, "PUT", f"/api/roster/drafts/{draft}/columns", heads)
    return draft


def _invitation(studio: Studio) -> str:
    """What stands after the # of the link by which a guest comes in."""
    host = studio.page_of(HOST, SEATS[0])
    host.goto(studio.town.address("lgwan"), wait_until="commit")
    rooms: list[dict[str, Any]] = ask(host, "GET", "/api/screen")["rooms"]
    room = next(str(each["room_id"]) for each in rooms if each["name"] == SHARED)
    asked = {
        "name": "早乙女 蓮",
        "kana": "さおとめ れん",
        "firm": FIRM,
        "email": "saotome@mihon-tsushin.example",
    }
    handed = ask(host, "POST", f"/api/rooms/{room}/guests", {"guests": [asked]})["handed"][0]
    return str(handed["link"]).partition("#")[2]
