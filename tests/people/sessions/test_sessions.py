"""Sessions: listed, ended from elsewhere; and what a token is worth."""

import asyncio
from collections import Counter
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import update

from tests.cast import CITY_HALL, MIHON, MORI, PASSWORD, SATO, SUZUKI, session_of, token_of
from tests.people.conftest import Office
from tests.people.questions import questions
from tests.town import Town
from yoriai.kit.errors import NotNow, SignedOut
from yoriai.kit.ids import uuid7
from yoriai.people.access.capabilities import GRANTS, Role
from yoriai.people.accounts.models import Posting
from yoriai.people.orgs.models import Organization, Tenant
from yoriai.people.sessions import entrance, service
from yoriai.people.sessions.authenticate import COOKIE, authenticate
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.uses import Uses
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.settings import Settings
from yoriai.platform.work.edge import Works, clock

pytestmark = pytest.mark.anyio

IDLE = timedelta(hours=12)


async def who(office: Office, token: str | None, zone: str = "lgwan"):
    async with office.works.reading(Cause(zone=zone, address="10.0.0.1")) as work:
        return await authenticate(work, token, zone)


async def row_of(works: Works, session_id: UUID) -> Session | None:
    async with works.reading() as work:
        return await work.session.get(Session, session_id)


async def change(works: Works, session_id: UUID, **values: object) -> None:
    async with works.writing() as work:
        await work.session.execute(update(Session).where(Session.id == session_id).values(**values))


@pytest.mark.asvs("V7.2.1")
async def test_a_token_is_an_actor_in_one_query(office: Office):
    with questions(office.store) as sent:
        actor = await who(office, token_of(SATO, "lgwan"))

    assert len(sent) == 1
    assert (actor.account_id, actor.tenant_id, actor.session_id) == (SATO, MIHON, session_of(SATO, "lgwan"))
    assert (actor.organization_ids, actor.capabilities) == (frozenset({CITY_HALL}), GRANTS[Role.MEMBER])
    assert (actor.zone, actor.address, actor.kind, actor.switched_off) == (
        "lgwan",
        "10.0.0.1",
        "member",
        frozenset(),
    )


@pytest.mark.req("ORG-7", "BASE-7")
async def test_it_knows_every_organization_of_the_account_and_what_the_body_lives_without(office: Office):
    council = uuid7(clock())
    async with office.works.writing() as work:
        work.session.add(
            Organization(id=council, tenant_id=MIHON, name="議会", display_order=2, created_at=work.now)
        )
        await work.session.flush()
        for until in (None, work.now):
            work.session.add(
                Posting(
                    id=uuid7(work.now), account_id=SATO, organization_id=council, since=work.now, until=until
                )
            )
        await work.session.execute(update(Tenant).where(Tenant.id == MIHON).values(switched_off=["calls"]))
    actor = await who(office, token_of(SATO, "lgwan"))
    assert actor.organization_ids == {CITY_HALL, council}
    assert actor.switched_off == {"calls"}


@pytest.mark.req("N25", "N44")
@pytest.mark.parametrize("token", [None, "", "unknown", "x" * 129, "half\ud83d", token_of(SATO, "internet")])
@pytest.mark.asvs("V7.2.1")
async def test_a_token_that_is_none_is_nobodys(office: Office, token):
    with pytest.raises(SignedOut):
        await who(office, token)


@pytest.mark.req("AUTH-3")
async def test_the_list_shows_ones_own_open_sessions_and_which_is_this(town: Town):
    await change(town.assembly.works, session_of(SATO, "internet"), last_used_at=clock())
    found = (await town.call(SATO, "GET", "/api/sessions")).json()["sessions"]

    assert [(each["session_id"], each["zone"], each["is_this"]) for each in found] == [
        (str(session_of(SATO, "internet")), "internet", False),
        (str(session_of(SATO, "lgwan")), "lgwan", True),
    ]
    assert set(found[0]) == {
        "session_id",
        "zone",
        "client_kind",
        "device",
        "address",
        "began_at",
        "last_used_at",
        "is_locked",
        "is_this",
    }


