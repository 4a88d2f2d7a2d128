"""Signing in, through the door."""

import asyncio
import json
from base64 import urlsafe_b64decode
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from tests.cast import CITY_HALL, MIHON, PASSWORD, SATO
from tests.town import Town
from yoriai.kit.ids import uuid7
from yoriai.people.accounts.models import Account
from yoriai.people.accounts.roster.import_roster import Wish, import_roster, roster_in
from yoriai.people.accounts.roster.imports import Import
from yoriai.people.accounts.roster.ready import Target
from yoriai.people.sessions.authenticate import COOKIE, hash_of
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.passwords import Passwords
from yoriai.platform.facts.models import JournalRow
from yoriai.platform.work.edge import clock

pytestmark = pytest.mark.anyio

RIGHT = {"tenant": "mihon", "login_id": "10001", "password": PASSWORD}
NEW_PASSWORD = "あたらしいことばの12文字"


async def enter(town: Town, **changed: object):
    """As a browser sends it; half characters come as JSON escapes, which a client's own encoder would refuse."""
    headers = {
        "host": f"lgwan.localhost:{town.ports['lgwan']}",
        "origin": town.origin("lgwan"),
        "content-type": "application/json",
    }
    body = json.dumps(RIGHT | changed).encode()
    return await town.clients["lgwan"].post("/api/sign-in", content=body, headers=headers)


def token_in(answer) -> str:
    return answer.headers["set-cookie"].partition("=")[2].partition(";")[0]


async def asks(town: Town, token: str, *, zone: str = "lgwan") -> int:
    answer = await town.call(None, "GET", "/api/sessions", zone=zone, headers={"cookie": f"{COOKIE}={token}"})
    return answer.status_code


async def change(town: Town, who: UUID, **values: object) -> None:
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == who).values(**values))


async def newcomer(town: Town) -> str:
    """山田 comes by roster; the first password."""
    target = Target(MIHON, CITY_HALL, town.assembly.settings.server_key())
    roster = (
        "職員番号,氏名,ふりがな,所属,メール\n30001,山田 太郎,やまだ たろう,福祉課,yamada@city.mihon.example"
    )
    wish = Wish(Import(uuid7(clock()), "名簿.csv"), hand_over=lambda _: None)
    done = await import_roster(town.assembly.works, target, await roster_in(roster.encode()), wish)
    return done.added[0].secret


@pytest.mark.req("AUTH-1", "N42")
@pytest.mark.asvs("V3.3.1", "V3.3.2", "V3.3.3", "V3.3.4")
async def test_the_right_password_opens_a_session_in_a_cookie_that_nobody_else_can_set_or_read(town: Town):
    answer = await enter(town)

    assert (answer.status_code, answer.json()["account_id"]) == (200, str(SATO))
    cookie, known = answer.headers.get_list("set-cookie")
    assert cookie.startswith("__Host-yoriai=")
    assert known.startswith("__Host-yoriai-known=")
    assert {"secure", "httponly"} <= {part.strip().lower() for part in known.split(";")}
    assert {part.strip().lower() for part in cookie.split(";")[1:]} == {
        "httponly", "path=/", "samesite=lax", "secure", "max-age=2592000",
    }  # fmt: skip
    assert await asks(town, token_in(answer)) == 200


async def test_the_token_is_kept_only_as_what_it_hashes_to(town: Town):
    token = token_in(await enter(town))
    async with town.assembly.works.reading() as work:
        kept = (await work.session.scalars(select(Session.token_hash))).all()
    assert hash_of(token) in kept
    assert token not in kept


@pytest.mark.asvs("V16.2.1", "V16.3.1")
async def test_it_is_told_on_the_persons_own_stream_with_zone_address_and_session(town: Town):
    await enter(town)
    async with town.assembly.works.reading() as work:
        row = (
            await work.session.scalars(select(JournalRow).where(JournalRow.stream == f"person/{SATO}"))
        ).one()
    assert (row.name, row.by, row.tenant_id, row.zone, row.address) == (
        "sessions.began",
        SATO,
        MIHON,
        "lgwan",
        "127.0.0.1",
    )
    assert str(row.session_id) == row.body["session_id"]


@pytest.mark.asvs("V6.2.8")
async def test_capitals_width_and_the_mail_address_do_not_matter_but_the_password_is_exact(town: Town):
    await change(town, SATO, email="sato@city.mihon.example")
    assert (await enter(town, tenant="Ｍihon", login_id="１０００１")).status_code == 200
    assert (await enter(town, login_id="Sato@City.Mihon.example")).status_code == 200
    assert (await enter(town, password=PASSWORD + " ")).status_code == 401


WRONG = {
    "unknown body": {"tenant": "nowhere"},
    "no body": {"tenant": ""},
    "the next town": {"tenant": "tonari"},
    "NUL": {"login_id": "10001\0"},
    "unknown number": {"login_id": "99999"},
    "half a character": {"login_id": "\ud83d"},
    "a wildcard": {"login_id": "1000%"},
    "a wrong password": {"password": "まちがったパスワードです"},
    "no password": {"password": ""},
    "a megabyte": {"password": "x" * 1_000_000},
    "half a password": {"password": "\ud83d"},
}


