"""From what the journal tells to rows of the log: of one operation one row, whatever it has changed (C10)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, cast
from uuid import UUID

from sqlalchemy import func, select

from yoriai.people.accounts.facts import Acted
from yoriai.people.accounts.models import TakenOut
from yoriai.platform.db.among import among
from yoriai.platform.facts.durable import Entry
from yoriai.platform.work.work import Work
from yoriai.watch.audit.acts import kept, name_of
from yoriai.watch.audit.chain import NOBODYS, Act, append
from yoriai.watch.audit.facts import AuditExported
from yoriai.watch.audit.inspections.facts import InspectionApproved, InspectionAsked
from yoriai.watch.audit.inspections.models import Inspection
from yoriai.watch.audit.models import AuditEntry, AuditExport
from yoriai.watch.audit.naming import (
    ACCOUNT,
    OF_FIELDS,
    ORGANIZATION,
    Named,
    Names,
    chain_of,
    names_of,
    of_stream,
)
from yoriai.watch.audit.packs.facts import PackAsked, PackTaken
from yoriai.watch.audit.packs.models import AuditPack
from yoriai.watch.audit.policy import without_my_number

MOST_NAMED: Final = 50
"""Of an operation on thousands all ids are kept, and the names of the first."""


@dataclass(slots=True)
class _Operation:
    """What belongs together: one request's facts in one body; a fact without a request stands alone."""

    tenant_id: UUID
    request_id: str | None
    entries: list[Entry] = field(default_factory=list[Entry])


async def note(work: Work, entries: Sequence[Entry]) -> None:
    """Add a row for each operation. What the journal tells of one in another batch is a row that goes on from it."""
    names = await names_of(work, _named_in(entries))
    operations = _operations(entries, names)
    known, reasons = await _known(work, operations), await _reasons(work, entries)
    at_home = {(each.tenant_id, each.request_id) for each in operations} | known.keys()
    acts: list[Act] = []
    for each in operations:
        act = _act(each, names)
        if (before := known.get((each.tenant_id, each.request_id or ""))) is not None:
            act.body["continues"] = before
        if why := [reasons[which] for which in _reasoned(each.entries) if which in reasons]:
            act.body["reason"] = why[0]
        acts.append(act)
        if (own := _of_home(act, each, names)) and (own.tenant_id, own.request_id) not in at_home:
            acts.append(own)
    await append(work, acts)


def _named_in(entries: Iterable[Entry]) -> dict[str, set[UUID]]:
    wanted: dict[str, set[UUID]] = {}
    for entry in entries:
        for who in (entry.cause.account_id, entry.cause.on_behalf_of):
            if who is not None:
                wanted.setdefault(ACCOUNT, set()).add(who)
        for kind, which in _things(entry):
            wanted.setdefault(kind, set()).add(which)
        if thing := of_stream(entry.line.stream):
            wanted.setdefault(thing[0], set()).add(thing[1])
    return wanted


def _things(entry: Entry) -> Iterable[tuple[str, UUID]]:
    """Everything that the kept fields of a fact name, each with its kind."""
    fact = entry.line.fact
    for name in kept(name_of(fact)).keeps:
        if name in OF_FIELDS:
            value: object = getattr(fact, name, None)
            found = cast("Sequence[object]", value) if isinstance(value, tuple | list) else (value,)
            yield from ((OF_FIELDS[name], each) for each in found if isinstance(each, UUID))


def _operations(entries: Iterable[Entry], names: Names) -> list[_Operation]:
    together: dict[tuple[UUID, str], _Operation] = {}
    apart: list[_Operation] = []
    for entry in entries:
        tenant_id, request_id = _tenant_of(entry, names), entry.cause.request_id
        if request_id is None:
            apart.append(_Operation(tenant_id, None, [entry]))
            continue
        found = together.get((tenant_id, request_id))
        if found is None:
            found = together[tenant_id, request_id] = _Operation(tenant_id, request_id)
            apart.append(found)
        found.entries.append(entry)
    return apart


def _tenant_of(entry: Entry, names: Names) -> UUID:
    return chain_of(entry.line.stream, entry.cause.account_id, names) or entry.cause.tenant_id or NOBODYS


async def _known(work: Work, operations: Sequence[_Operation]) -> dict[tuple[UUID, str], int]:
    """Of those that have a row already, its number."""
    asked = {each.request_id for each in operations if each.request_id is not None}
    if not asked:
        return {}
    found = await work.session.execute(
        select(AuditEntry.tenant_id, AuditEntry.request_id, func.min(AuditEntry.number))
        .where(among(AuditEntry.request_id, asked), AuditEntry.outcome == "done")
        .group_by(AuditEntry.tenant_id, AuditEntry.request_id)
    )
    return {(tenant_id, request_id or ""): number for tenant_id, request_id, number in found}


