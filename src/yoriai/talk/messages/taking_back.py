"""Taking a message back as it is asked for: over the socket, and in the same words over HTTP."""

from collections.abc import Mapping
from typing import Final, cast
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from yoriai.kit import text
from yoriai.people.access.actor import Actor
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.feature import Asked
from yoriai.platform.work.edge import Works
from yoriai.talk.messages.withdraw import Withdrawing, Withdrawn, withdraw_all
from yoriai.talk.rooms.asking import actor_of, cause_of

MOST_OF_REASON: Final = 500


class WithdrawIn(BaseModel):
    """Why, where the message is another's."""

    model_config = ConfigDict(extra="forbid")

    reason: str | None = None


class WithdrawCommand(WithdrawIn):
    """The same over the socket, where no path names room and message."""

    room_id: UUID
    message_id: UUID


class WithdrawnOut(BaseModel):
    """The message is gone. `number` is that of the fact that tells so; 0 where it was gone before."""

    message_id: UUID
    left_no_trace: bool
    number: int

    @classmethod
    def of(cls, withdrawn: Withdrawn) -> "WithdrawnOut":
        number = withdrawn.told.number if withdrawn.told else 0
        return cls(message_id=withdrawn.message_id, left_no_trace=withdrawn.left_no_trace, number=number)


async def withdraw(
    works: Works, actor: Actor, place: tuple[UUID, UUID], reason: str | None, *, cause: Cause
) -> WithdrawnOut:
    """Let the message at this place (room, message) be taken back."""
    why = text.clean(reason, field="reason", most=MOST_OF_REASON) if reason and reason.strip() else None
    withdrawing = Withdrawing(actor, *place, why, cause)
    return WithdrawnOut.of(await works.together_quickly(withdraw_all, withdrawing))


async def handle(asked: Asked, body: BaseModel) -> Mapping[str, object]:
    """`messages.withdraw` over the socket."""
    wanted = cast("WithdrawCommand", body)  # the table of commands names the model beside this function
    place = wanted.room_id, wanted.message_id
    gone = await withdraw(asked.works, actor_of(asked), place, wanted.reason, cause=cause_of(asked))
    return gone.model_dump()
