"""Which rooms are there at all on the side on which somebody stands: their label may keep them from one of the two."""

from sqlalchemy import ColumnElement, true

from yoriai.people.access.actor import Actor
from yoriai.people.zones.policy import is_outside
from yoriai.talk.rooms.models import Room


def on_this_side(actor: Actor) -> ColumnElement[bool]:
    """What must hold of a room so that it is there at all where the actor stands: its label may keep it from the
    Internet side (ZONE-5)."""
    return Room.lgwan_only.is_(False) if is_outside(actor.zone) else true()
