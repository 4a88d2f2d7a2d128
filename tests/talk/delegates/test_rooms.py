"""Rooms made on behalf of somebody: both manage them, and everybody sees who really made them (ORG-8)."""

from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from tests.cast import CITY_HALL, MORI, ROADS, SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE
from tests.ear import Refusal
from tests.keys import new_send_key
from tests.talk.delegates.acting import enters, made, makes, named, refused, room_of, seats
from tests.town import Town
from yoriai.people.accounts.models import Account, Posting
from yoriai.platform.facts.models import JournalRow

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-8")]
NOT_DELEGATE = (403, "delegates.not_delegate")


async def test_the_room_is_the_principals_and_shows_who_made_it(town: Town) -> None:
    await named(town, SATO, SUZUKI)
    async with town.listens(SATO) as ear:
        room = await made(town, SUZUKI, SATO, [TANAKA])
        await ear.fact("rooms.entered")
    assert await seats(town, TANAKA, room) == {
        str(SATO): ("manager", None),
        str(SUZUKI): ("manager", str(SATO)),
        str(TANAKA): ("member", None),
    }
    shown = await room_of(town, TANAKA, room)
    assert shown["made"] == {"by": str(SUZUKI), "on_behalf_of": str(SATO)}
    assert {str(SATO), str(SUZUKI)} <= set(shown["people"])
    assert (await room_of(town, SATO, WELFARE))["made"] is None


@pytest.mark.req("D4", "BASE-4")
async def test_the_journal_keeps_both_and_the_same_wish_again_is_the_same_room(town: Town) -> None:
    await named(town, SATO, SUZUKI)
    key = new_send_key()
    first, second = [(await makes(town, SUZUKI, SATO, key=key)).json() for _ in range(2)]
    assert first == second
    renamed = await town.call(SUZUKI, "PATCH", f"/api/rooms/{first['room_id']}", {"name": "市長室の打合せ"})
    assert renamed.status_code == 204
    async with town.assembly.works.reading() as work:
        rows = select(JournalRow.name, JournalRow.by, JournalRow.on_behalf_of).where(
            JournalRow.stream == f"room/{first['room_id']}"
        )
        found = (await work.session.execute(rows.order_by(JournalRow.number))).all()
    assert [tuple(row) for row in found] == [
        ("rooms.opened", SUZUKI, SATO),
        ("rooms.changed", SUZUKI, SATO),
    ]


async def test_what_a_delegate_writes_there_is_their_own(town: Town) -> None:
    await named(town, SATO, SUZUKI)
    room = await made(town, SUZUKI, SATO)
    message = await town.says(SUZUKI, "資料を置きました", room)
    page = (await town.call(SATO, "GET", f"/api/rooms/{room}/messages/{message}")).json()
    assert (page["message"]["author_id"], page["message"]["on_behalf_of"]) == (str(SUZUKI), None)
    wish = {
        "send_key": new_send_key(),
        "parts": [{"kind": "text", "text": "市長です"}],
        "on_behalf_of": str(SATO),
    }
    answer = await town.call(SUZUKI, "POST", f"/api/rooms/{room}/messages", wish)
    assert await refused(answer) == (403, "department_accounts.not_authorized")


async def test_a_delegate_invites_names_labels_and_appoints_and_both_names_stand_in_the_lines(
    town: Town,
) -> None:
    await named(town, SATO, SUZUKI)
    room = await made(town, SUZUKI, SATO)
    for method, path, body in (
        ("POST", "members", {"accounts": [str(TANAKA)]}),
        ("PATCH", "", {"purpose": "週の初めに話す"}),
        ("PUT", "label", {"label": 3, "expected": 0}),
        ("PUT", f"managers/{TANAKA}", None),
        ("DELETE", f"members/{TANAKA}", None),
    ):
        answer = await town.call(SUZUKI, method, f"/api/rooms/{room}/{path}".rstrip("/"), body)
        assert answer.status_code == 204, (path, answer.text)
    lines = (await town.call(SATO, "GET", f"/api/rooms/{room}/messages")).json()["lines"]
    assert [(each["by"]["family"], each["on_behalf_of"]["family"]) for each in lines] == [
        ("鈴木", "佐藤")
    ] * len(lines)
    assert {"added", "purpose", "label", "appointed", "removed"} <= {each["kind"] for each in lines}


async def test_nobody_acts_for_anybody_who_did_not_name_them(town: Town) -> None:
    await named(town, SATO, SUZUKI)
    for who, principal in (
        (TANAKA, SATO), (SUZUKI, TANAKA), (SATO, SUZUKI), (TAKAHASHI, SATO), (SUZUKI, MORI), (MORI, SATO),
        (SUZUKI, uuid4()),
    ):  # fmt: skip
        assert await refused(await makes(town, who, principal)) == NOT_DELEGATE


