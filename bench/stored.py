"""Counts what the database really holds: an acknowledged message is one that can be counted here."""

import asyncio

from sqlalchemy import func, select

from yoriai.platform.db.store import opened
from yoriai.talk.messages.models import Message


def messages(url: str) -> int:
    return asyncio.run(_count(url))


async def _count(url: str) -> int:
    async with opened(url) as store, store.reading() as session:
        return await session.scalar(select(func.count()).select_from(Message)) or 0
