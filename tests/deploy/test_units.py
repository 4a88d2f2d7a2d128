"""The units that we hand out, read by systemd itself."""

import subprocess
from pathlib import Path

import pytest

from tools.places import ROOT

UNITS = ROOT / "deploy" / "systemd"


@pytest.mark.outside("systemd-analyze")
def test_systemd_understands_the_units_and_finds_them_well_locked(tmp_path: Path):
    for unit in UNITS.iterdir():
        said = unit.read_text(encoding="utf-8")
        # Programs and people of the machine on which they will run.
        said = said.replace("/opt/yoriai/.venv/bin/yoriai", "/bin/true").replace("User=yoriai", "User=root")
        (tmp_path / unit.name).write_text(said.replace("Group=yoriai", "Group=root"), encoding="utf-8")
    made = sorted(tmp_path.iterdir())
    verified = subprocess.run(
        ["systemd-analyze", "verify", *made], capture_output=True, text=True, check=False
    )
    assert (verified.returncode, verified.stderr) == (0, "")

    judged = ["systemd-analyze", "security", "--offline=true", "--threshold=30", tmp_path / "yoriai.service"]
    looked = subprocess.run(judged, capture_output=True, text=True, check=False)
    assert looked.returncode == 0, looked.stdout
