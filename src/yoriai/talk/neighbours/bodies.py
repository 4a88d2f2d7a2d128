"""Which bodies let their people meet: both must have said yes, and neither may bar the other's kind (FED-2, FED-3)."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from yoriai.people.access.actor import Actor
from yoriai.people.orgs import settings
from yoriai.people.orgs.bodies.settings import TAKES_PART, FederationRules
from yoriai.people.orgs.models import Tenant
from yoriai.platform.work.work import Work
from yoriai.talk.neighbours.policy import find_each_other, may_meet_here
from yoriai.talk.rooms.labels import Labels

Known = tuple[str, FederationRules, Labels]
"""Of a body its kind and what it has decided."""


async def said_yes(work: Work) -> Mapping[UUID, Known]:
    """The bodies that take part at all; one query, however many there are."""
    found = await work.session.execute(select(Tenant.id, Tenant.kind, Tenant.policies).where(TAKES_PART))
    return {
        tenant_id: (kind, settings.read(policies, FederationRules), settings.read(policies, Labels))
        for tenant_id, kind, policies in found
    }


async def bodies_for(work: Work, actor: Actor) -> set[UUID]:
    """The bodies whose rules and those of the actor's body let the two meet on this side; the actor's own among them if
    it says yes itself, and none at all if not."""
    found = await said_yes(work)
    mine = found.get(actor.tenant_id)
    if mine is None or not mine[1].shows_people or not may_meet_here(mine[2].outward, actor.zone):
        return set()
    return {
        tenant_id
        for tenant_id, (kind, rules, labels) in found.items()
        if find_each_other(mine[:2], (kind, rules)) and may_meet_here(labels.outward, actor.zone)
    } | {actor.tenant_id}
