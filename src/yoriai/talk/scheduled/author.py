"""Whoever wrote a message that is sent while they are elsewhere: what they may do, read at the moment of sending."""

from uuid import UUID

from yoriai.people.access.actor import Actor
from yoriai.people.sessions.stand_in import stand_in
from yoriai.platform.work.work import Work


async def author_of(work: Work, account_id: UUID, zone: str) -> Actor | None:
    """The account as an actor without a session; None where it may not sign in, or may not speak."""
    found = await stand_in(work, account_id, zone)
    return found.actor if found and found.may_sign_in and found.actor.may("messages.post") else None
