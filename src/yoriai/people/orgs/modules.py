"""Switching a module of the product on and off for one body (BASE-7). What was made with it stays as it is."""

from yoriai.people.access.actor import Actor
from yoriai.people.orgs.changes import note_body, organizations_of
from yoriai.people.orgs.facts import ModulesChanged
from yoriai.people.orgs.models import BodyChangeKind
from yoriai.people.orgs.settings import held_tenant
from yoriai.platform.work.work import Work


async def switch(work: Work, actor: Actor, name: str, *, on: bool) -> None:
    """Let the actor's body live with a module or without it; whoever is connected is asked for their rights anew."""
    tenant = await held_tenant(work, actor.tenant_id)
    if on is (name not in tenant.switched_off):
        return
    left = set(tenant.switched_off)
    tenant.switched_off = sorted(left - {name} if on else left | {name})
    note_body(work, actor, BodyChangeKind.MODULE, name, became=(not on, on))
    for organization_id in await organizations_of(work, actor.tenant_id):
        changed = ModulesChanged(organization_id=organization_id, switched_off=tenant.switched_off)
        work.state(changed, by=actor.account_id)
