"""Noting who used the product in a month: from what the journal tells, and from the last use of sessions.

Rooms to practise in, bots and departments' accounts leave no trace here.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Final
from uuid import UUID

from sqlalchemy import Boolean, Date, Uuid, bindparam, select, text

from yoriai.kit.days import JST, day_in_japan
from yoriai.people.accounts.models import Account, AccountKind
from yoriai.people.sessions.facts import SessionBegan
from yoriai.people.sessions.models import Session
from yoriai.platform.db.among import among
from yoriai.platform.facts.durable import Entry
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.messages.facts import MessagePosted
from yoriai.talk.rooms.models import Room, RoomKind
from yoriai.watch.usage.models import MonthUse
from yoriai.watch.usage.policy import month_of

NOTE: Final = text(
    "INSERT INTO month_uses (month, account_id, sent) VALUES (:month, :account_id, :sent)"
    " ON CONFLICT (month, account_id) DO UPDATE SET sent = true WHERE excluded.sent AND NOT month_uses.sent"
).bindparams(
    bindparam("month", type_=Date()),
    bindparam("account_id", type_=Uuid()),
    bindparam("sent", type_=Boolean()),
)


async def note(work: Work, entries: Sequence[Entry]) -> None:
    """A sign-in is an opening, a message that a person wrote is both; each is dated by when it was told."""
    facts = [(entry.line.fact, entry.line.by, entry.line.at) for entry in entries]
    posted = {fact.room_id for fact, _, _ in facts if isinstance(fact, MessagePosted)}
    practices = set(
        await work.session.scalars(
            select(Room.id).where(among(Room.id, posted), Room.kind == RoomKind.PRACTICE)
        )
    )
    uses: dict[tuple[UUID, datetime], bool] = {}
    for fact, by, at in facts:
        match fact:
            case SessionBegan(account_id=account_id):
                uses.setdefault((account_id, at), False)
            case MessagePosted(room_id=room_id) if by is not None and room_id not in practices:
                uses[by, at] = True
            case _:
                pass
    await _write(work, uses)


async def note_sessions(works: Works, _: Mapping[str, object]) -> None:
    """Who has stayed signed in all along, and opened the product in this month. Read first, written only if needed."""
    async with works.reading() as work:
        today = day_in_japan(work.now)
        began = datetime.combine(month_of(today), time.min, JST)
        noted = select(MonthUse.account_id).where(MonthUse.month == month_of(today))
        used = select(Session.account_id, Session.last_used_at).where(
            Session.last_used_at >= began, Session.account_id.not_in(noted)
        )
        uses = {(row[0], row[1]): False for row in await work.session.execute(used)}
    if uses:
        async with works.writing() as work:
            await _write(work, uses)


async def _write(work: Work, uses: Mapping[tuple[UUID, datetime], bool]) -> None:
    people = select(Account.id).where(
        among(Account.id, {account_id for account_id, _ in uses}), Account.kind == AccountKind.MEMBER
    )
    members = set(await work.session.scalars(people))
    rows = {(month_of(day_in_japan(at)), who): False for who, at in uses if who in members}
    for (who, at), sent in uses.items():
        if sent and who in members:
            rows[month_of(day_in_japan(at)), who] = True
    if rows:
        values = [{"month": month, "account_id": who, "sent": sent} for (month, who), sent in rows.items()]
        await work.session.execute(NOTE, values)
