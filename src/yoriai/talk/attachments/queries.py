"""Which attached files somebody may have: those of messages that they may read now, by the rules of rooms (K6, N7)."""

from collections.abc import Collection
from typing import cast
from uuid import UUID

from sqlalchemy import select, union

from yoriai.people.access.actor import Actor
from yoriai.platform.feature import Who
from yoriai.platform.work.work import Work
from yoriai.talk.attachments.models import Attachment
from yoriai.talk.messages.models import Message
from yoriai.talk.rooms.models import Following, Membership, Room
from yoriai.talk.rooms.onlookers import rule_of_onlookers
from yoriai.talk.rooms.standing import rule


async def lent_to(work: Work, who: Who, file_ids: Collection[UUID]) -> Collection[UUID]:
    """Of these files those that a message shows them which is there still, from a time that they may read, in a room
    that they are in now or follow. One question, however many they are."""
    actor = cast("Actor", who)  # nobody else signs in here
    shown = (
        select(Attachment.file_id)
        .join(Message, Message.id == Attachment.message_id)
        .join(Room, Room.id == Message.room_id)
        .where(Attachment.file_id.in_(file_ids), Message.withdrawn_at.is_(None))
    )
    inside = shown.join(Membership, Membership.room_id == Room.id).where(
        Message.ordinal >= Membership.since_ordinal, *rule(actor)
    )
    along = shown.join(Following, Following.room_id == Room.id).where(
        Message.ordinal >= Following.since_ordinal, *rule_of_onlookers(actor)
    )
    return set(await work.session.scalars(union(inside, along)))
