"""Talks with units, as the house knows them: who sits in them follows from who may speak for the unit (ORG-6)."""

from yoriai.people.accounts.facts import (
    AccountRestored,
    AccountsChanged,
    AccountSuspended,
    RightsChanged,
    RosterImported,
)
from yoriai.people.orgs.facts import OrganizationArranged
from yoriai.platform.facts.durable import Reader
from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule
from yoriai.talk.unit_talks.jobs import FOLLOW, FOLLOW_ALL, follow_all, follow_one, note
from yoriai.talk.unit_talks.routes import router

TELLING = frozenset(
    {AccountRestored, AccountsChanged, AccountSuspended, OrganizationArranged, RightsChanged, RosterImported}
)
"""The facts after which a seat may be behind who may speak."""

unit_talks = Feature(
    name="unit_talks",
    title="所属あての会話",
    keeps=Keeps.AS_LONG_AS_THE_ROOM,
    from_internet=FromInternet.EVERYTHING,
    routes=(router,),
    jobs={FOLLOW: follow_one, FOLLOW_ALL: follow_all},
    schedules=(Schedule(FOLLOW_ALL, "20 0 * * *"),),
    reads=(Reader("unit_talks", note, of=TELLING),),
)
