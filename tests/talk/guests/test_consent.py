"""The text about secrecy: nothing is opened to a guest before they have accepted it, and another one is asked for anew."""

import pytest
from websockets.exceptions import InvalidStatus

from tests.carriers import CARRIERS, Turned
from tests.cast import MIHON, NISHIMURA, SATO, SUZUKI, TAKAHASHI, with_guest
from tests.doors import OPEN, body_for, doors
from tests.town import Town
from yoriai.talk.guests.models import GuestConsent

pytestmark = pytest.mark.anyio
OTHER = "ここで知ったことを、ほかで話しません。"
STILL = {("GET", "/api/consent"), ("PUT", "/api/consent"), ("POST", "/api/sign-out"), ("POST", "/api/unlock")}
LOCKED = {("GET", "/api/showing")}
"""Of a session that is not locked there is nothing behind it."""


@pytest.mark.req("GUEST-2", "A7", "D18", "N40")
async def test_another_text_shuts_everything_until_it_is_accepted(town: Town) -> None:
    await with_guest(town.assembly.works, town.welfare)
    async with town.listens(NISHIMURA, zone="internet") as ear:
        changed = await town.call(TAKAHASHI, "PUT", "/api/settings/guests", {"consent": OTHER})
        assert changed.status_code == 204
        await ear.until(lambda: ear.closed)
    for door in doors(town.assembly, town.welfare, SATO):
        if (door.method, door.template) not in OPEN | STILL:
            answer = await town.call(NISHIMURA, door.method, door.path, body_for(door, SATO), zone="internet")
            no = 404 if (door.method, door.template) in LOCKED else 401
            assert answer.status_code == no, str(door)
    entrance = (await town.call(NISHIMURA, "GET", "/api/entrance", zone="internet")).json()
    assert entrance["here"]["owes_promise"] is True

    asked = (await town.call(NISHIMURA, "GET", "/api/consent", zone="internet")).json()
    assert (asked["words"], asked["accepted"], asked["body"]) == (OTHER, False, "見本市")
    stale = await town.call(NISHIMURA, "PUT", "/api/consent", {"digest": "0" * 64}, zone="internet")
    assert (stale.status_code, stale.json()["code"]) == (409, "guests.other_words")
    for _ in range(2):
        said = await town.call(NISHIMURA, "PUT", "/api/consent", {"digest": asked["digest"]}, zone="internet")
        assert said.status_code == 204
    assert (await town.call(NISHIMURA, "GET", "/api/screen", zone="internet")).status_code == 200
    assert (await town.told_at(f"person/{NISHIMURA}")).count("accounts.rights_changed") == 2


@pytest.mark.req("GUEST-2", "A7", "R3")
@pytest.mark.parametrize("carrier", CARRIERS)
async def test_no_line_is_opened_to_a_guest_who_owes_the_promise(town: Town, carrier: str) -> None:
    await with_guest(town.assembly.works, town.welfare)
    await town.call(TAKAHASHI, "PUT", "/api/settings/guests", {"consent": OTHER})
    entrance = {"here": {"owes_promise": False}}
    while not entrance["here"]["owes_promise"]:
        entrance = (await town.call(NISHIMURA, "GET", "/api/entrance")).json()
    with pytest.raises((InvalidStatus, Turned)) as refused:
        async with town.listens(NISHIMURA, carrier=carrier):
            pass
    error = refused.value
    assert (error.status if isinstance(error, Turned) else error.response.status_code) == 401


@pytest.mark.req("GUEST-2", "N40")
async def test_whoever_rested_while_the_text_changed_accepts_it_before_anything_is_opened(town: Town) -> None:
    await with_guest(town.assembly.works, town.welfare)

    async def state() -> str:
        return str((await town.call(TAKAHASHI, "GET", "/api/guests")).json()["guests"][0]["state"])

    await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/suspension")
    while await state() != "frozen":
        pass
    await town.call(TAKAHASHI, "PUT", "/api/settings/guests", {"consent": OTHER})
    while "accounts.rights_changed" not in await town.told_at(f"person/{NISHIMURA}"):
        pass
    named = await town.call(TAKAHASHI, "PUT", f"/api/guests/{NISHIMURA}/sponsor", {"sponsor_id": str(SUZUKI)})
    assert named.status_code == 204
    assert await state() == "consenting"


@pytest.mark.req("GUEST-2")
async def test_what_was_accepted_is_kept_as_it_read(town: Town) -> None:
    await with_guest(town.assembly.works, town.welfare)
    asked = (await town.call(NISHIMURA, "GET", "/api/consent")).json()
    await town.call(NISHIMURA, "PUT", "/api/consent", {"digest": asked["digest"]})
    async with town.assembly.works.reading() as work:
        kept = await work.session.get(GuestConsent, (MIHON, asked["digest"]))
        assert kept and kept.words == asked["words"]


async def test_a_member_is_asked_for_no_promise(town: Town) -> None:
    assert (await town.call(SATO, "GET", "/api/consent")).status_code == 404
    assert (await town.call(SATO, "PUT", "/api/consent", {"digest": "0"})).status_code == 404


@pytest.mark.req("N51", "GUEST-2")
async def test_the_text_is_text(town: Town) -> None:
    """What nobody can read nobody accepts, and what cannot be kept would shut out every guest."""
    for words, status in ((" \n ", 422), ("\0", 400), ("ここで\0知った", 400)):
        refused = await town.call(TAKAHASHI, "PUT", "/api/settings/guests", {"consent": words})
        assert refused.status_code == status
    said = await town.call(TAKAHASHI, "PUT", "/api/settings/guests", {"consent": "\n一つ\r\n\x07二つ　\n"})
    assert said.status_code == 204
    kept = (await town.call(TAKAHASHI, "GET", "/api/settings/guests")).json()["value"]["consent"]
    assert kept == "一つ\n二つ"
