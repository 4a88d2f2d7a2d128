"""How often somebody may try to sign in. Failed tries fill a bucket that leaks; a full one says when to come back."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Protocol

MOST_BUCKETS = 100_000
FAR = 100
"""So many times as much as fits into a bucket no machines together put into one."""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many tries at once, and one more after each pause."""

    burst: int
    pause: timedelta


# A city hall often shares one address: this holds up machines that guess, not a morning at nine,
# because a try that was right is given back.
FOR_ADDRESS = Limit(burst=30, pause=timedelta(seconds=1))
# Guesses at one account from many addresses, none of which was ever its own.
FOR_ACCOUNT_FROM_STRANGERS = Limit(burst=50, pause=timedelta(seconds=30))
# What all strangers together may have hashed: one a second is some three hundredths of a core.
FOR_STRANGERS = Limit(burst=20, pause=timedelta(seconds=1))


class Attempts(Protocol):
    """Where tries are counted: in this process, or in a store that all processes share."""

    async def take(self, key: str, limit: Limit, now: datetime) -> int:
        """Count one try; 0 if it may go on, else the seconds until the next one may. A refused try is not counted."""
        ...

    async def look(self, key: str, limit: Limit, now: datetime) -> int:
        """The same without counting: the seconds until a try may go on."""
        ...

    async def give_back(self, key: str, limit: Limit) -> None:
        """Uncount one try: it was right after all."""
        ...


@dataclass
class InProcess:
    """Tries counted in this process. Each bucket is one moment: when it will have leaked empty."""

    empty_at: dict[str, datetime] = field(default_factory=dict[str, datetime])

    async def take(self, key: str, limit: Limit, now: datetime) -> int:
        wait = await self.look(key, limit, now)
        if not wait:
            self.add(key, limit.pause, now)
        return wait

    def add(self, key: str, pause: timedelta, now: datetime) -> None:
        """Fill a bucket by so much, whether or not it is full; or take so much out of it."""
        if pause > timedelta(0):
            self._make_room(now)
            self.empty_at[key] = max(self.empty_at.get(key, now), now) + pause
        elif key in self.empty_at:
            self.empty_at[key] += pause

    async def look(self, key: str, limit: Limit, now: datetime) -> int:
        empty_at = max(self.empty_at.get(key, now), now)
        if empty_at - now > FAR * limit.burst * limit.pause:
            # It was counted while a clock stood wrong, and would lock somebody out for as long.
            empty_at = self.empty_at[key] = now
        over = empty_at + limit.pause - now - limit.burst * limit.pause
        return over // timedelta(seconds=1) + 1 if over > timedelta(0) else 0

    async def give_back(self, key: str, limit: Limit) -> None:
        if key in self.empty_at:
            self.empty_at[key] -= limit.pause

    def _make_room(self, now: datetime) -> None:
        """Forget empty buckets, and the oldest ones when that is not enough: memory is never what gives way."""
        if len(self.empty_at) < MOST_BUCKETS:
            return
        self.empty_at = {key: at for key, at in self.empty_at.items() if at > now}
        for key in list(self.empty_at)[: max(0, len(self.empty_at) - MOST_BUCKETS // 2)]:
            del self.empty_at[key]


@lru_cache(1024)
def place(address: str) -> str:
    """The place that an address stands for. Whoever has one IPv6 address has 2⁶⁴ of them."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((found, 64), strict=False)) if isinstance(found, IPv6Address) else address
