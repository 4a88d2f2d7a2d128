"""People of the cast as the server knows them once they have signed in; and rooms as a test needs them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import update

from tests.cast import token_of
from tests.keys import new_send_key
from tests.town import Town
from yoriai.people.access.actor import Actor
from yoriai.people.sessions.authenticate import authenticate
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.facts.sight import Sight
from yoriai.platform.feature import Hearer, Who
from yoriai.platform.work.work import Work
from yoriai.talk.messages.models import Message, Withdrawal
from yoriai.talk.rooms.hearing import hears
from yoriai.talk.rooms.models import Membership, Room


async def actor_of(town: Town, who: UUID) -> Actor:
    """As authentication finds them."""
    async with town.assembly.works.reading(Cause(zone="lgwan", address="127.0.0.1")) as work:
        return await authenticate(work, token_of(who, "lgwan"), "lgwan")


async def opened(
    town: Town,
    who: UUID,
    members: Sequence[UUID],
    name: str = "新しいルーム",
    *,
    organization: UUID | None = None,
) -> UUID:
    """A room that somebody has opened with these people."""
    body = {
        "request_key": new_send_key(),
        "name": name,
        "purpose": "",
        "members": [str(each) for each in members],
        "organization_id": organization and str(organization),
    }
    answer = await town.call(who, "POST", "/api/rooms", body)
    assert answer.status_code == 201, answer.text
    return UUID(answer.json()["room_id"])


async def change_room(town: Town, room: UUID, **values: object) -> None:
    """Let a room be otherwise, without the way there: put away, of another kind, with its past hidden."""
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Room).where(Room.id == room).values(**values))


async def change_seat(town: Town, room: UUID, who: UUID, **values: object) -> None:
    """Let somebody have come later, or manage the room, without the way there."""
    seat = Membership.room_id == room, Membership.account_id == who
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Membership).where(*seat).values(**values))


async def withdraw(town: Town, message: str, how: Withdrawal = Withdrawal.TAKEN_BACK) -> None:
    """Let a message have been taken back, without the way there."""
    async with town.assembly.works.writing() as work:
        await work.session.execute(
            update(Message)
            .where(Message.id == UUID(message))
            .values(withdrawn_at=datetime.now(UTC), withdrawal=how)
        )


async def heard_by(work: Work, who: Who, named: Collection[str] | None = None) -> Mapping[str, Sight]:
    """The rooms' streams that somebody may hear, or those among the named ones."""
    (sights,) = await hears(work, [Hearer(who, named)])
    return sights
