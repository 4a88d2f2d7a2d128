"""The audit log, as it declares itself."""

from yoriai.platform.denials import KeepsDenials
from yoriai.platform.facts.durable import Reader
from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule
from yoriai.watch.audit.acts import QUIET
from yoriai.watch.audit.denials import is_worth_a_row, write
from yoriai.watch.audit.dropping import let_go
from yoriai.watch.audit.facts import AuditChecked, AuditDropped, AuditExported, AuditRestored
from yoriai.watch.audit.hearing import hears
from yoriai.watch.audit.jobs import check_all
from yoriai.watch.audit.kept_heads import keep_heads
from yoriai.watch.audit.models import AuditArchive, AuditCheck, AuditEntry, AuditExport, AuditHead
from yoriai.watch.audit.noting import note
from yoriai.watch.audit.routes import router
from yoriai.watch.audit.settings import AuditTerm
from yoriai.watch.audit.told import READER

audit = Feature(
    name="audit",
    title="監査の記録",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,
    tables=(AuditEntry, AuditHead, AuditCheck, AuditExport, AuditArchive),
    facts=(AuditExported, AuditChecked, AuditDropped, AuditRestored),
    routes=(router,),
    capabilities=("audit.export", "audit.read"),
    hears=hears,
    jobs={"audit.keep_heads": keep_heads, "audit.check": check_all, "audit.let_go": let_go},
    schedules=(
        Schedule("audit.keep_heads", "7 * * * *"),
        Schedule("audit.check", "40 4 * * *"),
        Schedule("audit.let_go", "50 2 * * *"),
    ),
    settings={AuditTerm.name: AuditTerm},
    reads=(Reader(READER, note, but=frozenset(QUIET), gather=2.0),),
    denials=KeepsDenials(is_worth_a_row, write),
)