async def test_a_delegate_of_a_delegate_acts_for_the_one_in_the_middle_alone(town: Town) -> None:
    await named(town, SATO, SUZUKI)
    await named(town, SUZUKI, TANAKA)
    assert await refused(await makes(town, TANAKA, SATO)) == NOT_DELEGATE
    of_suzuki = await made(town, TANAKA, SUZUKI)
    assert str(SATO) not in await seats(town, TANAKA, of_suzuki)
    of_sato = await made(town, SUZUKI, SATO)
    assert await enters(town, TANAKA, of_sato) == 404


@pytest.mark.req("ORG-9")
@pytest.mark.parametrize(
    ("who", "refusal"),
    [(SATO, (403, "rooms.beyond_principal")), (SUZUKI, (403, "forbidden"))],
    ids=["principal", "delegate"],
)
async def test_what_either_of_the_two_may_not_do_is_not_done(
    town: Town, who: UUID, refusal: tuple[int, str]
) -> None:
    await named(town, SATO, SUZUKI)
    async with town.assembly.works.writing() as work:
        await work.session.execute(
            update(Account).where(Account.id == who).values(rights={"open_rooms": False})
        )
    assert await refused(await makes(town, SUZUKI, SATO)) == refusal


@pytest.mark.req("ORG-15")
@pytest.mark.parametrize("narrow", [SATO, SUZUKI])
async def test_only_whom_both_may_write_to_is_brought_in(town: Town, narrow: UUID) -> None:
    await named(town, SATO, SUZUKI)
    room = await made(town, SUZUKI, SATO)
    async with town.assembly.works.writing() as work:
        posts = update(Posting).where(Posting.account_id == (SUZUKI if narrow == SATO else SATO))
        roads = select(Posting.department_id).where(Posting.account_id == TANAKA).scalar_subquery()
        await work.session.execute(posts.values(department_id=roads))
    reach = await town.call(TAKAHASHI, "PUT", "/api/settings/reach", {"to": "section"})
    assert reach.status_code == 204
    out = (403, "accounts.out_of_reach")
    assert await refused(await makes(town, SUZUKI, SATO, [TANAKA])) == out
    invited = await town.call(SUZUKI, "POST", f"/api/rooms/{room}/members", {"accounts": [str(TANAKA)]})
    assert await refused(invited) == out
    assert (await makes(town, SUZUKI, SATO)).status_code == 201


@pytest.mark.req("GUEST-2")
async def test_guests_are_brought_in_only_where_the_principal_may_bring_them(town: Town) -> None:
    await named(town, SATO, SUZUKI)
    room = await made(town, SUZUKI, SATO)
    labelled = await town.call(SUZUKI, "PUT", f"/api/rooms/{room}/label", {"label": 1, "expected": 0})
    assert labelled.status_code == 204
    wish = {"guests": [{"name": "西村 光", "firm": "みほん通信", "email": "nishimura@mihon.example"}]}
    async with town.assembly.works.writing() as work:
        mine = update(Account).where(Account.id == SATO)
        await work.session.execute(mine.values(rights={"invite_guests": False}))
    answer = await town.call(SUZUKI, "POST", f"/api/rooms/{room}/guests", wish)
    assert await refused(answer) == (403, "rooms.beyond_principal")
    async with town.assembly.works.writing() as work:
        await work.session.execute(mine.values(rights={}))
    assert (await town.call(SUZUKI, "POST", f"/api/rooms/{room}/guests", wish)).status_code == 200


@pytest.mark.req("A4", "N5")
async def test_acting_for_somebody_opens_none_of_their_other_rooms_and_lists_nothing_of_theirs(
    town: Town,
) -> None:
    direct = (await town.call(TANAKA, "POST", "/api/direct-rooms", {"account_id": str(TAKAHASHI)})).json()[
        "room_id"
    ]
    before = (await town.call(SUZUKI, "GET", "/api/screen")).json()["rooms"]
    await named(town, TANAKA, SUZUKI)
    assert (await town.call(SUZUKI, "GET", "/api/screen")).json()["rooms"] == before
    for room in (direct, ROADS):
        assert await enters(town, SUZUKI, UUID(str(room))) == 404
        assert (await town.call(SUZUKI, "GET", f"/api/rooms/{room}/messages")).status_code == 404
    wish = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": "x"}], "room_id": str(direct)}
    async with town.listens(SUZUKI) as ear:
        with pytest.raises(Refusal, match="not_found"):
            await ear.ask("messages.post", **wish)


async def test_the_principal_must_serve_in_the_organization(town: Town) -> None:
    await named(town, SATO, SUZUKI)
    async with town.assembly.works.writing() as work:
        gone = update(Posting).where(Posting.account_id == SATO, Posting.organization_id == CITY_HALL)
        await work.session.execute(gone.values(until=work.now, main=None))
    answer = await makes(town, SUZUKI, SATO)
    assert (answer.status_code, answer.json()["details"]["field"]) == (422, "organization_id")
