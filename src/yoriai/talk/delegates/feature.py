"""Rooms made on behalf of somebody, as the house knows them."""

from yoriai.platform.facts.durable import Reader
from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.talk.delegates.end import TELLING, let_go
from yoriai.talk.delegates.routes import router

delegated_rooms = Feature(
    name="delegated_rooms",
    title="代行のルーム",
    keeps=Keeps.AS_LONG_AS_THE_ROOM,
    from_internet=FromInternet.EVERYTHING,
    routes=(router,),
    capabilities=("delegated_rooms.open",),
    reads=(Reader("delegated_rooms", let_go, of=TELLING),),
)
