"""Guests, as the house knows them."""

from yoriai.platform.facts.durable import Reader
from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule
from yoriai.talk.guests.facts import GuestEnding
from yoriai.talk.guests.invited_routes import router as invited
from yoriai.talk.guests.jobs import SWEEP, sweep
from yoriai.talk.guests.models import Guest, GuestConsent, GuestInvitation
from yoriai.talk.guests.noting import TELLING, note
from yoriai.talk.guests.rendering import render_ending
from yoriai.talk.guests.routes import router
from yoriai.talk.guests.settings import GuestRules
from yoriai.talk.guests.wire import GuestEndingOut

guests = Feature(
    name="guests",
    title="ゲスト",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,
    tables=(Guest, GuestInvitation, GuestConsent),
    facts=(GuestEnding,),
    routes=(router, invited),
    capabilities=("guests.invite", "guests.manage"),
    renders={GuestEnding: render_ending},
    shapes={GuestEnding: GuestEndingOut},
    settings={GuestRules.name: GuestRules},
    jobs={SWEEP: sweep},
    schedules=(Schedule(SWEEP, "* * * * *"),),
    reads=(Reader("guests", note, of=TELLING),),
)
