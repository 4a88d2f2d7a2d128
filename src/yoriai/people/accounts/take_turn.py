"""One person's requests pass one by one, from whichever device: a doubled press does nothing twice, and two hands
overfill nothing."""

from uuid import UUID

from sqlalchemy import select

from yoriai.people.accounts.models import Account
from yoriai.platform.work.work import Work


async def take_turn(work: Work, account_id: UUID) -> None:
    """Hold this person's row until the commit; whatever only leans on it is not held up."""
    mine = select(Account.id).where(Account.id == account_id)
    await work.session.execute(mine.with_for_update(key_share=True))
