"""The directory of bodies: those that take part, by prefecture, kind and size (FED-8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import func, select, tuple_

from yoriai.kit import paging
from yoriai.kit.errors import Refused
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.orgs import settings
from yoriai.people.orgs.bodies.settings import TAKES_PART, FederationRules
from yoriai.people.orgs.models import Tenant, TenantKind
from yoriai.platform.work.work import Work

PAGE: Final = 50
MOST_QUERY: Final = 50
NOWHERE: Final = 99
"""Where bodies of no prefecture stand: after all others."""


class TakesNoPart(Refused):
    """The asker's own body does not take part: it finds nobody and is found by nobody."""

    code = "orgs.takes_no_part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which bodies somebody looks for."""

    query: str = ""
    prefecture: int | None = None
    kind: TenantKind | None = None
    least: int | None = None
    """Of so many people at least."""
    below: int | None = None
    """And of fewer than so many."""
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class ListedBody:
    """A body as others find it."""

    tenant_id: UUID
    name: str
    kind: TenantKind
    prefecture: int | None
    population: int | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some bodies, and where the list goes on."""

    bodies: Sequence[ListedBody]
    next: str | None


async def page(work: Work, actor: Actor, asked: Asked) -> Page:
    """Other bodies that take part: by prefecture, in each the largest first. Two queries a page, however many there are."""
    await check_takes_part(work, actor)
    place, size = func.coalesce(Tenant.prefecture, NOWHERE), -func.coalesce(Tenant.population, 0)
    found = (
        select(Tenant.id, Tenant.name, Tenant.kind, Tenant.prefecture, Tenant.population, place, size)
        .where(TAKES_PART, Tenant.id != actor.tenant_id)
        .order_by(place, size, Tenant.id)
        .limit(PAGE + 1)
    )
    for word in clean_line(asked.query, field="q", most=MOST_QUERY, least=0).split(" "):
        found = found.where(Tenant.name.contains(word, autoescape=True))
    if asked.prefecture is not None:
        found = found.where(Tenant.prefecture == asked.prefecture)
    if asked.kind is not None:
        found = found.where(Tenant.kind == asked.kind)
    if asked.least is not None:
        found = found.where(Tenant.population >= asked.least)
    if asked.below is not None:
        found = found.where(Tenant.population < asked.below)
    if asked.cursor is not None:
        found = found.where(
            tuple_(place, size, Tenant.id) > tuple_(*paging.decode(asked.cursor, int, int, UUID))
        )
    rows = (await work.session.execute(found)).all()
    bodies = [
        ListedBody(tenant_id, name, TenantKind(kind), prefecture, population)
        for tenant_id, name, kind, prefecture, population, *_ in rows[:PAGE]
    ]
    if len(rows) <= PAGE:
        return Page(bodies, next=None)
    *_, at, by_size = rows[PAGE - 1]
    return Page(bodies, next=paging.encode(at, by_size, bodies[-1].tenant_id))


async def check_takes_part(work: Work, actor: Actor) -> FederationRules:
    """What the actor's own body has decided; refuses whoever is of one that takes no part."""
    rules = await settings.of(work, actor.tenant_id, FederationRules)
    if not rules.open:
        raise TakesNoPart
    return rules
