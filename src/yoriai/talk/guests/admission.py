"""Letting guests into a room: they serve in its organization from then on, and read from this moment (GUEST-1)."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.ids import uuid7
from yoriai.people.accounts.models import Posting
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import limits, lines, ordinals
from yoriai.talk.rooms.admission import Beginning, admit, joined, members_of
from yoriai.talk.rooms.heads import next_number
from yoriai.talk.rooms.labels import labels_of
from yoriai.talk.rooms.lines import Line, LineKind
from yoriai.talk.rooms.models import Role, Room
from yoriai.talk.rooms.newcomers import check_newcomers
from yoriai.talk.rooms.policy import RoomArchived


async def let_in(work: Work, room_id: UUID, account_ids: Collection[UUID], *, by: UUID) -> None:
    """Seat these guests in a room. Who sits there already stays as they are, and nobody is told twice."""
    await ordinals.hold(work, (room_id,))
    inside = set(await work.session.scalars(members_of(room_id)))
    newcomers = sorted(set(account_ids) - inside)
    if not newcomers:
        return
    rooms = select(Room).where(Room.id == room_id).execution_options(populate_existing=True)
    room = (await work.session.scalars(rooms)).one()
    if room.archived_at is not None:
        raise RoomArchived
    label = (await labels_of(work, room.owner_tenant)).of(room)
    await check_newcomers(work, room.owner_tenant, label, newcomers)
    await limits.check_cap(work, tenant_id=room.owner_tenant, count=len(inside) + len(newcomers))
    await _serve(work, room.organization_id, newcomers)
    beginning = Beginning(room_id, await next_number(work, room_id), room.last_ordinal + 1)
    line = Line(room_id=room_id, after_ordinal=room.last_ordinal, kind=LineKind.ADDED, by=by, who=newcomers)
    for fact in joined(room_id, newcomers, await lines.write(work, (line,))):
        work.state(fact, by=by)
    await admit(work, beginning, dict.fromkeys(newcomers, Role.MEMBER), by=by)


async def _serve(work: Work, organization_id: UUID, account_ids: Collection[UUID]) -> None:
    """A room belongs to an organization, and whoever is in it must: of none of its units, and seen in none."""
    found = await work.session.execute(
        select(Posting.account_id, Posting.organization_id, Posting.main).where(
            among(Posting.account_id, account_ids), Posting.until.is_(None)
        )
    )
    posts = found.all()
    serving = {account_id for account_id, there, _ in posts if there == organization_id}
    settled = {account_id for account_id, _, main in posts if main}
    work.session.add_all(
        Posting(
            id=uuid7(work.now),
            account_id=account_id,
            organization_id=organization_id,
            department_id=None,
            main=None if account_id in settled else True,
            since=work.now,
        )
        for account_id in account_ids
        if account_id not in serving
    )
    await work.session.flush()
