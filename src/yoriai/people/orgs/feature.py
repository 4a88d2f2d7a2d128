"""Municipalities and their departments, as they declare themselves."""

from yoriai.people.orgs.bodies.routes import router as bodies
from yoriai.people.orgs.bodies.settings import FederationRules
from yoriai.people.orgs.facts import ModulesChanged, OrganizationArranged, SettingsChanged
from yoriai.people.orgs.hearing import hears
from yoriai.people.orgs.models import (
    BodyChange,
    Department,
    DepartmentChange,
    DepartmentName,
    Organization,
    Tenant,
)
from yoriai.people.orgs.routes import router
from yoriai.platform.feature import Feature, FromInternet, Keeps

orgs = Feature(
    name="orgs",
    title="団体と所属",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,
    tables=(Tenant, Organization, Department, DepartmentName, DepartmentChange, BodyChange),
    facts=(SettingsChanged, ModulesChanged, OrganizationArranged),
    routes=(router, bodies),
    capabilities=("orgs.arrange", "orgs.settings", "orgs.find_bodies"),
    settings={FederationRules.name: FederationRules},
    hears=hears,
    backdrops=frozenset({"organization"}),
)
