"""Figures of use, as they declare themselves."""

from yoriai.people.sessions.facts import SessionBegan
from yoriai.platform.facts.durable import Reader
from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule
from yoriai.talk.messages.facts import MessagePosted
from yoriai.watch.usage.closing import close
from yoriai.watch.usage.models import MonthEnd, MonthUse
from yoriai.watch.usage.noting import note, note_sessions
from yoriai.watch.usage.routes import router

usage = Feature(
    name="usage",
    title="月の利用",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,
    tables=(MonthUse, MonthEnd),
    routes=(router,),
    capabilities=("usage.read",),
    jobs={"usage.note": note_sessions, "usage.close": close},
    # Every night at ten past twelve: on the first of a month it closes the month before, else what was missed.
    schedules=(Schedule("usage.note", "9,19,29,39,49,59 * * * *"), Schedule("usage.close", "10 0 * * *")),
    reads=(Reader("usage", note, of=frozenset({MessagePosted, SessionBegan}), gather=5.0),),
)
