"""Following, as the house knows it. Which rooms somebody follows lies with the rooms: their door decides by it."""

from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.talk.following.facts import FollowingChanged
from yoriai.talk.following.routes import router

following = Feature(
    name="following",
    title="まとめで追う",
    keeps=Keeps.NOTHING,
    from_internet=FromInternet.EVERYTHING,
    facts=(FollowingChanged,),
    routes=(router,),
    capabilities=("following.follow",),
)
