"""Who changed what of a body, and when: its settings and which modules it has."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select

from yoriai.kit.ids import uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.orgs.models import BodyChange, BodyChangeKind, Organization
from yoriai.platform.work.work import Work


class Latest(NamedTuple):
    """The newest change of one thing."""

    name: str
    at: datetime
    by: UUID | None


def note_body(
    work: Work, actor: Actor, kind: BodyChangeKind, name: str, *, became: tuple[object, object]
) -> None:
    """Keep that the actor changed this, from what to what. It stays as long as the body."""
    before, after = became
    work.session.add(
        BodyChange(
            id=uuid7(work.now),
            tenant_id=actor.tenant_id,
            at=work.now,
            by=actor.account_id,
            kind=kind,
            name=name,
            before=before,
            after=after,
        )
    )


async def latest_changes(work: Work, tenant_id: UUID, kind: BodyChangeKind) -> Sequence[Latest]:
    """Of each thing of this kind that was ever changed, the newest change; one query."""
    age = func.row_number().over(partition_by=BodyChange.name, order_by=BodyChange.id.desc())
    changes = (
        select(BodyChange.name, BodyChange.at, BodyChange.by, age.label("age"))
        .where(BodyChange.tenant_id == tenant_id, BodyChange.kind == kind)
        .subquery()
    )
    newest = select(changes.c.name, changes.c.at, changes.c.by).where(changes.c.age == 1)
    return [Latest(*row) for row in await work.session.execute(newest)]


async def organizations_of(work: Work, tenant_id: UUID) -> Sequence[UUID]:
    """The organizations of a body, whose streams hear what is changed of it."""
    mine = select(Organization.id).where(Organization.tenant_id == tenant_id).order_by(Organization.id)
    return (await work.session.scalars(mine)).all()
