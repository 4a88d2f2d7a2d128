"""Signing in and out, as it declares itself."""

from yoriai.people.sessions import (
    group_routes,
    lock_routes,
    network_routes,
    routes,
    security_routes,
    show_routes,
    welcome_routes,
)
from yoriai.people.sessions.facts import (
    SessionBegan,
    SessionEnded,
    SessionLocked,
    SessionUnlocked,
    SignInBlocked,
)
from yoriai.people.sessions.jobs import sweep
from yoriai.people.sessions.models import Correction, Session, SignInFailure
from yoriai.people.sessions.rules import SignInRules
from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule

sessions = Feature(
    name="sessions",
    title="ログイン",
    keeps=Keeps.THIRTY_DAYS,
    from_internet=FromInternet.EVERYTHING,
    tables=(Session, SignInFailure, Correction),
    facts=(SessionBegan, SessionEnded, SessionLocked, SessionUnlocked, SignInBlocked),
    routes=(
        routes.router,
        lock_routes.router,
        show_routes.router,
        security_routes.router,
        welcome_routes.router,
        group_routes.router,
        network_routes.router,
    ),
    capabilities=("sessions.read", "sessions.end", "sessions.oversee"),
    settings={SignInRules.name: SignInRules},
    jobs={"sessions.sweep": sweep},
    schedules=(Schedule("sessions.sweep", "* * * * *"),),
)
