"""Rooms of departments, as the house knows them."""

from yoriai.people.accounts.facts import (
    AccountRestored,
    AccountsChanged,
    AccountSuspended,
    RightsChanged,
    RosterImported,
)
from yoriai.people.orgs.facts import ModulesChanged, OrganizationArranged, SettingsChanged
from yoriai.platform.facts.durable import Reader
from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule
from yoriai.talk.departments.facts import HandoverBegun, HandoverEnded
from yoriai.talk.departments.handover import end_all
from yoriai.talk.departments.jobs import ROOMS
from yoriai.talk.departments.queries import MODULE
from yoriai.talk.departments.routes import router
from yoriai.talk.departments.settings import DepartmentRooms, HandoverPeriod

END_HANDOVERS = "departments.end_handovers"
TELLING = frozenset(
    {
        AccountRestored,
        AccountsChanged,
        AccountSuspended,
        ModulesChanged,
        OrganizationArranged,
        RightsChanged,
        RosterImported,
        SettingsChanged,
    }
)
"""The facts after which a room may be behind the tree."""

departments = Feature(
    name=MODULE,
    title="所属のルーム",
    keeps=Keeps.AS_LONG_AS_THE_ROOM,
    from_internet=FromInternet.EVERYTHING,
    may_switch_off=True,
    about="課や係のルームを自動でつくり、そこに所属する職員を入れます。異動すると自動で入れ替わります。",
    without="所属のルームが一覧から消え、開けなくなります。書いたものは残り、入れ直すとまた読めます。",
    facts=(HandoverBegun, HandoverEnded),
    routes=(router,),
    jobs={ROOMS.job: ROOMS.follow_one, ROOMS.nightly_job: ROOMS.follow_all, END_HANDOVERS: end_all},
    schedules=(Schedule(END_HANDOVERS, "0 0 * * *"), Schedule(ROOMS.nightly_job, "10 0 * * *")),
    settings={DepartmentRooms.name: DepartmentRooms, HandoverPeriod.name: HandoverPeriod},
    reads=(Reader("departments", ROOMS.note, of=TELLING),),
)
