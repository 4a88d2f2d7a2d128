"""Inviting guests: a one-time code for each, shown in the one answer and kept only as what it hashes to (N30)."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select

from yoriai.kit.days import day_in_japan, end_of_day_in_japan, last_day_after
from yoriai.kit.errors import NotFound, Refused, Wrong
from yoriai.kit.ids import one_time_secret, uuid7
from yoriai.kit.text import as_code
from yoriai.people.access.actor import Actor
from yoriai.people.access.rules import require
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus
from yoriai.people.accounts.policy import may_sign_in
from yoriai.people.accounts.take_turn import take_turn
from yoriai.people.orgs import settings
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.guests.admission import let_in
from yoriai.talk.guests.models import GuestInvitation
from yoriai.talk.guests.policy import NoGuests, NotAtThisLabel, NotHere, clean_end, may_invite, usual_end
from yoriai.talk.guests.settings import GuestRules
from yoriai.talk.guests.sheet import Cleaned, Judged, Words, judge
from yoriai.talk.rooms import behalf
from yoriai.talk.rooms.labels import labels_of
from yoriai.talk.rooms.models import Room, RoomKind
from yoriai.talk.rooms.newcomers import admits
from yoriai.talk.rooms.policy import RoomArchived
from yoriai.talk.rooms.standing import Standing

DAYS: Final = 7
"""How long a code opens, the first day not counted."""
BITS: Final = 75


class RowsWrong(Refused):
    """Some of the rows cannot be invited; nobody has been."""

    code = "guests.rows_wrong"
    status = 422


@dataclass(frozen=True, slots=True)
class Wish:
    """Whom somebody invites, and who answers for them until when; None: they themselves, as long as is usual."""

    guests: Sequence[Words]
    sponsor_id: UUID | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Handed:
    """An invitation with the only copy of its code; without one for a guest of the house, who is in the room now."""

    cleaned: Cleaned
    invitation_id: UUID | None
    code: str | None
    expires_at: datetime | None
    ends_on: date


async def foresee(work: Work, here: Standing, guests: Sequence[Words]) -> list[Judged]:
    """What would come of each row. Nothing is changed."""
    await check_may_invite(work, here)
    return await judge(work, here.actor.tenant_id, here.room_id, guests)


async def invite(work: Work, here: Standing, wish: Wish, *, key: bytes) -> list[Handed]:
    """Invite all of these into the room, or none. Whoever was invited before under the same address and has not come
    gets another code, and the one before is worth nothing: asking again is the same as asking once."""
    await take_turn(work, here.actor.account_id)
    rules = await check_may_invite(work, here)
    behalf.attribute(work, here)
    today = day_in_japan(work.now)
    ends_on = usual_end(today, rules.days) if wish.ends_on is None else clean_end(today, wish.ends_on)
    sponsor_id = await sponsor(work, here.actor, wish.sponsor_id or here.actor.account_id)
    judged = await judge(work, here.actor.tenant_id, here.room_id, wish.guests)
    wrong = [each.row for each in judged if each.cleaned is None]
    if wrong or not judged:
        raise RowsWrong(rows="、".join(map(str, wrong[:20])), count=len(wrong))
    cleaned = [each.cleaned for each in judged if each.cleaned is not None]
    known = await _guests_of_the_house(work, here.actor, cleaned)
    await let_in(work, here.room_id, known.values(), by=here.actor.account_id)
    await _forget(work, here, cleaned)
    handed = list[Handed]()
    for each in cleaned:
        if each.email in known:
            handed.append(Handed(each, None, None, None, ends_on))
        else:
            handed.append(_hand_out(work, here, each, terms=(sponsor_id, ends_on), key=key))
    return handed


async def reissue(
    work: Work, actor: Actor, invitation_id: UUID, *, key: bytes
) -> tuple[GuestInvitation, str]:
    """Another code in the place of the one before, which is worth nothing from now on. Whoever draws it stands for it."""
    invitation = await _own(work, actor, invitation_id)
    code = draw()
    invitation.code_mac, invitation.expires_at = mac(key, code), _expiry(work.now)
    invitation.made_by = actor.account_id
    return invitation, code


async def revoke(work: Work, actor: Actor, invitation_id: UUID) -> None:
    """Take an invitation back. Taking it back again changes nothing."""
    invitation = await _own(work, actor, invitation_id, even_revoked=True)
    invitation.revoked_at = invitation.revoked_at or work.now


async def check_may_invite(work: Work, here: Standing) -> GuestRules:
    """What holds for guests of this body; refuses whoever may bring none into this room."""
    rules = await settings.of(work, here.actor.tenant_id, GuestRules)
    if not rules.allowed:
        raise NoGuests
    if here.is_archived:
        raise RoomArchived
    if here.kind is not RoomKind.GROUP:
        raise NotHere
    require(may_invite(here))
    await behalf.principal_here(work, here, "guests.invite")
    room = (await work.session.scalars(select(Room).where(Room.id == here.room_id))).one()
    label = (await labels_of(work, room.owner_tenant)).of(room)
    if not admits(label, is_guest=True, is_of_body=True):
        raise NotAtThisLabel(label=label.level.name)
    return rules


async def sponsor(work: Work, actor: Actor, account_id: UUID, *, field: str = "sponsor_id") -> UUID:
    """Somebody who may answer for guests: a member of the body who may sign in today."""
    found = await work.session.execute(
        select(Account.status, Account.ends_on)
        .where(Account.id == account_id, Account.tenant_id == actor.tenant_id)
        .where(Account.kind == AccountKind.MEMBER)
        .with_for_update(read=True, key_share=True)
    )
    row = found.one_or_none()
    if row is None or not may_sign_in(row.status, row.ends_on, day_in_japan(work.now)):
        raise Wrong(field=field, reason="unknown")
    return account_id


def draw() -> str:
    """A new code. Nobody can read it anywhere afterwards."""
    return one_time_secret(bits=BITS)


def mac(key: bytes, code: str) -> str:
    """What is kept of a code, as it was typed or came with the link: worth nothing without the server's key."""
    letters = as_code(code).lower().encode("utf-8", "surrogatepass")
    return hmac.new(key, b"guest invitation\n" + letters, hashlib.sha256).hexdigest()


