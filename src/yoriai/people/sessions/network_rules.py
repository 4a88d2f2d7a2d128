"""From which networks the people of a group may come: what a change would do, and the change (ZONE-8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.people.access.networks import KEPT, Networks, network_of, networks_of
from yoriai.people.accounts.facts import Acted, RightsChanged
from yoriai.people.accounts.managing import groups
from yoriai.people.accounts.models import Account, AccountStatus
from yoriai.people.orgs.settings import held_tenant
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.service import close
from yoriai.platform.work.work import Work


class NotANetwork(Refused):
    """What was typed is neither an address nor a network."""

    code = "sessions.not_a_network"
    status = 422


class ShutsOutSelf(Refused):
    """Whoever decides this could go on no longer from where they are; they have not said that they mean it."""

    code = "sessions.shuts_out_self"


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a change would do at once."""

    people: int
    """Who could come from these networks only."""
    ending: int
    """Logins that were opened from where one may come no longer."""
    is_own: bool
    """Whether whoever decides it stands outside of it, now."""


def read(side: str, typed: Sequence[str]) -> tuple[str, ...]:
    """Networks as they were typed, in their one form, each once."""
    found: dict[str, None] = {}
    for each in typed:
        try:
            found[str(network_of(each))] = None
        except ValueError:
            raise NotANetwork(field=side, value=each[:64]) from None
    return tuple(found)


async def networks_of_group(work: Work, actor: Actor, group_id: UUID) -> Networks:
    """What a group of the actor's body says."""
    return networks_of((await groups.find(work, actor, group_id)).policies)


async def foresee(work: Work, actor: Actor, group_id: UUID, wish: Networks) -> Foreseen:
    """What a group with these networks would mean; nothing is written. Three questions."""
    await groups.find(work, actor, group_id)
    count = select(func.count()).where(Account.group_id == group_id, Account.status == AccountStatus.ACTIVE)
    ending = await _ending(work, actor, group_id, wish)
    is_own = await _shuts_out(work, actor, group_id, wish)
    return Foreseen(await work.session.scalar(count) or 0, len(ending), is_own)


async def decide(work: Work, actor: Actor, group_id: UUID, wish: Networks, *, even_own: bool) -> None:
    """Let the people of a group come from these networks only. Logins from elsewhere end with this, and what is open
    knocks again, wherever it stands now."""
    await held_tenant(work, actor.tenant_id)
    group = await groups.find(work, actor, group_id)
    if networks_of(group.policies) == wish:
        return
    if not even_own and await _shuts_out(work, actor, group_id, wish):
        raise ShutsOutSelf(address=actor.address)
    others = {name: value for name, value in group.policies.items() if name != KEPT}
    group.policies = others | ({KEPT: wish.model_dump(mode="json")} if wish.limit else {})
    told = Acted(account_id=actor.account_id, act="group_rules_decided", group_id=group_id)
    work.state(told, by=actor.account_id)
    await close(work, await _ending(work, actor, group_id, wish), by=actor.account_id)
    people = select(Account.id).where(Account.group_id == group_id, Account.status == AccountStatus.ACTIVE)
    for account_id in sorted(await work.session.scalars(people)):
        work.state(RightsChanged(account_id=account_id), by=actor.account_id)


async def _shuts_out(work: Work, actor: Actor, group_id: UUID, wish: Networks) -> bool:
    own = await work.session.scalar(select(Account.group_id).where(Account.id == actor.account_id))
    return own == group_id and not wish.let_in(actor.zone, actor.address)


async def _ending(work: Work, actor: Actor, group_id: UUID, wish: Networks) -> Sequence[tuple[UUID, UUID]]:
    """Open sessions that began where one may come no longer. Of the actor's own only the present place counts."""
    if not wish.limit:
        return []
    asked = (
        select(Session.id, Session.account_id, Session.zone, Session.address)
        .join(Account, Account.id == Session.account_id)
        .where(Account.group_id == group_id, Session.ended_at.is_(None))
        .order_by(Session.id)
    )
    found = [
        (session_id, account_id)
        for session_id, account_id, zone, address in await work.session.execute(asked)
        if session_id != actor.session_id and not wish.let_in(zone, address)
    ]
    if await _shuts_out(work, actor, group_id, wish):
        found.append((actor.session_id, actor.account_id))
    return found
