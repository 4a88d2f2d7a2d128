"""Settings of a body: their defaults, who may change them, and what is told."""

from collections.abc import AsyncGenerator
from pathlib import Path
from typing import ClassVar

import pytest
from pydantic import Field

from tests.cast import CITY_HALL, MIHON, SATO, TAKAHASHI, TONARI_HALL
from tests.grounds import Ground
from tests.town import Town, open_town
from yoriai.app import main
from yoriai.app.wiring import FEATURES
from yoriai.people.orgs import settings
from yoriai.people.orgs.settings import Setting
from yoriai.platform.feature import Feature, FromInternet, Keeps

pytestmark = pytest.mark.anyio


class Bell(Setting):
    """When the bell of the town rings."""

    name: ClassVar[str] = "bell"
    hour: int = Field(default=17, ge=0, le=23)
    rings: bool = True


BELL = Feature(
    name="bell",
    title="鐘",
    keeps=Keeps.NOTHING,
    from_internet=FromInternet.EVERYTHING,
    may_switch_off=True,
    settings={Bell.name: Bell},
)


@pytest.fixture
async def town(ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Town]:
    monkeypatch.setattr(main, "FEATURES", (*FEATURES, BELL))
    with ground.copied(tmp_path) as url:
        async with open_town(url, tmp_path) as opened:
            yield opened


async def test_where_nothing_was_chosen_the_defaults_hold(town: Town) -> None:
    answer = await town.call(TAKAHASHI, "GET", "/api/settings/bell")
    assert answer.json() == {
        "name": "bell",
        "value": {"hour": 17, "rings": True},
        "changed_at": None,
        "changed_by": None,
    }


async def test_what_is_chosen_holds_for_this_body_and_its_organizations_are_told(town: Town) -> None:
    for _ in range(2):
        changed = await town.call(TAKAHASHI, "PUT", "/api/settings/bell", {"hour": 18})
        assert changed.status_code == 204
    answer = (await town.call(TAKAHASHI, "GET", "/api/settings/bell")).json()
    assert (answer["value"], answer["changed_by"]["family"]) == ({"hour": 18, "rings": True}, "髙橋")
    assert await town.told_at(f"organization/{CITY_HALL}") == ["orgs.settings_changed"]
    assert await town.told_at(f"organization/{TONARI_HALL}") == []
    async with town.assembly.works.reading() as work:
        assert (await settings.of(work, MIHON, Bell)).hour == 18


@pytest.mark.req("N9")
@pytest.mark.parametrize("value", [{"hour": 24}, {"hour": "いつか"}, {"hour": 3, "more": 1}])
async def test_what_the_feature_does_not_know_is_refused_and_changes_nothing(town: Town, value) -> None:
    refused = await town.call(TAKAHASHI, "PUT", "/api/settings/bell", value)
    assert (refused.status_code, refused.json()["code"]) == (422, "wrong")
    assert (await town.call(TAKAHASHI, "GET", "/api/settings/bell")).json()["value"]["hour"] == 17


async def test_a_setting_that_is_not_there_or_whose_module_is_off_is_not_found(town: Town) -> None:
    assert (await town.call(TAKAHASHI, "GET", "/api/settings/nothing")).status_code == 404
    await town.call(TAKAHASHI, "DELETE", "/api/modules/bell/switch")
    assert (await town.call(TAKAHASHI, "GET", "/api/settings/bell")).status_code == 404


async def test_only_an_administrator_sees_and_changes_settings(town: Town) -> None:
    for method in ("GET", "PUT"):
        assert (await town.call(SATO, method, "/api/settings/bell", {})).status_code == 403


def test_what_a_newer_server_has_kept_is_passed_over() -> None:
    assert settings.read({"bell": {"hour": 9, "song": "夕焼け"}}, Bell) == Bell(hour=9)
    assert settings.read({"bell": None}, Bell) == settings.read({}, Bell) == Bell()


def test_every_setting_that_a_feature_declares_is_one_under_its_own_name() -> None:
    declared = [(name, kind) for feature in FEATURES for name, kind in feature.settings.items()]
    assert [name for name, kind in declared if not (issubclass(kind, Setting) and kind.name == name)] == []
