"""特別職, as they declare themselves."""

from yoriai.people.accounts.special_posts.facts import WritingLimited
from yoriai.people.accounts.special_posts.models import WritingLimit
from yoriai.people.accounts.special_posts.routes import router
from yoriai.platform.feature import Feature, FromInternet, Keeps

special_posts = Feature(
    name="special_posts",
    title="特別職",
    keeps=Keeps.AS_LONG_AS_THE_ACCOUNT,
    from_internet=FromInternet.EVERYTHING,
    tables=(WritingLimit,),
    facts=(WritingLimited,),
    routes=(router,),
    capabilities=("special_posts.manage",),
)
