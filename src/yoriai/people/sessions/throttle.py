"""How a try to sign in is held up: counted before anything is read, judged when it is known who asks from where (N32)."""

from dataclasses import dataclass, field
from datetime import datetime

from yoriai.kit.errors import NotNow, Refused, TooMany
from yoriai.people.sessions.attempts import (
    FOR_ACCOUNT_FROM_STRANGERS,
    FOR_ADDRESS,
    FOR_STRANGERS,
    Attempts,
    Limit,
)
from yoriai.people.sessions.passwords import Lane

STRANGERS = "strangers"


@dataclass(frozen=True, slots=True)
class Asker:
    """Which account is claimed, by which known browser, from which place."""

    whose: str
    mark: str | None
    at: str

    @property
    def own(self) -> str:
        """Where tries of this account from this browser or place are counted."""
        return f"account {self.whose} {self.at}" if self.mark is None else f"browser {self.whose} {self.mark}"

    @property
    def here(self) -> str:
        """Where all tries from this place are counted."""
        return f"address {self.at}"


@dataclass
class Tries:
    """One try in the books: which of them are full, and which must be told when it was right."""

    attempts: Attempts
    now: datetime
    taken: list[tuple[str, Limit]] = field(default_factory=list[tuple[str, Limit]])
    own: int = 0
    """Seconds to wait for whoever tried this account from here."""
    here: int = 0
    """Seconds to wait for whoever tries from this address."""
    strangers: int = 0
    """Seconds to wait for whoever tries this account from where it was never used."""
    is_known: bool = False
    """Whether this browser bears the account's mark: then nobody else's tries are counted against it."""

    async def take(self, key: str, limit: Limit) -> int:
        """Count; the seconds to wait, for which nothing was counted."""
        wait = await self.attempts.take(key, limit, self.now)
        if not wait:
            self.taken.append((key, limit))
        return wait

    async def give_back(self) -> None:
        """It was right, or not even looked at: as if it had not been."""
        for key, limit in self.taken:
            await self.attempts.give_back(key, limit)
        self.taken.clear()

    def wait(self, *, was_here: bool) -> int:
        """How long this one must wait; `was_here`: the account was used from this address before.

        Whoever was here before is held up by wrong passwords for this very account from this very place alone,
        never by what others do anywhere: that would lock somebody out (AUTH-5).
        """
        return self.own if self.is_known or was_here else max(self.own, self.here, self.strangers)

    @property
    def lane(self) -> Lane:
        """Known browsers are hashed first: a machine may guess at any address, also at one that is known."""
        return Lane.KNOWN if self.is_known else Lane.STRANGERS

    async def spend(self, *, was_here: bool) -> int:
        """All strangers together may have so much hashed; beyond it, the seconds to wait. Where a machine guesses,
        whoever was there before is a stranger too, unless their browser is known."""
        if self.is_known or (was_here and not self.here):
            return 0
        return await self.take(STRANGERS, FOR_STRANGERS)


async def turned_away(attempts: Attempts, asker: Asker, *, limit: Limit, now: datetime) -> Refused | None:
    """Why nothing that could be read would let this one in; None where it might. Asking counts nothing."""
    if wait := await attempts.look(asker.own, limit, now):
        return TooMany(retry_after=wait)
    # Where a machine guesses, everybody without a mark is a stranger, wherever the account was used before.
    if asker.mark is not None or not await attempts.look(asker.here, FOR_ADDRESS, now):
        return None
    wait = await attempts.look(STRANGERS, FOR_STRANGERS, now)
    return NotNow(retry_after=wait) if wait else None


async def count(attempts: Attempts, asker: Asker, *, limit: Limit, now: datetime) -> Tries:
    """Count one try for an account from a place, or from a browser that bears a mark."""
    tries = Tries(attempts, now, is_known=asker.mark is not None)
    tries.own = await tries.take(asker.own, limit)
    if not tries.is_known:
        tries.here = await tries.take(asker.here, FOR_ADDRESS)
        tries.strangers = await tries.take(f"strangers {asker.whose}", FOR_ACCOUNT_FROM_STRANGERS)
    return tries
