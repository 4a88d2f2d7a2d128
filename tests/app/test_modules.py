"""BASE-7: a body switches a module off, and it is gone from HTTP, sockets and signals at once; what it made stays."""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from pathlib import Path

import pytest
from fastapi import APIRouter
from pydantic import BaseModel
from sqlalchemy import select

from tests.cast import CITY_HALL, MIHON, MORI, SATO, SUZUKI, TAKAHASHI, WELFARE
from tests.ear import Refusal
from tests.grounds import Ground
from tests.town import Town, open_town
from yoriai.app import main
from yoriai.app.assembly import doors
from yoriai.app.wiring import FEATURES
from yoriai.people.orgs.facts import OrganizationFact
from yoriai.people.orgs.models import BodyChange
from yoriai.platform.feature import Asked, Command, Feature, FromInternet, Keeps
from yoriai.talk.receipts.feature import read_counts

pytestmark = [pytest.mark.anyio, pytest.mark.req("BASE-7")]
HEARTBEAT = 20.0
router = APIRouter(prefix="/weather")


class Nothing(BaseModel):
    pass


async def answer(asked: Asked, body: BaseModel) -> Mapping[str, object]:
    return {"sky": "晴れ"}


@router.get("")
async def read_weather() -> dict[str, str]:
    return {"sky": "晴れ"}


class WeatherChanged(OrganizationFact):
    name = "weather.changed"


WEATHER = Feature(
    name="weather",
    title="天気",
    keeps=Keeps.NOTHING,
    from_internet=FromInternet.EVERYTHING,
    may_switch_off=True,
    about="空のようす。",
    without="空のようすが出なくなります。",
    facts=(WeatherChanged,),
    routes=(router,),
    commands=(Command("weather.ask", Nothing, answer, capability="rooms.read"),),
)


@pytest.fixture
async def town(ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Town]:
    """The town with one module more, which it may live without."""
    monkeypatch.setattr(main, "FEATURES", (*FEATURES, WEATHER))
    monkeypatch.setattr(main, "DOORS", doors(main.FEATURES))
    with ground.copied(tmp_path) as url:
        async with open_town(url, tmp_path) as opened:
            yield opened


async def switch(town: Town, name: str, *, on: bool) -> int:
    method = "PUT" if on else "DELETE"
    return (await town.call(TAKAHASHI, method, f"/api/modules/{name}/switch")).status_code


async def test_a_module_that_is_switched_off_does_not_exist_until_it_is_switched_on(town: Town) -> None:
    for on, expected in ((False, 404), (True, 200)):
        assert await switch(town, "weather", on=on) == 204
        assert (await town.call(SATO, "GET", "/api/weather")).status_code == expected
        assert (await town.call(SATO, "GET", "/api/weather", zone="internet")).status_code == expected
        off = (await town.call(SATO, "GET", "/api/screen")).json()["me"]["switched_off"]
        assert off == ([] if on else ["weather"])
    assert (await town.call(MORI, "GET", "/api/weather")).status_code == 200, (
        "another body chooses for itself"
    )


async def test_an_open_socket_learns_it_within_one_heartbeat(town: Town) -> None:
    async with asyncio.timeout(HEARTBEAT), town.listens(SATO) as ear, town.listens(MORI) as other:
        assert await ear.ask("weather.ask") == {"sky": "晴れ"}
        assert await switch(town, "weather", on=False) == 204
        assert (await ear.fact("orgs.modules_changed"))["body"]["switched_off"] == ["weather"]
        assert (await ear.ended(5))[0] == 1012, "it comes back, and its rights are asked for anew"
        assert await other.ask("weather.ask") == {"sky": "晴れ"}
    async with town.listens(SATO) as ear:
        with pytest.raises(Refusal) as refused:
            await ear.ask("weather.ask")
        assert (refused.value.status, refused.value.code) == (404, "not_found")


@pytest.mark.req("D10")
async def test_what_a_module_that_is_off_tells_is_a_blank_on_the_socket_and_when_it_is_asked_for(
    town: Town,
) -> None:
    stream = f"organization/{CITY_HALL}"
    assert await switch(town, "weather", on=False) == 204
    async with town.listens(SATO) as ear:
        async with town.assembly.works.writing() as work:
            work.state(WeatherChanged(organization_id=CITY_HALL), by=None)
        await ear.until(lambda: any(frame.get("number") == 2 for frame in ear.frames))
        blank = next(frame for frame in ear.frames if frame.get("number") == 2)
        assert blank == {"stream": stream, "number": 2}
    missed = f"/api/facts?stream={stream}&after=1"
    assert (await town.call(SATO, "GET", missed)).json() == {"frames": [blank], "covered": 2}
    assert await switch(town, "weather", on=True) == 204
    frames = (await town.call(SATO, "GET", missed)).json()["frames"]
    assert [frame["fact"] for frame in frames] == ["weather.changed", "orgs.modules_changed"]


async def test_signals_of_a_module_that_is_off_reach_nobody_of_the_body(town: Town) -> None:
    message = f"/api/rooms/{WELFARE}/messages"
    await town.says(SATO, "ご確認ください", WELFARE)
    assert await switch(town, read_counts.name, on=False) == 204
    async with town.listens(SATO) as ear:
        await ear.ask("look", stream=f"room/{WELFARE}")
        await town.call(SUZUKI, "PUT", f"/api/rooms/{WELFARE}/read-mark", {"ordinal": 1})
        await asyncio.sleep(1.5)
        assert [frame for frame in ear.frames if "signal" in frame] == []
        assert (await town.call(SATO, "GET", message)).json()["marks"] == []
    assert await switch(town, read_counts.name, on=True) == 204
    assert (await town.call(SATO, "GET", message)).json()["marks"] != [], "what was read stays read"


async def test_switching_twice_is_switching_once_and_it_is_kept_who_did_it(town: Town) -> None:
    for _ in range(2):
        assert await switch(town, "weather", on=False) == 204
    assert await town.told_at(f"organization/{CITY_HALL}") == ["orgs.modules_changed"]
    async with town.assembly.works.reading() as work:
        (change,) = await work.session.scalars(select(BodyChange))
    assert (change.tenant_id, change.by, change.name) == (MIHON, TAKAHASHI, "weather")
    assert (change.before, change.after) == (True, False)

    shown = (await town.call(TAKAHASHI, "GET", "/api/modules")).json()["modules"]
    weather = next(each for each in shown if each["name"] == "weather")
    assert (weather["is_on"], weather["changed_by"]["family"]) == (False, "髙橋")
    assert all(each["about"] and each["without"] and each["title"] for each in shown)


async def test_what_cannot_be_switched_off_is_no_module(town: Town) -> None:
    assert await switch(town, "messages", on=False) == 404
    assert await switch(town, "nothing", on=False) == 404


async def test_only_an_administrator_chooses(town: Town) -> None:
    for method, path in (("GET", "/api/modules"), ("DELETE", "/api/modules/weather/switch")):
        assert (await town.call(SATO, method, path)).status_code == 403


def test_a_feature_that_forgets_forgets_its_own_tables_and_by_the_clock():
    for feature in FEATURES:
        assert set(feature.forgets) <= set(feature.tables), feature.name
        assert bool(feature.forgets) <= bool(feature.schedules), feature.name


def test_every_module_that_may_be_switched_off_says_what_is_missing_then() -> None:
    mute = [each.name for each in FEATURES if each.may_switch_off and not (each.about and each.without)]
    assert mute == []
