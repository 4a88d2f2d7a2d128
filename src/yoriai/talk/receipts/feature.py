"""Receipts, as the house knows them: how far each has read, and how many have read a message."""

from yoriai.platform.feature import Command, Feature, FromInternet, Keeps
from yoriai.talk.receipts.command import MarkCommand, counted, handle
from yoriai.talk.receipts.facts import MarkMoved, MarkPutBack
from yoriai.talk.receipts.readers_routes import router as readers_router
from yoriai.talk.receipts.routes import router
from yoriai.talk.rooms.marks import COUNTED

receipts = Feature(
    name="receipts",
    title="既読",
    keeps=Keeps.AS_LONG_AS_THE_ROOM,
    from_internet=FromInternet.EVERYTHING,
    facts=(MarkMoved, MarkPutBack),
    routes=(router,),
    commands=(Command("receipts.mark", MarkCommand, handle, capability="receipts.mark"),),
    capabilities=("receipts.mark",),
)

# How far somebody has read is theirs, and unread messages follow from it; that others see how many is a choice.
read_counts = Feature(
    name="read_counts",
    title="既読の数",
    keeps=Keeps.NOTHING,
    from_internet=FromInternet.EVERYTHING,
    may_switch_off=True,
    about="自分のメッセージの下に「既読 3」のように、読んだ人の数を出します。",
    without="だれにも既読の数が出なくなります。未読の数は、いままでどおり自分に出ます。",
    signals={COUNTED: counted},
)

reader_lists = Feature(
    name="reader_lists",
    title="見ました／見ていない人",
    keeps=Keeps.NOTHING,
    from_internet=FromInternet.EVERYTHING,
    may_switch_off=True,
    about="メッセージを見た人と、まだ見ていない人を、所属ごとに名前で出します。",
    without="人数だけになり、だれが見たかはだれにも出なくなります。",
    routes=(readers_router,),
    capabilities=("receipts.read",),
)
