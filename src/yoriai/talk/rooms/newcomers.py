"""Whether people may be in a room of a label at all, asked wherever anybody comes into one: guests and other bodies."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import Select, or_, select

from yoriai.kit.errors import Refused
from yoriai.people.accounts.models import Account, AccountKind
from yoriai.people.orgs.models import Tenant
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.labels import Label

MOST_NAMES: Final = 20


class LabelBarsGuests(Refused):
    """A guest in a room whose label lets in no guests."""

    code = "rooms.label_bars_guests"


class LabelBarsBodies(Refused):
    """Somebody of another body in a room whose label lets in none."""

    code = "rooms.label_bars_bodies"


class Foreigner(NamedTuple):
    """Somebody who is no member of staff of the room's own body."""

    account_id: UUID
    family: str
    given: str
    kind: str
    body: str

    @property
    def is_guest(self) -> bool:
        return self.kind == AccountKind.GUEST

    @property
    def name(self) -> str:
        return f"{self.family} {self.given}".rstrip()


@dataclass(frozen=True, slots=True)
class Barred:
    """Of some people those whom a label keeps out."""

    guests: list[Foreigner]
    others: list[Foreigner]
    """Staff of other bodies."""


def admits(label: Label, *, is_guest: bool, is_of_body: bool) -> bool:
    """Whether somebody may be in a room of this label: a guest, or a member of staff of the room's own body or not.
    A guest belongs to the body that has invited them."""
    return label.level.guests if is_guest else is_of_body or label.level.bodies


async def check_newcomers(work: Work, tenant_id: UUID, label: Label, account_ids: Collection[UUID]) -> None:
    """Refuse them all if one of them may not be in a room of this body with this label; one query, and none where
    the label lets in everybody."""
    barred = await barred_of(work, tenant_id, label, account_ids)
    for people, refusal in ((barred.guests, LabelBarsGuests), (barred.others, LabelBarsBodies)):
        if people:
            names = "、".join(each.name for each in people[:MOST_NAMES])
            raise refusal(label=label.level.name, names=names, count=len(people))


async def barred_of(work: Work, tenant_id: UUID, label: Label, account_ids: Collection[UUID]) -> Barred:
    """Those of these people whom this label keeps out of a room of this body."""
    if label.level.guests and label.level.bodies:
        return Barred([], [])
    return barred_among(label, await foreigners_among(work, tenant_id, account_ids))


async def foreigners_among(work: Work, tenant_id: UUID, account_ids: Collection[UUID]) -> Sequence[Foreigner]:
    """Those of these people who are no staff of this body; one query."""
    return [Foreigner(*row) for row in await work.session.execute(_foreign(tenant_id, account_ids))]


def barred_among(label: Label, people: Sequence[Foreigner]) -> Barred:
    """Those of them whom this label keeps out."""
    out = [each for each in people if not admits(label, is_guest=each.is_guest, is_of_body=False)]
    return Barred([each for each in out if each.is_guest], [each for each in out if not each.is_guest])


def _foreign(tenant_id: UUID, account_ids: Collection[UUID]) -> Select[UUID, str, str, str, str]:
    return (
        select(Account.id, Account.family, Account.given, Account.kind, Tenant.name)
        .join(Tenant, Tenant.id == Account.tenant_id)
        .where(among(Account.id, account_ids))
        .where(or_(Account.kind == AccountKind.GUEST, Account.tenant_id != tenant_id))
        .order_by(Account.kana_order, Account.id)
    )
