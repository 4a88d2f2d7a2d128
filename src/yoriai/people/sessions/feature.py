"""Signing in and out, as it declares itself."""

from yoriai.people.sessions.facts import SessionBegan, SessionEnded
from yoriai.people.sessions.jobs import sweep
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.routes import router
from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule

sessions = Feature(
    name="sessions",
    title="ログイン",
    keeps=Keeps.THIRTY_DAYS,
    from_internet=FromInternet.EVERYTHING,
    tables=(Session,),
    facts=(SessionBegan, SessionEnded),
    routes=(router,),
    capabilities=("sessions.read", "sessions.end"),
    jobs={"sessions.sweep": sweep},
    schedules=(Schedule("sessions.sweep", "* * * * *"),),
)
