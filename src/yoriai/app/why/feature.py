"""Why something is refused, as the house knows it."""

from yoriai.app.why.routes import router
from yoriai.platform.feature import Feature, FromInternet, Keeps

why = Feature(
    name="why",
    title="なぜできないのか",
    keeps=Keeps.NOTHING,
    from_internet=FromInternet.EVERYTHING,
    routes=(router,),
)
