"""Rooms, as the house knows them."""

from yoriai.platform.facts.durable import Reader
from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule
from yoriai.talk.rooms import outside
from yoriai.talk.rooms.facts import (
    HolderLeft,
    LabelsOrdered,
    MemberJoined,
    MemberLeft,
    MemberRoleChanged,
    RoomBodiesChanged,
    RoomChanged,
    RoomEntered,
    RoomLabelled,
    RoomLost,
    RoomOpened,
    RoomSealed,
    RoomUnsealed,
    SeatChanged,
    UnitSeated,
)
from yoriai.talk.rooms.hanging_routes import router as hanging
from yoriai.talk.rooms.hearing import hears, sealed_among
from yoriai.talk.rooms.jobs import TELL_ENDED, tell_ended
from yoriai.talk.rooms.kinds_routes import router as kinds
from yoriai.talk.rooms.label_routes import router as labels
from yoriai.talk.rooms.models import Following, Handover, Membership, ReadMark, Room, RoomBody, RoomLine
from yoriai.talk.rooms.routes import router
from yoriai.talk.rooms.setting_routes import router as settings
from yoriai.talk.rooms.settings import RoomLimits

rooms = Feature(
    name="rooms",
    title="トークルーム",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,
    tables=(Room, Membership, RoomBody, Following, Handover, ReadMark, RoomLine),
    facts=(
        RoomOpened,
        RoomChanged,
        RoomLabelled,
        RoomBodiesChanged,
        MemberJoined,
        MemberRoleChanged,
        MemberLeft,
        HolderLeft,
        UnitSeated,
        RoomEntered,
        RoomLost,
        RoomSealed,
        RoomUnsealed,
        SeatChanged,
        LabelsOrdered,
    ),
    routes=(router, kinds, settings, labels, hanging),
    capabilities=(
        "rooms.belong",
        "rooms.open",
        "rooms.read",
        "rooms.arrange",
        "rooms.join",
        "rooms.write_to",
        "rooms.keep_notes",
    ),
    settings={RoomLimits.name: RoomLimits},
    jobs={TELL_ENDED: tell_ended, outside.TELL_OUTSIDE: outside.tell, outside.FORGET_OUTSIDE: outside.forget},
    schedules=(Schedule(TELL_ENDED, "15 0 * * *"), Schedule(outside.FORGET_OUTSIDE, "25 0 * * *")),
    reads=(Reader("rooms", outside.note, of=outside.TELLING),),
    # What is shown of comings and goings takes more than rooms know: `timeline` renders these facts.
    hears=hears,
    sealed=sealed_among,
)
