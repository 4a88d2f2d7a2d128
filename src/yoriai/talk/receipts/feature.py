"""Receipts, as the house knows them: how far each has read, and how many have read a message."""

from yoriai.platform.feature import Command, Feature, FromInternet, Keeps
from yoriai.talk.receipts.command import MarkCommand, counted, handle
from yoriai.talk.receipts.facts import MarkMoved
from yoriai.talk.receipts.routes import router
from yoriai.talk.rooms.marks import COUNTED

receipts = Feature(
    name="receipts",
    title="既読",
    keeps=Keeps.AS_LONG_AS_THE_ROOM,
    from_internet=FromInternet.EVERYTHING,
    facts=(MarkMoved,),
    routes=(router,),
    commands=(Command("receipts.mark", MarkCommand, handle, capability="receipts.mark"),),
    capabilities=("receipts.mark",),
    signals={COUNTED: counted},
)
