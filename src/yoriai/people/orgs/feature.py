"""Municipalities and their departments, as they declare themselves."""

from yoriai.people.orgs.facts import ModulesChanged, SettingsChanged
from yoriai.people.orgs.hearing import hears
from yoriai.people.orgs.models import (
    BodyChange,
    Department,
    DepartmentChange,
    DepartmentName,
    Organization,
    Tenant,
)
from yoriai.platform.feature import Feature, FromInternet, Keeps

orgs = Feature(
    name="orgs",
    title="団体と所属",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,
    tables=(Tenant, Organization, Department, DepartmentName, DepartmentChange, BodyChange),
    facts=(SettingsChanged, ModulesChanged),
    capabilities=("orgs.settings",),
    hears=hears,
)
