"""The doors: which rooms may be asked for, and which inspections are there for an actor.

One rule for all of them. Whoever does not pass is told that there is no such thing (A4).
"""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, select

from yoriai.kit.errors import Forbidden, NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import AccountKind
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Room, RoomKind
from yoriai.talk.rooms.policy import hidden_kinds
from yoriai.talk.rooms.side import on_this_side
from yoriai.watch.audit.inspections.models import Inspection, State
from yoriai.watch.audit.inspections.policy import Asked

NEVER: Final = (RoomKind.SELF, RoomKind.PRACTICE)
"""One's own notes were said to nobody, and in practice nothing counts."""


def inspectable(actor: Actor) -> Sequence[ColumnElement[bool]]:
    """What must hold of a `Room`: it is of the actor's own body, and it is there on the side where they stand."""
    hidden = [*NEVER, *hidden_kinds(actor.switched_off)]
    return Room.owner_tenant == actor.tenant_id, Room.kind.not_in(hidden), on_this_side(actor)


def known(actor: Actor) -> Sequence[ColumnElement[bool]]:
    """What must hold of an `Inspection` and its `Room`, so that the actor hears of it: for the list, and for the door."""
    return Inspection.tenant_id == actor.tenant_id, *inspectable(actor)


async def hold(work: Work, actor: Actor, inspection_id: UUID) -> Inspection:
    """The inspection, kept to this work. An asking or a reading whose time is over counts as over, whether the job has
    come by or not."""
    asked = (
        select(Inspection)
        .join(Room, Room.id == Inspection.room_id)
        .where(Inspection.id == inspection_id, *known(actor))
        .with_for_update(of=Inspection)
    )
    found = await work.session.scalar(asked)
    if found is None:
        raise NotFound
    work.read_clock()
    return found


def said_of(inspection: Inspection) -> Asked:
    """What its rules are asked about."""
    return Asked(inspection.asker_id, inspection.answerer_id, inspection.state)


def is_running(inspection: Inspection, state: State, work: Work) -> bool:
    """Whether it is in this state, and still in its time."""
    return inspection.state == state and inspection.due_at > work.now


def check_is_a_person(actor: Actor) -> None:
    """Behind the account stands one person of the house: what a unit shares or a program holds is nobody's word."""
    if actor.kind != AccountKind.MEMBER:
        raise Forbidden
