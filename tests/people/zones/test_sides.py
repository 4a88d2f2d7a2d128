"""What a side does not allow, whatever somebody's roles are; and what a request says of its side, which nobody believes."""

import pytest
from structlog.testing import capture_logs

from tests.carriers import CARRIERS
from tests.cast import SATO, TAKAHASHI
from tests.people.sessions.holding import phone_of
from tests.town import Town
from yoriai.people.zones.profile import profile_of
from yoriai.platform.http import claims

pytestmark = pytest.mark.anyio


@pytest.mark.req("ZONE-7")
async def test_what_the_model_keeps_inside_is_refused_outside_with_the_side_as_reason(town: Town) -> None:
    role = f"/api/accounts/{SATO}/role"
    refused = await town.call(TAKAHASHI, "PUT", role, {"role": "administrator"}, zone="internet")
    assert (refused.status_code, refused.json()["code"]) == (403, "zone_forbids")
    brought = await town.call(TAKAHASHI, "POST", "/api/roster/drafts", b"a", zone="internet")
    assert (brought.status_code, brought.json()["code"]) == (403, "zone_forbids")
    of_a_member = await town.call(SATO, "PUT", role, {"role": "administrator"}, zone="internet")
    assert (of_a_member.status_code, of_a_member.json()["code"]) == (403, "forbidden")
    for zone, may in (("lgwan", True), ("internet", False)):
        me = (await town.call(TAKAHASHI, "GET", "/api/screen", zone=zone)).json()["me"]
        assert ("roster.import" in me["capabilities"]) is may
        assert "orgs.settings" in me["capabilities"]


@pytest.mark.req("ZONE-7")
async def test_where_the_desks_are_on_the_internet_side_nothing_of_the_office_is_kept_from_them(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {"kind": "people", "ids": [str(SATO)]}
    kept = await town.call(TAKAHASHI, "POST", "/api/slips", asked, zone="internet")
    assert (kept.status_code, kept.json()["code"]) == (404, "not_found")
    monkeypatch.setattr(town.assembly.entrance, "profile", profile_of("beta"))
    without = await town.call(TAKAHASHI, "POST", "/api/slips", asked, zone="internet")
    assert (without.status_code, without.json()["code"]) == (403, "second_factor.missing")
    await phone_of(town, TAKAHASHI)
    outside, inside = [
        await town.call(TAKAHASHI, "POST", "/api/slips", asked, zone=zone) for zone in ("internet", "lgwan")
    ]
    assert outside.json()["code"] == inside.json()["code"] == "slips.asks_first"


@pytest.mark.req("ZONE-7")
async def test_whoever_runs_the_body_sees_the_model_in_force(town: Town) -> None:
    seen = (await town.call(TAKAHASHI, "GET", "/api/network")).json()
    assert (seen["name"], seen["primary"]) == ("alpha", "lgwan")
    assert {door["zone"] for door in seen["doors"]} == {"lgwan", "internet"}
    assert (await town.call(SATO, "GET", "/api/network")).status_code == 403


@pytest.mark.req("ZONE-1", "N28")
@pytest.mark.parametrize(
    ("path", "headers", "by"),
    [
        ("/api/screen", {"X-Zone": "lgwan"}, ["header x-zone"]),
        ("/api/screen?zone=lgwan&Zone=lgwan", {}, ["parameter zone"]),
        ("/api/screen", {"X-Forwarded-Zone": "lgwan", "X-Yoriai-Zone": "a"}, ["header x-forwarded-zone", "header x-yoriai-zone"]),
    ],
)  # fmt: skip
async def test_a_claim_of_another_side_is_ignored_and_logged_once_a_minute(
    town: Town, monkeypatch: pytest.MonkeyPatch, path: str, headers: dict[str, str], by: list[str]
) -> None:
    monkeypatch.setattr(claims.CLAIMS, "logged", type(claims.CLAIMS.logged)())
    with capture_logs() as logged:
        for _ in range(3):
            answer = await town.call(SATO, "GET", path, zone="internet", headers=headers)
            assert answer.json()["me"]["zone"] == "internet"
    said = [line for line in logged if line["event"] == "zone claimed"]
    assert [(line["zone"], line["by"]) for line in said] == [("internet", by)]


@pytest.mark.req("ZONE-1", "N28")
@pytest.mark.parametrize("carrier", CARRIERS)
async def test_a_socket_that_claims_another_side_is_logged_too(
    town: Town, monkeypatch: pytest.MonkeyPatch, carrier: str
) -> None:
    monkeypatch.setattr(claims.CLAIMS, "logged", type(claims.CLAIMS.logged)())
    with capture_logs() as logged:
        async with town.listens(SATO, zone="internet", headers={"X-Zone": "lgwan"}, carrier=carrier):
            pass
    assert [line["by"] for line in logged if line["event"] == "zone claimed"] == [["header x-zone"]]


@pytest.mark.req("ZONE-1")
async def test_a_flood_of_claims_is_a_line_for_each_address_and_no_more_addresses_than_fit(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "MOST_ADDRESSES", 2)
    seen = claims.Claims()
    knock = town.assembly.settings.listeners[1].rules()
    host = next(iter(knock.hosts))
    with capture_logs() as logged:
        for number in range(4):
            headers = {"host": host, "cookie": "a=b; zone=lgwan"}
            seen.note(knock.knock(headers, f"10.0.0.{number}", "1"), "")
            seen.note(knock.knock({"host": host, "cookie": "ozone=1"}, "10.0.1.1", "1"), "ozone=1")
    assert [line["by"] for line in logged] == [["cookie zone"]] * 4
    assert len(seen.logged) == 2
