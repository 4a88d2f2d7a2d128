"""What a path is about, by the parameters in it."""

from collections.abc import Mapping
from typing import Final

KIND_OF: Final[Mapping[str, str]] = {
    "pack_id": "pack",
    "part_id": "part",
    "ask_id": "ask",
    "asking_id": "account request",
    "account_id": "account",
    "correction_id": "correction",
    "draft_id": "roster",
    "file_id": "file",
    "folder_id": "folder",
    "group_id": "group",
    "handover_id": "handover",
    "import_id": "roster",
    "inspection_id": "inspection",
    "invitation_id": "invitation",
    "department_account_id": "department account",
    "special_post_id": "special post",
    "delegate_id": "delegate",
    "leader_id": "leader",
    "key": "field",
    "organization_id": "organization",
    "principal_id": "principal",
    "scheduled_id": "scheduled",
    "session_id": "session",
    "tenant_id": "body",
    "unit_id": "unit",
    "upload_id": "upload",
    "watchword_id": "watchword",
}
"""What a path is about, by the parameter that names it; rooms and messages come before all of these."""
PLAIN: Final[Mapping[str, str]] = {
    "operation": "post",
    "name": "practice",
    "side": "read",
    "version": "0" * 26,
    "number": "999999999",
}
"""Parameters that name nothing of anybody."""
