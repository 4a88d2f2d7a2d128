"""Finding files, and holding on to them. Who may have a file is known to whoever holds on to it, not here."""

from uuid import UUID

from yoriai.kit.errors import NotFound, Refused
from yoriai.people.access.actor import Actor
from yoriai.people.files.models import File, State
from yoriai.platform.work.work import Work


class Declined(Refused):
    """What was declined goes to nobody, so there is nothing to hold on to."""

    code = "files.declined"


async def find(work: Work, file_id: UUID) -> File:
    """A file by its id. The caller has found out whether its reader may know of it."""
    file = await work.session.get(File, file_id)
    if file is None:
        raise NotFound
    return file


async def own(work: Work, actor: Actor, file_id: UUID) -> File:
    """A file that the actor has brought; to anybody else there is none."""
    file = await work.session.get(File, file_id)
    if file is None or file.account_id != actor.account_id:
        raise NotFound
    return file


async def keep(work: Work, actor: Actor, file_id: UUID, *, on_behalf_of: UUID | None = None) -> File:
    """Hold on to a file that the actor has brought: from now on it stays. What nothing holds on to is gone a day after
    it came. It may still be checked; again changes nothing."""
    file = await work.session.get(File, file_id, with_for_update=True)
    if file is None or file.account_id != actor.account_id:
        raise NotFound
    if file.state == State.DECLINED:
        raise Declined(field="file_id", reason=file.reason)
    if file.attached_at is None:
        file.attached_at, file.on_behalf_of = work.now, on_behalf_of
    return file


async def let_go(work: Work, file_id: UUID) -> None:
    """Hold on to it no longer: within a day its bytes are gone, and its row with them. Only whoever held on to it knows
    whether nobody else does."""
    file = await work.session.get(File, file_id, with_for_update=True)
    if file is not None:
        file.attached_at = None
