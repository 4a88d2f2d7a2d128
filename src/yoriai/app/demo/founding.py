"""Founding the bodies of the demo: each with its organization, its units and its people, taken over from their rosters
exactly as those of a real body are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final
from uuid import UUID

from yoriai.app.demo import shipped
from yoriai.app.demo.setting import Setting
from yoriai.kit.ids import uuid7
from yoriai.people.accounts.roster import mapping
from yoriai.people.accounts.roster.headings import OF_UNITS
from yoriai.people.accounts.roster.import_roster import Wish, import_roster, people_in
from yoriai.people.accounts.roster.import_units import Units
from yoriai.people.accounts.roster.imports import UNITS, Import
from yoriai.people.accounts.roster.mapping import Laid
from yoriai.people.accounts.roster.ready import Target
from yoriai.people.accounts.roster.sheet import Sheet, sheet_of
from yoriai.people.orgs.bodies.settings import FederationRules
from yoriai.people.orgs.models import Organization, Tenant
from yoriai.people.orgs.set_up import Body, Founded, found
from yoriai.platform.work.edge import Works

TAKING_PART: Final[Mapping[str, object]] = {
    FederationRules.name: FederationRules(open=True).model_dump(mode="json")
}
"""All bodies of the demo find each other."""
FOUNDED: Final = timedelta(days=182)
"""So long ago the town began to use Yoriai."""


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies that are there now, the town first, and the further organizations of the town."""

    setting: Setting
    town: Founded
    neighbours: Sequence[Founded]
    brigade_id: UUID
    common_id: UUID

    @property
    def all(self) -> Sequence[Founded]:
        return (self.town, *self.neighbours)

    @property
    def tenant_ids(self) -> Sequence[UUID]:
        return [body.tenant_id for body in self.all]


async def founded(works: Works, setting: Setting, *, key: bytes) -> Bodies:
    """Found them all, at a moment that is long past. Nobody has a password yet."""
    bodies = await _found_bodies(works, setting)
    hall = Target(bodies.town.tenant_id, bodies.town.organization_id, key)
    await _import_units(works, hall, _file("units.csv"))
    await _import_people(works, hall, "staff.csv")
    heads = ("種別", "所属", "略称")
    brigade = Laid(Sheet("", (), "", [heads, *setting.brigade.units]), 0)
    await _import_units(works, replace(hall, organization_id=bodies.brigade_id), brigade)
    for neighbour, body in zip(setting.neighbours, bodies.neighbours, strict=True):
        await _import_people(works, Target(body.tenant_id, body.organization_id, key), neighbour.roster)
    return bodies


async def _found_bodies(works: Works, setting: Setting) -> Bodies:
    async with works.writing() as work:
        body = Body(setting.code, setting.name, setting.hall, setting.contact)
        town = await found(work, body, another=True)
        further = [
            Organization(
                id=uuid7(work.now), tenant_id=town.tenant_id, name=name, display_order=order, created_at=work.now
            )
            for order, name in enumerate((setting.brigade.name, setting.common.name), start=2)
        ]  # fmt: skip
        work.session.add_all(further)
        neighbours: list[Founded] = []
        for each in setting.neighbours:
            body = Body(each.code, each.name, each.hall, each.contact)
            neighbours.append(await found(work, body, another=True))
            tenant = await work.session.get_one(Tenant, neighbours[-1].tenant_id)
            tenant.kind, tenant.population, tenant.policies = each.kind, each.population, dict(TAKING_PART)
        own = await work.session.get_one(Tenant, town.tenant_id)
        own.population, own.policies = setting.population, own.policies | dict(TAKING_PART)
        brigade, common = further
        return Bodies(setting, town, neighbours, brigade.id, common.id)


async def _import_units(works: Works, target: Target, table: Laid) -> None:
    act = Import(uuid7(works.now()), "units.csv", subject=UNITS)
    await Units().take(works, target, table, mapping.guessed(table, OF_UNITS), Wish(act))


async def _import_people(works: Works, target: Target, name: str) -> None:
    table = _file(name)
    roster = await people_in(table, mapping.guessed(table))
    await import_roster(works, target, roster, Wish(Import(uuid7(works.now()), name)))


def _file(name: str) -> Laid:
    """A table that ships with the product: no stranger's file, so it is read without a cage."""
    return mapping.laid(sheet_of(shipped.data(name)))
