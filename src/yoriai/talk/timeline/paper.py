"""A room on paper: everything that was said in it on some days, in the order of its time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import ScalarSelect, func, literal, select

from yoriai.kit.days import JST, days_with_both_ends, end_of_day_in_japan
from yoriai.kit.errors import Refused
from yoriai.kit.paging import MOST_ROWS
from yoriai.people.accounts.cards import people_of
from yoriai.people.orgs import settings
from yoriai.people.orgs.models import Tenant
from yoriai.platform.work.work import Work
from yoriai.talk.messages import queries
from yoriai.talk.messages.former_units import with_units
from yoriai.talk.messages.models import Message
from yoriai.talk.messages.queries import Place, shown_of
from yoriai.talk.messages.quoted import QuoteOut
from yoriai.talk.messages.wire import MessageOut, people_in, quote_of
from yoriai.talk.reactions.feature import reactions
from yoriai.talk.reactions.queries import reactions_to
from yoriai.talk.reactions.wire import ReactionOut
from yoriai.talk.rooms.labels import Labels, check_printing
from yoriai.talk.rooms.models import Room
from yoriai.talk.rooms.standing import Reads, Standing
from yoriai.talk.timeline.wire import People

MOST_AT_ONCE: Final = 2000
"""Messages of one print: more than a hundred pages. More is no paper that anybody reads."""


class TooMuchForPaper(Refused):
    """More was said on these days than goes on one print."""

    code = "timeline.too_much_for_paper"


class PaperOut(BaseModel):
    """A part of what is printed of a room, ascending; what was taken back among it, without its words."""

    messages: list[MessageOut]
    people: People
    reactions: dict[UUID, list[ReactionOut]]
    parents: dict[UUID, QuoteOut]
    """The messages under which some of these stand, in one line each."""
    in_all: int
    """How many the whole print has at most."""
    sees_all: bool
    """Whether the reader may read what was said before they came."""
    next: int | None
    """The ordinal after which it goes on."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days in Japan, both ends among them; None: as far as there is anything."""

    first: date | None = None
    last: date | None = None

    def begins(self) -> datetime | None:
        # The first day of the calendar begins, in Japan, before there is any time; nothing was said before it.
        first = self.first or date.min
        return None if first == date.min else datetime.combine(first, time.min, JST)

    def ends(self) -> datetime | None:
        return None if self.last is None else end_of_day_in_japan(self.last)


async def paper(work: Work, here: Reads, period: Period, after: int | None) -> PaperOut:
    """A part of what goes on paper, from the first of these days on or from after this ordinal: a fixed number of
    queries. Where a room says that nothing of it is printed it is refused, and so is more than one print holds."""
    if period.first is not None and period.last is not None:
        days_with_both_ends(period.first, period.last)
    beyond, last = await _stretch(work, here, period)
    if last - beyond > MOST_AT_ONCE:
        raise TooMuchForPaper(most=MOST_AT_ONCE, got=last - beyond)
    start = beyond if after is None else max(after, beyond)
    read = await queries.page(work, here, Place(after=start), MOST_ROWS)
    found = [message for message in read.messages if message.ordinal <= last]
    parents = await _parents(work, here, found)
    people = await people_of(work.session, people_in(found) | _authors(parents), here.actor.redaction_class)
    return PaperOut(
        messages=await with_units(work.session, found, people),
        people=people,
        reactions=await _reactions(work, here, found),
        parents=parents,
        in_all=last - beyond,
        sees_all=here.sees_from <= 1,
        next=found[-1].ordinal if len(found) == MOST_ROWS and found[-1].ordinal < last else None,
    )


async def _stretch(work: Work, here: Reads, period: Period) -> tuple[int, int]:
    """Between which ordinals everything lies: after the one and up to the other. Looked for from the newest end on,
    for what is printed was mostly said lately; and whether any of it may be printed, in the same query."""
    begins, ends = period.begins(), period.ends()
    asked = select(
        Room.policies,
        Room.label,
        Room.withheld,
        Tenant.policies,
        literal(0) if begins is None else func.coalesce(_newest_before(here.room_id, begins), 0),
        literal(here.newest) if ends is None else func.coalesce(_newest_before(here.room_id, ends), 0),
    )
    rooms = asked.join(Tenant, Tenant.id == Room.owner_tenant).where(Room.id == here.room_id)
    policies, label, withheld, of_body, beyond, last = (await work.session.execute(rooms)).one()
    check_printing(policies, settings.read(of_body, Labels).at(label).without(withheld))
    beyond = max(beyond, here.sees_from - 1)
    return beyond, max(beyond, last)


def _newest_before(room_id: UUID, moment: datetime) -> ScalarSelect[int]:
    before = select(Message.ordinal).where(Message.room_id == room_id, Message.posted_at < moment)
    return before.order_by(Message.ordinal.desc()).limit(1).scalar_subquery()


async def _parents(work: Work, here: Reads, found: Sequence[MessageOut]) -> dict[UUID, QuoteOut]:
    """The messages under which these stand, each in one line; none of one that was never there."""
    asked = {message.thread_id for message in found if message.thread_id is not None}
    if not asked:
        return {}
    return {
        root.message_id: quote_of(root, is_hidden=root.ordinal < here.sees_from)
        for root in await shown_of(work.session, asked, here.actor.redaction_class)
    }


def _authors(parents: dict[UUID, QuoteOut]) -> set[UUID]:
    return {quote.author_id for quote in parents.values() if quote.author_id is not None}


async def _reactions(work: Work, here: Reads, found: Sequence[MessageOut]) -> dict[UUID, list[ReactionOut]]:
    """Signs are for those who are in the room."""
    if not isinstance(here, Standing) or not reactions.is_offered(here.actor):
        return {}
    me = here.held_for or here.actor.account_id
    return await reactions_to(work.session, [message.message_id for message in found], me)
