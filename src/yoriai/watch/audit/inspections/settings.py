"""What a body decides about inspections: what its people are told of them afterwards."""

from typing import ClassVar

from yoriai.people.orgs.settings import Setting


class InspectionRules(Setting):
    """That a room was read is always told in it. Whether the reason is told with it is the body's choice."""

    name: ClassVar[str] = "inspections"
    is_grave: ClassVar[bool] = True

    tells_reason: bool = True