async def _reasons(work: Work, entries: Iterable[Entry]) -> dict[UUID, str]:
    """Why the log or all of it was taken out, and why a room was to be read, as it was written beside the fact."""
    asked = set(_reasoned(entries))
    if not asked:
        return {}
    exports = select(AuditExport.id, AuditExport.reason).where(among(AuditExport.id, asked))
    inspections = select(Inspection.id, Inspection.reason).where(among(Inspection.id, asked))
    packs = select(AuditPack.id, AuditPack.reason).where(among(AuditPack.id, asked))
    taken = select(TakenOut.id, TakenOut.reason).where(among(TakenOut.id, asked))
    kinds = (exports, inspections, packs, taken)
    found = [row for each in kinds for row in await work.session.execute(each)]
    return {which: without_my_number(reason) for which, reason in found}


def _reasoned(entries: Iterable[Entry]) -> Iterable[UUID]:
    """What of these was done for a reason that was given."""
    for entry in entries:
        fact = entry.line.fact
        if isinstance(fact, AuditExported):
            yield fact.export_id
        elif isinstance(fact, InspectionAsked | InspectionApproved):
            yield fact.inspection_id
        elif isinstance(fact, Acted) and fact.taking_id is not None:
            yield fact.taking_id
        elif isinstance(fact, PackAsked | PackTaken):
            yield fact.pack_id


def _act(operation: _Operation, names: Names) -> Act:
    first = min(operation.entries, key=lambda entry: kept(name_of(entry.line.fact)).rank)
    by = next((each for each in operation.entries if each.cause.account_id), first)
    cause, who = by.cause, names.accounts.get(by.cause.account_id) if by.cause.account_id else None
    objects = list(dict.fromkeys(thing for entry in _by_rank(operation) for thing in _things(entry)))
    others = _others(objects, cause.account_id)
    is_own = who is None or who.tenant_id == operation.tenant_id
    return Act(
        tenant_id=operation.tenant_id,
        at=first.line.at,
        kind=name_of(first.line.fact),
        account_id=cause.account_id,
        account_name=_name_of(who, names, is_own=is_own),
        account_kind=who.kind if who else "",
        on_behalf_of=cause.on_behalf_of,
        session_id=cause.session_id if is_own else None,
        zone=cause.zone,
        address=cause.address if is_own else None,
        request_id=operation.request_id,
        object_id=others[0][1] if others else None,
        about=_about(others, names),
        body={
            "facts": [_kept_of(entry) for entry in operation.entries],
            "objects": [_shown(thing, names) for thing in objects[:MOST_NAMED]],
        },
    )


def _of_home(act: Act, operation: _Operation, names: Names) -> Act | None:
    """What somebody did in another body, as their own body keeps it: from where they came, and in which body they were.
    From where somebody comes is nobody else's business; what they did there is told by that body's log."""
    who = names.accounts.get(act.account_id) if act.account_id else None
    if who is None or who.tenant_id == act.tenant_id:
        return None
    cause = next(each.cause for each in operation.entries if each.cause.account_id == act.account_id)
    return replace(
        act,
        tenant_id=who.tenant_id,
        account_name=who.name,
        session_id=cause.session_id,
        address=cause.address,
        about=names.bodies.get(act.tenant_id, ""),
        body={"facts": [], "objects": []},
    )


def _name_of(who: Named | None, names: Names, *, is_own: bool) -> str:
    """As somebody is called; of whoever came from another body with that body's name, for nobody here knows them."""
    if who is None or is_own:
        return who.name if who else ""
    return f"{who.name}（{names.bodies.get(who.tenant_id, '')}）"


def _others(things: Sequence[tuple[str, UUID]], who: UUID | None) -> Sequence[tuple[str, UUID]]:
    """What it is about first of all: not the one who did it, nor the whole office, if there is anything else."""
    nearer = [thing for thing in things if thing != (ACCOUNT, who) and thing[0] != ORGANIZATION]
    return nearer or [thing for thing in things if thing != (ACCOUNT, who)] or things


def _by_rank(operation: _Operation) -> list[Entry]:
    return sorted(operation.entries, key=lambda entry: kept(name_of(entry.line.fact)).rank)


def _kept_of(entry: Entry) -> dict[str, object]:
    fact = entry.line.fact
    fields = fact.model_dump(mode="json", include=set(kept(name_of(fact)).keeps))
    return {"kind": name_of(fact), "stream": entry.line.stream, "number": entry.line.number, "fields": fields}


def _shown(thing: tuple[str, UUID], names: Names) -> dict[str, object]:
    kind, which = thing
    return {"kind": kind, "id": str(which), "name": _called(thing, names)}


def _called(thing: tuple[str, UUID], names: Names) -> str:
    found = names.of(*thing)
    return found.name if found else ""


def _about(things: Sequence[tuple[str, UUID]], names: Names) -> str:
    called = [_called(thing, names) for thing in things[:MOST_NAMED]]
    words = list(dict.fromkeys(each for each in called if each))
    left = len(things) - len(called)
    return "、".join(words) + (f" ほか{left}件" if left > 0 else "")
