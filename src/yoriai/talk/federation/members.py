"""A body brings its own people into a room of another one, and takes them out: its own, and nobody else's (FED-1)."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Wrong
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, AccountKind, Posting
from yoriai.people.accounts.policy import may_sign_in
from yoriai.people.accounts.reach import reachable, why_not, written_to
from yoriai.people.orgs.order import below
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.federation.parts import check_brings, own_part
from yoriai.talk.federation.policy import NotOfTheDepartment, NotYetIn, arranges_all
from yoriai.talk.rooms import limits, lines
from yoriai.talk.rooms.admission import Beginning, Leaving, admit, dismiss, joined, members_of
from yoriai.talk.rooms.bodies import Held, people_through
from yoriai.talk.rooms.heads import next_number
from yoriai.talk.rooms.invitees import MOST_MEMBERS, MOST_NAMES, Suspended, TooManyAtOnce
from yoriai.talk.rooms.labels import labels_of
from yoriai.talk.rooms.lines import Line, LineKind
from yoriai.talk.rooms.models import BodyState, Role
from yoriai.talk.rooms.newcomers import check_newcomers
from yoriai.talk.rooms.policy import RoomArchived, shows_past


async def bring(work: Work, actor: Actor, part_id: UUID, account_ids: Collection[UUID]) -> None:
    """Bring these people of the actor's body in, all or none. Who is in already stays as they are."""
    held = await own_part(work, actor, part_id)
    await check_brings(work, actor, held)
    room = held.room
    if held.part.state != BodyState.JOINED or held.part.since_ordinal is None:
        raise NotYetIn
    if room.archived_at is not None:
        raise RoomArchived
    wanted = await _own_people(work, actor, held, account_ids)
    inside = set(await work.session.scalars(members_of(room.id)))
    newcomers = [account_id for account_id in wanted if account_id not in inside]
    if not newcomers:
        return
    label = (await labels_of(work, room.owner_tenant)).of(room)
    await check_newcomers(work, room.owner_tenant, label, newcomers)
    await limits.check_cap(work, tenant_id=room.owner_tenant, count=len(inside) + len(newcomers))
    me, number = actor.account_id, await next_number(work, room.id)
    since = held.part.since_ordinal if shows_past(room.policies) else room.last_ordinal + 1
    line = Line(room_id=room.id, after_ordinal=room.last_ordinal, kind=LineKind.ADDED, by=me, who=newcomers)
    for fact in joined(room.id, newcomers, await lines.write(work, (line,))):
        work.state(fact, by=me)
    beginning = Beginning(room.id, number, since, body_id=actor.tenant_id)
    await admit(work, beginning, dict.fromkeys(newcomers, Role.MEMBER), by=me)


async def take_out(work: Work, actor: Actor, part_id: UUID, account_id: UUID) -> None:
    """Take one of the body's own people out. Whoever is not there through this body is out of it already: nobody is told,
    whoever they are."""
    held = await own_part(work, actor, part_id)
    room = held.room
    if account_id not in await people_through(work, room.id, actor.tenant_id):
        return
    me = actor.account_id
    kind = LineKind.LEFT if account_id == me else LineKind.REMOVED
    line = Line(room_id=room.id, after_ordinal=room.last_ordinal, kind=kind, by=me, who=(account_id,))
    leaving = Leaving(room.id, account_id, await next_number(work, room.id))
    await dismiss(work, leaving, by=me, line=line)


async def _own_people(work: Work, actor: Actor, held: Held, account_ids: Collection[UUID]) -> Sequence[UUID]:
    """These people, each once; refuses all of them if one cannot come. Somebody of another body is answered for exactly
    as somebody who does not exist (BASE-3); and whom the actor may not write to, they may not bring in (ORG-15)."""
    wanted = sorted(set(account_ids))
    if len(wanted) > MOST_MEMBERS:
        raise TooManyAtOnce(most=MOST_MEMBERS, got=len(wanted))
    reach = await (written_to if arranges_all(actor) else reachable)(work, actor)
    found = await work.session.execute(
        select(
            Account.id, Account.family, Account.given, Account.status, Account.ends_on, reach.label("reach")
        )
        .where(among(Account.id, wanted), Account.tenant_id == actor.tenant_id)
        .where(Account.kind == AccountKind.MEMBER)
        .order_by(Account.kana_order, Account.id)
    )
    people = found.all()
    if len(people) < len(wanted):
        raise Wrong(field="accounts", reason="unknown")
    today = day_in_japan(work.now)
    names = {row.id: f"{row.family} {row.given}".rstrip() for row in people}
    stopped = [names[row.id] for row in people if not may_sign_in(row.status, row.ends_on, today)]
    if stopped:
        raise Suspended(names="、".join(stopped[:MOST_NAMES]), count=len(stopped))
    far = {row.id: names[row.id] for row in people if not row.reach}
    if far:
        raise await why_not(work, actor, far)
    await _check_department(work, held, names)
    return wanted


async def _check_department(work: Work, held: Held, names: Mapping[UUID, str]) -> None:
    """Whether all of them serve in the department as which the body is here, or below it."""
    if held.part.department_id is not None:
        serving = select(Posting.account_id).where(
            among(Posting.account_id, names),
            Posting.until.is_(None),
            Posting.department_id.in_(below(held.part.tenant_id, held.part.department_id)),
        )
        inside = set(await work.session.scalars(serving))
        beyond = [name for account_id, name in names.items() if account_id not in inside]
        if beyond:
            raise NotOfTheDepartment(names="、".join(beyond[:MOST_NAMES]), count=len(beyond))
