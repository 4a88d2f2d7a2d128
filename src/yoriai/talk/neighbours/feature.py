"""People of other bodies, as the house knows them."""

from yoriai.platform.facts.durable import Reader
from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule
from yoriai.talk.neighbours.asks_routes import router as asks
from yoriai.talk.neighbours.facts import (
    AsksChanged,
    FindableChanged,
    NeighbourBlocked,
    NeighbourUnblocked,
    TalkAccepted,
    TalkAsked,
    TalkAskWithdrawn,
    TalkDeclined,
)
from yoriai.talk.neighbours.jobs import KEPT, SWEEP, TELLING, note, sweep
from yoriai.talk.neighbours.models import BlockedNeighbour, Findable, TalkAsk
from yoriai.talk.neighbours.routes import router

neighbours = Feature(
    name="neighbours",
    title="ほかの団体の人",
    keeps=Keeps.AS_LONG_AS_THE_ACCOUNT,
    from_internet=FromInternet.EVERYTHING,
    tables=(Findable, TalkAsk, BlockedNeighbour),
    forgets={TalkAsk: KEPT},
    facts=(
        FindableChanged,
        AsksChanged,
        TalkAsked,
        TalkAskWithdrawn,
        TalkAccepted,
        TalkDeclined,
        NeighbourBlocked,
        NeighbourUnblocked,
    ),
    routes=(router, asks),
    capabilities=("neighbours.ask", "neighbours.find"),
    jobs={SWEEP: sweep},
    schedules=(Schedule(SWEEP, "5 0 * * *"),),
    reads=(Reader("neighbours", note, of=TELLING),),
)
