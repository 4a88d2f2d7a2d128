"""Refused acts as rows of the log. They are written in a work of their own, a moment after the answer has left."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from yoriai.people.orgs.models import Tenant
from yoriai.platform.denials import OTHERS, Denied
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.watch.audit.acts import REFUSED
from yoriai.watch.audit.chain import NOBODYS, Act, Outcome, append
from yoriai.watch.audit.naming import ACCOUNT, OF_FIELDS, Names, names_of
from yoriai.watch.audit.policy import is_noted


def is_worth_a_row(denied: Denied) -> bool:
    """Whether an act was refused that is not allowed (`policy.is_noted`)."""
    return is_noted(
        denied.status,
        denied.code,
        is_known=denied.is_known,
        reason=denied.reason,
        names_something=bool(denied.things),
    )


async def write(works: Works, denied: Sequence[Denied]) -> None:
    """Add a row for each. Who was not signed in belongs to the only body, where there is one."""
    async with works.writing() as work:
        names = await names_of(work, _named_in(denied))
        otherwise = await _only(work)
        await append(work, [_act(each, names, otherwise) for each in denied])


def _named_in(denied: Sequence[Denied]) -> dict[str, set[UUID]]:
    wanted: dict[str, set[UUID]] = {ACCOUNT: {each.account_id for each in denied if each.account_id}}
    for each in denied:
        for name, which in each.things:
            if name in OF_FIELDS:
                wanted.setdefault(OF_FIELDS[name], set()).add(which)
    return wanted


async def _only(work: Work) -> UUID:
    bodies = (await work.session.scalars(select(Tenant.id).limit(2))).all()
    return bodies[0] if len(bodies) == 1 else NOBODYS


def _act(denied: Denied, names: Names, otherwise: UUID) -> Act:
    tenant_id = denied.tenant_id or otherwise
    who = names.accounts.get(denied.account_id) if denied.account_id else None
    things = [(OF_FIELDS[name], which) for name, which in denied.things if name in OF_FIELDS]
    called: list[str] = []
    for thing in things:
        found = names.of(*thing)
        # What another body has is not named here, and what is nowhere has no name.
        called.append(found.name if found and found.tenant_id == tenant_id else "")
    return Act(
        tenant_id=tenant_id,
        at=denied.at,
        kind=_kind_of(denied),
        outcome=Outcome.REFUSED,
        times=denied.times,
        account_id=denied.account_id,
        account_name=who.name if who else "",
        account_kind=who.kind if who else "",
        session_id=denied.session_id,
        zone=denied.zone or None,
        address=denied.address or None,
        request_id=denied.request_id,
        object_id=things[0][1] if things else None,
        about="、".join(each for each in called if each),
        body={
            "action": denied.action,
            "status": denied.status,
            "objects": [
                {"kind": kind, "id": str(which), "name": name}
                for (kind, which), name in zip(things, called, strict=True)
            ],
        },
    )


def _kind_of(denied: Denied) -> str:
    """The code; where that is of many things and the reason says which, the reason with it."""
    if denied.code == OTHERS:
        return "refused"
    with_reason = f"{denied.code}.{denied.reason}"
    return with_reason if with_reason in REFUSED else denied.code
