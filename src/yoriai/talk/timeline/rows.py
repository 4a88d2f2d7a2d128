"""Rows of a room list, put together from seats and audiences."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from yoriai.people.access.actor import is_of_guests
from yoriai.people.accounts.cards import Person
from yoriai.talk.messages.parts import first_words
from yoriai.talk.pins.policy import may_pin
from yoriai.talk.rooms.policy import Seated, may_arrange_members, may_leave, may_post, may_set
from yoriai.talk.timeline.readers import NOBODY, Audience
from yoriai.talk.timeline.seats import Seat
from yoriai.talk.timeline.wire import Abilities, LastMessage, RoomRow

MOST_OF_LAST: Final = 60  # characters of the newest message in one line of the list


def row_of(seat: Seat, people: Mapping[UUID, Person], klass: str, audience: Audience = NOBODY) -> RoomRow:
    """A room as the holder of this seat sees it in their list. A direct talk is called by the other one's name."""
    other = people.get(seat.other) if seat.other else None
    return RoomRow(
        room_id=seat.room_id,
        organization_id=seat.organization_id,
        name=f"{other.family} {other.given}".rstrip() if other else seat.name,
        kind=seat.kind.value,
        other=seat.other,
        held_for=seat.held_for,
        readers=audience.readers,
        label=audience.label.number,
        label_name=audience.label.level.name,
        member_count=audience.member_count,
        newest_ordinal=seat.newest,
        mark=seat.mark,
        unread=seat.unread,
        blanks=seat.blanks,
        blanks_before=seat.blanks_before,
        mentions=seat.mentions,
        mentioned=seat.mentioned,
        watched=seat.watched,
        notify=seat.notify.value,
        is_favourite=bool(seat.favoured),
        folder_id=seat.folder_id,
        last=_last(seat, klass),
        role=seat.role.value,
        **_abilities(seat, klass),
        is_archived=seat.is_archived,
        # What was there before they came is nothing to guests, not even since when (A12).
        opened_at=seat.joined_at if is_of_guests(klass) else seat.opened_at,
        ends_on=seat.ends_on,
    )


def abilities_of(here: Seated, klass: str) -> Abilities:
    """What whoever sits here may do in the room. Guests speak there, and others arrange it (A12)."""
    if is_of_guests(klass):
        return Abilities(
            may_post=may_post(here), may_arrange_members=False, may_set=False, may_leave=False, may_pin=False
        )
    return Abilities(
        may_post=may_post(here),
        may_arrange_members=may_arrange_members(here),
        may_set=may_set(here),
        may_leave=may_leave(here),
        may_pin=may_pin(here),
    )


def _abilities(seat: Seat, klass: str) -> dict[str, bool]:
    """Whoever sits there for a unit does not leave: the unit may be taken out, or they from it."""
    able = abilities_of(seat, klass).model_dump()
    return able | {"may_leave": able["may_leave"] and seat.held_for is None}


def people_at(seats: list[Seat], klass: str) -> set[UUID]:
    """Whose names stand at these rooms for readers of this class: at the newest message, and at a direct talk itself."""
    named = {who for seat in seats if (last := _last(seat, klass)) for who in named_at(last)}
    return named | {who for seat in seats for who in (seat.other, seat.held_for) if who is not None}


def named_at(last: LastMessage) -> set[UUID]:
    """Whose names stand at a newest message."""
    named = last.author_id, last.on_behalf_of, last.withdrawn_by
    return {who for who in named if who is not None}


def _last(seat: Seat, klass: str) -> LastMessage | None:
    said = seat.last_said
    if seat.last_id is None or said is None or seat.last_at is None or not _is_readable(seat):
        return None
    shown = said.to(klass)
    parts = [] if seat.last_withdrawn_at else seat.last_parts or []
    return LastMessage(
        message_id=seat.last_id,
        author_id=shown.author_id,
        on_behalf_of=shown.on_behalf_of,
        text=first_words(parts, MOST_OF_LAST),
        posted_at=seat.last_at,
        is_withdrawn=seat.last_withdrawn_at is not None,
        withdrawn_by=shown.withdrawn_by,
    )


def _is_readable(seat: Seat) -> bool:
    # The newest message may be from before somebody's time: then their list shows none (D17).
    return seat.last_ordinal is not None and seat.last_ordinal >= seat.sees_from
