"""How much one account may ask for, whatever carries it: a bucket that refills, for all of its sockets and requests."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from time import monotonic
from uuid import UUID

from yoriai.platform.work.counting import Alone, Counting

PER_SECOND = 300.0  # a person's hands never come near (N58)
AT_ONCE = 2.0  # seconds of it that may be asked for at one moment
DEEPEST = 5.0  # seconds that whoever never stops has to wait at most
MOST_BUCKETS = 20_000
ASKS = "asks"
TOLD_EVERY = 0.5  # seconds
TOLD_FROM = 10  # asks in that time; of whoever asks less, others need not know


@dataclass(slots=True)
class Bucket:
    """What is left, and when somebody last looked."""

    left: float
    at: float


@dataclass
class Allowances:
    """The buckets of this process."""

    per_second: float = PER_SECOND
    counting: Counting = field(default_factory=Alone)
    """Where other processes are told of those who ask much, and this one hears of theirs."""
    buckets: dict[UUID, Bucket] = field(default_factory=dict[UUID, Bucket])

    untold: Counter[UUID] = field(default_factory=Counter[UUID])
    told_at: float = 0.0

    def __post_init__(self) -> None:
        self.counting.hear_counts(ASKS, self._hear)

    def take(self, account_id: UUID) -> float:
        """Take one; 0 if there was one, else the seconds until there will be. Who goes on asking goes on waiting."""
        now = monotonic()
        left = self._take(account_id, 1, now)
        self.untold[account_id] += 1
        if now - self.told_at >= TOLD_EVERY:
            self._tell(now)
        return 0.0 if left >= 0 else -left / self.per_second

    def _take(self, account_id: UUID, asks: int, now: float) -> float:
        """What is left, or how much is owed."""
        full = self.per_second * AT_ONCE
        bucket = self.buckets.get(account_id)
        if bucket is None:
            self._make_room(now)
            bucket = self.buckets[account_id] = Bucket(full, now)
        left = min(full, bucket.left + (now - bucket.at) * self.per_second) - asks
        bucket.left, bucket.at = max(left, -DEEPEST * self.per_second), now
        return bucket.left

    def _tell(self, now: float) -> None:
        much = {str(account_id): asks for account_id, asks in self.untold.items() if asks >= TOLD_FROM}
        self.told_at = now
        self.untold.clear()
        if much:
            self.counting.count(ASKS, much)

    def _hear(self, counts: Mapping[str, int]) -> None:
        now = monotonic()
        for account_id, asks in counts.items():
            self._take(UUID(account_id), asks, now)

    def _make_room(self, now: float) -> None:
        """Forget those that are full again: that gives nobody anything."""
        if len(self.buckets) >= MOST_BUCKETS:
            full = now - AT_ONCE - DEEPEST
            self.buckets = {key: bucket for key, bucket in self.buckets.items() if bucket.at > full}
