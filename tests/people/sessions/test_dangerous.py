"""Which doors open only to whoever has proved lately who they are (AUTH-7)."""

import pytest

from tests.cast import SATO, TAKAHASHI
from tests.doors import doors
from tests.people.sessions.holding import forgets
from tests.town import Town

pytestmark = [pytest.mark.anyio, pytest.mark.req("AUTH-7")]
DANGEROUS = {
    "DELETE /api/account-groups/{group_id}/password-rules",
    "DELETE /api/accounts/{account_id}/sessions",
    "DELETE /api/accounts/{account_id}/sessions/{session_id}",
    "DELETE /api/department-accounts/{department_account_id}",
    "DELETE /api/department-accounts/{department_account_id}/speakers/{speaker_id}",
    "DELETE /api/leaders/{leader_id}",
    "DELETE /api/second-factor",
    "DELETE /api/special-posts/{special_post_id}/delegates/{delegate_id}",
    "POST /api/accounts/changes",
    "POST /api/accounts/export",
    "POST /api/accounts/{account_id}/second-factor/reset",
    "POST /api/audit-packs",
    "POST /api/audit-packs/{pack_id}/file",
    "POST /api/audit/export",
    "POST /api/delegates",
    "POST /api/department-accounts",
    "POST /api/department-accounts/{department_account_id}/speakers",
    "POST /api/inspections",
    "POST /api/inspections/{inspection_id}/approval",
    "POST /api/leaders",
    "POST /api/roster/drafts/{draft_id}/import",
    "POST /api/second-factor/confirm",
    "POST /api/second-factor/offer",
    "POST /api/second-factor/recovery-codes",
    "POST /api/slips",
    "POST /api/special-posts/{special_post_id}/delegates",
    "PUT /api/account-groups/{group_id}/networks",
    "PUT /api/account-groups/{group_id}/password-rules",
    "PUT /api/account-groups/{group_id}/rights",
    "PUT /api/account-groups/{group_id}/second-factor",
    "PUT /api/accounts/{account_id}/rights",
    "PUT /api/accounts/{account_id}/role",
    "DELETE /api/accounts/{account_id}/number",
    "PUT /api/delegates/{delegate_id}/unread",
    "PUT /api/own-special-post",
    "PUT /api/roster/imports/{import_id}/undone",
    "PUT /api/second-factor",
    "PUT /api/special-posts/{special_post_id}",
}


async def test_the_dangerous_doors_are_these(town: Town):
    dangerous = {str(door) for door in doors(town.assembly, SATO, SATO) if door.proof_minutes is not None}
    assert dangerous == DANGEROUS


async def test_of_a_bodys_settings_those_about_signing_in_rights_and_the_log_are_dangerous(town: Town):
    await forgets(town, TAKAHASHI)
    for name, status in (
        ("sign_in", 403),
        ("audit", 403),
        ("rights", 403),
        ("files", 403),
        ("department_rooms", 204),
    ):
        path = f"/api/settings/{name}"
        value = (await town.call(TAKAHASHI, "GET", path)).json()["value"]
        assert (await town.call(TAKAHASHI, "PUT", path, value)).status_code == status
