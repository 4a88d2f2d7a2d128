"""Which bodies let their people meet: both must have said yes, and neither may bar the other's kind (FED-2, FED-3)."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import ColumnElement, select, true

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account
from yoriai.people.orgs import settings
from yoriai.people.orgs.bodies.settings import TAKES_PART, FederationRules
from yoriai.people.orgs.models import Tenant
from yoriai.people.zones.policy import is_outside
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.neighbours.policy import find_each_other, may_meet_here
from yoriai.talk.rooms.labels import Labels

Known = tuple[str, FederationRules, Labels]
"""Of a body its kind and what it has decided."""


async def said_yes(work: Work, *which: ColumnElement[bool]) -> Mapping[UUID, Known]:
    """The bodies that take part at all, or those of them of which this holds; one query, however many there are."""
    found = await work.session.execute(
        select(Tenant.id, Tenant.kind, Tenant.policies).where(TAKES_PART, *which)
    )
    return {
        tenant_id: (kind, settings.read(policies, FederationRules), settings.read(policies, Labels))
        for tenant_id, kind, policies in found
    }


async def bodies_for(work: Work, actor: Actor) -> set[UUID]:
    """The bodies whose rules and those of the actor's body let the two meet on this side; the actor's own among them if
    it says yes itself, and none at all if not."""
    mine = (await said_yes(work, Tenant.id == actor.tenant_id)).get(actor.tenant_id)
    if mine is None or not mine[1].shows_people or not may_meet_here(mine[2].outward, actor.zone):
        return set()  # nearly all of a morning's askings end here
    return {
        tenant_id
        for tenant_id, (kind, rules, labels) in (await said_yes(work)).items()
        if find_each_other(mine[:2], (kind, rules)) and may_meet_here(labels.outward, actor.zone)
    } | {actor.tenant_id}


async def shown_here(work: Work, actor: Actor) -> ColumnElement[bool]:
    """What must hold of an `Account` of another body so that the actor sees it on this side, in what stands for itself:
    of a body that keeps its people inside nobody is named on the Internet side (ZONE-5)."""
    if not is_outside(actor.zone):
        return true()
    known = await said_yes(work)
    outside = {body for body, (*_, labels) in known.items() if may_meet_here(labels.outward, actor.zone)}
    return among(Account.tenant_id, outside if actor.tenant_id in outside else ())
