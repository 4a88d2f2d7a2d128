"""How long somebody is a guest: their end, their sponsor, and what closes at that moment."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from tests.carriers import CARRIERS
from tests.cast import FIRM, MORI, NISHIMURA, SATO, SUZUKI, TAKAHASHI, TANAKA, with_guest
from tests.talk.guests.inviting import KITA, code_for, look
from tests.town import Town
from yoriai.kit.days import day_in_japan
from yoriai.people.accounts.models import Account
from yoriai.talk.guests.jobs import sweep
from yoriai.talk.guests.policy import usual_end, warning_due

pytestmark = pytest.mark.anyio
MINE, ALL = "/api/guests/mine", "/api/guests"


def today(town: Town) -> date:
    return day_in_japan(town.assembly.works.now())


async def row(town: Town, who: UUID = TAKAHASHI, path: str = ALL) -> dict[str, Any]:
    (guest,) = (await town.call(who, "GET", path)).json()["guests"]
    return guest


async def last_day(town: Town, who: UUID, day: date) -> None:
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == who).values(ends_on=day))


async def opens(town: Town) -> bool:
    return (await town.call(NISHIMURA, "GET", "/api/screen", zone="internet")).status_code == 200


@pytest.mark.req("GUEST-2", "FIG-13")
@pytest.mark.parametrize(
    ("invited", "ends"),
    [
        (date(2021, 6, 1), date(2021, 8, 30)),
        (date(2021, 2, 1), date(2021, 3, 31)),
        (date(2021, 3, 31), date(2021, 3, 31)),
        (date(2021, 4, 1), date(2021, 6, 30)),
    ],
)
def test_ninety_days_or_the_end_of_the_fiscal_year(invited: date, ends: date) -> None:
    assert usual_end(invited, 90) == ends


@pytest.mark.req("GUEST-2")
@pytest.mark.parametrize(
    ("left", "warned", "due"),
    [(20, None, None), (14, None, 14), (13, 14, None), (3, 14, 3), (2, None, 3), (1, 3, None)],
)
def test_a_warning_is_given_once(left: int, warned: int | None, due: int | None) -> None:
    assert warning_due(left, warned) == due


@pytest.mark.req("GUEST-2", "D18", "N49", "R3")
@pytest.mark.parametrize("carrier", CARRIERS)
async def test_ending_a_guest_closes_what_they_have_open_and_empties_their_seats(
    town: Town, carrier: str
) -> None:
    await with_guest(town.assembly.works, town.welfare)
    async with town.listens(NISHIMURA, zone="internet", carrier=carrier) as ear:
        assert (await town.call(SATO, "DELETE", f"/api/guests/{NISHIMURA}")).status_code == 204
        await town.says(SATO, "もう届きません", town.welfare)
        await ear.until(lambda: ear.closed, patience=2)
        assert ear.closed == (4401, "signed_out")
        assert ear.named("messages.posted") == []
    assert not await opens(town)
    assert (await town.call(SATO, "DELETE", f"/api/guests/{NISHIMURA}")).status_code == 204
    told = await town.told(town.welfare)
    assert told.count("rooms.left") == 1
    room = (await town.call(SATO, "GET", f"/api/rooms/{town.welfare}")).json()["room"]
    assert room["readers"]["guests"] == 0
    assert (await town.call(TAKAHASHI, "GET", f"{ALL}?ended=true")).json()["guests"][0]["state"] == "ended"


@pytest.mark.req("GUEST-2", "A6")
async def test_a_guest_who_was_here_is_told_why_they_are_let_in_no_longer(town: Town) -> None:
    await with_guest(town.assembly.works, town.welfare)

    async def farewell(who: UUID) -> object:
        return (await town.call(who, "GET", "/api/entrance", zone="internet")).json()["farewell"]

    assert await farewell(NISHIMURA) is None
    await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/suspension")
    while (await row(town))["state"] != "frozen":
        pass
    told = {"tenant_name": "見本市", "contact": "情報政策課（内線 2345）"}
    assert await farewell(NISHIMURA) == told | {"is_over": False}
    await town.call(TAKAHASHI, "DELETE", f"/api/guests/{NISHIMURA}")
    assert await farewell(NISHIMURA) == told | {"is_over": True}
    assert await farewell(SATO) is None


@pytest.mark.req("GUEST-2", "D18")
async def test_a_term_that_is_over_ends_by_itself_once(town: Town) -> None:
    await with_guest(town.assembly.works, town.welfare)
    await last_day(town, NISHIMURA, today(town) - timedelta(days=1))
    assert not await opens(town)
    for _ in range(2):
        await sweep(town.assembly.works, {})
    assert (await town.told(town.welfare)).count("rooms.left") == 1
    assert (await town.call(TAKAHASHI, "GET", ALL)).json()["guests"] == []


@pytest.mark.req("GUEST-2", "D18", "N40")
async def test_without_a_sponsor_a_guest_rests_until_another_is_named(town: Town) -> None:
    await with_guest(town.assembly.works, town.welfare)
    async with town.listens(NISHIMURA, zone="internet") as ear:
        await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/suspension")
        await ear.until(lambda: ear.closed)
    assert not await opens(town)
    assert (await row(town))["state"] == "frozen"

    path = f"/api/guests/{NISHIMURA}/sponsor"
    for nobody in (SATO, MORI, NISHIMURA):
        refused = await town.call(TAKAHASHI, "PUT", path, {"sponsor_id": str(nobody)})
        assert (refused.status_code, refused.json()["code"]) == (422, "wrong")
    assert (await town.call(TAKAHASHI, "PUT", path, {"sponsor_id": str(SUZUKI)})).status_code == 204
    assert (await row(town, SUZUKI, MINE))["state"] == "active"
    assert not await opens(town)  # no session comes back


@pytest.mark.req("GUEST-2")
async def test_a_sponsors_own_last_day_is_noticed_too(town: Town) -> None:
    await with_guest(town.assembly.works, town.welfare)
    await last_day(town, SATO, today(town) - timedelta(days=1))
    for _ in range(2):
        await sweep(town.assembly.works, {})
    assert (await row(town))["state"] == "frozen"
    assert not await opens(town)


@pytest.mark.req("GUEST-2")
async def test_a_sponsor_is_warned_on_their_own_stream_and_on_their_screen(town: Town) -> None:
    await with_guest(town.assembly.works, town.welfare, ends_on=today(town) + timedelta(days=14))
    async with town.listens(SATO) as ear:
        await sweep(town.assembly.works, {})
        told = (await ear.fact("guests.ending"))["body"]["ending"]
    assert (told["days"], told["guest"]["family"], told["guest"]["department"]) == (14, "西村", FIRM)
    await sweep(town.assembly.works, {})
    assert (await town.told_at(f"person/{SATO}")).count("guests.ending") == 1
    screen = (await town.call(SATO, "GET", "/api/screen")).json()
    assert [each["days"] for each in screen["ending"]] == [14]
    assert (await town.call(SUZUKI, "GET", "/api/screen")).json()["ending"] == []
    await last_day(town, NISHIMURA, today(town) + timedelta(days=2))
    await sweep(town.assembly.works, {})
    assert (await town.told_at(f"person/{SATO}")).count("guests.ending") == 2


@pytest.mark.req("GUEST-2", "N40")
async def test_whoever_answers_for_a_guest_or_arranges_all_moves_the_end(town: Town) -> None:
    await with_guest(town.assembly.works, town.welfare)
    later = today(town) + timedelta(days=30)
    path, body = f"/api/guests/{NISHIMURA}/end", {"ends_on": later.isoformat()}
    for stranger in (SUZUKI, TANAKA, MORI):
        assert (await town.call(stranger, "PUT", path, body)).status_code == 404
        assert (await town.call(stranger, "DELETE", f"/api/guests/{NISHIMURA}")).status_code == 404
    assert (await town.call(SATO, "PUT", path, body)).status_code == 204
    assert (await row(town))["ends_on"] == later.isoformat()
    past = {"ends_on": (today(town) - timedelta(days=1)).isoformat()}
    assert (await town.call(TAKAHASHI, "PUT", path, past)).status_code == 422
    assert await opens(town)
    await town.call(TAKAHASHI, "DELETE", f"/api/guests/{NISHIMURA}")
    refused = await town.call(TAKAHASHI, "PUT", path, body)
    assert (refused.status_code, refused.json()["code"]) == (409, "guests.over")


@pytest.mark.req("GUEST-4")
async def test_a_firm_is_ended_together_with_those_it_was_to_send(town: Town) -> None:
    await with_guest(town.assembly.works, town.welfare)
    code = await code_for(town, town.welfare)
    assert KITA["firm"] == FIRM
    body = {"firm": FIRM, "sponsor_id": str(SUZUKI)}
    assert (await town.call(TAKAHASHI, "PUT", "/api/guest-firms/sponsor", body)).json() == {"count": 1}
    assert (await row(town, SUZUKI, MINE))["sponsor"]["family"] == "鈴木"
    assert (await town.call(SATO, "POST", "/api/guest-firms/end", {"firm": FIRM})).json() == {"count": 0}
    assert (await look(town, code)).status_code == 200
    assert (await town.call(TAKAHASHI, "POST", "/api/guest-firms/end", {"firm": FIRM})).json() == {"count": 1}
    assert not await opens(town)
    assert (await look(town, code)).status_code == 404


@pytest.mark.req("N51", "N53")
async def test_a_firm_of_letters_that_are_none_is_no_firm(town: Town) -> None:
    for firm, status in (("\0", 400), (" ", 422), ("会" * 81, 422), (f"　{FIRM} ", 200)):
        answer = await town.call(TAKAHASHI, "POST", "/api/guest-firms/end", {"firm": firm})
        assert answer.status_code == status, firm
        body = {"firm": firm, "sponsor_id": str(SUZUKI)}
        assert (await town.call(TAKAHASHI, "PUT", "/api/guest-firms/sponsor", body)).status_code == status


@pytest.mark.req("GUEST-6")
async def test_guests_take_no_seat(town: Town) -> None:
    people = len((await town.call(SATO, "GET", "/api/people")).json()["people"])
    halls = (await town.call(TAKAHASHI, "GET", "/api/organizations")).json()
    units = (await town.call(SATO, "GET", "/api/people/units")).json()["count"]
    assert (await town.call(TAKAHASHI, "GET", "/api/usage")).json()["guests"] == 0
    await with_guest(town.assembly.works, town.welfare)
    assert (await town.call(TAKAHASHI, "GET", "/api/usage")).json()["guests"] == 1
    assert (await town.call(TAKAHASHI, "GET", "/api/organizations")).json() == halls
    assert len((await town.call(SATO, "GET", "/api/people")).json()["people"]) == people
    assert (await town.call(SATO, "GET", "/api/people/units")).json()["count"] == units
    assert (await town.call(TAKAHASHI, "GET", "/api/guests")).json()["guests"][0]["state"] == "active"
