"""What somebody's own devices are told about the files that they brought."""

from uuid import UUID

from yoriai.people.access.facts import PersonFact


class FileJudged(PersonFact):
    """A file has come to its end: disarmed, held or declined (S11). All that the log must keep of it (S14)."""

    name = "files.judged"

    file_id: UUID
    zone: str
    state: str
    reason: str
    """The code of its sentence; empty of what was disarmed."""
    found: str
    method: str
    sha256: str
    sha256_made: str
