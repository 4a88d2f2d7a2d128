"""Sweeping: sessions that ran out are ended so that their sockets close, and old ones are forgotten."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import delete, select

from yoriai.kit.days import day_in_japan
from yoriai.people.accounts.models import Account
from yoriai.people.sessions.models import Session, SignInFailure
from yoriai.people.sessions.service import close, has_run_out
from yoriai.platform.work.edge import Works

KEPT = timedelta(days=30)  # after its end, for whoever asks from where an account was used
AT_ONCE = 500


async def sweep(works: Works, _: Mapping[str, object]) -> None:
    """End what has run out, some hundreds in one work; then forget what ended, or failed, a month ago."""
    while await _end_some(works) == AT_ONCE:
        pass
    async with works.reading() as work:
        old = select(Session.id).where(Session.ended_at < work.now - KEPT).limit(1)
        is_there_any = await work.session.scalar(old) is not None
        day = day_in_japan(work.now - KEPT)
        oldest = select(SignInFailure.day).where(SignInFailure.day < day).limit(1)
        are_failures_old = await work.session.scalar(oldest) is not None
    if is_there_any or are_failures_old:
        async with works.writing() as work:
            await work.session.execute(delete(Session).where(Session.ended_at < work.now - KEPT))
            await work.session.execute(delete(SignInFailure).where(SignInFailure.day < day))


async def _end_some(works: Works) -> int:
    async with works.reading() as work:
        over = (
            select(Session.id)
            .join(Account, Account.id == Session.account_id)
            .where(Session.ended_at.is_(None), has_run_out(work.now))
            .limit(AT_ONCE)
        )
        found = (await work.session.scalars(over)).all()
    if not found:
        return 0
    async with works.writing() as work:
        # Asked again under the lock: one of them may have been used or ended in between.
        still = (
            select(Session.id, Session.account_id)
            .join(Account, Account.id == Session.account_id)
            .where(Session.id.in_(found), Session.ended_at.is_(None), has_run_out(work.now))
        )
        await close(work, (await work.session.execute(still)).all(), by=None)
    return len(found)
