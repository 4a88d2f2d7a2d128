"""見本市, the town of the demo: fictitious people and what they have said lately, written into an empty database."""

import tomllib
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.resources import files

from yoriai.app.demo.people import FIRST_PASSWORD, cast_of
from yoriai.app.demo.setting import Setting
from yoriai.app.demo.talk import Story, written
from yoriai.app.demo.units import FOUNDED
from yoriai.people.orgs.queries import tenant_of_code
from yoriai.people.sessions.passwords import Passwords
from yoriai.platform.work.edge import Works
from yoriai.talk.departments.follow import follow

PASSWORD = "mihon-no-yoriai"  # noqa: S105 of the demo alone, printed for everybody to see


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody as whom a visitor may sign in."""

    login_id: str
    name: str
    department: str
    hint: str


@dataclass(frozen=True, slots=True)
class DemoTown:
    """The town, and who is shown in the table of who can sign in."""

    name: str
    code: str
    password: str
    people: tuple[DemoPerson, ...]
    waiting: DemoPerson
    """Somebody who has never signed in, and the rest of the link of their slip."""


async def settle(works: Works, now: datetime, *, key: bytes) -> DemoTown:
    """Make sure that the town is there, its talk dated as if it were now. A town that is there stays as it is."""
    setting = Setting.model_validate(_read("town.toml"))
    async with works.reading() as work:
        is_settled = await tenant_of_code(work, setting.code) is not None
    if not is_settled:
        password_hash = await Passwords().hash(PASSWORD)  # outside the write lock, and once for everybody
        cast = cast_of(setting, password_hash, now, key=key)
        story = written(Story.model_validate(_read("rooms.toml")), cast, now)
        async with works.writing() as work:
            for rows in (*cast.rows, *story):
                work.session.add_all(rows)
                await work.session.flush()
            cast.former.is_open = None
        # Rooms of units are what the product makes of the tree by itself, here as of the day on which it began.
        await follow(replace(works, now=lambda: now - FOUNDED), cast.hall.id)
    people = {login_id: (name, unit) for login_id, name, _, unit, *_ in setting.people}
    shown = tuple(DemoPerson(login_id, *people[login_id], hint) for login_id, hint in setting.hints.items())
    link = f"start#{setting.code}/{setting.waiting}/{FIRST_PASSWORD}"
    waiting = DemoPerson(setting.waiting, *people[setting.waiting], link)
    return DemoTown(setting.name, setting.code, PASSWORD, shown, waiting)


def _read(name: str) -> dict[str, object]:
    return tomllib.loads(files(__name__).joinpath(name).read_text(encoding="utf-8"))
