"""Inviting a guest, and coming in by the invitation: once, on the Internet side, and whatever is wrong answers alike."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import update

from tests.cast import FIRM, MORI, NISHIMURA, PASSWORD, SATO, SUZUKI, TAKAHASHI, TANAKA, with_guest
from tests.talk.actors import opened
from tests.talk.guests.inviting import KITA, accept, asks, code_for, come, guests_of, invite, look, share
from tests.talk.rooms.labelling import AT_HOME, label
from tests.town import Town
from yoriai.people.accounts.models import Account
from yoriai.people.sessions.passwords import Passwords
from yoriai.talk.guests.models import GuestInvitation

pytestmark = pytest.mark.anyio


@pytest.mark.req("GUEST-1", "GUEST-2")
async def test_whoever_is_invited_reads_what_is_asked_chooses_a_password_and_is_in_the_room(
    town: Town,
) -> None:
    handed = (await invite(town, town.welfare))["handed"][0]
    assert handed["link"].startswith(f"{town.origin('internet')}/invited#mihon/")
    assert handed["qr"]

    shown = (await look(town, handed["code"])).json()
    assert (shown["name"], shown["firm"], shown["room"]) == ("北 勝", "みほん通信株式会社", "福祉課")
    assert "仕事のほかに使いません" in shown["consent"]

    came = await accept(town, handed["code"])
    assert came.json()["here"] == came.json()["here"] | {"welcomed": True, "owes_promise": False}
    assert await town.told(town.welfare) == ["rooms.joined"]
    body = {"tenant": "mihon", "login_id": KITA["email"], "password": PASSWORD}
    again = await town.call(None, "POST", "/api/sign-in", body, zone="internet")
    assert again.json()["account_id"] == came.json()["account_id"]


@pytest.mark.req("N30", "K15", "A6")
async def test_a_code_opens_once_and_looking_at_it_consumes_nothing(town: Town) -> None:
    code = await code_for(town, town.welfare)
    for _ in range(3):
        assert (await look(town, code)).status_code == 200
    fetched = await town.call(None, "GET", f"/invited?{code}", zone="internet")
    assert fetched.status_code in {200, 404}
    assert (await accept(town, code)).status_code == 200
    again, unknown = await accept(town, code, digest="0"), await accept(town, "a" * 16, digest="0")
    assert again.status_code == unknown.status_code == 404
    assert again.json()["code"] == unknown.json()["code"] == "guests.not_valid"
    assert await guests_of(town) == 1


@pytest.mark.req("N30", "K12", "K15", "A6", "GUEST-5", "ZONE-5")
@pytest.mark.parametrize("what", [
    "revoked", "expired", "reissued", "sponsor gone", "drawer gone", "room put away", "no guests", "label raised",
])  # fmt: skip
@pytest.mark.asvs("V6.3.4")
async def test_what_opens_no_longer_answers_as_what_was_never_drawn(town: Town, what: str) -> None:
    room = await opened(town, SATO, [SUZUKI])
    handed = (await invite(town, room, sponsor_id=str(TANAKA)))["handed"][0]
    path = f"/api/guest-invitations/{handed['invitation_id']}"
    match what:
        case "revoked":
            assert (await town.call(SATO, "DELETE", path)).status_code == 204
        case "expired":
            async with town.assembly.works.writing() as work:
                past = work.now - timedelta(seconds=1)
                await work.session.execute(update(GuestInvitation).values(expires_at=past))
        case "reissued":
            assert (await town.call(SATO, "PUT", f"{path}/code")).status_code == 200
        case "sponsor gone":
            await town.call(TAKAHASHI, "PUT", f"/api/accounts/{TANAKA}/suspension")
        case "drawer gone":
            await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/suspension")
        case "no guests":
            await town.call(TAKAHASHI, "PUT", "/api/settings/guests", {"allowed": False})
        case "label raised":
            assert await label(town, SATO, room, AT_HOME) == (204, "")
        case _:
            await town.call(SATO, "PUT", f"/api/rooms/{room}/archive")
    refused, unknown = await look(town, handed["code"]), await look(town, "z" * 16)
    assert refused.status_code == 404
    assert {**refused.json(), "request_id": ""} == {**unknown.json(), "request_id": ""}
    assert (await accept(town, handed["code"], digest="0")).status_code == 404


@pytest.mark.req("N30", "K12")
async def test_a_code_opens_at_its_own_body_and_on_the_internet_side_only(town: Town) -> None:
    code = await code_for(town, town.welfare)
    assert (await look(town, code, tenant="tonari")).json()["code"] == "guests.not_valid"
    assert (await accept(town, code, tenant="tonari")).status_code == 404
    assert (await look(town, code, zone="lgwan")).json()["code"] == "not_found"
    assert (await accept(town, code, zone="lgwan")).status_code == 404
    assert (await look(town, code)).status_code == 200


@pytest.mark.req("N30")
@pytest.mark.asvs("V2.3.4")
async def test_fifty_at_once_are_one_guest(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    async def hashed(*_: object) -> str:
        return "hashed"  # fifty that are hashed meet one after the other; these meet in the database

    monkeypatch.setattr(Passwords, "hash", hashed)
    town.clients["internet"].timeout = 60
    code = await code_for(town, town.welfare)
    digest = (await look(town, code)).json()["digest"]
    answers = await asyncio.gather(*[accept(town, code, digest=digest) for _ in range(50)])
    statuses = [answer.status_code for answer in answers]
    assert statuses.count(200) == 1
    assert set(statuses) <= {200, 404, 503, 429}
    assert await guests_of(town) == 1


@pytest.mark.req("GUEST-2", "N30")
async def test_another_text_than_the_one_read_is_not_accepted(town: Town) -> None:
    code = await code_for(town, town.welfare)
    refused = await accept(town, code, digest="0" * 64)
    assert (refused.status_code, refused.json()["code"]) == (409, "guests.other_words")
    assert (await accept(town, code)).status_code == 200


@pytest.mark.req("GUEST-5")
async def test_only_managers_of_groups_invite_and_only_where_the_body_has_guests(town: Town) -> None:
    body = {"guests": [KITA]}
    path = f"/api/rooms/{town.welfare}/guests"
    refused = await town.call(SATO, "POST", path, body)
    assert refused.json()["code"] == "guests.not_at_this_label"
    await share(town, town.welfare)
    assert (await town.call(SUZUKI, "POST", path, body)).status_code == 403
    assert (await town.call(TANAKA, "POST", path, body)).status_code == 404
    answer = await town.call(
        SATO, "POST", "/api/rooms", {"request_key": "01" * 13, "name": "広場", "kind": "open", "members": []}
    )
    refused = await town.call(SATO, "POST", f"/api/rooms/{answer.json()['room_id']}/guests", body)
    assert refused.json()["code"] == "guests.not_in_such_rooms"
    await town.call(TAKAHASHI, "PUT", "/api/settings/guests", {"allowed": False})
    refused = await town.call(SATO, "POST", path, body)
    assert (refused.status_code, refused.json()["code"]) == (403, "guests.not_allowed")


@pytest.mark.req("GUEST-2")
async def test_a_term_is_ninety_days_or_the_end_of_the_fiscal_year_unless_said_otherwise(town: Town) -> None:
    await share(town, town.welfare)
    usual = (await town.call(SATO, "GET", f"/api/rooms/{town.welfare}/guests")).json()["usual_end"]
    assert (await invite(town, town.welfare))["handed"][0]["ends_on"] == usual
    refused = await town.call(
        SATO, "POST", f"/api/rooms/{town.welfare}/guests", {"guests": [KITA], "ends_on": "2020-01-01"}
    )
    assert refused.json()["code"] == "wrong"


async def test_a_guest_of_the_house_is_let_into_another_room_without_a_code(town: Town) -> None:
    guest = await come(town, town.welfare)
    room = await opened(town, SATO, [])
    handed = (await invite(town, room))["handed"][0]
    assert (handed["code"], handed["invitation_id"]) == (None, None)
    assert (await asks(town, guest, "GET", f"/api/rooms/{room}")).status_code == 200


@pytest.mark.req("N30")
async def test_members_see_no_invitation_and_no_address_of_one(town: Town) -> None:
    handed = (await invite(town, town.welfare))["handed"][0]
    for path in (f"/api/rooms/{town.welfare}", f"/api/rooms/{town.welfare}/messages", "/api/screen"):
        told = (await town.call(SUZUKI, "GET", path)).text
        assert handed["invitation_id"] not in told
        assert KITA["email"] not in told
    assert (await town.call(SUZUKI, "GET", f"/api/rooms/{town.welfare}/guests")).status_code == 403
    path = f"/api/guest-invitations/{handed['invitation_id']}"
    for stranger in (SUZUKI, TANAKA, MORI):
        assert (await town.call(stranger, "DELETE", path)).status_code == 404
        assert (await town.call(stranger, "PUT", f"{path}/code")).status_code == 404
    assert (await town.call(TAKAHASHI, "DELETE", path)).status_code == 204


async def test_asking_again_leaves_one_invitation(town: Town) -> None:
    first, second = await code_for(town, town.welfare), await code_for(town, town.welfare)
    assert (await look(town, first)).status_code == 404
    assert (await look(town, second)).status_code == 200
    waiting = (await town.call(SATO, "GET", f"/api/rooms/{town.welfare}/guests")).json()["invitations"]
    assert [each["email"] for each in waiting] == [KITA["email"]]


@pytest.mark.req("GUEST-4")
async def test_a_list_is_judged_row_by_row_before_anybody_is_invited(town: Town) -> None:
    await with_guest(town.assembly.works, town.welfare)
    text = (
        "会社・団体,氏名,ふりがな,メール\n"
        "見本市防災士会,東 一郎,ひがし いちろう,higashi@bosai.example\n"
        "見本市防災士会,南 二郎,みなみ じろう,higashi@bosai.example\n"
        "見本市防災士会,,ほし,not-an-address\n"
        f"{FIRM},西村 光,,nishimura@mihon-tsushin.example\n"
    )
    path = f"/api/rooms/{town.welfare}/guests"
    rows = (await town.call(SATO, "POST", f"{path}/look", {"text": text})).json()["rows"]
    assert [[fault["code"] for fault in row["faults"]] for row in rows] == [
        [], ["guests.mail_twice"], ["accounts.row_missing", "accounts.row_email"], ["guests.here_already"],
    ]  # fmt: skip
    people = [{field: row[field] for field in ("name", "kana", "firm", "email")} for row in rows]
    refused = await town.call(SATO, "POST", path, {"guests": people})
    assert (refused.json()["code"], refused.json()["details"]["rows"]) == ("guests.rows_wrong", "2、3、4")
    assert (await town.call(SATO, "GET", path)).json()["invitations"] == []
    assert len((await invite(town, town.welfare, people[0]))["handed"]) == 1
    refused = await town.call(SATO, "POST", f"{path}/look", {"text": "だれか\n北\n"})
    assert refused.json()["code"] == "guests.no_headings"


async def test_an_address_of_a_member_is_no_guests(town: Town) -> None:
    await share(town, town.welfare)
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SUZUKI).values(email=KITA["email"]))
    refused = await town.call(SATO, "POST", f"/api/rooms/{town.welfare}/guests", {"guests": [KITA]})
    assert refused.json()["code"] == "guests.rows_wrong"


@pytest.mark.req("GUEST-1")
async def test_a_guest_is_brought_in_by_an_invitation_and_by_nothing_else(town: Town) -> None:
    await with_guest(town.assembly.works, town.welfare)
    room = await opened(town, SATO, [])
    body = {"accounts": [str(NISHIMURA)]}
    assert (await town.call(SATO, "POST", f"/api/rooms/{room}/members", body)).status_code == 422
    direct = await town.call(SATO, "POST", "/api/rooms/direct", {"account_id": str(NISHIMURA)})
    assert direct.status_code in {404, 422}


async def test_somebody_who_was_here_before_comes_back_as_who_they_were(town: Town) -> None:
    guest = await come(town, town.welfare)
    assert (await town.call(SATO, "DELETE", f"/api/guests/{guest.account_id}")).status_code == 204
    assert (await asks(town, guest, "GET", "/api/screen")).status_code == 401
    back = await come(town, town.welfare)
    assert back.account_id == guest.account_id
    assert (await asks(town, back, "GET", f"/api/rooms/{town.welfare}")).status_code == 200


@pytest.mark.req("GUEST-5", "ORG-9")
async def test_a_body_keeps_inviting_for_some_of_its_people(town: Town) -> None:
    """Of its members it withholds the right, of one person it does not; administrators have it by their role."""
    await share(town, town.welfare)
    path, body = f"/api/rooms/{town.welfare}/guests", {"guests": [KITA]}
    words = {"members": {"invite_guests": False}}
    assert (await town.call(TAKAHASHI, "PUT", "/api/settings/rights", words)).status_code == 204
    refused = await town.call(SATO, "POST", path, body)
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    assert (await town.call(SATO, "GET", path)).status_code == 403
    given = {"words": {"invite_guests": True}}
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/rights", given)).status_code == 204
    assert (await town.call(SATO, "POST", path, body)).status_code == 200
