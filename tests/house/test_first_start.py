"""What a fresh machine may lack is told in one plain line each, and nothing inherited leads out of this folder."""

import os
import platform
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from tools import bootstrap, environment, ground, step, surroundings, web_client
from tools.lockfile import Wheel
from tools.places import LOCK, ROOT
from tools.words import Stop


def make(target: str, path: Path) -> subprocess.CompletedProcess[str]:
    for program in ("make", "sh", "sed"):
        (path / program).symlink_to(str(shutil.which(program)))
    return subprocess.run(
        ["make", target], cwd=ROOT, env={"PATH": str(path)}, capture_output=True, check=False, text=True
    )


def test_without_a_python_one_line_says_which_is_wanted(tmp_path: Path):
    told = make("run", tmp_path)
    assert told.returncode != 0
    assert "Python 3.11 以上が見つかりません" in told.stderr
    assert "No Python of at least 3.11" in told.stderr
    assert "Traceback" not in told.stderr


def test_an_old_python_and_an_empty_shim_are_passed_over(tmp_path: Path):
    for name, answer in (("python3", 127), ("python3.14", 1), ("python3.13", 0)):
        program = tmp_path / name
        program.write_text(f'#!/bin/sh\n[ "$1" = -c ] && exit {answer}\necho "{name} runs $*"\n')
        program.chmod(0o755)
    assert make("check", tmp_path).stdout == "python3.13 runs -m tools.bootstrap check\n"


def test_make_alone_lists_every_target(tmp_path: Path):
    listed = make("help", tmp_path).stdout
    assert [
        name for name in (*bootstrap.TARGETS, "demo-reset", "clean") if f"make {name}" not in listed
    ] == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path):
    (tmp_path / ".venv").write_text("a file where a folder should be")
    with pytest.raises(Stop, match=r"書き込めません.*cannot write to"):
        ground.check_folder(tmp_path)


@pytest.mark.parametrize(
    ("system", "machine", "fits"),
    [
        ("Linux", "x86_64", True),
        ("Darwin", "arm64", True),
        ("Linux", "aarch64", False),
        ("FreeBSD", "amd64", False),
    ],
)
def test_a_processor_without_a_wheel_is_named(
    monkeypatch: pytest.MonkeyPatch, system: str, machine: str, fits: bool
):
    monkeypatch.setattr(platform, "system", lambda: system)
    monkeypatch.setattr(platform, "machine", lambda: machine)
    if fits:
        ground.check_wheels(LOCK)
    else:
        with pytest.raises(Stop, match=f"{system} {machine}.*がありません"):
            ground.check_wheels(LOCK)


def test_a_port_in_use_is_named():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Stop, match=f"ポート {port} は使われています"):
            ground.check_port(port)
    ground.check_port(port)


@pytest.mark.parametrize(
    ("log", "said"),
    [
        ("error: Failed to fetch: dns error: failed to lookup address", "配布元に届きません"),
        ("npm error code EAI_AGAIN", "配布元に届きません"),
        (
            "WARNING: Retrying ... NewConnectionError(...)\nERROR: No matching distribution",
            "配布元に届きません",
        ),
        ("npm error code SELF_SIGNED_CERT_IN_CHAIN", "証明書"),
        ("OSError: [Errno 28] No space left on device", "空き容量"),
        (
            "error: Distribution can't be installed because it doesn't have a wheel for the platform",
            "部品がありません",
        ),
        ("error: The lockfile at `uv.lock` needs to be updated", "食い違って"),
        ("warming up\n\x1b[31merror: the tail wags\x1b[0m\nbye", "error: the tail wags"),
        ("", "失敗しました"),
    ],
)
def test_a_failed_step_is_told_in_one_line(tmp_path: Path, log: str, said: str):
    (tmp_path / "step.log").write_text(log)
    told = str(step.why("step", tmp_path / "step.log"))
    assert said in told
    assert "\n" not in told
    assert "step.log" in told


def test_what_leads_out_of_this_folder_is_left_behind(tmp_path: Path):
    given = {
        "PATH": "/usr/bin",
        "HOME": str(tmp_path),
        "VIRTUAL_ENV": "/elsewhere",
        "PYTHONPATH": "/elsewhere",
        "CONDA_PREFIX": "/elsewhere",
        "UV_SYSTEM_PYTHON": "1",
        "PIP_TARGET": "/elsewhere",
        "NODE_ENV": "production",
        "npm_config_prefix": "/elsewhere",
        "PIP_INDEX_URL": "https://mirror.example.jp/simple",
        "UV_INDEX_URL": "https://mirror.example.jp/simple",
        "npm_config_registry": "https://mirror.example.jp/npm",
        "HTTPS_PROXY": "http://proxy.example.jp:8080",
    }
    kept = surroundings.surroundings(given)
    assert "/elsewhere" not in kept.values()
    assert {"UV_SYSTEM_PYTHON", "NODE_ENV"}.isdisjoint(kept)
    assert {name for name in given if name in kept} == {
        "PATH",
        "HOME",
        "PIP_INDEX_URL",
        "UV_INDEX_URL",
        "npm_config_registry",
        "HTTPS_PROXY",
    }


@pytest.mark.parametrize("home", ["", "/nonexistent"])
def test_without_a_home_the_caches_stay_in_this_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: str
):
    monkeypatch.setattr(surroundings, "BUILD", tmp_path)
    kept = surroundings.surroundings({"HOME": home})
    assert all(kept[name].startswith(str(tmp_path)) for name in ("HOME", "UV_CACHE_DIR", "npm_config_cache"))


def test_the_first_tool_is_pinned_and_checked_against_the_lock(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    version, wheels = environment.pinned_uv(LOCK)
    assert version.count(".") == 2
    changed = tmp_path / "uv.whl"
    changed.write_bytes(b"not what was locked")
    fitting = [Wheel(url=changed.as_uri(), hash=wheel["hash"]) for wheel in wheels]
    monkeypatch.setattr(environment, "fits_this_machine", lambda _: True)
    with pytest.raises(Stop, match="固定ファイルの値と違います"):
        environment.fetch(fitting)


def test_the_build_is_stale_when_any_source_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(web_client, "ROOT", tmp_path)
    web = tmp_path / "web"
    (web / "src").mkdir(parents=True)
    (web / "node_modules").mkdir()
    page = web / "src" / "page.tsx"
    page.write_text("一")
    first = web_client.fingerprint(web_client.sources(web))
    (web / "node_modules" / "made.js").write_text("made")
    assert web_client.fingerprint(web_client.sources(web)) == first
    page.write_text("二")
    assert web_client.fingerprint(web_client.sources(web)) != first


def test_the_client_can_be_built_in_a_folder_with_a_japanese_name():
    settings = [*(ROOT / "web").glob("*.ts"), *(ROOT / "web" / "tools").glob("*.mjs")]
    # The path of a URL is percent-encoded: no such folder exists. `fileURLToPath(new URL(…))` names the real one.
    assert [
        path.name for path in settings if "import.meta.url).pathname" in path.read_text(encoding="utf-8")
    ] == []


def test_a_second_command_waits_for_the_first_to_be_prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bootstrap, "BUILD", tmp_path)
    waiting = "import fcntl, sys; fcntl.flock(open(sys.argv[1], 'w'), fcntl.LOCK_EX | fcntl.LOCK_NB)"
    with bootstrap.one_at_a_time():
        other = subprocess.run(
            [bootstrap.PYTHON, "-c", waiting, tmp_path / "lock"],
            capture_output=True,
            check=False,
            env=os.environ,
        )
    assert b"BlockingIOError" in other.stderr
