"""The machine that is measured on: what it is, and which of its cores does what."""

import os
import platform
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cores:
    """The core of the server and the core of the load; None on a machine that has only one to give."""

    server: int | None
    load: int | None


def cores() -> Cores:
    """The first two cores we may use: the server alone on one, so that its figures are not the load's."""
    ours = sorted(os.sched_getaffinity(0))
    return Cores(ours[0], ours[1]) if len(ours) > 1 else Cores(None, None)


def pin(process_id: int, core: int | None) -> None:
    """Keep a process and the threads it has on one core; those it starts later inherit that."""
    if core is None:
        return
    for task in Path(f"/proc/{process_id}/task").iterdir():
        os.sched_setaffinity(int(task.name), {core})


def pin_family(process_id: int, core: int | None) -> None:
    """The same for a process and its children: a database has one for each of its duties."""
    pin(process_id, core)
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal() and parent_of(entry) == process_id:
            pin(int(entry.name), core)


def parent_of(process: Path) -> int | None:
    try:
        # A program's name may hold spaces and brackets, so reading begins behind the last bracket.
        _, _, rest = (process / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")
    except (FileNotFoundError, ProcessLookupError):
        return None  # ended while we looked
    return int(rest.split()[1])


def described() -> str:
    processor = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    model = re.search(r"^model name\s*: (.+)$", processor, re.MULTILINE)
    memory = re.search(r"^MemTotal:\s+(\d+) kB", Path("/proc/meminfo").read_text(encoding="utf-8"))
    kind = "vCPU" if re.search(r"^flags\s*:.*\bhypervisor\b", processor, re.MULTILINE) else "CPU"
    gib = round(int(memory.group(1)) / 2**20) if memory else 0
    release = ".".join(platform.release().split(".")[:2])
    name = model.group(1) if model else platform.machine()
    return f"{os.cpu_count()} {kind} ({name}), {gib} GiB, Linux {release}"
