"""あとで見る, as the house knows it."""

from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.talk.later.facts import LaterChanged, LaterRang
from yoriai.talk.later.jobs import ring
from yoriai.talk.later.keep import RING
from yoriai.talk.later.models import Later
from yoriai.talk.later.rendering import render_told
from yoriai.talk.later.routes import router
from yoriai.talk.later.wire import LaterToldOut

later = Feature(
    name="later",
    title="あとで見る",
    keeps=Keeps.AS_LONG_AS_THE_ACCOUNT,
    from_internet=FromInternet.EVERYTHING,
    tables=(Later,),
    facts=(LaterChanged, LaterRang),
    routes=(router,),
    capabilities=("later.keep",),
    renders={LaterChanged: render_told, LaterRang: render_told},
    shapes={LaterChanged: LaterToldOut, LaterRang: LaterToldOut},
    jobs={RING: ring},
)