def _hand_out(work: Work, here: Standing, each: Cleaned, *, terms: tuple[UUID, date], key: bytes) -> Handed:
    code, invitation_id, (sponsor_id, ends_on) = draw(), uuid7(work.now), terms
    expires_at = _expiry(work.now)
    work.session.add(
        GuestInvitation(
            id=invitation_id,
            tenant_id=here.actor.tenant_id,
            room_id=here.room_id,
            family=each.family,
            given=each.given,
            kana=each.kana,
            firm=each.firm,
            email=each.email,
            sponsor_id=sponsor_id,
            ends_on=ends_on,
            code_mac=mac(key, code),
            expires_at=expires_at,
            made_by=here.actor.account_id,
            made_at=work.now,
        )
    )
    return Handed(each, invitation_id, code, expires_at, ends_on)


async def _guests_of_the_house(work: Work, actor: Actor, cleaned: Sequence[Cleaned]) -> dict[str, UUID]:
    """Those who are guests here already, by their addresses: they need no code."""
    found = await work.session.execute(
        select(Account.email, Account.id).where(
            Account.tenant_id == actor.tenant_id,
            Account.kind == AccountKind.GUEST,
            Account.status == AccountStatus.ACTIVE,
            or_(Account.ends_on.is_(None), Account.ends_on >= day_in_japan(work.now)),
            among(Account.email, {each.email for each in cleaned}),
        )
    )
    return {str(email): account_id for email, account_id in found}


async def _forget(work: Work, here: Standing, cleaned: Sequence[Cleaned]) -> None:
    """Earlier invitations of the same people into the same room, which nobody has accepted."""
    before = await work.session.scalars(
        select(GuestInvitation)
        .where(
            GuestInvitation.room_id == here.room_id,
            GuestInvitation.accepted_at.is_(None),
            GuestInvitation.revoked_at.is_(None),
            among(GuestInvitation.email, {each.email for each in cleaned}),
        )
        .order_by(GuestInvitation.id)
        .with_for_update()
    )
    for each in before:
        each.revoked_at = work.now


async def _own(
    work: Work, actor: Actor, invitation_id: UUID, *, even_revoked: bool = False
) -> GuestInvitation:
    """An invitation that waits, held: of those who made it, answer for it, or arrange all guests. To others there is
    none."""
    asked = select(GuestInvitation).where(
        GuestInvitation.id == invitation_id,
        GuestInvitation.tenant_id == actor.tenant_id,
        GuestInvitation.accepted_at.is_(None),
    )
    if not even_revoked:
        asked = asked.where(GuestInvitation.revoked_at.is_(None))
    if not actor.may("guests.manage"):
        me = actor.account_id
        asked = asked.where(or_(GuestInvitation.made_by == me, GuestInvitation.sponsor_id == me))
    found = await work.session.scalar(asked.with_for_update())
    if found is None:
        raise NotFound
    return found


def _expiry(now: datetime) -> datetime:
    return end_of_day_in_japan(last_day_after(day_in_japan(now), DAYS)).astimezone(UTC)
