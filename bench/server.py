"""The real server, started as an operator starts it, on the core that is its own."""

import contextlib
import time
import urllib.error
import urllib.request
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen

from bench.generator import Seat
from bench.machine import cores
from bench.programs import running
from bench.setups import Setup
from bench.town import Place
from tools.places import PYTHON
from tools.words import Stop
from yoriai.people.sessions.authenticate import COOKIE
from yoriai.platform.settings import ListenerSettings, Settings

PATIENCE = 60  # seconds until it must answer


@dataclass(frozen=True)
class Served:
    """A server that answers."""

    process_id: int
    settings: Settings

    def seats(self, places: list[Place]) -> list[Seat]:
        doors = {listener.zone: listener for listener in self.settings.listeners}
        return [_seat(place, doors[place.resident.zone.value]) for place in places]


def _seat(place: Place, door: ListenerSettings) -> Seat:
    _, port = door.address
    return Seat(
        port=port,
        host=f"{door.host}:{port}",
        origin=door.url,
        cookie=f"{COOKIE}={place.resident.token}",
        room_id=str(place.room_id),
    )


@contextlib.contextmanager
def served(setup: Setup, settings: Settings | None = None, *, name: str = "yoriai") -> Generator[Served]:
    """A server of this setup, or another one of the same database by settings of its own."""
    settings = settings or setup.settings
    config = write_config(setup.folder / f"{name}.toml", settings)
    command = [PYTHON, "-m", "yoriai.app.cli", "serve", "--config", config]
    with running(command, core=cores().server, log=setup.log) as program:
        wait_for(program, settings, setup.log)
        yield Served(program.pid, settings)


def write_config(path: Path, settings: Settings) -> Path:
    lines = [f'data_dir = "{settings.data_dir}"', f'log_level = "{settings.log_level}"']
    lines.append(f"asks_per_second = {settings.asks_per_second}")
    if settings.database:
        lines.append(f'database = "{settings.database}"')
    if settings.bus:
        lines.append(f'bus = "{settings.bus}"')
    for door in settings.listeners:
        lines += ["[[listeners]]", f'zone = "{door.zone}"', f'url = "{door.url}"', f'bind = "{door.bind}"']
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def wait_for(program: "Popen[str]", settings: Settings, log: Path) -> None:
    last = time.monotonic() + PATIENCE
    while not is_up(settings.listeners[0]):
        if program.poll() is not None or time.monotonic() > last:
            said = log.read_text(encoding="utf-8", errors="replace")[-3000:]
            raise Stop(f"サーバーが始まりません。\n{said}", "the server did not start.")
        time.sleep(0.1)


def is_up(door: ListenerSettings) -> bool:
    host, port = door.address
    asked = urllib.request.Request(f"http://{host}:{port}/healthz", headers={"Host": f"{door.host}:{port}"})
    try:
        with urllib.request.urlopen(asked, timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
