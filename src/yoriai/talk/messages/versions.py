"""What messages said before they were changed: kept with every change, for those who audit."""

from typing import Final

from yoriai.platform.db.statement import statement

KEEP: Final = statement(
    "INSERT INTO message_versions (message_id, version, kind, parts, at, by, held, reason) VALUES (:id,"
    " (SELECT COALESCE(MAX(v.version), 0) + 1 FROM message_versions v WHERE v.message_id = :id),"
    " :kind, CAST(:parts AS {json}), :at, :by, false, :reason)"
)
