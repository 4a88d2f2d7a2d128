"""ITリーダー, as they declare themselves."""

from yoriai.people.accounts.leaders.models import UnitRole
from yoriai.people.accounts.leaders.routes import router
from yoriai.platform.feature import Feature, FromInternet, Keeps

leaders = Feature(
    name="leaders",
    title="ITリーダー",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,  # whom to ask; what they do themselves belongs to the slips
    tables=(UnitRole,),
    routes=(router,),
    capabilities=("leaders.appoint", "leaders.find"),
)
