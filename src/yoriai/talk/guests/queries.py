"""Lists of guests: all of a body, those for whom somebody answers, and those whose time is over soon."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.kit import paging
from yoriai.kit.days import day_in_japan
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import Person, people_of
from yoriai.people.accounts.models import Account, AccountStatus
from yoriai.people.orgs import settings
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.guests.models import Guest, GuestInvitation
from yoriai.talk.guests.policy import WARNINGS, usual_end
from yoriai.talk.guests.settings import GuestRules
from yoriai.talk.guests.wire import EndingOut, GuestOut, GuestRoomOut, GuestsOut, InvitationOut
from yoriai.talk.rooms.models import Membership, Room

PAGE: Final = 100
MOST_WAITING: Final = 300


async def page(
    work: Work, actor: Actor, *, mine: bool, ended: bool = False, cursor: str | None = None
) -> GuestsOut:
    """Guests by kana, as whoever arranges them sees them: all of the body, or those for whom the actor answers."""
    today = day_in_japan(work.now)
    found = (
        select(Guest, Account)
        .join(Account, Account.id == Guest.account_id)
        .where(Guest.tenant_id == actor.tenant_id)
        .where(Guest.ended_at.is_not(None) if ended else Guest.ended_at.is_(None))
        .order_by(Account.kana_order, Account.id)
        .limit(PAGE + 1)
    )
    if mine:
        found = found.where(Guest.sponsor_id == actor.account_id)
    if cursor is not None:
        order, account_id = paging.decode(cursor, str, UUID)
        found = found.where(tuple_(Account.kana_order, Account.id) > tuple_(order.encode(), account_id))
    rows = [(guest, account) for guest, account in await work.session.execute(found)]
    shown = rows[:PAGE]
    waiting = [] if cursor or ended else await invitations(work, actor, *_made_for(actor, mine=mine))
    named = {who for guest, _ in shown for who in (guest.account_id, guest.sponsor_id)}
    people = await people_of(work.session, named, actor.redaction_class)
    rooms = await _rooms_of(work, [guest.account_id for guest, _ in shown])
    rules = await settings.of(work, actor.tenant_id, GuestRules)
    guests = [_shown(guest, account, today, (people, rooms)) for guest, account in shown]
    more = None
    if len(rows) > PAGE:
        last = shown[-1][1]
        more = paging.encode(last.kana_order.decode(), last.id)
    return GuestsOut(guests=guests, invitations=waiting, next=more, usual_end=usual_end(today, rules.days))


async def invitations(work: Work, actor: Actor, *those: ColumnElement[bool]) -> list[InvitationOut]:
    """Those of these that wait for somebody to come, the newest first; also when their code opens no longer."""
    asked = (
        select(GuestInvitation, Room.name)
        .join(Room, Room.id == GuestInvitation.room_id)
        .where(GuestInvitation.tenant_id == actor.tenant_id)
        .where(GuestInvitation.accepted_at.is_(None), GuestInvitation.revoked_at.is_(None), *those)
        .order_by(GuestInvitation.id.desc())
        .limit(MOST_WAITING)
    )
    found = [(invitation, room) for invitation, room in await work.session.execute(asked)]
    people = await people_of(work.session, {each.sponsor_id for each, _ in found}, actor.redaction_class)
    return [
        InvitationOut(
            invitation_id=each.id,
            room_id=each.room_id,
            room=room,
            name=f"{each.family} {each.given}".rstrip(),
            firm=each.firm,
            email=each.email,
            sponsor=people[each.sponsor_id],
            ends_on=each.ends_on,
            expires_at=each.expires_at,
            is_expired=each.expires_at <= work.now,
        )
        for each, room in found
    ]


async def ending_for(
    session: AsyncSession, account_ids: Collection[UUID], today: date, klass: str
) -> dict[UUID, list[EndingOut]]:
    """By sponsor those guests whose time is over soon, the soonest first; two queries."""
    last = today + timedelta(days=max(WARNINGS))
    found = await session.execute(
        select(Guest.sponsor_id, Account.id, Account.ends_on)
        .join(Account, Account.id == Guest.account_id)
        .where(among(Guest.sponsor_id, account_ids), Guest.ended_at.is_(None), Guest.frozen_at.is_(None))
        .where(Account.ends_on >= today, Account.ends_on <= last)
        .order_by(Account.ends_on, Account.kana_order, Account.id)
    )
    rows = found.all()
    people: dict[UUID, Person] = {}
    if rows:
        people = await people_of(session, {guest_id for _, guest_id, _ in rows}, klass)
    ending = dict[UUID, list[EndingOut]]()
    for sponsor_id, guest_id, ends_on in rows:
        if ends_on is not None:
            out = EndingOut(guest=people[guest_id], ends_on=ends_on, days=(ends_on - today).days)
            ending.setdefault(sponsor_id, []).append(out)
    return ending


async def _rooms_of(work: Work, account_ids: Sequence[UUID]) -> dict[UUID, list[GuestRoomOut]]:
    seats = (
        select(Membership.account_id, Room.id, Room.name)
        .join(Room, Room.id == Membership.room_id)
        .where(among(Membership.account_id, account_ids), Membership.is_open.is_(True))
        .order_by(Membership.joined_at, Room.id)
    )
    rooms = defaultdict[UUID, list[GuestRoomOut]](list)
    for account_id, room_id, name in await work.session.execute(seats):
        rooms[account_id].append(GuestRoomOut(room_id=room_id, name=name))
    return rooms


def _made_for(actor: Actor, *, mine: bool) -> Sequence[ColumnElement[bool]]:
    me = actor.account_id
    return [or_(GuestInvitation.made_by == me, GuestInvitation.sponsor_id == me)] if mine else []


def _shown(
    guest: Guest,
    account: Account,
    today: date,
    known: tuple[Mapping[UUID, Person], Mapping[UUID, list[GuestRoomOut]]],
) -> GuestOut:
    people, rooms = known
    return GuestOut(
        person=people[guest.account_id],
        email=account.email or "",
        sponsor=people[guest.sponsor_id],
        since=guest.since,
        ends_on=account.ends_on,
        days_left=(account.ends_on - today).days if account.ends_on else None,
        state=_state(guest, account, today),
        rooms=rooms[guest.account_id],
    )


State = Literal["active", "consenting", "frozen", "ended"]


def _state(guest: Guest, account: Account, today: date) -> State:
    if guest.ended_at is not None or (account.ends_on is not None and account.ends_on < today):
        return "ended"
    if guest.frozen_at is not None or account.status != AccountStatus.ACTIVE:
        return "frozen"
    return "active" if account.roles else "consenting"
