"""The files that we hand out for running it: they name only what there is, and agree with one another."""

import re
import shlex
import socket
import subprocess
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from time import sleep
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from tests.postgres import free_port
from tests.valkey import where_the_binary_is
from tools.places import ROOT
from yoriai.app.cli import main
from yoriai.app.cli.obstacles import obstacles
from yoriai.app.cli.workers import LONGEST_END
from yoriai.app.wiring import FEATURES
from yoriai.platform.http.dress import OVER_TLS
from yoriai.platform.realtime.realtime import BEAT_EVERY
from yoriai.platform.realtime.serving import CIPHERS
from yoriai.platform.settings import Settings

DEPLOY = ROOT / "deploy"
NGINX = {each.name: each.read_text(encoding="utf-8") for each in (DEPLOY / "nginx").glob("*.conf")}
RULES = NGINX["zone.conf"]
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
    said = [each for each in obstacles(settings) if "受け口" in each]
    # Its certificate and its key are made after it (`yoriai tls`); nothing else is wrong with it.
    assert [each for each in said if "のファイルがないか、読めません" not in each] == []


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


def kept_out(path: PurePosixPath) -> bool:
    """Whether this file stays out of the image: it, or a folder in which it lies, is named in .dockerignore."""
    named = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    above = [each.as_posix() for each in (path, *path.parents)]
    return any(fnmatch(f"/{each}", f"/{name}".replace("/**/", "*/")) for name in named for each in above)


@pytest.mark.req("N127")
@pytest.mark.asvs("V13.3.1", "V13.4.1")
def test_no_secret_that_lies_beside_the_samples_gets_into_the_image_or_into_version_control():
    """The Containerfile copies the whole folder, and deploy.md has them put there before the image is built."""
    folder = PurePosixPath("deploy/compose")
    written = [
        volume.partition(":")[0]
        for each in COMPOSE["services"].values()
        for volume in each.get("volumes", [])
    ]
    secret = [folder / ".env", *(folder / each for each in written if each.startswith("./certificates/"))]
    assert len(secret) == 5
    for path in secret:
        assert kept_out(path), path
        asked = subprocess.run(["git", "-C", ROOT, "check-ignore", "-q", path], check=False)
        assert asked.returncode in {0, 128}, path  # 128: there is no version control here
    assert not kept_out(folder / "compose.yaml")
    assert kept_out(PurePosixPath(".git/config"))
    assert not kept_out(PurePosixPath("src/yoriai/kit/ids.py"))


@pytest.mark.req("N130")
def test_no_password_stands_among_the_arguments_of_a_container():
    for name, service in COMPOSE["services"].items():
        for words in ("command", "entrypoint", "healthcheck"):
            assert "PASSWORD:" not in str(service.get(words)), f"{name}: {words}"


@pytest.mark.req("N130")
@pytest.mark.asvs("V13.2.1")
def test_the_bus_of_the_containers_answers_whoever_knows_its_password_alone(tmp_path: Path):
    port = free_port()
    (tmp_path / "valkey-server").write_text(f'#!/bin/sh\nexec "{where_the_binary_is()}" --port {port} "$@"\n')
    (tmp_path / "valkey-server").chmod(0o755)
    env = {"PATH": f"{tmp_path}:/usr/bin:/bin", "VALKEY_PASSWORD": "0a1b2c"}
    command = [word.replace("$$", "$") for word in COMPOSE["services"]["valkey"]["command"]]
    running = subprocess.Popen(command, env=env, cwd=tmp_path, stdout=subprocess.DEVNULL)
    try:
        with answering(port) as line:
            line.sendall(b"PING\r\n")
            assert line.recv(100).startswith(b"-NOAUTH")
            line.sendall(b"AUTH default 0a1b2c\r\n")
            assert line.recv(100) == b"+OK\r\n"
            line.sendall(b"CONFIG GET save\r\n")
            assert line.recv(100) == b"*2\r\n$4\r\nsave\r\n$0\r\n\r\n"
        assert "0a1b2c" not in Path(f"/proc/{running.pid}/cmdline").read_text(encoding="utf-8")
    finally:
        running.kill()
        running.wait()


def answering(port: int) -> socket.socket:
    for _ in range(100):
        with suppress(ConnectionRefusedError):
            return socket.create_connection(("127.0.0.1", port), timeout=5)
        sleep(0.05)
    raise TimeoutError


def proxy_of(zone: str) -> str:
    """The address of the nginx that stands in this network."""
    return COMPOSE["services"][f"nginx-{zone}"]["networks"]["inside"]["ipv4_address"]


