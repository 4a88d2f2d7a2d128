"""The log as it goes over the wire."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Literal, cast
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from yoriai.watch.audit.acts import says
from yoriai.watch.audit.chain import Outcome
from yoriai.watch.audit.checking import Trouble
from yoriai.watch.audit.models import AuditCheck, AuditEntry
from yoriai.watch.audit.queries import MOST_WORDS, Filter

GroupName = Literal[
    "audit", "settings", "people", "orgs", "rooms", "messages", "sessions", "exports", "inspections"
]


class AuditFilterIn(BaseModel):
    """Which rows are meant. Nothing that is not named here is taken."""

    model_config = ConfigDict(extra="forbid")

    first: date | None = None
    last: date | None = None
    person: str = Field(default="", max_length=MOST_WORDS)
    group: GroupName | None = None
    outcome: Literal["done", "refused"] | None = None
    zone: Literal["lgwan", "internet"] | None = None
    about: str = Field(default="", max_length=MOST_WORDS)

    def wanted(self) -> Filter:
        return Filter(
            first=self.first,
            last=self.last,
            person=self.person.strip(),
            group=self.group or "",
            outcome=self.outcome or "",
            zone=self.zone or "",
            about=self.about.strip(),
        )


class AuditPageIn(AuditFilterIn):
    cursor: str | None = None


class AuditExportIn(AuditFilterIn):
    kind: Literal["csv", "jsonl"]
    reason: str


class AuditEntryOut(BaseModel):
    """A row of the list."""

    number: int
    at: datetime
    kind: str
    says: str
    outcome: Literal["done", "refused"]
    times: int
    account_name: str
    account_kind: str
    zone: Literal["lgwan", "internet"] | None
    address: str | None
    about: str
    request_id: str | None

    @classmethod
    def of(cls, row: AuditEntry) -> "AuditEntryOut":
        return cls.model_validate(_row(row))


class AuditThing(BaseModel):
    """Something that the row names."""

    kind: str
    id: str
    name: str


class AuditFactOut(BaseModel):
    """One of the facts of the operation, with the fields that are kept of it."""

    says: str
    fields: dict[str, JsonValue]


class AuditDetailOut(AuditEntryOut):
    """All of a row."""

    account_id: UUID | None
    on_behalf_of: UUID | None
    session_id: UUID | None
    action: str
    reason: str
    continues: int | None
    """The row of which this is the rest: one operation, told in two parts."""
    things: list[AuditThing]
    facts: list[AuditFactOut]
    hash: str
    before: str | None

    @classmethod
    def whole(cls, row: AuditEntry, before: str | None) -> "AuditDetailOut":
        body = cast("Mapping[str, JsonValue]", row.body)
        facts = cast("Sequence[Mapping[str, JsonValue]]", body.get("facts", []))
        return cls.model_validate(
            _row(row)
            | {
                "account_id": row.account_id,
                "on_behalf_of": row.on_behalf_of,
                "session_id": row.session_id,
                "action": body.get("action", ""),
                "reason": body.get("reason", ""),
                "continues": body.get("continues"),
                "things": body.get("objects", []),
                "facts": [
                    {"says": says(str(fact["kind"]), is_refused=False), "fields": fact["fields"]}
                    for fact in facts
                ],
                "hash": row.hash,
                "before": before,
            }
        )


class AuditPageOut(BaseModel):
    entries: list[AuditEntryOut]
    total: int | None
    next: str | None


class AuditCheckOut(BaseModel):
    """How it was when the chain was last looked through."""

    at: datetime
    entries: int
    trouble: Trouble | None
    number: int | None

    @classmethod
    def of(cls, check: AuditCheck) -> "AuditCheckOut":
        trouble = Trouble(check.trouble) if check.trouble else None
        return cls(at=check.at, entries=check.entries, trouble=trouble, number=check.number)


class AuditStateOut(BaseModel):
    """What stands above the list."""

    check: AuditCheckOut | None
    years: int
    may_export: bool
    stream: str
    """Where it is told that this is so no longer."""
    number: int
    """Up to which of the stream's facts it is true."""


def _row(row: AuditEntry) -> dict[str, object]:
    is_refused = row.outcome == Outcome.REFUSED
    return {
        "number": row.number,
        "at": row.at,
        "kind": row.kind,
        "says": says(row.kind, is_refused=is_refused),
        "outcome": row.outcome,
        "times": row.times,
        "account_name": row.account_name,
        "account_kind": row.account_kind,
        "zone": row.zone,
        "address": row.address,
        "about": row.about,
        "request_id": row.request_id,
    }
