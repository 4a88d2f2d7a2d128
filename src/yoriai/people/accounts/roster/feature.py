"""The import of rosters, as it declares itself."""

from yoriai.people.accounts.roster.drafts import KEPT
from yoriai.people.accounts.roster.jobs import MAPPINGS_KEPT, forget_old
from yoriai.people.accounts.roster.models import RosterDraft, RosterImport, RosterMapping
from yoriai.people.accounts.roster.routes import router
from yoriai.people.accounts.roster.sheet import MOST_BYTES
from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule
from yoriai.platform.http.uploads import Upload

roster = Feature(
    name="roster",
    title="職員名簿の取込み",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,
    tables=(RosterDraft, RosterMapping, RosterImport),
    routes=(router,),
    uploads=(Upload("POST", "/api/roster/drafts", most=MOST_BYTES),),
    capabilities=("roster.import",),
    forgets={RosterDraft: KEPT, RosterMapping: MAPPINGS_KEPT},
    jobs={"roster.forget_old": forget_old},
    schedules=(Schedule("roster.forget_old", "25 * * * *"),),
)
