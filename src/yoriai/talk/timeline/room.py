"""One room as its member sees it: its row, its members, and a page of what was said with who has read it."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select, true

from yoriai.people.accounts.cards import people_of
from yoriai.people.accounts.models import Account
from yoriai.people.orgs import settings
from yoriai.people.orgs.models import Tenant
from yoriai.platform.work.work import Work
from yoriai.talk.messages import queries
from yoriai.talk.messages.former_units import with_units
from yoriai.talk.messages.queries import Page, Place
from yoriai.talk.messages.settings import MessageRules
from yoriai.talk.messages.threads import threads_under
from yoriai.talk.messages.wire import people_in
from yoriai.talk.pins.queries import board
from yoriai.talk.pins.queries import people_in as people_in_pins
from yoriai.talk.reactions.feature import reactions
from yoriai.talk.reactions.queries import reactions_to
from yoriai.talk.reactions.wire import ReactionOut
from yoriai.talk.receipts.counting import marks_of
from yoriai.talk.receipts.feature import read_counts
from yoriai.talk.rooms.facts import stream_of
from yoriai.talk.rooms.heads import heads_of
from yoriai.talk.rooms.models import Membership, Role, Room, RoomKind
from yoriai.talk.rooms.policy import allows_printing, has_reactions, readers_policy, shows_lines, shows_past
from yoriai.talk.rooms.reading_lines import LineRow, Stretch, among_messages, named_in, shown
from yoriai.talk.rooms.standing import Standing
from yoriai.talk.shelf.queries import kept_in
from yoriai.talk.timeline.readers import audiences_of
from yoriai.talk.timeline.rows import people_at, row_of
from yoriai.talk.timeline.seated import behind, seats_in
from yoriai.talk.timeline.seats import seats_where
from yoriai.talk.timeline.wire import MadeOut, MemberOut, PageOut, RoomOut, Rules
from yoriai.talk.watchwords.queries import met_in


async def room(work: Work, here: Standing) -> RoomOut:
    """The room and everybody in it, at the one moment of this look."""
    (seat,) = await seats_where(
        work.session, Membership.room_id == here.room_id, Membership.account_id == here.actor.account_id
    )
    audience = (await audiences_of(work.session, (here.room_id,), work.now))[here.room_id]
    members, made = await _members(work, here), await _made(work, here)
    pins = await board(work.session, here)
    named = (
        people_at([seat], here.actor.redaction_class)
        | {each.account_id for each in members}
        | people_in_pins(pins)
    )
    named |= {each.on_behalf_of for each in members if each.on_behalf_of}
    named |= {made.by, made.on_behalf_of} if made else set()
    people = await people_of(work.session, named, here.actor.redaction_class)
    return RoomOut(
        room=row_of(seat, people, here.actor.redaction_class, audience),
        purpose=seat.purpose,
        made=made,
        label=audience.label.level,
        rules=await _rules(work, here.room_id),
        members=members,
        pins=pins,
        favourites=await kept_in(work.session, here),
        watched=await met_in(work.session, here),
        people=people,
        heads=await heads_of(work.session, (stream_of(here.room_id), here.actor.own_stream)),
    )


async def page(work: Work, here: Standing, place: Place, limit: int) -> PageOut:
    """A page of messages with their authors, reactions, threads and, where they are counted, the room's read marks.

    In a thread, the message under which they stand comes with them.
    """
    is_counted = read_counts.is_offered(here.actor)
    read = await queries.page(work, here, place, limit)
    lines: Sequence[LineRow] = []
    if place.under is None:
        lines = await among_messages(work, here, _stretch(read, place))
    root = await queries.root_of(work, here, place, read)
    found = [*root, *read.messages]
    ids, named = [message.message_id for message in found], people_in(found)
    people = await people_of(work.session, named | named_in(lines), here.actor.redaction_class)
    messages = await with_units(work.session, found, people)
    return PageOut(
        root=messages[0] if root else None,
        messages=messages[len(root) :],
        people={who: people[who] for who in named if who in people},
        marks=await marks_of(work.session, here.room_id) if is_counted else [],
        reactions=await _reactions(work, here, ids),
        lines=[shown(line, people, here.actor.redaction_class) for line in lines],
        threads=await threads_under(work.session, ids),
        older=read.older,
        newer=read.newer,
        number=await _head(work, here),
    )


async def _rules(work: Work, room_id: UUID) -> Rules:
    both = select(Tenant.policies, Room.policies).join(Room, Room.owner_tenant == Tenant.id)
    of_body, of_room = (await work.session.execute(both.where(Room.id == room_id))).one()
    chosen = settings.read(of_body, MessageRules)
    return Rules(
        withdraw_minutes=chosen.withdraw_minutes,
        edit_minutes=chosen.edit_minutes,
        outside_delay_seconds=chosen.outside_delay_seconds,
        shows_past=shows_past(of_room),
        readers=readers_policy(of_room).value,
        reactions=has_reactions(of_room),
        shows_lines=shows_lines(of_room),
        printing=allows_printing(of_room),
    )


def _stretch(read: Page, place: Place) -> Stretch:
    """How far a page reaches: up to its neighbours and, where it has none, as far as there is anything."""
    first = read.messages[0].ordinal if read.messages and read.older else None
    if place.after is not None:
        first = place.after + 1
    last = None
    if place.before is not None:
        last = place.before - 1
    elif read.newer is not None:
        last = read.messages[-1].ordinal
    return Stretch(first, last)


async def _reactions(
    work: Work, here: Standing, message_ids: Collection[UUID]
) -> dict[UUID, list[ReactionOut]]:
    if not reactions.is_offered(here.actor):
        return {}
    return await reactions_to(work.session, message_ids, here.held_for or here.actor.account_id)


async def _head(work: Work, here: Standing) -> int:
    stream = stream_of(here.room_id)
    return (await heads_of(work.session, (stream,)))[stream]


async def _members(work: Work, here: Standing) -> list[MemberOut]:
    """Who is in it; of a unit, those who sit there for it stand behind it. In a talk with one nobody is told who comes
    and goes there, and so who that is now is not shown either."""
    shown_behind = true() if here.kind is not RoomKind.DIRECT else Membership.held_for.is_(None)
    seats = await seats_in(work.session, work.now, Membership.room_id == here.room_id, shown_behind)
    there = behind(seats, here.actor.redaction_class)
    shown = await _colleagues(work, here, {seat.on_behalf_of for seat in seats})
    return [
        MemberOut(
            account_id=seat.account_id,
            role=Role(seat.role).value,
            on_behalf_of=seat.on_behalf_of if seat.on_behalf_of in shown else None,
            zones=there[seat.place].zones,
            speakers=list(there[seat.place].names),
        )
        for seat in seats
        if seat.held_for is None
    ]


async def _made(work: Work, here: Standing) -> MadeOut | None:
    both = select(Room.opened_by, Room.on_behalf_of).where(Room.id == here.room_id)
    by, for_whom = (await work.session.execute(both)).one()
    shown = await _colleagues(work, here, {for_whom})
    return MadeOut(by=by, on_behalf_of=for_whom) if by and for_whom and for_whom in shown else None


async def _colleagues(work: Work, here: Standing, ids: Collection[UUID | None]) -> set[UUID]:
    """Those of these who are of the reader's own body; to guests nobody is."""
    asked = {each for each in ids if each is not None}
    if not asked or here.actor.is_outsider:
        return set()
    found = select(Account.id).where(Account.id.in_(asked), Account.tenant_id == here.actor.tenant_id)
    return set(await work.session.scalars(found))
