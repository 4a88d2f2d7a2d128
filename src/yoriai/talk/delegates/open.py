"""Making a room on behalf of somebody: it is theirs, and whoever makes it stands beside them (ORG-8)."""

from uuid import UUID

from yoriai.people.access.actor import Actor
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.behalf import principal_for
from yoriai.talk.rooms.open import Opening, open_room


async def open_for(work: Work, actor: Actor, principal_id: UUID, wish: Opening) -> UUID:
    """Open a room in the principal's name. The same request again gives the same room (BASE-4)."""
    principal = await principal_for(work, actor, principal_id, "rooms.open")
    return await open_room(work, actor, wish, principal)
