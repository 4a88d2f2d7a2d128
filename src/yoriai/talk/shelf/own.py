"""One person's devices pass one by one, so that two hands cannot overfill a shelf or fill one place twice."""

from sqlalchemy import select

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account
from yoriai.platform.work.work import Work


async def hold(work: Work, actor: Actor) -> None:
    """Keep this person's shelf to this work."""
    me = select(Account.id).where(Account.id == actor.account_id)
    await work.session.execute(me.with_for_update(key_share=True))
