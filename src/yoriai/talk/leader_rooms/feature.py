"""Rooms of ITリーダー, as the house knows them."""

from yoriai.people.accounts.facts import (
    AccountRestored,
    AccountsChanged,
    AccountSuspended,
    RightsChanged,
    RosterImported,
)
from yoriai.people.orgs.facts import OrganizationArranged, SettingsChanged
from yoriai.platform.facts.durable import Reader
from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule
from yoriai.talk.leader_rooms.jobs import ROOMS
from yoriai.talk.leader_rooms.settings import LeaderRooms

TELLING = frozenset(
    {
        AccountRestored,
        AccountsChanged,
        AccountSuspended,
        OrganizationArranged,
        RightsChanged,
        RosterImported,
        SettingsChanged,
    }
)
"""The facts after which somebody may be an ITリーダー, or one no longer."""

leader_rooms = Feature(
    name="leader_rooms",
    title="ITリーダーのルーム",
    keeps=Keeps.AS_LONG_AS_THE_ROOM,
    from_internet=FromInternet.EVERYTHING,
    jobs={ROOMS.job: ROOMS.follow_one, ROOMS.nightly_job: ROOMS.follow_all},
    schedules=(Schedule(ROOMS.nightly_job, "15 0 * * *"),),
    settings={LeaderRooms.name: LeaderRooms},
    reads=(Reader("leader_rooms", ROOMS.note, of=TELLING),),
)
