"""Giving seats and taking them, as a roster says: whoever has none works through the account of a unit alone."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select, update

from yoriai.people.accounts.models import Account
from yoriai.people.accounts.roster.faults import RosterMoved
from yoriai.people.accounts.roster.ready import Seated
from yoriai.people.accounts.taking_back import NONE, is_a_rise
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work


async def seat(work: Work, seated: Sequence[Seated]) -> None:
    """Write their roles. Raises RosterMoved where somebody has been given others since they were looked at: a roster
    takes no role away. A first password that waits is worth nothing once its holder may do more (N19)."""
    if not seated:
        return
    held = select(Account.id, Account.roles).where(among(Account.id, {each.account_id for each in seated}))
    now = {who: roles for who, roles in await work.session.execute(held.with_for_update())}  # noqa: C416 rows are no pairs to a type checker
    if any(now.get(each.account_id) != each.before for each in seated):
        raise RosterMoved
    connection = await work.session.connection()
    one = update(Account).where(Account.id == bindparam("whose"))
    await connection.execute(one, [{"whose": each.account_id, "roles": each.after} for each in seated])
    risen = [{"whose": each.account_id, **NONE} for each in seated if is_a_rise(each.before, each.after)]
    if risen:
        await connection.execute(one, risen)
