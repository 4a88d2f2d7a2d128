"""The network models: readable files, said in words, and a start that is refused where they do not fit."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from yoriai.app.cli import main
from yoriai.app.cli.obstacles import obstacles, too_many_bodies
from yoriai.app.wiring import FEATURES
from yoriai.people.zones.profile import NAMES, profile_of
from yoriai.platform.settings import ListenerSettings, Settings
from yoriai.talk.rooms.labels import Labels

pytestmark = pytest.mark.req("ZONE-7", "N127")
LGWAN = ListenerSettings(zone="lgwan", url="https://l.example", bind="127.0.0.1:8600")
OTHER = ListenerSettings(zone="lgwan", url="https://m.example", bind="127.0.0.1:8602")
INTERNET = ListenerSettings(zone="internet", url="https://i.example", bind="127.0.0.1:8601")


def found(folder: Path, profile: str, *listeners: ListenerSettings) -> list[str]:
    settings = Settings(data_dir=folder, profile=profile, listeners=listeners)
    settings.make_server_key()
    return obstacles(settings)


@pytest.mark.parametrize(
    ("profile", "listeners", "words"),
    [
        ("gamma", (LGWAN, INTERNET), "「gamma」という名前のモデルはありません"),
        ("../alpha", (LGWAN,), "という名前のモデルはありません"),
        ("alpha", (INTERNET,), "LGWAN側の受け口が要ります"),
        ("alpha-prime", (INTERNET,), "LGWAN側の受け口が要ります"),
        ("alpha-prime", (LGWAN, OTHER), "それぞれの側に一つだけ"),
        ("beta", (LGWAN,), "インターネット側の受け口が要ります"),
        ("beta-prime", (LGWAN,), "インターネット側の受け口が要ります"),
    ],
)
def test_an_unknown_or_contradictory_model_stops_the_start(
    tmp_path: Path, profile: str, listeners: tuple[ListenerSettings, ...], words: str
) -> None:
    assert any(words in sentence for sentence in found(tmp_path, profile, *listeners))


@pytest.mark.parametrize("profile", NAMES)
def test_every_model_starts_at_both_doors_and_says_what_it_decides(tmp_path: Path, profile: str) -> None:
    assert found(tmp_path, profile, LGWAN, INTERNET) == []
    told = CliRunner().invoke(main, ["profile"], env={"YORIAI_PROFILE": profile})
    model = profile_of(profile)
    assert model
    assert (told.exit_code, "（この環境の設定）" in told.output) == (0, True)
    assert all(f"{point.what}：{point.says}" in told.output for point in model.points)


@pytest.mark.parametrize("profile", NAMES)
def test_every_model_withholds_what_there_is_and_orders_labels_that_fit_together(profile: str) -> None:
    model = profile_of(profile)
    assert model
    declared = {name for feature in FEATURES for name in feature.capabilities}
    assert all(withheld <= declared for withheld in model.withheld.values())
    Labels.usual_of(model.labels.levels, sealed_from=model.labels.sealed_from).check()


def test_a_side_that_nobody_knows_may_do_what_the_internet_side_may() -> None:
    model = profile_of("alpha")
    assert model
    assert model.withheld_at("elsewhere") == model.withheld_at("internet") != model.withheld_at("lgwan")


def test_a_model_for_one_body_is_refused_where_there_are_two() -> None:
    settings = Settings(profile="alpha-prime")
    assert too_many_bodies(settings, 1) is None
    assert "2 の団体があります" in (too_many_bodies(settings, 2) or "")
    assert too_many_bodies(Settings(profile="alpha"), 2) is None


def test_an_unknown_model_is_not_explained() -> None:
    told = CliRunner().invoke(main, ["profile", "gamma"])
    assert told.exit_code == 1
    every = CliRunner().invoke(main, ["profile", "--all"])
    assert [name for name in NAMES if f"\n{name}　" in f"\n{every.output}"] == list(NAMES)


def test_a_body_set_up_under_a_model_begins_with_its_labels_and_at_its_door(tmp_path: Path) -> None:
    asked = ["setup", "--code", "mihon", "--name", "見本市", "--contact", "情報政策課", "--login-id", "1"]
    asked += ["--person", "中村 圭一", "--kana", "なかむら けいいち"]
    doors = json.dumps(
        [each.model_dump(mode="json", exclude={"certificate", "key"}) for each in (LGWAN, INTERNET)]
    )
    env = {"YORIAI_DATA_DIR": str(tmp_path), "YORIAI_PROFILE": "beta-prime", "YORIAI_LISTENERS": doors}
    told = CliRunner().invoke(main, asked, env=env)
    assert told.exit_code == 0, told.output
    assert "https://i.example/start#" in told.output
