"""What has happened to the units of the demo town since it was founded, and who serves beside their main post."""

from datetime import datetime, timedelta

from sqlalchemy import select, update

from yoriai.app.demo.founding import FOUNDED, Bodies
from yoriai.app.demo.people import Cast
from yoriai.kit.folding import fold
from yoriai.kit.ids import uuid7
from yoriai.people.accounts.models import Posting
from yoriai.people.orgs.models import Department, DepartmentName
from yoriai.platform.work.work import Work


async def remember(work: Work, bodies: Bodies, cast: Cast, now: datetime) -> None:
    """A unit that is no more, and one that was called otherwise: what was written then still bears those names."""
    hall_id, founded = bodies.town.organization_id, now - FOUNDED
    rows = await work.session.scalars(select(Department).where(Department.organization_id == hall_id))
    units = {unit.name: unit for unit in rows}
    path, days, successor, were = bodies.setting.former
    above, _, name = path.rpartition(" ")
    closed_at = now - timedelta(days=days)
    former = Department(
        id=uuid7(founded), organization_id=hall_id, parent_id=units[above].id, kind="課", name=name,
        short_name=name, path=path, folded=fold(path), display_order=len(units) + 1, opened_at=founded,
        closed_at=closed_at, successor_id=units[successor].id,
    )  # fmt: skip
    called, before, ago = bodies.setting.renamed
    unit = units[called]
    earlier = DepartmentName(
        id=uuid7(founded), department_id=unit.id, name=before, path=unit.path.replace(called, before),
        since=founded, until=now - timedelta(days=ago),
    )  # fmt: skip
    work.session.add_all([former, earlier])
    await work.session.flush()
    former.is_open = None  # closed once it is there, for what is new is open
    served = [cast.by_number[number].account_id for number in were]
    moved = update(Posting).where(Posting.account_id.in_(served), Posting.main.is_(True))
    await work.session.execute(moved.values(since=closed_at))
    work.session.add_all(
        Posting(
            id=uuid7(founded), account_id=account_id, organization_id=hall_id, department_id=former.id, main=None,
            was_main=True, since=founded, until=closed_at,
        )
        for account_id in served
    )  # fmt: skip


async def serve_beside(work: Work, bodies: Bodies, cast: Cast, common: set[str]) -> None:
    """Some serve in the brigade too, and some of every body in what they have in common."""
    rows = await work.session.execute(
        select(Department.name, Department.id).where(Department.organization_id == bodies.brigade_id)
    )
    units = dict(rows.all())
    brigade = [
        (cast.by_number[number], bodies.brigade_id, units[unit])
        for number, unit in bodies.setting.brigade.members.items()
    ]
    shared = [(player, bodies.common_id, None) for player in cast.all(sorted(common))]
    work.session.add_all(
        Posting(
            id=uuid7(work.now), account_id=player.account_id, organization_id=organization_id,
            department_id=unit_id, main=None, since=work.now, until=None,
        )
        for player, organization_id, unit_id in (*brigade, *shared)
    )  # fmt: skip
