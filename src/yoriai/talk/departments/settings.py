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


class HandoverPeriod(Setting):
    """For how long whoever was moved still reads what was said in the room of their former unit before that. It holds
    for those who are moved from then on."""

    name: ClassVar[str] = "handover_period"

    days: int = Field(default=14, ge=0, le=60)
    """After the day of the move; 0: not at all."""
