"""Inter-municipal use, as the house knows it."""

from yoriai.platform.facts.durable import Reader
from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.talk.federation.facts import PartsChanged
from yoriai.talk.federation.jobs import TELLING, note
from yoriai.talk.federation.part_routes import router as parts
from yoriai.talk.federation.routes import router

federation = Feature(
    name="federation",
    title="広域連携",
    keeps=Keeps.AS_LONG_AS_THE_ROOM,
    from_internet=FromInternet.EVERYTHING,
    facts=(PartsChanged,),
    routes=(router, parts),
    reads=(Reader("federation", note, of=TELLING),),
    capabilities=("federation.read", "federation.invite", "federation.join", "federation.manage"),
)
