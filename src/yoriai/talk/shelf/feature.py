"""The shelf, as the house knows it."""

from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.talk.shelf.facts import ShelfChanged
from yoriai.talk.shelf.models import Folder, ShelvedMessage, ShelvedRoom
from yoriai.talk.shelf.rendering import render_changed
from yoriai.talk.shelf.routes import router
from yoriai.talk.shelf.wire import ShelfChangedOut

shelf = Feature(
    name="shelf",
    title="お気に入りとフォルダ",
    keeps=Keeps.AS_LONG_AS_THE_ACCOUNT,
    from_internet=FromInternet.EVERYTHING,
    tables=(Folder, ShelvedRoom, ShelvedMessage),
    facts=(ShelfChanged,),
    routes=(router,),
    capabilities=("shelf.arrange",),
    renders={ShelfChanged: render_changed},
    shapes={ShelfChanged: ShelfChangedOut},
)
