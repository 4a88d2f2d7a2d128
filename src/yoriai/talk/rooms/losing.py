"""Who would lose a room if it had another label: said before the label is raised (ZONE-5)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from yoriai.people.accounts.models import Account
from yoriai.people.sessions.models import Session
from yoriai.people.zones.zone import Zone
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.labels import Label
from yoriai.talk.rooms.models import Membership
from yoriai.talk.rooms.newcomers import MOST_NAMES, Foreigner, barred_among, foreigners_among
from yoriai.talk.rooms.standing import Standing

LATELY: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Losing:
    """The members of a room who would be in it no longer, and those who would reach it no longer."""

    guests: list[Foreigner]
    others: list[Foreigner]
    """Staff of other bodies."""
    outside: list[tuple[UUID, str]]
    """Members who have lately read on the Internet side alone; they stay members, but the room is not there for them. Of
    those who sit there for a unit it is the unit: who they are is its colleagues' to know."""

    @property
    def leaving(self) -> list[UUID]:
        return [each.account_id for each in (*self.guests, *self.others)]

    @property
    def count(self) -> int:
        return len(self.guests) + len(self.others) + len(self.outside)

    @property
    def names(self) -> list[str]:
        """The first of them, by name."""
        left = [each.name for each in (*self.guests, *self.others)]
        return [*left, *(name for _, name in self.outside)][:MOST_NAMES]


@dataclass(frozen=True, slots=True)
class Present:
    """The members of a room who may lose it."""

    foreigners: Sequence[Foreigner]
    outside: Sequence[tuple[UUID, str]]

    def losing(self, label: Label) -> Losing:
        """Those of them who would, under this label."""
        barred = barred_among(label, self.foreigners)
        gone = {each.account_id for each in (*barred.guests, *barred.others)}
        outside = [each for each in self.outside if label.seals and each[0] not in gone]
        return Losing(barred.guests, barred.others, outside)


async def present(work: Work, here: Standing, owner: UUID) -> Present:
    """Who is in this room and no staff of its own body, or reads on the Internet side alone: three queries."""
    seats = Membership.room_id == here.room_id, Membership.is_open.is_(True)
    members = list(await work.session.scalars(select(Membership.account_id).where(*seats)))
    found = await work.session.execute(_outside_only(work, here.room_id))
    outside = list(dict.fromkeys((who, f"{family} {given}".rstrip()) for who, family, given in found))
    return Present(await foreigners_among(work, owner, members), outside)


def _outside_only(work: Work, room_id: UUID) -> Select[UUID, str, str]:
    """Those who sit there, were here lately, and never on the LGWAN side; as the member whom the others see."""
    member = aliased(Account)

    def lately(zones: Collection[Zone]) -> Select[UUID]:
        return select(Session.id).where(
            Session.account_id == Account.id,
            Session.zone.in_(zones),
            Session.last_used_at > work.now - LATELY,
        )

    return (
        select(member.id, member.family, member.given)
        .join(Membership, func.coalesce(Membership.held_for, Membership.account_id) == member.id)
        .join(Account, Account.id == Membership.account_id)
        .where(Membership.room_id == room_id, Membership.is_open.is_(True))
        .where(lately((Zone.INTERNET,)).exists(), ~lately((Zone.LGWAN,)).exists())
        .order_by(member.kana_order, member.id)
    )
