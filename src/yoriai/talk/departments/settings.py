"""What a body may choose about the rooms of its units."""

from typing import ClassVar

from pydantic import Field

from yoriai.people.orgs.models import DepartmentKind
from yoriai.people.orgs.settings import Setting


class DepartmentRooms(Setting):
    """Which kinds of units have a room of their own: sections and what is below them, but not whole divisions."""

    name: ClassVar[str] = "department_rooms"

    kinds: tuple[DepartmentKind, ...] = Field(
        default=(DepartmentKind.SECTION, DepartmentKind.UNIT), max_length=len(DepartmentKind)
    )
