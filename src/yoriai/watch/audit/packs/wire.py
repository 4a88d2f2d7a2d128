"""Packs as they go over the wire."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from yoriai.watch.audit.packs.models import AuditPack, State

PackState = Literal["waiting", "ready", "failed", "gone"]


class AuditPackIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    reason: str
    first: date
    last: date


class AuditPackIdOut(BaseModel):
    pack_id: UUID


class AuditPackOut(BaseModel):
    """One pack of whoever asks."""

    pack_id: UUID
    asked_at: datetime
    reason: str
    first: date
    last: date
    state: PackState
    step: int
    steps: int
    """How many of how many parts are written; none of none before it has begun."""
    ends_at: datetime
    size: int
    digest: str
    entries: int
    taken: int

    @classmethod
    def of(cls, pack: AuditPack, now: datetime) -> "AuditPackOut":
        return cls(
            pack_id=pack.id,
            asked_at=pack.asked_at,
            reason=pack.reason,
            first=pack.first,
            last=pack.last,
            state=_state_at(pack, now),
            step=pack.step,
            steps=pack.steps,
            ends_at=pack.ends_at,
            size=pack.size,
            digest=pack.digest,
            entries=pack.entries,
            taken=pack.taken,
        )


class AuditPacksOut(BaseModel):
    packs: list[AuditPackOut]
    next: str | None


def _state_at(pack: AuditPack, now: datetime) -> PackState:
    """What is out of its time is over, whether the job has come by or not."""
    if pack.ends_at <= now and pack.state in (State.WAITING, State.READY):
        return "failed" if pack.state == State.WAITING else "gone"
    return pack.state  # pyright: ignore[reportReturnType] a `State`
