"""From which networks a group may come: at the entrance, at every request and on open lines (ZONE-8)."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

import httpx2
import pytest
from sqlalchemy import select, update

from tests.carriers import CARRIERS
from tests.cast import MIHON, MORI, PASSWORD, SATO, SUZUKI, TAKAHASHI, token_of
from tests.keys import new_send_key
from tests.people.accounts.managing.forms import save
from tests.people.conftest import Office
from tests.people.sessions.entering import ABROAD, HOME, RIGHT, hands_a_slip, later, tries
from tests.town import NO_TLS, Town
from tests.transcripts import transcript
from yoriai.kit.ids import uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.access.networks import KEPT
from yoriai.people.accounts.models import Account, AccountGroup
from yoriai.people.sessions.authenticate import COOKIE, still_signed_in
from yoriai.people.sessions.models import Session
from yoriai.platform.facts.models import JournalRow

pytestmark = pytest.mark.anyio
OFFICE = {"lgwan": [f"{HOME}/32"], "internet": []}
ELSEWHERE = {"lgwan": ["10.1.0.0/16"], "internet": []}
BESIDE = "127.0.0.9"


async def group_of(town: Town, *people: UUID) -> str:
    """A group with these people in it; where its networks are decided."""
    made = await town.call(TAKAHASHI, "POST", "/api/account-groups", {"name": "窓口"})
    group = made.json()["group_id"]
    for who in people:
        assert (await save(town, who, {"group_id": group})).status_code == 200
    return f"/api/account-groups/{group}/networks"


async def decide(town: Town, at: str, said: Mapping[str, object], *, by: UUID = TAKAHASHI) -> httpx2.Response:
    return await town.call(by, "PUT", at, dict(said))


async def from_beside(
    town: Town, who: UUID, path: str, body: object = None, **headers: str
) -> httpx2.Response:
    """The same cookie, but from another address of this machine; with a body something is done."""
    transport = httpx2.AsyncHTTPTransport(local_address=BESIDE, verify=NO_TLS)
    sent = {"host": f"lgwan.localhost:{town.ports['lgwan']}", "cookie": f"{COOKIE}={token_of(who, 'lgwan')}"}
    async with httpx2.AsyncClient(
        base_url=f"http://127.0.0.1:{town.ports['lgwan']}", transport=transport
    ) as client:
        if body is None:
            return await client.get(path, headers=sent | headers)
        return await client.post(path, json=body, headers=sent | {"origin": town.origin("lgwan")} | headers)


def said(answer: httpx2.Response) -> tuple[int, object]:
    return answer.status_code, answer.json().get("code") if answer.content else None


@pytest.mark.req("ZONE-8", "ADMIN-17")
async def test_a_request_from_another_network_is_refused_and_its_holder_is_told_why(town: Town):
    at = await group_of(town, SATO)
    assert (await from_beside(town, SATO, "/api/sessions")).status_code == 200
    assert (await decide(town, at, OFFICE)).status_code == 204
    assert (await town.call(SATO, "GET", "/api/sessions")).status_code == 200
    refused = await from_beside(town, SATO, "/api/sessions")
    assert (said(refused), refused.json()["details"]) == ((403, "network_forbids"), {"address": BESIDE})
    assert (await from_beside(town, SUZUKI, "/api/sessions")).status_code == 200, "nobody else is concerned"
    entrance = (await from_beside(town, SATO, "/api/entrance")).json()
    assert (entrance["signed_in"], entrance["here"], entrance["barred"]["address"]) == (False, None, BESIDE)
    assert entrance["barred"]["contact"]
    assert (await town.call(SATO, "GET", "/api/entrance")).json()["barred"] is None
    assert (await town.call(SATO, "GET", "/api/sessions")).status_code == 200, "back at the desk it goes on"


@pytest.mark.req("ZONE-8", "N28", "N27")
@pytest.mark.parametrize(
    "name", ["X-Forwarded-For", "X-Real-IP", "Forwarded", "True-Client-IP", "X-Client-IP"]
)
async def test_nobody_talks_themselves_into_a_network(town: Town, name: str):
    """A header is believed from declared proxies alone, and here there are none."""
    at = await group_of(town, SATO)
    await decide(town, at, OFFICE)
    for claim in (HOME, f"{HOME}, {HOME}", f"for={HOME}", f"::ffff:{HOME}"):
        refused = await from_beside(town, SATO, "/api/sessions", **{name: claim})
        assert said(refused) == (403, "network_forbids")


@pytest.mark.req("ZONE-8", "N27", "D18", "D20", "N40")
@pytest.mark.parametrize("carrier", CARRIERS)
async def test_a_line_from_a_network_that_is_taken_away_ends_within_two_seconds(town: Town, carrier: str):
    at = await group_of(town, SATO, SUZUKI)
    async with town.listens(SATO, carrier=carrier) as ear, town.listens(TAKAHASHI, carrier=carrier) as other:
        assert (await decide(town, at, ELSEWHERE)).status_code == 204
        assert (await ear.ended(2))[0] in {1012, 4401}
        assert not other.closed
    assert said(await town.call(SATO, "GET", "/api/sessions"))[0] == 401, (
        "and so does the login that began there"
    )
    async with town.listens(TAKAHASHI, carrier=carrier) as other:
        assert other.frames


@pytest.mark.req("ZONE-8", "N27")
@pytest.mark.parametrize("carrier", CARRIERS)
async def test_a_line_of_somebody_who_moved_is_not_taken_up_again(town: Town, carrier: str):
    """Their login began where they may be; where they are now counts as well."""
    at = await group_of(town, SATO)
    async with town.assembly.works.writing() as work:
        session = await work.session.scalar(
            select(Session).where(
                Session.account_id == SATO, Session.zone == "lgwan", Session.ended_at.is_(None)
            )
        )
        assert session is not None
        session.address = "10.1.2.3"
    async with town.listens(SATO, carrier=carrier) as ear:
        assert (await decide(town, at, ELSEWHERE)).status_code == 204
        await ear.knocks_again()
    assert said(await town.call(SATO, "GET", "/api/sessions")) == (403, "network_forbids")
    assert (await decide(town, at, {"lgwan": [], "internet": []})).status_code == 204
    assert (await town.call(SATO, "GET", "/api/sessions")).status_code == 200


@pytest.mark.req("ZONE-8", "D19", "A7")
async def test_what_a_socket_asks_while_the_rule_is_on_its_way_is_refused(office: Office):
    """The line itself is cut a moment later; nothing is written meanwhile by whoever stands outside."""
    actor = await office.actor(SATO)
    here, outside = (replace(actor, address=at) for at in ("10.1.2.3", "10.2.0.1"))

    async def still(who: Actor) -> bool:
        now = office.works.now()
        return bool(await office.store.quick.read(lambda rows: still_signed_in(rows, [who], now)))

    assert [await still(each) for each in (here, outside)] == [True, True]
    async with office.works.writing() as work:
        group = AccountGroup(
            id=uuid7(work.now), tenant_id=MIHON, name="窓口", policies={KEPT: ELSEWHERE}, created_at=work.now
        )
        work.session.add(group)
        await work.session.flush()
        await work.session.execute(update(Account).where(Account.id == SATO).values(group_id=group.id))
    assert [await still(each) for each in (here, outside)] == [True, False]


@pytest.mark.req("ZONE-8", "N25")
async def test_what_is_said_on_a_line_that_was_not_yet_cut_is_judged_anew(town: Town):
    at = await group_of(town, SATO)
    await town.says(SATO, "窓口の当番表です", town.welfare)
    await decide(town, at, ELSEWHERE)
    body = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": "まだ言えますか"}]}
    assert said(await town.call(SATO, "POST", f"/api/rooms/{town.welfare}/messages", body))[0] in {401, 403}


@pytest.mark.req("ZONE-8", "N17")
async def test_only_whoever_knows_the_password_hears_of_the_network(town: Town):
    at = await group_of(town, SATO)
    await decide(town, at, OFFICE)
    assert await tries(town, "10001", at=ABROAD) == "not_recognized"
    assert await tries(town, "10001", PASSWORD, at=ABROAD) == "barred"
    assert await tries(town, "10001", PASSWORD, at=HOME) == "in"
    assert await tries(town, "10001", PASSWORD, at=f"::ffff:{HOME}") == "in"
    assert await tries(town, "10002", PASSWORD, at=ABROAD) == "in"


@pytest.mark.req("ZONE-8")
async def test_a_sign_in_that_was_blocked_is_a_fact_with_its_address(town: Town):
    at = await group_of(town, SATO)
    await decide(town, at, OFFICE)
    await tries(town, "10001", at=ABROAD)
    assert "sessions.blocked" not in await town.told_at(f"person/{SATO}")
    async with town.listens(SATO) as desk:
        assert await tries(town, "10001", PASSWORD, at=ABROAD) == "barred"
        assert (await desk.fact("sessions.blocked"))["body"] == {"account_id": str(SATO)}
    async with town.assembly.works.reading() as work:
        row = await work.session.scalar(select(JournalRow).where(JournalRow.name == "sessions.blocked"))
    assert row is not None
    assert (row.address, row.zone, row.by) == (ABROAD, "lgwan", SATO)
    await town.assembly.entrance.write(town.assembly.works)
    failed = (await town.call(SATO, "GET", "/api/security")).json()["failed"]
    assert (failed["count"], failed["last"]["address"]) == (2, ABROAD)


@pytest.mark.req("ZONE-8", "N32")
async def test_a_password_that_is_right_where_it_may_not_be_used_is_not_tried_for_ever(town: Town):
    at = await group_of(town, SATO)
    await decide(town, at, OFFICE)
    assert [await tries(town, "10001", PASSWORD, at=ABROAD) for _ in range(11)][-2:] == ["barred", "too_many"]
    assert (await town.told_at(f"person/{SATO}")).count("sessions.blocked") == 10
    assert await tries(town, "10001", PASSWORD, at=HOME) == "in"


@pytest.mark.req("ZONE-8")
async def test_a_first_password_is_not_used_up_where_it_may_not_be_used(town: Town):
    at = await group_of(town, SATO)
    await decide(town, at, OFFICE)
    secret = await hands_a_slip(town, SATO)
    for wish in (None, "あたらしいことばの12文字"):
        assert await tries(town, "10001", secret, at=ABROAD, new_password=wish) == "barred"
    assert await tries(town, "10001", secret, at=HOME) == "new_password_needed"


@pytest.mark.req("ZONE-8")
async def test_coming_back_to_a_locked_seat_asks_for_the_network_and_going_does_not(town: Town):
    at = await group_of(town, SATO)
    assert (await town.call(SATO, "POST", "/api/lock")).status_code == 204
    await decide(town, at, OFFICE)
    unlocked = await from_beside(town, SATO, "/api/unlock", {"password": PASSWORD})
    assert said(unlocked) == (403, "network_forbids")
    assert (await town.call(SATO, "POST", "/api/unlock", {"password": PASSWORD})).status_code == 200
    assert (await from_beside(town, SATO, "/api/sign-out", {})).status_code == 204
    assert (await town.call(SATO, "GET", "/api/sessions")).status_code == 401


@pytest.mark.req("ZONE-8", "ADMIN-17")
async def test_what_a_change_would_do_is_shown_before_it_is_done(town: Town):
    at = await group_of(town, SATO, SUZUKI)
    typed = {"lgwan": [" 10.1.2.3/16", "::ffff:10.1.0.0/112"], "internet": ["2001:DB8::1"]}
    seen = (await town.call(TAKAHASHI, "POST", f"{at}/foresee", typed)).json()
    assert (seen["lgwan"], seen["internet"]) == (["10.1.0.0/16"], ["2001:db8::1/128"])
    assert (seen["foreseen"]["people"], seen["foreseen"]["is_own"]) == (2, False)
    assert seen["foreseen"]["ending"] >= 2
    assert (await town.call(SATO, "GET", "/api/sessions")).status_code == 200, "nothing is done"
    found = (await town.call(TAKAHASHI, "GET", at)).json()
    assert (found["lgwan"], found["internet"]) == ([], [])
    assert (found["own_zone"], found["own_address"]) == ("lgwan", HOME)
    assert (await decide(town, at, typed)).status_code == 204
    (listed,) = (await town.call(TAKAHASHI, "GET", "/api/account-groups")).json()["groups"]
    assert (listed["lgwan"], listed["internet"]) == (["10.1.0.0/16"], ["2001:db8::1/128"])


@pytest.mark.req("ZONE-8")
async def test_nobody_shuts_out_themselves_without_having_said_so(town: Town):
    at = await group_of(town, TAKAHASHI, SATO)
    seen = (await town.call(TAKAHASHI, "POST", f"{at}/foresee", ELSEWHERE)).json()
    assert seen["foreseen"]["is_own"]
    refused = await decide(town, at, ELSEWHERE)
    assert (said(refused), refused.json()["details"]) == ((409, "sessions.shuts_out_self"), {"address": HOME})
    assert (await town.call(SATO, "GET", "/api/sessions")).status_code == 200
    assert (await decide(town, at, OFFICE)).status_code == 204, "where they are is among them"
    assert (await decide(town, at, ELSEWHERE | {"even_own": True})).status_code == 204
    assert (await town.call(TAKAHASHI, "GET", "/api/sessions")).status_code == 401


@pytest.mark.req("ZONE-8")
@pytest.mark.parametrize(
    "typed", ["10.1", "city.example", "10.0.0.0/33", "", "fe80::1%eth0", "1.2.3.4 5.6.7.8"]
)
async def test_what_is_no_network_is_said_by_name_and_changes_nothing(town: Town, typed: str):
    at = await group_of(town, SATO)
    refused = await decide(town, at, {"lgwan": ["10.0.0.0/8", typed], "internet": []})
    assert said(refused) == (422, "sessions.not_a_network")
    assert refused.json()["details"] == {"field": "lgwan", "value": typed}
    assert (await town.call(TAKAHASHI, "GET", at)).json()["lgwan"] == []


@pytest.mark.req("ZONE-8", "N5")
async def test_only_whoever_decides_the_rules_of_a_body_decides_its_networks(town: Town):
    at = await group_of(town, SATO)
    assert (await decide(town, at, OFFICE, by=SATO)).status_code == 403
    assert (await decide(town, at, OFFICE, by=MORI)).status_code == 403
    for door in (("GET", at), ("POST", f"{at}/foresee")):
        body = None if door[0] == "GET" else OFFICE
        assert (await town.call(SATO, *door, body)).status_code == 403
        assert (await town.call(MORI, *door, body)).status_code == 403


@pytest.mark.req("ZONE-8")
async def test_the_same_said_twice_ends_and_tells_nothing_more(town: Town):
    at = await group_of(town, SATO)
    before = len(await town.told_at(f"person/{SATO}"))
    for _ in range(2):
        assert (await decide(town, at, OFFICE)).status_code == 204
    told = (await town.told_at(f"person/{SATO}"))[before:]
    assert told.count("accounts.rights_changed") == 1
    assert "sessions.ended" not in told
    later(town, minutes=1)
    assert (await town.call(SATO, "GET", "/api/sessions")).status_code == 200


@pytest.mark.req("ZONE-8", "C8")
async def test_a_sign_in_blocked_elsewhere_changes_nothing_on_this_screen(town: Town):
    at = await group_of(town, SATO)
    assert (await decide(town, at, {"lgwan": [], "internet": ["10.0.0.0/8"]})).status_code == 204
    async with transcript(town, "sessions.blocked", SATO, expect=["sessions.blocked"]):
        refused = await town.call(None, "POST", "/api/sign-in", RIGHT, zone="internet")
        assert said(refused) == (403, "sessions.barred")
