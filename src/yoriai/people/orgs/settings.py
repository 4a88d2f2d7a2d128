"""Settings of a body: each feature declares its own, and this is the one place where any of them is changed."""

from collections.abc import Mapping
from typing import ClassVar, Self, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import select

from yoriai.people.access.actor import Actor
from yoriai.people.orgs.changes import note_body, organizations_of
from yoriai.people.orgs.facts import SettingsChanged
from yoriai.people.orgs.models import BodyChangeKind, Tenant
from yoriai.platform.work.work import Work


class Setting(BaseModel):
    """The ancestor of every setting: its defaults are what holds for a body that has chosen nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: ClassVar[str]
    """Under which a body keeps it, and by which routes call it."""
    renews: ClassVar[bool] = False
    """Whether people may do other things once it is chosen anew: their sockets knock again."""
    is_grave: ClassVar[bool] = False
    """Whether whoever changes it must have proved a moment ago that it is still them."""

    def cleaned(self) -> Self:
        """The same as it is kept; refuses words that are none. What is kept already is never asked again."""
        return self


Kind = TypeVar("Kind", bound=Setting)


def read(policies: Mapping[str, object], kind: type[Kind]) -> Kind:
    """What a body has chosen, from its `policies`. What a newer server has added is passed over."""
    kept = policies.get(kind.name)
    if not isinstance(kept, Mapping):
        return kind()
    return kind.model_validate({field: kept[field] for field in kind.model_fields if field in kept})


async def of(work: Work, tenant_id: UUID, kind: type[Kind]) -> Kind:
    """The same where the body's row is not at hand."""
    policies = await work.session.scalar(select(Tenant.policies).where(Tenant.id == tenant_id))
    return read(policies or {}, kind)


async def change(work: Work, actor: Actor, name: str, value: Setting) -> None:
    """Choose anew for the actor's own body, note who did it, and tell its organizations. The same again tells nobody."""
    tenant = await held_tenant(work, actor.tenant_id)
    before, after = tenant.policies.get(name), value.cleaned().model_dump(mode="json")
    if before == after:
        return
    tenant.policies = tenant.policies | {name: after}
    note_body(work, actor, BodyChangeKind.SETTING, name, became=(before, after))
    for organization_id in await organizations_of(work, actor.tenant_id):
        fact = SettingsChanged(organization_id=organization_id, setting=name, renewing=value.renews)
        work.state(fact, by=actor.account_id)


async def held_tenant(work: Work, tenant_id: UUID) -> Tenant:
    """The body's row, kept to this work. Rows are held from the large to the small, so that no two works wait for
    each other: body, organization, unit, accounts by their ids; the streams come last, by themselves."""
    tenants = select(Tenant).where(Tenant.id == tenant_id).with_for_update(key_share=True)
    return (await work.session.scalars(tenants)).one()
