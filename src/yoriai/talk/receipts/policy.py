"""Who is shown who has read a message. Pure: no database, no clock, no request."""

from uuid import UUID

from yoriai.kit.errors import Refused
from yoriai.talk.rooms.policy import ReadersPolicy


class CountHidden(Refused):
    """The room shows nobody how many have read (MSG-10)."""

    code = "receipts.count_hidden"
    status = 403


class NamesHidden(Refused):
    """The room shows how many have read, and not who (MSG-10)."""

    code = "receipts.names_hidden"
    status = 403


def shows_count(policy: ReadersPolicy) -> bool:
    """Whether a room says how many have read."""
    return policy is not ReadersPolicy.NONE


def shows_names(policy: ReadersPolicy, *, author_id: UUID, asker_id: UUID) -> bool:
    """Whether somebody is told who has read a message of this author."""
    if policy is ReadersPolicy.AUTHOR:
        return author_id == asker_id
    return policy is ReadersPolicy.EVERYONE
