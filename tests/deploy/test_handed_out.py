"""The files that we hand out for running it: they name only what there is, and agree with one another."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from tools.places import ROOT
from yoriai.app.cli import main
from yoriai.app.cli.obstacles import obstacles
from yoriai.app.cli.workers import LONGEST_END
from yoriai.app.wiring import FEATURES
from yoriai.platform.realtime.realtime import BEAT_EVERY
from yoriai.platform.settings import Settings

DEPLOY = ROOT / "deploy"
NGINX = "\n".join(
    (DEPLOY / "nginx" / name).read_text(encoding="utf-8") for name in ("yoriai.conf", "zone.conf")
)
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose" / "compose.yaml").read_text(encoding="utf-8"))
NODES = [service for name, service in COMPOSE["services"].items() if name.startswith("node")]
SAMPLES = [DEPLOY / "yoriai.toml", DEPLOY / "compose" / "node.toml"]
OF_THE_ENVIRONMENT = {"YORIAI_CONFIG"}


@pytest.fixture(autouse=True)
def nothing_around(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("YORIAI_DATABASE", "YORIAI_DATA_DIR", "YORIAI_BUS"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_settings_can_be_read_and_their_doors_opened(sample: Path):
    settings = Settings.load(sample)
    assert {listener.zone for listener in settings.listeners} == {"lgwan", "internet"}
    assert [each for each in obstacles(settings) if "受け口" in each] == []


def test_the_sample_names_every_setting_that_an_operator_decides():
    said = SAMPLES[0].read_text(encoding="utf-8")
    written_by_nobody = {"demo"}
    missing = [
        name
        for name in set(Settings.model_fields) - written_by_nobody
        if not re.search(rf"^#? ?\[?\[?{name}\b", said, re.MULTILINE)
    ]
    assert missing == []


def test_containers_are_given_only_settings_that_there_are():
    known = {f"YORIAI_{name.upper()}" for name in Settings.model_fields} | OF_THE_ENVIRONMENT
    for node in NODES:
        assert {name for name in node["environment"] if name.startswith("YORIAI_")} <= known
    env = (DEPLOY / "compose" / "env.example").read_text(encoding="utf-8")
    wanted = set(re.findall(r"\$\{(\w+)", (DEPLOY / "compose" / "compose.yaml").read_text(encoding="utf-8")))
    assert wanted == set(re.findall(r"^(\w+)=", env, re.MULTILINE))


def test_containers_mount_only_files_that_there_are():
    for name, service in COMPOSE["services"].items():
        for volume in service.get("volumes", []):
            here = volume.partition(":")[0]
            if here.startswith(".") and "/certificates/" not in here:
                assert (DEPLOY / "compose" / here).exists(), f"{name}: {here}"
        for needed in service.get("depends_on", {}):
            assert needed in COMPOSE["services"]


def test_nginx_sends_each_name_to_the_doors_of_its_zone():
    addresses = [node["networks"]["inside"]["ipv4_address"] for node in NODES]
    proxy = COMPOSE["services"]["nginx"]["networks"]["inside"]["ipv4_address"]
    for listener in Settings.load(DEPLOY / "compose" / "node.toml").listeners:
        assert listener.proxies == (f"{proxy}/32",)
        (upstream,) = re.findall(rf"upstream yoriai_{listener.zone} {{(.*?)\n}}", NGINX, re.DOTALL)
        doors = re.findall(r"server (\S+) ", upstream)
        assert doors == [f"{address}:{listener.address[1]}" for address in addresses]
        (server,) = re.findall(rf"server_name {re.escape(listener.host)};(.*?)\n}}", NGINX, re.DOTALL)
        assert re.findall(r"proxy_pass http://(\w+);", server) == [f"yoriai_{listener.zone}"]


def test_nginx_lets_through_what_the_server_would_take_and_waits_as_long_as_it_may_be_quiet():
    largest = max(upload.most for feature in FEATURES for upload in feature.uploads)
    (size,) = re.findall(r"client_max_body_size (\d+)m;", NGINX)
    assert int(size) * 1024 * 1024 > largest
    (patience,) = re.findall(r"proxy_read_timeout (\d+)s;", NGINX)
    assert int(patience) > 2 * BEAT_EVERY


@pytest.mark.req("N28")
def test_nginx_replaces_the_address_and_throws_away_what_claims_a_zone():
    given = dict(re.findall(r'proxy_set_header (\S+) "?([^";]*)"?;', NGINX))
    assert given["X-Forwarded-For"] == "$remote_addr"
    claims = ("Forwarded", "X-Real-IP", "X-Zone", "Zone", "X-Forwarded-Host", "True-Client-IP", "Via")
    assert {given[name] for name in claims} == {""}


def test_haproxy_does_the_same():
    said = (DEPLOY / "haproxy" / "haproxy.cfg").read_text(encoding="utf-8")
    addresses = [node["networks"]["inside"]["ipv4_address"] for node in NODES]
    for listener in Settings.load(DEPLOY / "compose" / "node.toml").listeners:
        (backend,) = re.findall(rf"backend yoriai_{listener.zone}\n((?:    .+\n)+)", said)
        doors = [f"{address}:{listener.address[1]}" for address in addresses]
        assert re.findall(r"    server \w+ (\S+)", backend) == doors
        assert f"uri /healthz ver HTTP/1.1 hdr Host {listener.host}\n" in backend
        assert f"-i {listener.host}\n" in said
    replaced = set(re.findall(r"http-request (?:set|del)-header (\S+)", said))
    ours = {name for name, _ in re.findall(r'proxy_set_header (\S+) ("")', NGINX)}
    assert replaced == ours | {"X-Forwarded-For"}


def units() -> list[Path]:
    return sorted((DEPLOY / "systemd").glob("*.service"))


@pytest.mark.parametrize("unit", units(), ids=lambda unit: unit.name)
def test_a_unit_starts_a_command_that_there_is(unit: Path):
    (line,) = re.findall(r"^ExecStart=(.*)$", unit.read_text(encoding="utf-8"), re.MULTILINE)
    program, name, *words = shlex.split(line)
    assert program.endswith("/.venv/bin/yoriai")
    told = CliRunner().invoke(main, [name, "--help"])
    assert told.exit_code == 0
    assert all(word in told.output for word in words if word.startswith("-"))


def test_a_unit_waits_until_the_server_has_ended():
    said = (DEPLOY / "systemd" / "yoriai.service").read_text(encoding="utf-8")
    (waits,) = re.findall(r"^TimeoutStopSec=(\d+)$", said, re.MULTILINE)
    longest = Settings.model_fields["drain_seconds"].metadata
    (most,) = [each.le for each in longest if hasattr(each, "le")]
    assert int(waits) > most + LONGEST_END
    assert "KillMode=mixed" in said, "with several processes the parent alone is told"
