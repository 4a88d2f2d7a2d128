"""Whom the others ask about a body's part in a room: kept by the room's own body, one for each (FED-4)."""

from uuid import UUID

from yoriai.kit.text import clean_line
from yoriai.platform.work.work import Work
from yoriai.talk.federation.parts import part_in, room_to_arrange, tell
from yoriai.talk.federation.policy import MOST_CONTACT
from yoriai.talk.rooms.facts import RoomBodiesChanged
from yoriai.talk.rooms.models import BodyState
from yoriai.talk.rooms.standing import Standing


async def change_contact(work: Work, here: Standing, tenant_id: UUID, contact: str) -> None:
    """Write down whom the others ask. The same again tells nobody."""
    room = await room_to_arrange(work, here)
    held = await part_in(work, room, tenant_id)
    wished = clean_line(contact, field="contact", most=MOST_CONTACT, least=0)
    if held.part.contact == wished:
        return
    held.part.contact = wished
    if held.part.state == BodyState.ASKED:  # only whoever answers it knows that it has asked
        await tell(work, here.actor, room.owner_tenant)
        return
    fact = RoomBodiesChanged(room_id=room.id, body_id=tenant_id, state=BodyState(held.part.state))
    work.state(fact, by=here.actor.account_id)
