"""The journal's own declaration: its tables, and the job that prunes it."""

from yoriai.platform.facts.models import DurableCursor, JournalRow, StreamHead
from yoriai.platform.facts.prune import prune
from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule

journal = Feature(
    name="journal",
    title="変更の記録",
    keeps=Keeps.THIRTY_DAYS,
    from_internet=FromInternet.NOTHING,
    tables=(StreamHead, JournalRow, DurableCursor),
    jobs={"journal.prune": prune},
    schedules=(Schedule("journal.prune", "20 3 * * *"),),
)
