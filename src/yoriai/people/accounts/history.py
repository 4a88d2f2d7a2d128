"""What was done to accounts, by whom and when. Whoever changes an account writes one line of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import insert

from yoriai.kit.ids import SendKey, uuid7
from yoriai.people.accounts.models import AccountChange, ChangeKind
from yoriai.platform.work.work import Work

Words = Mapping[str, object]
"""Fields of an account by name, as JSON holds them. Never a password, nor what one hashes to."""


@dataclass(frozen=True, slots=True)
class Noted:
    """One change of one account: only the fields that differ."""

    account_id: UUID
    kind: ChangeKind
    before: Words = field(default_factory=dict[str, object])
    after: Words = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Act:
    """Who did it, to people of which body, and as part of what."""

    tenant_id: UUID
    by: UUID | None
    import_id: UUID | None = None
    request_key: SendKey | None = None


async def note(work: Work, act: Act, change: Noted) -> None:
    """Write down one change."""
    await note_many(work, act, [change])


async def note_many(work: Work, act: Act, changes: Sequence[Noted]) -> None:
    """Write down thousands in one statement."""
    if not changes:
        return
    rows = [
        {
            "id": uuid7(work.now),
            "tenant_id": act.tenant_id,
            "account_id": change.account_id,
            "at": work.now,
            "by": act.by,
            "kind": change.kind,
            "before": dict(change.before),
            "after": dict(change.after),
            "import_id": act.import_id,
            "request_key": act.request_key,
        }
        for change in changes
    ]
    connection = await work.session.connection()
    await connection.execute(insert(AccountChange), rows)
