"""Packs for an audit, as the house knows them."""

from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule
from yoriai.watch.audit.packs.asking import MAKE
from yoriai.watch.audit.packs.facts import PackAsked, PackEnded, PackFailed, PackMade, PackTaken
from yoriai.watch.audit.packs.making import make, sweep
from yoriai.watch.audit.packs.models import AuditPack, AuditPackPiece
from yoriai.watch.audit.packs.policy import KEPT
from yoriai.watch.audit.packs.routes import MAY_MAKE, router

SWEEP = "audit_packs.sweep"

audit_packs = Feature(
    name="audit_packs",
    title="監査パック",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,
    tables=(AuditPack, AuditPackPiece),
    forgets={AuditPackPiece: KEPT},
    facts=(PackAsked, PackMade, PackFailed, PackTaken, PackEnded),
    routes=(router,),
    capabilities=(MAY_MAKE,),
    jobs={MAKE: make, SWEEP: sweep},
    schedules=(Schedule(SWEEP, "*/10 * * * *"),),
)