@pytest.mark.req("AUTH-3")
@pytest.mark.asvs("V7.4.1")
async def test_a_session_ended_from_elsewhere_is_over_at_once_and_its_socket_closes(town: Town):
    path = f"/api/sessions/{session_of(SATO, 'internet')}"
    async with town.listens(SATO, zone="internet") as ear:
        assert (await town.call(SATO, "DELETE", path)).status_code == 204
        assert (await town.call(SATO, "GET", "/api/sessions", zone="internet")).status_code == 401
        await ear.until(lambda: ear.closed)
    assert (await town.call(SATO, "GET", "/api/sessions")).status_code == 200
    assert (await town.call(SATO, "DELETE", path)).status_code == 204


@pytest.mark.req("BASE-3")
@pytest.mark.parametrize("session_id", [session_of(SUZUKI, "lgwan"), session_of(MORI, "lgwan"), uuid4()])
async def test_nobody_ends_the_session_of_somebody_else(town: Town, session_id):
    assert (await town.call(SATO, "DELETE", f"/api/sessions/{session_id}")).status_code == 404
    row = await row_of(town.assembly.works, session_id)
    assert row is None or row.ended_at is None


async def test_ending_twice_tells_once(office: Office):
    actor = await who(office, token_of(SATO, "lgwan"))
    for _ in range(2):
        async with office.works.writing() as work:
            await service.end_session(work, actor, session_of(SATO, "internet"))
    assert await office.told(f"person/{SATO}") == ["sessions.ended"]


@pytest.mark.req("N41")
@pytest.mark.asvs("V7.4.1", "V14.3.1")
async def test_signing_out_ends_this_session_and_clears_what_the_browser_kept(town: Town):
    left = await town.call(SATO, "POST", "/api/sign-out")

    assert (left.status_code, left.headers["clear-site-data"]) == (204, '"cache"')
    assert "max-age=0" in left.headers["set-cookie"].lower()
    assert (await town.call(SATO, "GET", "/api/sessions")).status_code == 401
    assert (await town.call(SATO, "POST", "/api/sign-out")).status_code == 401
    assert (await town.call(SATO, "GET", "/api/sessions", zone="internet")).status_code == 200


@pytest.mark.req("N42")
async def test_a_fifty_first_session_ends_the_one_used_longest_ago(town: Town, monkeypatch):
    monkeypatch.setattr(service, "MOST", 2)
    await change(town.assembly.works, session_of(SATO, "lgwan"), last_used_at=clock())
    right = {"tenant": "mihon", "login_id": "10001", "password": PASSWORD}
    assert (await town.call(None, "POST", "/api/sign-in", right)).status_code == 200

    assert (await town.call(SATO, "GET", "/api/sessions", zone="internet")).status_code == 401
    assert (await town.call(SATO, "GET", "/api/sessions")).status_code == 200


async def test_uses_are_written_together_and_keep_a_session_alive(office: Office):
    used, ended = session_of(SATO, "lgwan"), session_of(SATO, "internet")
    await change(office.works, ended, ended_at=clock())
    noted, now = Uses(IDLE), clock()
    for at in (now - timedelta(seconds=5), now):
        noted.note(used, at)
    noted.note(ended, now)

    with questions(office.store) as sent:
        await noted.flush(office.works)
        await noted.flush(office.works)

    assert len(sent) == 1
    row = await row_of(office.works, used)
    assert row is not None
    assert (row.last_used_at, row.idle_until) == (now, now + IDLE)
    over = await row_of(office.works, ended)
    assert over is not None
    assert over.last_used_at < now


async def test_a_use_that_could_not_be_written_is_written_the_next_time(
    office: Office, monkeypatch, tmp_path
):
    monkeypatch.setattr(entrance, "EVERY", 0.01)
    door, now = Entrance(Settings(data_dir=tmp_path)), clock()
    noted = door.uses
    noted.note(session_of(SATO, "lgwan"), now)
    tries: list[bool] = []

    def may_write() -> bool:
        tries.append(len(tries) > 1)
        return tries[-1]

    office.works.may_write = may_write
    with pytest.raises(NotNow):
        await noted.flush(office.works)
    keeping = asyncio.create_task(door.keep(office.works))
    async with asyncio.timeout(10):
        row = None
        while row is None or row.last_used_at != now:
            await asyncio.sleep(0.01)
            row = await row_of(office.works, session_of(SATO, "lgwan"))
    keeping.cancel()


