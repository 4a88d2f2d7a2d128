"""見本市, the town of the demo: fictitious people and months of their talk, written into an empty database."""

from dataclasses import dataclass, replace
from datetime import datetime

from yoriai.app.demo.founding import FOUNDED, founded
from yoriai.app.demo.guest import FAMILY, FIRM, GIVEN, MAIL, ROOM, invite_guest
from yoriai.app.demo.moments import Calendar
from yoriai.app.demo.past import remember, serve_beside
from yoriai.app.demo.people import (
    FIRST_PASSWORD,
    Cast,
    absent,
    cast_of,
    hand_first_password,
    keep_second_factors,
    let_in,
    name_leaders,
    tenants_of,
    today,
    visit,
)
from yoriai.app.demo.setting import Setting, setting
from yoriai.app.demo.talk import story
from yoriai.app.demo.written import open_all, openings, rooms_of_units, write
from yoriai.people.orgs.queries import tenant_of_code
from yoriai.people.sessions.passwords import Passwords
from yoriai.platform.work.edge import Works
from yoriai.talk.departments.follow import follow

PASSWORD = "mihon-no-yoriai"  # noqa: S105 of the demo alone, printed for everybody to see


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody as whom a visitor may sign in."""

    code: str
    """Of the body."""
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
    neighbours: tuple[DemoPerson, ...]
    """People of other bodies, who share rooms with the town."""
    guest: DemoPerson
    """Somebody from outside, who signs in on the Internet side."""
    second_factor: tuple[tuple[str, str], ...]
    """Who is asked for a code as well, and the key for their app."""
    waiting: DemoPerson
    """Somebody who has never signed in, and the rest of the link of their slip."""


async def settle(works: Works, now: datetime, *, key: bytes) -> DemoTown:
    """Make sure that the town is there, its talk dated as if it were now. A town that is there stays as it is."""
    town = setting()
    async with works.reading() as work:
        is_settled = await tenant_of_code(work, town.code) is not None
    if not is_settled:
        await _settle(works, town, now, key=key)
    async with works.reading() as work:
        return _shown(town, await cast_of(work, await tenants_of(work, town)))


async def _settle(works: Works, town: Setting, now: datetime, *, key: bytes) -> None:
    password_hash = await Passwords().hash(PASSWORD)  # outside the write lock, and once for everybody
    past, told, calendar = replace(works, now=lambda: now - FOUNDED), story(), Calendar(now - FOUNDED, now)
    bodies = await founded(past, town, key=key)
    async with past.writing() as work:
        cast = await cast_of(work, bodies.tenant_ids)
        await let_in(work, bodies, password_hash)
        await serve_beside(work, bodies, cast, told.common)
        await remember(work, bodies, cast, now)
    # Rooms of units are what the product makes of the tree by itself, here as of the day on which it began.
    for body in bodies.all:
        await follow(past, body.organization_id)
    rooms = openings(told, cast, bodies, calendar)
    async with works.reading() as work:
        units = await rooms_of_units(work, told, cast, calendar)
    present = replace(works, now=lambda: now)
    async with present.writing() as work:
        await name_leaders(work, bodies, cast)
        await hand_first_password(work, bodies, cast, key)
        await keep_second_factors(work, bodies, cast, key)
        work.session.add_all(visit(cast.by_number[number], now) for number in sorted(town.outside))
        work.session.add_all([*today(bodies, cast, now), *absent(bodies, cast, now)])
        await open_all(work, rooms)
    await write(present, [*(each.spoken for each in rooms), *units], frozenset(town.outside))
    async with present.writing() as work:
        await invite_guest(work, bodies, password_hash)


def _shown(town: Setting, cast: Cast) -> DemoTown:
    def person(code: str, login_id: str, hint: str) -> DemoPerson:
        player = cast.by_number[login_id]
        return DemoPerson(code, login_id, f"{player.family} {player.given}", cast.units[login_id], hint)

    link = f"start#{town.code}/{town.waiting}/{FIRST_PASSWORD}"
    return DemoTown(
        name=town.name,
        code=town.code,
        password=PASSWORD,
        people=tuple(person(town.code, login_id, hint) for login_id, hint in town.hints.items()),
        neighbours=tuple(
            person(each.code, login_id, hint)
            for each in town.neighbours
            for login_id, hint in each.shown.items()
        ),
        guest=DemoPerson(town.code, MAIL, f"{FAMILY} {GIVEN}", FIRM, f"ゲスト（「{ROOM}」だけ）"),
        second_factor=tuple(town.second_factor.items()),
        waiting=person(town.code, town.waiting, link),
    )
