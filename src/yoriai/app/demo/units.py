"""The units of the demo town over time, and who serves or served in them."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from yoriai.app.demo.setting import Setting
from yoriai.kit.folding import fold
from yoriai.kit.ids import uuid7
from yoriai.people.accounts.models import Posting
from yoriai.people.orgs.models import Department, DepartmentName

FOUNDED: Final = timedelta(days=60)
"""So long ago the town began to use Yoriai."""


class Units:
    """The trees of both organizations, level by level, for a unit leans on the one above it."""

    def __init__(self, setting: Setting, hall_id: UUID, brigade_id: UUID, now: datetime) -> None:
        self.hall_id, self.brigade_id = hall_id, brigade_id
        self.founded = now - FOUNDED
        self._levels: dict[int, list[Department]] = {}
        self.by_name: dict[str, Department] = {}
        self._grow(setting.departments, hall_id)
        self._grow(setting.brigade.units, brigade_id)
        self._say_more(setting)
        self.former, self.closed_at = self._close(setting, now)
        self.names = [self._once(setting, now)]

    @property
    def levels(self) -> list[list[Department]]:
        return [self._levels[depth] for depth in sorted(self._levels)]

    def _grow(self, units: Iterable[tuple[str, str, str]], organization_id: UUID) -> None:
        paths: dict[str, UUID] = {}
        for order, (kind, path, short_name) in enumerate(units, start=1):
            above, _, name = path.rpartition(" ")
            unit = Department(
                id=uuid7(self.founded), organization_id=organization_id, parent_id=paths.get(above), kind=kind,
                name=name, short_name=short_name, path=path, folded=fold(path), display_order=order,
                opened_at=self.founded,
            )  # fmt: skip
            paths[path] = unit.id
            self.by_name[name] = unit
            self._levels.setdefault(path.count(" "), []).append(unit)

    def _say_more(self, setting: Setting) -> None:
        for name, code in setting.codes.items():
            self.by_name[name].code = code
        for name, (place, floor) in setting.places.items():
            self.by_name[name].place, self.by_name[name].floor = place, floor

    def _close(self, setting: Setting, now: datetime) -> tuple[Department, datetime]:
        """A unit that is no more: what was written in its time still bears its name."""
        path, days, successor, _ = setting.former
        above, _, name = path.rpartition(" ")
        closed_at = now - timedelta(days=days)
        unit = Department(
            id=uuid7(self.founded), organization_id=self.hall_id, parent_id=self.by_name[above].id, kind="課",
            name=name, short_name=name, path=path, folded=fold(path), display_order=len(self.by_name) + 1,
            opened_at=self.founded, closed_at=closed_at,
            successor_id=self.by_name[successor].id,
        )  # fmt: skip
        self._levels[max(self._levels) + 1] = [unit]  # after its successor, on which it leans
        return unit, closed_at

    def _once(self, setting: Setting, now: datetime) -> DepartmentName:
        """What a unit was called before."""
        name, before, days = setting.renamed
        unit = self.by_name[name]
        return DepartmentName(
            id=uuid7(self.founded), department_id=unit.id, name=before, path=unit.path.replace(name, before),
            since=self.founded, until=now - timedelta(days=days),
        )  # fmt: skip


def postings_of(setting: Setting, ids: Mapping[str, UUID], units: Units) -> list[Posting]:
    """Who serves where: the main posting of each, the concurrent ones, the brigade's, and those of the past."""
    were = setting.former[3]
    main = [
        _posting(ids[login_id], units, unit, main=True, since=units.closed_at if login_id in were else None)
        for login_id, _, _, unit, *_ in setting.people
    ]
    beside = [_posting(ids[login_id], units, unit) for login_id, unit in setting.concurrent.items()]
    brigade = [_posting(ids[login_id], units, unit) for login_id, unit in setting.brigade.members.items()]
    past = [
        Posting(
            id=uuid7(units.founded), account_id=ids[login_id], organization_id=units.hall_id,
            department_id=units.former.id, main=None, was_main=True, since=units.founded, until=units.closed_at,
        )
        for login_id in were
    ]  # fmt: skip
    return [*main, *beside, *brigade, *past]


def _posting(
    account_id: UUID, units: Units, unit: str, *, main: bool | None = None, since: datetime | None = None
) -> Posting:
    department = units.by_name[unit] if unit else None
    return Posting(
        id=uuid7(units.founded), account_id=account_id,
        organization_id=department.organization_id if department else units.hall_id,
        department_id=department.id if department else None, main=main, since=since or units.founded, until=None,
    )  # fmt: skip