@pytest.mark.req("AUTH-1", "N17", "N32")
async def test_whatever_is_wrong_the_answer_is_the_same(town: Town):
    answers = [await enter(town, **changed) for changed in WRONG.values()]
    await change(town, SATO, status="suspended")
    answers.append(await enter(town))
    await change(town, SATO, status="active", ends_on=date(2026, 3, 31))
    answers.append(await enter(town))

    assert {answer.status_code for answer in answers} == {401}
    assert {answer.json()["code"] for answer in answers} == {"sessions.not_recognized"}
    assert [answer.json()["details"] for answer in answers] == [{}] * len(answers)
    assert [answer for answer in answers if "set-cookie" in answer.headers] == []


@pytest.mark.req("N17")
async def test_every_wrong_answer_costs_exactly_one_hash(town: Town, monkeypatch):
    secret = await newcomer(town)
    hashed: list[str] = []
    real = Passwords._is_right
    monkeypatch.setattr(
        Passwords, "_is_right", lambda self, *asked: hashed.append(asked[1]) or real(self, *asked)
    )

    for changed in (
        {"tenant": "nowhere"},
        {"login_id": "99999"},
        {"password": "まちがい" * 3},
        {"login_id": "30001"},
    ):
        hashed.clear()
        assert (await enter(town, **changed)).status_code == 401
        assert len(hashed) == 1
    await change(town, SATO, status="suspended")
    hashed.clear()
    await enter(town)
    assert len(hashed) == 1
    assert (await enter(town, login_id="30001", password=secret)).status_code == 409


@pytest.mark.req("AUTH-2")
@pytest.mark.asvs("V2.3.1", "V6.4.1")
async def test_a_first_password_opens_nothing_before_a_new_one_is_chosen(town: Town):
    first = {"login_id": "30001", "password": await newcomer(town)}

    needed = await enter(town, **first)
    assert (needed.status_code, needed.json()["code"]) == (409, "sessions.new_password_needed")
    assert "set-cookie" not in needed.headers
    weak = await enter(town, **first, new_password="みじかい")
    assert (weak.status_code, weak.json()["code"], weak.json()["details"]["least"]) == (
        422,
        "sessions.weak_password",
        12,
    )
    same = await enter(town, **first, new_password=first["password"])
    assert same.json()["code"] == "sessions.weak_password"
    assert (await enter(town, **first, new_password=NEW_PASSWORD)).status_code == 200
    assert (await enter(town, login_id="30001", password=NEW_PASSWORD)).status_code == 200


@pytest.mark.req("AUTH-2")
@pytest.mark.asvs("V2.3.4", "V6.4.1")
async def test_a_first_password_works_once_however_many_try_at_the_same_moment(town: Town):
    first = {"login_id": "30001", "password": await newcomer(town), "new_password": NEW_PASSWORD}

    answers = await asyncio.gather(*(enter(town, **first) for _ in range(8)))

    assert sorted(answer.status_code for answer in answers) == [200] + [401] * 7
    assert (await enter(town, **first)).status_code == 401


@pytest.mark.asvs("V6.4.1")
async def test_a_first_password_ends_after_ninety_days(town: Town):
    first = {"login_id": "30001", "password": await newcomer(town), "new_password": NEW_PASSWORD}
    town.assembly.works.now = lambda: clock() + timedelta(days=91)
    assert (await enter(town, **first)).status_code == 401


async def test_a_new_password_that_nobody_asked_for_is_not_taken_silently(town: Town):
    answer = await enter(town, new_password=NEW_PASSWORD)
    assert (answer.status_code, answer.json()["details"]["field"]) == (422, "new_password")
    assert (await enter(town)).status_code == 200


@pytest.mark.req("N5")
@pytest.mark.asvs("V15.3.3")
async def test_a_field_that_is_not_asked_for_is_refused(town: Town):
    assert (await enter(town, roles=["owner"])).status_code == 422


@pytest.mark.req("N42")
@pytest.mark.asvs("V7.2.4")
async def test_signing_in_makes_a_new_token_whatever_came_along(town: Town):
    planted = "planted-by-somebody-else"
    answer = await town.call(None, "POST", "/api/sign-in", RIGHT, headers={"cookie": f"{COOKIE}={planted}"})
    assert token_in(answer) != planted
    assert await asks(town, planted) == 401


@pytest.mark.req("N44")
@pytest.mark.parametrize(("made_in", "other"), [("lgwan", "internet"), ("internet", "lgwan")])
@pytest.mark.asvs("V3.5.4")
async def test_a_cookie_of_one_side_is_worth_nothing_on_the_other(town: Town, made_in, other):
    token = token_in(await town.call(None, "POST", "/api/sign-in", RIGHT, zone=made_in))
    assert await asks(town, token, zone=made_in) == 200
    assert await asks(town, token, zone=other) == 401


@pytest.mark.asvs("V3.3.4", "V7.2.2", "V7.2.3", "V11.5.1")
async def test_every_token_is_drawn_anew_and_has_far_more_bits_than_anybody_guesses(town: Town):
    answers = [await enter(town) for _ in range(3)]
    tokens = [token_in(answer) for answer in answers]
    assert len(set(tokens)) == 3
    for answer, token in zip(answers, tokens, strict=True):
        assert token not in answer.text
        assert len(urlsafe_b64decode(token + "=" * (-len(token) % 4))) * 8 == 256
