"""Drafts, as the house knows them."""

from yoriai.platform.facts.durable import Reader
from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.talk.drafts.facts import DraftChanged
from yoriai.talk.drafts.jobs import forget
from yoriai.talk.drafts.models import Draft
from yoriai.talk.drafts.rendering import render_changed
from yoriai.talk.drafts.routes import router
from yoriai.talk.drafts.wire import DraftTold
from yoriai.talk.rooms.facts import RoomLost

drafts = Feature(
    name="drafts",
    title="下書き",
    keeps=Keeps.AS_LONG_AS_THE_ACCOUNT,
    from_internet=FromInternet.EVERYTHING,
    tables=(Draft,),
    facts=(DraftChanged,),
    routes=(router,),
    capabilities=("drafts.keep",),
    renders={DraftChanged: render_changed},
    shapes={DraftChanged: DraftTold},
    reads=(Reader("drafts", forget, of=frozenset({RoomLost})),),
)
