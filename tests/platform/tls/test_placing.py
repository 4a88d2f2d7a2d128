"""A key or a certificate is put in its place whole, or not at all, and is private from its first byte."""

import os
from pathlib import Path

import pytest

from yoriai.platform.tls import placing
from yoriai.platform.tls.placing import put, put_pair


def modes(folder: Path) -> dict[str, int]:
    return {each.name: each.stat().st_mode & 0o777 for each in folder.iterdir()}


@pytest.mark.req("N127", "ZONE-11")
def test_the_key_is_its_owners_alone_and_the_certificate_everybodys(tmp_path: Path):
    old = os.umask(0)
    try:
        put_pair((tmp_path / "a.crt", b"certificate"), (tmp_path / "a.key", b"key"))
    finally:
        os.umask(old)
    assert modes(tmp_path) == {"a.crt": 0o644, "a.key": 0o600}


@pytest.mark.req("ZONE-11")
def test_a_disk_that_is_full_leaves_the_old_one_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    put(tmp_path / "a.key", b"old", mode=0o600)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(placing.os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        put(tmp_path / "a.key", b"new", mode=0o600)
    assert (tmp_path / "a.key").read_bytes() == b"old"
    assert modes(tmp_path) == {"a.key": 0o600}, "and nothing lies about"


def test_a_file_that_others_could_read_becomes_private(tmp_path: Path):
    (tmp_path / "a.key").write_bytes(b"old")
    (tmp_path / "a.key").chmod(0o644)
    put(tmp_path / "a.key", b"new", mode=0o600)
    assert modes(tmp_path) == {"a.key": 0o600}


@pytest.mark.req("ZONE-11")
@pytest.mark.parametrize("who", ["root", "somebody"])
def test_what_root_puts_there_belongs_to_whoever_the_one_before_belonged_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, who: str
):
    """The server runs as nobody of importance, and `sudo yoriai tls install` would take its key from it."""
    given, owners = list[tuple[int, int]](), {tmp_path: (41, 42), tmp_path / "a.key": (51, 52)}
    real = Path.stat

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = real(path, follow_symlinks=follow_symlinks)
        if path not in owners:
            return found
        return os.stat_result([*found[:4], *owners[path], *found[6:10]])

    monkeypatch.setattr(placing.os, "geteuid", lambda: 0 if who == "root" else 51)
    monkeypatch.setattr(placing.os, "fchown", lambda _, *ids: given.append(ids))
    monkeypatch.setattr(Path, "stat", stat)
    for _ in range(2):
        put(tmp_path / "a.key", b"key", mode=0o600)
    assert given == ([(41, 42), (51, 52)] if who == "root" else [])
