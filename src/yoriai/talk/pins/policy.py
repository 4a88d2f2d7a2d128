"""Who may do what with a room's pins. Pure: no database, no clock, no request."""

from yoriai.talk.rooms.models import Role
from yoriai.talk.rooms.policy import MADE_BY_PEOPLE, Seated


def may_pin(here: Seated) -> bool:
    """Managers pin and unpin. Where a room has none, because a rule says who is in it, everybody does."""
    return not here.is_archived and (here.role is Role.MANAGER or here.kind not in MADE_BY_PEOPLE)
