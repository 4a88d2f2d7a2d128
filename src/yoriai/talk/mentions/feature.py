"""Mentions, as the house knows them: what can be named, and what of a room calls one. Messages keep who is named."""

from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.talk.mentions.facts import NotifyChosen
from yoriai.talk.mentions.routes import router

mentions = Feature(
    name="mentions",
    title="宛先（@）",
    keeps=Keeps.AS_LONG_AS_THE_ROOM,
    from_internet=FromInternet.EVERYTHING,
    facts=(NotifyChosen,),
    routes=(router,),
    capabilities=("mentions.choose", "mentions.read"),
)