@pytest.mark.req("ZONE-1", "N28")
@pytest.mark.asvs("V4.1.2")
def test_nginx_has_an_address_of_its_own_in_each_network_and_sends_whoever_comes_there_to_its_zone():
    addresses = [node["networks"]["inside"]["ipv4_address"] for node in NODES]
    listeners = Settings.load(DEPLOY / "compose" / "node.toml").listeners
    for listener in listeners:
        proxy, said = proxy_of(listener.zone), NGINX[f"{listener.zone}.conf"]
        assert listener.proxies == (f"{proxy}/32",)
        doors = re.findall(r"^    server (\S+) ", said, re.MULTILINE)
        assert doors == [f"{address}:{listener.address[1]}" for address in addresses]
        assert set(re.findall(r"listen (\S+) ", said)) == {f"{proxy}:443"}
        assert re.findall(r"server_name ([^;]+);", said) == ["_", f"{listener.host} {listener.files_host}"]
        assert re.findall(r"proxy_pass http://(\w+);", said) == [f"yoriai_{listener.zone}"]
        (opened,) = COMPOSE["services"][f"nginx-{listener.zone}"]["ports"]
        assert opened == f"${{{listener.zone.upper()}_ADDRESS:?}}:443:443"
        of_another = [each.zone for each in listeners if each != listener]
        mounted = " ".join(COMPOSE["services"][f"nginx-{listener.zone}"]["volumes"])
        assert not any(other in mounted for other in of_another)


def test_nginx_lets_through_what_the_server_would_take_and_waits_as_long_as_it_may_be_quiet():
    largest = max(upload.most for feature in FEATURES for upload in feature.uploads)
    (size,) = re.findall(r"client_max_body_size (\d+)m;", RULES)
    assert int(size) * 1024 * 1024 > largest
    (patience,) = re.findall(r"proxy_read_timeout (\d+)s;", RULES)
    assert int(patience) > 2 * BEAT_EVERY


@pytest.mark.req("N28")
@pytest.mark.asvs("V4.1.3")
def test_nginx_replaces_the_address_and_throws_away_what_claims_a_zone():
    given = dict(re.findall(r'proxy_set_header (\S+) "?([^";]*)"?;', RULES))
    assert given["X-Forwarded-For"] == "$remote_addr"
    claims = ("Forwarded", "X-Real-IP", "X-Zone", "Zone", "X-Forwarded-Host", "True-Client-IP", "Via")
    assert {given[name] for name in claims} == {""}


@pytest.mark.asvs("V3.4.1", "V12.1.1", "V12.1.2")
def test_both_proxies_speak_the_same_tls_as_the_server_itself():
    said = (DEPLOY / "haproxy" / "haproxy.cfg").read_text(encoding="utf-8")
    assert "ssl_protocols TLSv1.2 TLSv1.3;" in RULES
    assert f"ssl_ciphers {CIPHERS};" in RULES
    assert "ssl-min-ver TLSv1.2" in said
    assert f"ssl-default-bind-ciphers {CIPHERS}\n" in said
    for words in (RULES, said):
        assert f'Strict-Transport-Security "{OVER_TLS["strict-transport-security"]}"' in words


def test_haproxy_does_the_same():
    said = (DEPLOY / "haproxy" / "haproxy.cfg").read_text(encoding="utf-8")
    addresses = [node["networks"]["inside"]["ipv4_address"] for node in NODES]
    for listener in Settings.load(DEPLOY / "compose" / "node.toml").listeners:
        (backend,) = re.findall(rf"backend yoriai_{listener.zone} from any\n((?:    .+\n)+)", said)
        doors = [f"{address}:{listener.address[1]}" for address in addresses]
        assert re.findall(r"    server \w+ (\S+)", backend) == doors
        assert f"uri /healthz ver HTTP/1.1 hdr Host {listener.host}\n" in backend
        (door,) = re.findall(rf"frontend {listener.zone} from door\n((?:    .+\n)+)", said)
        assert f"bind {proxy_of(listener.zone)}:443 ssl crt /etc/haproxy/yoriai/{listener.zone}.pem " in door
        assert f"reject if !{{ req.hdr(host) -i {listener.files_host} {listener.host} }}\n" in door
        assert door.endswith(f"default_backend yoriai_{listener.zone}\n")
    replaced = set(re.findall(r"http-request (?:set|del)-header (\S+)", said))
    ours = {name for name, _ in re.findall(r'proxy_set_header (\S+) ("")', RULES)}
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
