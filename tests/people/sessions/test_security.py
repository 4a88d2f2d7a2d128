"""The security view, one's own and that of others; and ending what is open, from afar (AUTH-3, AUTH-6)."""

import time
from uuid import uuid4

import pytest
from sqlalchemy import update

from tests.cast import MORI, PASSWORD, SATO, SUZUKI, TAKAHASHI, session_of
from tests.people.sessions.entering import WRONG, change, decides, enter, tries
from tests.town import Town
from yoriai.people.access.capabilities import Role
from yoriai.people.sessions.devices import Device, seen_as
from yoriai.people.sessions.models import Session

pytestmark = pytest.mark.anyio

EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0"


@pytest.mark.req("AUTH-3")
@pytest.mark.parametrize(
    ("said", "seen"),
    [
        (EDGE, Device("Edge", "Windows")),
        (EDGE.replace(" Edg/140.0", ""), Device("Chrome", "Windows")),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1",
            Device("Safari", "iPhone"),
        ),
        ("Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) CriOS/140.0 Safari/604.1", Device("Chrome", "iPad")),
        (
            "Mozilla/5.0 (Linux; Android 15) SamsungBrowser/27.0 Chrome/125.0",
            Device("Samsung Internet", "Android"),
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
            Device("Firefox", "Linux"),
        ),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) Version/18.0 Safari/605.1", Device("Safari", "Mac")),
        ("curl/8.0", Device("", "")),
        ("", Device("", "")),
    ],
)
def test_a_device_is_called_as_people_call_it(said: str, seen: Device):
    assert seen_as(said) == seen


@pytest.mark.req("AUTH-6", "N18")
async def test_ones_own_view_says_where_when_and_what_failed_and_no_secret(town: Town):
    await town.call(
        None,
        "POST",
        "/api/sign-in",
        {"tenant": "mihon", "login_id": "10001", "password": PASSWORD},
        headers={"user-agent": EDGE},
    )
    await tries(town, "10001", at="10.0.0.7")
    await tries(town, "10001", WRONG, at="10.0.0.8")
    await town.assembly.entrance.failures.flush(town.assembly.works)

    said = (await town.call(SATO, "GET", "/api/security")).json()
    assert [(each["device"], each["is_this"]) for each in said["sessions"]] == [
        ({"browser": "Edge", "system": "Windows"}, False),
        ({"browser": "", "system": ""}, said["sessions"][1]["is_this"]),
        ({"browser": "", "system": ""}, said["sessions"][2]["is_this"]),
    ]
    assert (said["last_access"]["address"], said["last_access"]["zone"]) == ("127.0.0.1", "lgwan")
    assert (said["failed"]["count"], said["failed"]["last"]["address"]) == (2, "10.0.0.8")
    assert (said["has_password"], said["password_ends_at"]) == (True, None)
    assert said["password"] == {"least": 12, "kinds": 1, "expires_days": 0, "warn_days": 14}
    assert not {"token_hash", "password_hash", "first_password_mac"} & set(said) | {
        key for each in said["sessions"] for key in each if "hash" in key or "token" in key
    }


@pytest.mark.req("AUTH-6")
async def test_whoever_watches_over_logins_sees_the_same_of_others_in_their_body(town: Town):
    said = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SATO}/security")).json()
    assert len(said["sessions"]) == 2
    assert {each["is_this"] for each in said["sessions"]} == {False}
    for stranger in (MORI, uuid4()):
        assert (await town.call(TAKAHASHI, "GET", f"/api/accounts/{stranger}/security")).status_code == 404
    assert (await town.call(SATO, "GET", f"/api/accounts/{SUZUKI}/security")).status_code == 403


@pytest.mark.req("AUTH-6")
async def test_an_account_that_was_never_used_says_so(town: Town):
    async with town.assembly.works.writing() as work:
        await work.session.execute(
            update(Session).where(Session.account_id == SUZUKI).values(account_id=SATO)
        )
    await change(town, SUZUKI, password_hash=None, password_changed_at=None)
    said = (await town.call(TAKAHASHI, "GET", f"/api/accounts/{SUZUKI}/security")).json()
    assert (said["last_access"], said["failed"]) == (None, {"count": 0, "last": None})
    assert (said["has_password"], said["sessions"]) == (False, [])


@pytest.mark.req("AUTH-2")
async def test_it_says_when_the_password_ends_where_the_body_lets_it_end(town: Town):
    await decides(town, password={"expires_days": 400})
    said = (await town.call(SATO, "GET", "/api/security")).json()
    assert said["password_ends_at"].startswith("2027-12-25")


@pytest.mark.req("AUTH-3", "N23", "D20")
@pytest.mark.asvs("V7.5.2")
async def test_all_other_devices_are_signed_out_in_less_than_two_seconds(town: Town):
    token = (await enter(town)).cookies
    assert token is not None
    async with town.listens(SATO, zone="internet") as phone:
        began = time.monotonic()
        ended = await town.call(SATO, "DELETE", "/api/sessions")
        assert ended.json() == {"ended": 2}
        assert (await town.call(SATO, "GET", "/api/screen", zone="internet")).status_code == 401
        assert (await phone.ended(2))[0] == 4401
        assert time.monotonic() - began < 2
    assert (await town.call(SATO, "DELETE", "/api/sessions")).json() == {"ended": 0}
    assert (await town.call(SATO, "GET", "/api/screen")).status_code == 200


@pytest.mark.req("AUTH-3", "AUTH-6")
@pytest.mark.asvs("V7.4.5")
async def test_sessions_of_others_are_ended_one_by_one_or_all(town: Town):
    desk, phone = session_of(SATO, "lgwan"), session_of(SATO, "internet")
    path = f"/api/accounts/{SATO}/sessions"
    async with town.listens(SATO, zone="internet") as ear:
        assert (await town.call(TAKAHASHI, "DELETE", f"{path}/{phone}")).status_code == 204
        assert (await ear.ended(2))[0] == 4401
    assert (await town.call(SATO, "GET", "/api/screen")).status_code == 200
    assert (
        await town.call(TAKAHASHI, "DELETE", f"/api/accounts/{SUZUKI}/sessions/{desk}")
    ).status_code == 204
    assert (await town.call(SATO, "GET", "/api/screen")).status_code == 200
    assert (await town.call(TAKAHASHI, "DELETE", path)).status_code == 204
    assert (await town.call(TAKAHASHI, "DELETE", path)).status_code == 204
    assert (await town.call(SATO, "GET", "/api/screen")).status_code == 401


@pytest.mark.req("N19")
async def test_an_administrator_ends_nothing_of_an_owners_nor_of_another_body(town: Town):
    await change(town, SUZUKI, roles=[Role.OWNER])
    assert (await town.call(TAKAHASHI, "DELETE", f"/api/accounts/{SUZUKI}/sessions")).status_code == 403
    assert (await town.call(TAKAHASHI, "DELETE", f"/api/accounts/{MORI}/sessions")).status_code == 404
    assert (await town.call(SUZUKI, "GET", "/api/screen")).status_code == 200
