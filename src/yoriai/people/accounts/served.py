"""席のない人: who has no seat of their own and works through the account of a unit alone, as SQL asks it (ORG-6)."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import ColumnElement, String, cast, select

from yoriai.kit.errors import Refused
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import Account
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work

MOST_NAMES = 20


class NoSeat(Refused):
    """Somebody chosen has no seat, and is in no room but for their unit; nobody has been brought in."""

    code = "accounts.no_seat"
    status = 403


def is_served() -> ColumnElement[bool]:
    """What holds of the account of somebody without a seat."""
    # Roles are words in a list; each stands in quotes there on either database.
    return cast(Account.roles, String).contains(f'"{Role.SERVED.value}"', autoescape=True)


async def among_them(work: Work, names: Mapping[UUID, str]) -> NoSeat | None:
    """The refusal that names those of these people who have no seat; None where everybody has one."""
    found = await served_of(work, names)
    if not found:
        return None
    named = "、".join([name for who, name in names.items() if who in found][:MOST_NAMES])
    return NoSeat(names=named, count=len(found))


async def served_of(work: Work, account_ids: Collection[UUID]) -> frozenset[UUID]:
    """Those of these people who have no seat; one query."""
    asked = select(Account.id).where(among(Account.id, account_ids), is_served())
    return frozenset(await work.session.scalars(asked))
