"""People of other bodies, as the house knows them."""

from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.talk.neighbours.facts import FindableChanged
from yoriai.talk.neighbours.models import Findable
from yoriai.talk.neighbours.routes import router

neighbours = Feature(
    name="neighbours",
    title="ほかの団体の人",
    keeps=Keeps.AS_LONG_AS_THE_ACCOUNT,
    from_internet=FromInternet.EVERYTHING,
    tables=(Findable,),
    facts=(FindableChanged,),
    routes=(router,),
    capabilities=("neighbours.find",),
)
