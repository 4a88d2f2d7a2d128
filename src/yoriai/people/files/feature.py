"""Files, as the house knows them: how bytes come in, and what becomes of them."""

from datetime import timedelta

from yoriai.people.files.facts import FileJudged
from yoriai.people.files.models import File, FileUsage, StoredBlob, Upload, UploadPart
from yoriai.platform.feature import Feature, FromInternet, Keeps

files = Feature(
    name="files",
    title="ファイル",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,
    tables=(File, StoredBlob, Upload, UploadPart, FileUsage),
    forgets={Upload: timedelta(hours=24), UploadPart: timedelta(hours=24)},
    facts=(FileJudged,),
    capabilities=("files.bring",),
)
