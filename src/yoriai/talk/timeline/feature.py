"""The timeline, as the house knows it: it stands above the parts of talk and joins them for a screen."""

from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.talk.messages.facts import MessageWithdrawn
from yoriai.talk.receipts.facts import MarkPutBack
from yoriai.talk.rooms.facts import (
    HolderLeft,
    MemberJoined,
    MemberLeft,
    MemberRoleChanged,
    RoomBodiesChanged,
    RoomChanged,
    RoomEntered,
    RoomLabelled,
    RoomUnsealed,
    UnitSeated,
)
from yoriai.talk.timeline.rendering import (
    render_changed,
    render_entered,
    render_holder_left,
    render_labelled,
    render_left,
    render_put_back,
    render_role_changed,
    render_unsealed,
)
from yoriai.talk.timeline.routes import router
from yoriai.talk.timeline.seated import render_joined, render_unit_seated
from yoriai.talk.timeline.told import (
    ChangedOut,
    EnteredOut,
    JoinedOut,
    LabelledOut,
    LeftOut,
    PutBackOut,
    RoleChangedOut,
    SeatedOut,
    WithdrawnFactOut,
)
from yoriai.talk.timeline.withdrawn import render_withdrawn

timeline = Feature(
    name="timeline",
    title="トーク",
    keeps=Keeps.NOTHING,
    from_internet=FromInternet.EVERYTHING,
    routes=(router,),
    capabilities=("timeline.print", "timeline.read"),
    renders={
        RoomEntered: render_entered,
        RoomUnsealed: render_unsealed,
        RoomChanged: render_changed,
        RoomLabelled: render_labelled,
        RoomBodiesChanged: render_labelled,
        MemberJoined: render_joined,
        MemberRoleChanged: render_role_changed,
        MemberLeft: render_left,
        HolderLeft: render_holder_left,
        UnitSeated: render_unit_seated,
        MessageWithdrawn: render_withdrawn,
        MarkPutBack: render_put_back,
    },
    shapes={
        RoomEntered: EnteredOut,
        RoomUnsealed: EnteredOut,
        RoomChanged: ChangedOut,
        RoomLabelled: LabelledOut,
        RoomBodiesChanged: LabelledOut,
        MemberJoined: JoinedOut,
        MemberRoleChanged: RoleChangedOut,
        UnitSeated: SeatedOut,
        MemberLeft: LeftOut,
        MessageWithdrawn: WithdrawnFactOut,
        MarkPutBack: PutBackOut,
    },
)
