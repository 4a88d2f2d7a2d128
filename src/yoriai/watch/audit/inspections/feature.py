"""Inspections, as the house knows them."""

from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule
from yoriai.watch.audit.inspections.ending import SWEEP, sweep
from yoriai.watch.audit.inspections.facts import (
    InspectionApproved,
    InspectionAsked,
    InspectionEnded,
    InspectionLapsed,
    InspectionRead,
    InspectionRefused,
    InspectionWithdrawn,
)
from yoriai.watch.audit.inspections.models import Inspection
from yoriai.watch.audit.inspections.routes import router
from yoriai.watch.audit.inspections.settings import InspectionRules

inspections = Feature(
    name="inspections",
    title="ルームの閲覧",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,
    tables=(Inspection,),
    facts=(
        InspectionAsked,
        InspectionApproved,
        InspectionRefused,
        InspectionWithdrawn,
        InspectionLapsed,
        InspectionRead,
        InspectionEnded,
    ),
    routes=(router,),
    capabilities=("inspections.ask",),
    settings={InspectionRules.name: InspectionRules},
    jobs={SWEEP: sweep},
    schedules=(Schedule(SWEEP, "* * * * *"),),
)
