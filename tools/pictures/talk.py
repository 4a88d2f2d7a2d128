"""The screens of talk: the list of rooms, a room with everything that opens in it, and what one keeps."""

from collections.abc import Sequence

from tools.pictures.answers import Answers
from tools.pictures.looks import BESIDE, SOME
from tools.pictures.screens import CLERK, INTERNET, MAYOR, NEWCOMER, NEXT_TO_OTHERS, ROADS, Screen
from tools.pictures.steps import (
    LETTERS,
    choose,
    first_time,
    keys,
    look_for,
    message_menu,
    offline,
    on_paper,
    pick,
    press,
    press_like,
    room_menu,
    row_menu,
    tab,
    then,
    up,
    wait_for,
    write,
)

MEETING, STORY, LONG, EMPTY = (
    "/rooms/{係会議}",
    "/rooms/{おくやみ}",
    "/rooms/{母子保健連絡}",
    "/rooms/{からの}",
)
NEVER, ERROR, NOTHING, LONG_NAMES = (
    Answers.NEVER,
    Answers.WITH_AN_ERROR,
    Answers.WITH_NOTHING,
    Answers.WITH_LONG_NAMES,
)
MAIN = (
    *SOME,
    "1440-forced",
    "1366",
    "1366-letters-200",
    "1366-zoom-200",
    "1024",
    "1024-letters-200",
    "390-dark",
    *INTERNET,
)
HERE = "山田 太郎"


def of(name: str, path: str, **more: object) -> Screen:
    return Screen(name, path, CLERK, **more)  # pyright: ignore[reportArgumentType] as a screen takes them


