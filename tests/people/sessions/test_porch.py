"""Before the door of signing in: a machine that guesses is answered at the porch, in the words of the door itself."""

import json

import pytest

from tests.cast import SUZUKI
from tests.people.sessions.entering import RIGHT, WRONG, cookies_in, enter, hands_a_slip
from tests.town import Town
from yoriai.people.sessions import known, routes, throttle
from yoriai.people.sessions.attempts import InProcess, Limit
from yoriai.people.sessions.throttle import FOR_ADDRESS

pytestmark = [pytest.mark.anyio, pytest.mark.req("N32")]

FULL = Limit(burst=0, pause=FOR_ADDRESS.pause)


async def inside(town: Town, **changed: object):
    """The same try, written so that only the framework can read it."""
    headers = {
        "host": f"lgwan.localhost:{town.ports['lgwan']}",
        "origin": town.origin("lgwan"),
        "content-type": "application/json",
    }
    body = json.dumps(RIGHT | changed).encode("utf-16")
    return await town.clients["lgwan"].post("/api/sign-in", content=body, headers=headers)


def shape(answer) -> tuple[int, str, dict[str, str], set[str]]:
    """Everything of an answer that is not its own time or number."""
    changing = {"date", "x-request-id", "content-length", "retry-after"}
    headers = {name: value for name, value in answer.headers.items() if name not in changing}
    said = answer.json()
    assert said["request_id"] == answer.headers["x-request-id"]
    assert int(answer.headers["retry-after"]) == said["details"]["retry_after"] > 0
    return answer.status_code, said["code"], headers, set(said)


@pytest.fixture
def nobody_enters(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Who came as far as the door."""
    came = list[object]()
    real = routes.sign_in

    async def noted(*args):
        came.append(args)
        return await real(*args)

    monkeypatch.setattr(routes, "sign_in", noted)
    return came


@pytest.mark.asvs("V6.3.4")
async def test_too_many_wrong_passwords_are_answered_at_the_porch_as_at_the_door(town: Town, nobody_enters):
    for _ in range(10):
        await enter(town, password=WRONG)
    nobody_enters.clear()
    at_the_porch = await enter(town, password=WRONG)
    assert nobody_enters == []
    at_the_door = await inside(town, password=WRONG)
    assert len(nobody_enters) == 1
    assert shape(at_the_porch) == shape(at_the_door)
    assert at_the_porch.status_code == 429


@pytest.mark.req("N17")
async def test_a_full_house_of_strangers_is_answered_there_too_whoever_is_claimed(
    town: Town, monkeypatch, nobody_enters
):
    for name in ("FOR_ADDRESS", "FOR_STRANGERS"):
        monkeypatch.setattr(throttle, name, FULL)
    claims = ({}, {"login_id": "99999"}, {"tenant": "nowhere"}, {"password": WRONG})
    answers = [shape(await enter(town, **claim)) for claim in claims]
    assert nobody_enters == []
    assert answers == [shape(await inside(town))] * 4
    assert answers[0][:2] == (503, "not_now")


async def test_asking_at_the_porch_counts_nothing(town: Town, monkeypatch):
    for _ in range(10):
        await enter(town, password=WRONG)
    counted = town.assembly.entrance.attempts
    assert isinstance(counted, InProcess)
    before = dict(counted.empty_at)
    for _ in range(5):
        assert (await enter(town, password=WRONG)).status_code == 429
    assert counted.empty_at == before


async def test_a_first_password_and_a_known_browser_are_let_past(town: Town, monkeypatch):
    secret = await hands_a_slip(town, SUZUKI)
    mark = cookies_in(await enter(town))[known.COOKIE]
    for name in ("FOR_ADDRESS", "FOR_STRANGERS"):
        monkeypatch.setattr(throttle, name, FULL)
    assert (await enter(town)).status_code == 503
    assert (await enter(town, cookie=f"{known.COOKIE}={mark}")).status_code == 200
    first = await enter(town, login_id="10002", password=secret)
    assert (first.status_code, first.json()["code"]) == (409, "sessions.new_password_needed")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"tenant": "mihon"}', b'{"password": 1}'])
async def test_what_the_porch_cannot_read_is_the_doors_to_refuse(town: Town, body: bytes):
    headers = {
        "host": f"lgwan.localhost:{town.ports['lgwan']}",
        "origin": town.origin("lgwan"),
        "content-type": "application/json",
    }
    answer = await town.clients["lgwan"].post("/api/sign-in", content=body, headers=headers)
    assert answer.status_code in {400, 422}
