"""How much room a body's files take, to the byte: promised when an upload begins, given back when it comes to nothing."""

from uuid import UUID

from sqlalchemy import Uuid, bindparam, select, text, update

from yoriai.people.files.models import FileUsage
from yoriai.platform.work.work import Work

_FIRST = text(
    "INSERT INTO file_usages (tenant_id, used) VALUES (:tenant_id, 0) ON CONFLICT (tenant_id) DO NOTHING"
).bindparams(bindparam("tenant_id", type_=Uuid()))


async def held_usage(work: Work, tenant_id: UUID) -> FileUsage:
    """The body's room, kept to this work: nobody else takes any of it meanwhile."""
    await work.session.execute(_FIRST, {"tenant_id": tenant_id})
    held = select(FileUsage).where(FileUsage.tenant_id == tenant_id).with_for_update()
    return (await work.session.scalars(held)).one()


async def used(work: Work, tenant_id: UUID) -> int:
    """Bytes that are taken or promised."""
    return await work.session.scalar(select(FileUsage.used).where(FileUsage.tenant_id == tenant_id)) or 0


async def give_back(work: Work, tenant_id: UUID, size: int) -> None:
    """What was promised is free again."""
    usage = update(FileUsage).where(FileUsage.tenant_id == tenant_id)
    await work.session.execute(usage.values(used=FileUsage.used - size))