async def test_a_trouble_that_nobody_foresaw_does_not_end_the_writing_of_uses_for_ever(
    office: Office, monkeypatch, tmp_path
):
    monkeypatch.setattr(entrance, "EVERY", 0.01)
    door, now = Entrance(Settings(data_dir=tmp_path)), clock()
    door.uses.note(session_of(SATO, "lgwan"), now)
    door.failures.note(SATO, now, address="10.0.0.7", zone="lgwan")
    writing, tries = office.works.writing, Counter[str]()

    def failing(*args):
        tries["all"] += 1
        if tries["all"] < 5:
            raise RuntimeError("nobody foresaw this")
        return writing(*args)

    monkeypatch.setattr(office.works, "writing", failing)
    keeping = asyncio.create_task(door.keep(office.works))
    async with asyncio.timeout(10):
        while door.uses.seen or door.failures.seen:  # noqa: ASYNC110 nobody rings
            await asyncio.sleep(0.01)
    keeping.cancel()
    row = await row_of(office.works, session_of(SATO, "lgwan"))
    assert row is not None
    assert row.last_used_at == now


async def test_every_request_is_a_use(town: Town):
    await town.call(SATO, "GET", "/api/sessions")
    assert session_of(SATO, "lgwan") in town.assembly.app.state.entrance.uses.seen


@pytest.mark.req("ZONE-1")
async def test_the_entrance_says_on_which_side_it_stands_and_whether_one_is_signed_in(town: Town):
    for zone in ("lgwan", "internet"):
        said = (await town.call(SATO, "GET", "/api/entrance", zone=zone)).json()
        # Two bodies share this server, so it names neither before somebody has signed in.
        assert said == {
            "zone": zone,
            "tenant": None,
            "contact": "",
            "protocol": 1,
            "signed_in": True,
            "here": {
                "welcomed": True,
                "lock_minutes": 0,
                "password_days_left": None,
                "owes_promise": False,
                "second_factor_from": None,
                "organizations": [{"organization_id": str(CITY_HALL), "name": "見本市役所"}],
            },
            "locked": None,
            "farewell": None,
            "barred": None,
        }
    assert (await town.call(None, "GET", "/api/entrance")).json()["signed_in"] is False


@pytest.mark.req("N28")
@pytest.mark.asvs("V15.3.4")
async def test_no_header_changes_the_zone_or_the_address_of_a_session(town: Town):
    claimed = {
        "x-zone": "lgwan",
        "x-forwarded-for": "10.0.0.1",
        "forwarded": "for=10.0.0.1",
        "x-real-ip": "10.0.0.1",
    }
    right = {"tenant": "mihon", "login_id": "10001", "password": PASSWORD}
    answer = await town.call(None, "POST", "/api/sign-in", right, zone="internet", headers=claimed)
    token = answer.headers["set-cookie"].partition("=")[2].partition(";")[0]
    cookie = {"cookie": f"{COOKIE}={token}"}
    mine = (await town.call(None, "GET", "/api/sessions", zone="internet", headers=cookie)).json()["sessions"]
    assert [(each["zone"], each["address"]) for each in mine if each["is_this"]] == [
        ("internet", "127.0.0.1")
    ]


@pytest.mark.req("N48")
@pytest.mark.asvs("V2.4.1")
async def test_who_asks_too_much_is_told_when_to_come_back(town: Town):
    town.assembly.entrance.allowances.per_second = 0.01  # not one question at a time
    answer = await town.call(SATO, "GET", "/api/screen")
    assert (answer.status_code, answer.json()["code"]) == (429, "too_many")
    assert int(answer.headers["retry-after"]) >= 1
