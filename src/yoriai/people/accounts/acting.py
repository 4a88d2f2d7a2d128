"""What goes out of the house by a question that changes nothing: that it went is durable before the answer leaves."""

from uuid import UUID

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.facts import Acted, Deed
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work


async def tell_apart(
    works: Works, asked: Work, actor: Actor, act: Deed, *, room_id: UUID | None = None
) -> None:
    """Say in a work of its own, beside the one that only reads, that this was done (N16)."""
    async with works.writing(asked.cause) as work:
        work.state(Acted(account_id=actor.account_id, act=act, room_id=room_id), by=actor.account_id)
