"""How far an import is, for whoever waits for it at this process."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(slots=True)
class Progress:
    """Where it stands: reading, comparing, waiting, writing; and how many of how many."""

    step: str = "waiting"
    done: int = 0
    of: int = 0


Run = Callable[[Progress], Awaitable[UUID | None]]


@dataclass(slots=True)
class UnderWay:
    """The imports that run here, by their drafts."""

    running: "dict[UUID, tuple[Progress, asyncio.Task[UUID | None]]]" = field(
        default_factory=dict[UUID, tuple[Progress, asyncio.Task[UUID | None]]]
    )

    def run(self, draft_id: UUID, begin: Run) -> "asyncio.Task[UUID | None]":
        """Begin it, or find it already begun."""
        if draft_id not in self.running:
            far = Progress()
            task = asyncio.ensure_future(begin(far))
            self.running[draft_id] = far, task
            task.add_done_callback(lambda _: self.running.pop(draft_id, None))
        return self.running[draft_id][1]

    def far(self, draft_id: UUID) -> Progress | None:
        """How far it is; None when it does not run here."""
        found = self.running.get(draft_id)
        return found[0] if found else None


under_way = UnderWay()
