"""Files, as the house knows them: how bytes come in, and what becomes of them."""

from yoriai.people.files.checking import check, check_long
from yoriai.people.files.facts import FileJudged
from yoriai.people.files.handing_out import own_unused
from yoriai.people.files.jobs import SWEEP, TIDY, clear, sweep, tidy
from yoriai.people.files.link_routes import router as link_router
from yoriai.people.files.models import File, FileUsage, StoredBlob, UploadPart
from yoriai.people.files.models import Upload as UploadRow
from yoriai.people.files.routes import PIECES, router
from yoriai.people.files.sanitizing.sanitize import AT_ONCE, LONG_AT_ONCE
from yoriai.people.files.taking.settings import MAY_BRING, FileRules
from yoriai.people.files.uploads.create import CLEAR
from yoriai.people.files.uploads.finish import CHECK, CHECK_LONG
from yoriai.people.files.uploads.limits import MOST_IN_ONE, TIME
from yoriai.platform.feature import Feature, FromInternet, Keeps, Schedule
from yoriai.platform.http.uploads import Upload

files = Feature(
    name="files",
    title="ファイル",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,
    tables=(File, StoredBlob, UploadRow, UploadPart, FileUsage),
    forgets={UploadRow: TIME, UploadPart: TIME},
    facts=(FileJudged,),
    routes=(router, link_router),
    uploads=(Upload("PATCH", "/api/uploads/{upload_id}", most=MOST_IN_ONE, takes=PIECES, is_streamed=True),),
    capabilities=(MAY_BRING, "files.open"),
    settings={FileRules.name: FileRules},
    jobs={CHECK: check, CHECK_LONG: check_long, CLEAR: clear, SWEEP: sweep, TIDY: tidy},
    at_once={CHECK: AT_ONCE, CHECK_LONG: LONG_AT_ONCE},
    schedules=(Schedule(SWEEP, "25 * * * *"), Schedule(TIDY, "35 3 * * *")),
    lends=own_unused,
)
