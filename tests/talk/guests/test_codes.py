"""Codes of people who are guests already, or rest, and codes that are none: they open no account that is somebody's."""

import asyncio

import pytest

from tests.cast import SATO, SUZUKI, TAKAHASHI
from tests.talk.actors import opened
from tests.talk.guests.inviting import KITA, accept, asks, code_for, come, guests_of, invite, look, share
from tests.town import Town
from yoriai.people.sessions.passwords import Passwords

pytestmark = pytest.mark.anyio


@pytest.mark.req("N30", "K15", "A12")
async def test_a_second_code_opens_no_account_that_is_somebodys_now(town: Town) -> None:
    """Whoever drew it knows it, and would choose the password of an account that is in rooms of others."""
    elsewhere = await opened(town, SUZUKI, [])
    second = (await invite(town, elsewhere, who=SUZUKI))["handed"][0]
    guest = await come(town, town.welfare)
    assert (await look(town, second["code"])).json()["code"] == "guests.not_valid"
    assert (await accept(town, second["code"], digest="0")).status_code == 404
    waiting = (await town.call(SUZUKI, "GET", f"/api/rooms/{elsewhere}/guests")).json()["invitations"]
    assert waiting == []
    assert (await invite(town, elsewhere, who=SUZUKI))["handed"][0]["code"] is None
    assert (await asks(town, guest, "GET", f"/api/rooms/{elsewhere}")).status_code == 200


@pytest.mark.req("N30", "GUEST-2", "A12")
async def test_nobody_invites_whoever_rests_into_an_account_with_another_password(town: Town) -> None:
    guest = await come(town, town.welfare)
    elsewhere = await opened(town, SUZUKI, [])
    await share(town, elsewhere)
    await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/suspension")
    async with asyncio.timeout(20):
        while (await asks(town, guest, "GET", "/api/screen")).status_code == 200:  # noqa: ASYNC110 it rings for nobody
            await asyncio.sleep(0.02)
    path = f"/api/rooms/{elsewhere}/guests"
    rows = await town.call(
        SUZUKI, "POST", f"{path}/look", {"text": "氏名,団体,メール\n北 勝,会社,kita@mihon.example"}
    )
    assert [fault["code"] for fault in rows.json()["rows"][0]["faults"]] == ["guests.rests"]
    refused = await town.call(SUZUKI, "POST", path, {"guests": [KITA]})
    assert (refused.status_code, refused.json()["code"]) == (422, "guests.rows_wrong")
    body = {"sponsor_id": str(SUZUKI)}
    assert (
        await town.call(TAKAHASHI, "PUT", f"/api/guests/{guest.account_id}/sponsor", body)
    ).status_code == 204
    assert (await invite(town, elsewhere, who=SUZUKI))["handed"][0]["code"] is None


@pytest.mark.req("N30")
async def test_two_codes_of_one_person_at_once_are_one_account_in_one_room(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hashed(*_: object) -> str:
        return "hashed"

    monkeypatch.setattr(Passwords, "hash", hashed)
    elsewhere = await opened(town, SUZUKI, [])
    codes = [
        await code_for(town, town.welfare),
        (await invite(town, elsewhere, who=SUZUKI))["handed"][0]["code"],
    ]
    digest = (await look(town, codes[0])).json()["digest"]
    answers = await asyncio.gather(*[accept(town, code, digest=digest) for code in codes])
    assert sorted(answer.status_code for answer in answers) == [200, 404]
    assert await guests_of(town) == 1


@pytest.mark.req("N51", "A6")
@pytest.mark.parametrize("letters", ["\0", "mi\0hon", "\u202emihon", "\ue000", "x" * 40])
async def test_letters_that_are_none_open_nothing(town: Town, letters: str) -> None:
    unknown = (await look(town, "z" * 16)).json()
    for tenant, code in ((letters, "z" * 16), ("mihon", letters)):
        for refused in (
            await look(town, code, tenant=tenant),
            await accept(town, code, tenant=tenant, digest="0"),
        ):
            assert refused.status_code == 404
            assert {**refused.json(), "request_id": ""} == {**unknown, "request_id": ""}