LIST: Sequence[Screen] = (
    of("list", "/rooms", looks=None),
    of("list-unread", "/rooms", then=tab("未読")),
    of("list-for-me", "/rooms", then=tab("自分あて")),
    of("list-favourites", "/rooms", then=tab("お気に入り")),
    of("list-none-found", "/rooms", then=look_for("どこにもない")),
    of("list-menu", "/rooms", then=row_menu()),
    of("list-folder", "/rooms", then=row_menu("フォルダに入れる")),
    of("list-new-folder", "/rooms", then=then(press("一覧のメニュー"), choose("フォルダを作る"))),
    of("list-long-names", "/rooms", answers=LONG_NAMES, asks="/api/"),
    of("list-empty", "/rooms", answers=NOTHING, asks="/api/screen"),
    of("list-loading", "/rooms", answers=NEVER, asks="/api/screen"),
    of("list-error", "/rooms", answers=ERROR, asks="/api/screen"),
    of("list-offline", "/rooms", then=offline),
    Screen("list-which-organization", "/rooms", ROADS),
    Screen(
        "list-two-organizations",
        "/rooms",
        ROADS,
        then=then(first_time("見本市役所", until="組織を切り替える"), press_like("組織を切り替える")),
    ),
    of("open-rooms", "/rooms/open", looks=MAIN),
    of("open-rooms-none", "/rooms/open", then=look_for("どこにもない")),
    of("open-rooms-error", "/rooms/open", answers=ERROR, asks="/api/open-rooms"),
    of("followed", "/rooms/followed", looks=MAIN),
    of("part-not-shown", "/rooms/later", answers=ERROR, asks="/assets/LaterRoute", looks=MAIN),
    of("followed-empty", "/rooms/followed", answers=NOTHING, asks="/api/following"),
    of("followed-error", "/rooms/followed", answers=ERROR, asks="/api/following"),
    of("favourites", "/rooms/favourites", looks=MAIN),
    of("favourites-empty", "/rooms/favourites", answers=NOTHING, asks="/api/shelf/messages"),
    of("favourites-error", "/rooms/favourites", answers=ERROR, asks="/api/shelf/messages"),
    of("later", "/rooms/later", looks=MAIN),
    of("later-empty", "/rooms/later", answers=NOTHING, asks="/api/later"),
    of("later-error", "/rooms/later", answers=ERROR, asks="/api/later"),
)
ROOM: Sequence[Screen] = (
    of("room", MEETING, looks=None),
    of("room-story", STORY, looks=MAIN),
    of("room-begins", MEETING, then=up),
    of("room-long-names", LONG, answers=LONG_NAMES, looks=MAIN),
    of("room-letters", LONG, then=write(f"{LETTERS}\n\ue000木さんの件\n三行目です")),
    of("room-empty", EMPTY),
    of("room-direct", "/rooms/{田中 美保}"),
    of("room-self", "/rooms/{自分メモ}"),
    of("room-loading", MEETING, answers=NEVER, asks="/messages"),
    of("room-itself-loading", MEETING, answers=NEVER, asks="/api/rooms/"),
    of("room-messages-error", MEETING, answers=ERROR, asks="/messages"),
    of("room-error", MEETING, answers=ERROR, asks="/api/rooms/"),
    of("room-shut", "/rooms/00000000-0000-7000-8000-000000000000"),
    of("room-print-empty", EMPTY, then=room_menu("印刷")),
    of("room-offline", EMPTY, then=then(offline, write("つながったら届きます"), press("送信"))),
    of("room-members", f"{MEETING}/members", looks=MAIN),
    of("room-pins", f"{MEETING}/pins", looks=MAIN),
    of("room-thread", LONG, then=press_like("このやり取りを開く"), looks=MAIN),
    of("room-menu", MEETING, then=press("ルームのメニュー")),
    of("room-message-menu", MEETING, then=message_menu()),
    of("room-own-menu", MEETING, then=message_menu(who="自分")),
    of("room-reply", MEETING, then=message_menu("返信")),
    of("room-reaction", MEETING, then=message_menu("リアクション")),
    of("room-withdraw", MEETING, then=message_menu("送信取消", who="自分")),
    of("room-later", MEETING, then=message_menu("あとで見る")),
    of(
        "room-later-calendar",
        MEETING,
        then=then(
            message_menu("あとで見る"), pick("日時を選ぶ"), press("カレンダー"), wait_for("閉庁日です")
        ),
    ),
    of("room-edit", MEETING, then=message_menu("編集", who="自分")),
    of("room-versions", MEETING, then=message_menu("編集前の文を見る", who="自分")),
    of("room-readers", MEETING, then=press_like("見た人を開く")),
    of("room-reacted", STORY, then=press_like("リアクションした人を見る")),
    of("room-settings", LONG, then=room_menu("ルームの設定"), is_tall=True),
    of(
        "room-print",
        STORY,
        then=then(room_menu("印刷"), on_paper("すべて")),
        looks=MAIN,
        prints=True,
        is_tall=True,
    ),
    of(
        "room-print-long",
        LONG,
        then=then(room_menu("印刷"), on_paper("すべて")),
        looks=("1440",),
        prints=True,
    ),
    of("room-print-days", STORY, then=then(room_menu("印刷"), on_paper("日を決める"))),
    of("room-print-loading", STORY, answers=NEVER, asks="/paper", then=room_menu("印刷")),
    of("room-print-error", STORY, answers=ERROR, asks="/paper", then=room_menu("印刷")),
    of("room-notify", MEETING, then=room_menu("通知")),
    of("room-leave", LONG, then=room_menu("退出")),
    of("room-invite", LONG, then=room_menu("メンバーを加える")),
    of("room-naming", MEETING, then=write("＠")),
    of("room-person", MEETING, then=press_like("さんの情報")),
    Screen(
        "room-person-of-another-body",
        "/rooms/{認知症施策　担当者連絡}",
        NEXT_TO_OTHERS,
        then=press_like("森 葵さんの情報"),
        looks=MAIN,
    ),
    of("room-schedule", MEETING, then=then(write("明日の朝に"), press("予約送信"))),
    of(
        "room-schedule-time", MEETING, then=then(write("明日の朝に"), press("予約送信"), choose("日時を選ぶ"))
    ),
    of(
        "room-schedule-calendar",
        MEETING,
        then=then(
            write("明日の朝に"),
            press("予約送信"),
            choose("日時を選ぶ"),
            press("カレンダー"),
            wait_for("閉庁日です"),
        ),
    ),
    of("room-scheduled", LONG, then=press("予約を見る")),
    of("room-two-drafts", LONG),
    of("new-room", "/rooms", then=press("新しいルーム"), looks=MAIN, is_tall=True),
    of("new-room-calendar", "/rooms", then=press("新しいルーム", "カレンダー")),
    of("new-room-meeting", "/rooms", then=then(press("新しいルーム"), pick("会議"))),
    of("new-room-nothing", "/rooms", then=press("新しいルーム", "ルームを作る")),
    of("new-room-units", "/rooms", then=then(press("新しいルーム"), pick("組織から選ぶ"))),
    of("new-room-direct", "/rooms", then=then(press("新しいルーム"), pick("1人に"))),
    of("new-room-self", "/rooms", then=then(press("新しいルーム"), pick("自分メモ"))),
    of("keys", MEETING, then=keys("F1"), is_tall=True),
    Screen("practice", "/settings", NEWCOMER, then=then(press("れんしゅうを開く"), wait_for("案内係です"))),
    Screen("simple", "/rooms", MAYOR, looks=MAIN),
    Screen("simple-room", "/rooms/{市長・副市長}", MAYOR, looks=MAIN),
    Screen("simple-later", "/rooms/later", MAYOR),
    Screen("simple-settings", "/settings", MAYOR, is_tall=True),
    of("beside", f"{MEETING}?beside={{beside}}", seats=BESIDE, looks=None),
)
