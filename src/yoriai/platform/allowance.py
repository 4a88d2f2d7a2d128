"""How much one account may ask for, whatever carries it: a bucket that refills, for all of its sockets and requests."""

from dataclasses import dataclass, field
from time import monotonic
from uuid import UUID

PER_SECOND = 300.0  # a person's hands never come near (N58)
AT_ONCE = 2.0  # seconds of it that may be asked for at one moment
DEEPEST = 5.0  # seconds that whoever never stops has to wait at most
MOST_BUCKETS = 20_000


@dataclass(slots=True)
class Bucket:
    """What is left, and when somebody last looked."""

    left: float
    at: float


@dataclass
class Allowances:
    """The buckets of this process."""

    per_second: float = PER_SECOND
    buckets: dict[UUID, Bucket] = field(default_factory=dict[UUID, Bucket])

    def take(self, account_id: UUID) -> float:
        """Take one; 0 if there was one, else the seconds until there will be. Who goes on asking goes on waiting."""
        now, full = monotonic(), self.per_second * AT_ONCE
        bucket = self.buckets.get(account_id)
        if bucket is None:
            self._make_room(now)
            bucket = self.buckets[account_id] = Bucket(full, now)
        left = min(full, bucket.left + (now - bucket.at) * self.per_second) - 1
        bucket.left, bucket.at = max(left, -DEEPEST * self.per_second), now
        return 0.0 if left >= 0 else -bucket.left / self.per_second

    def _make_room(self, now: float) -> None:
        """Forget those that are full again: that gives nobody anything."""
        if len(self.buckets) >= MOST_BUCKETS:
            full = now - AT_ONCE - DEEPEST
            self.buckets = {key: bucket for key, bucket in self.buckets.items() if bucket.at > full}
