"""代行者, as they declare themselves."""

from yoriai.people.accounts.delegates.facts import DelegateEnded, DelegateNamed, UnreadShown
from yoriai.people.accounts.delegates.jobs import end_passed
from yoriai.people.accounts.delegates.models import Delegate
from yoriai.people.accounts.delegates.routes import router
from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule

END_PASSED = "delegates.end_passed"

delegates = Feature(
    name="delegates",
    title="代行者",
    keeps=Keeps.AS_LONG_AS_THE_ACCOUNT,
    from_internet=FromInternet.EVERYTHING,
    tables=(Delegate,),
    facts=(DelegateNamed, DelegateEnded, UnreadShown),
    routes=(router,),
    capabilities=("delegates.keep",),
    jobs={END_PASSED: end_passed},
    schedules=(Schedule(END_PASSED, "0 0 * * *"),),
)
