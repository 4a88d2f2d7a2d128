"""Taking a pack out: that it goes is durable before the first byte does."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.people.orgs.models import Tenant
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.watch.audit.packs.asking import hold
from yoriai.watch.audit.packs.facts import PackTaken
from yoriai.watch.audit.packs.models import AuditPackPiece
from yoriai.watch.audit.packs.policy import PIECE, is_there


class NotThere(Refused):
    """It is not made yet, or its time is over."""

    code = "audit_packs.not_there"


@dataclass(frozen=True, slots=True)
class Taken:
    """What goes out: under which name, and how many bytes."""

    pack_id: UUID
    name: str
    size: int


async def take(works: Works, cause: Cause, actor: Actor, pack_id: UUID) -> Taken:
    """Note that the asker takes it."""
    async with works.writing(cause) as work:
        pack = await hold(work, actor, pack_id)
        if not is_there(pack.state, pack.ends_at, work.now):
            raise NotThere
        pack.taken += 1
        work.state(PackTaken(tenant_id=pack.tenant_id, pack_id=pack.id), by=actor.account_id)
        body = await work.session.scalar(select(Tenant.name).where(Tenant.id == pack.tenant_id))
        return Taken(pack.id, file_name(body or "", pack.first, pack.last), pack.size)


def file_name(body: str, first: date, last: date) -> str:
    """What the file is called: of whom, and of which days."""
    return f"監査パック_{body}_{first:%Y%m%d}-{last:%Y%m%d}.zip"


async def pieces(works: Works, taken: Taken) -> AsyncGenerator[bytes]:
    """The file, a piece at a time, each in a look of its own: a slow line holds nothing open."""
    for number in range(-(-taken.size // PIECE)):
        async with works.reading() as work:
            found = select(AuditPackPiece.content).where(
                AuditPackPiece.pack_id == taken.pack_id, AuditPackPiece.number == number
            )
            content = await work.session.scalar(found)
        if content is None:  # thrown away meanwhile: what is short is seen to be short
            raise NotThere
        yield content
