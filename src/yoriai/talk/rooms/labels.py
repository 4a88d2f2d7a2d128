"""Labels of rooms: who may be in one and what may leave it, as the body whose room it is has ordered its levels
(ZONE-5, PUB-6). A writer is never asked: a room has the label that its template gives."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select

from yoriai.kit.errors import Refused, Wrong
from yoriai.kit.text import clean_line
from yoriai.people.orgs import settings
from yoriai.people.orgs.models import Tenant
from yoriai.people.orgs.settings import Setting
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Room
from yoriai.talk.rooms.policy import PrintingOff, allows_printing

Template = Literal[
    "blank", "meeting", "project", "section", "open", "department", "direct", "self", "practice"
]
"""What a room is made after: the templates that people choose from, and the kinds of rooms that are made by rule."""
Permission = Literal["internet", "bodies", "guests", "printing", "forwarding"]
PERMISSIONS: Final[tuple[Permission, ...]] = ("internet", "bodies", "guests", "printing", "forwarding")
BINDING: Final[Sequence[str]] = ("guests", "printing", "forwarding", "personal")
"""What another body in a room may withhold from it. The Internet side is asked of before it comes in."""
COUNTS: Final = (3, 5)
MOST_OF_NAME: Final = 20  # characters


class LabelsOutOfOrder(Refused):
    """A level allows something that the one before it does not."""

    code = "rooms.labels_out_of_order"
    status = 422


class LabelsStrandGuests(Refused):
    """A level lets guests in and keeps them out: they come by the Internet side alone."""

    code = "rooms.labels_strand_guests"
    status = 422


class LabelKeepsOffPaper(Refused):
    """Nothing of a room of this label is put on paper."""

    code = "rooms.label_keeps_off_paper"


class Level(BaseModel):
    """One level: what it is called, who may be in its rooms, and what may be done with what is said there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1, max_length=MOST_OF_NAME)
    internet: bool
    """Whether its rooms are there on the Internet side at all."""
    bodies: bool
    """Whether people of other bodies may be in them."""
    guests: bool
    printing: bool
    """Whether what is said and filed there may be put on paper, or saved."""
    forwarding: bool
    """Whether it may be passed on to another room."""
    personal: bool
    """Whether personal data may be written there: said to whoever writes, and judged by nobody."""

    def allows(self, permission: str) -> bool:
        return bool(getattr(self, permission))


def _level(name: str, allowed: str, *, personal: bool = False) -> Level:
    granted = {permission: permission in allowed.split() for permission in PERMISSIONS}
    return Level(name=name, personal=personal, **granted)


EVERYTHING: Final = "internet bodies guests printing forwarding"
AT_HOME: Final = "internet printing forwarding"
THREE: Final = (
    _level("外部と共有", EVERYTHING),
    _level("庁内", AT_HOME),
    _level("庁内限り", "", personal=True),
)
FIVE: Final = (
    _level("機密性1", EVERYTHING),
    _level("機密性2", EVERYTHING),
    _level("機密性3C", AT_HOME),
    _level("機密性3B", "", personal=True),
    _level("機密性3A", "", personal=True),
)
MOVES: Final[Mapping[int, Mapping[int, int]]] = {5: {1: 2, 2: 3, 3: 4}, 3: {1: 1, 2: 1, 3: 2, 4: 3, 5: 3}}
"""To so many levels: which of them takes the place of which. Of the usual levels none lets in more than the old one."""


class Labels(Setting):
    """The levels of a body, the freest first, and which of them each template gives."""

    name: ClassVar[str] = "labels"

    levels: tuple[Level, ...] = THREE
    templates: dict[Template, int] = Field(default_factory=dict[Template, int])
    """Whatever is not named here gives the usual level."""

    @classmethod
    def usual_of(cls, count: int, *, sealed_from: int | None = None) -> Self:
        """So many levels as they come out of the box; those from `sealed_from` on (0: none) are not there on the
        Internet side."""
        levels = FIVE if count == len(FIVE) else THREE
        if sealed_from is None:
            return cls(levels=levels)
        return cls(
            levels=tuple(
                level.model_copy(update={"internet": at < (sealed_from or at + 1)})
                for at, level in enumerate(levels, 1)
            )
        )

    def cleaned(self) -> Self:
        levels = (each.model_copy(update={"name": _name_of(each)}) for each in self.levels)
        return self.model_copy(update={"levels": tuple(levels)})

    @property
    def usual(self) -> int:
        """At home, and on one's phone: the second of three, the third of five."""
        return (len(self.levels) + 1) // 2

    @property
    def outward(self) -> Level | None:
        """What this body lets its people be part of in rooms of others: the strictest level that lets in other bodies."""
        return next((level for level in reversed(self.levels) if level.bodies), None)

    def given_by(self, template: str) -> "Label":
        """The label with which a room after this template begins."""
        return self.at({str(name): level for name, level in self.templates.items()}.get(template))

    def at(self, level: int | None) -> "Label":
        """A room's label. None is the usual one; a level that there is no longer is the strictest."""
        number = self.usual if level is None else min(max(level, 1), len(self.levels))
        return Label(number, self.levels[number - 1])

    def of(self, room: Room) -> "Label":
        """The label that holds in a room of this body."""
        return self.at(room.label).without(room.withheld)

    def check(self) -> None:
        """Whether the levels fit together: each lets in no more than the one before it, and guests come by the
        Internet side alone."""
        if len(self.levels) not in COUNTS:
            raise Wrong(field="levels", reason="count")
        if len({level.name for level in self.levels}) < len(self.levels):
            raise Wrong(field="name", reason="same")
        for before, level in zip((self.levels[0], *self.levels), self.levels, strict=False):
            _check_follows(before, level)
        for number in self.templates.values():
            if not 1 <= number <= len(self.levels):
                raise Wrong(field="templates", reason="unknown")


def _name_of(level: Level) -> str:
    return clean_line(level.name, field="name", most=MOST_OF_NAME)


def _check_follows(before: Level, level: Level) -> None:
    if level.guests and not level.internet:
        raise LabelsStrandGuests(level=level.name)
    for permission in PERMISSIONS:
        if level.allows(permission) and not before.allows(permission):
            raise LabelsOutOfOrder(level=level.name, before=before.name, permission=permission)


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a room: the place of its level among those of its body, and the level."""

    number: int
    level: Level

    @property
    def seals(self) -> bool:
        """Whether the room is kept from the Internet side."""
        return not self.level.internet

    def without(self, withheld: Collection[str]) -> "Label":
        """The same where the bodies that are in the room withhold some of it: the strictest rule holds."""
        kept = {permission: False for permission in withheld if permission in BINDING}
        return Label(self.number, self.level.model_copy(update=kept)) if kept else self


def check_printing(policies: Mapping[str, object], label: Label) -> None:
    """Whether what is said in a room may be put on paper: by its label, and by what the room itself is set to."""
    if not label.level.printing:
        raise LabelKeepsOffPaper(label=label.level.name)
    if not allows_printing(policies):
        raise PrintingOff


def template_of(kind: str, template: str | None) -> str:
    """After what a room is made, as labels call it."""
    return template or ("blank" if kind == "group" else kind)


async def labels_of(work: Work, tenant_id: UUID) -> Labels:
    """The levels of a body; one query."""
    return await settings.of(work, tenant_id, Labels)


async def hold_labels(work: Work, tenant_id: UUID) -> None:
    """Let the levels of a body stay as they are until this work is through: whoever orders them anew waits for the room
    that is being made, and takes it along. Asked before anybody's own row is held (`held_tenant`)."""
    mine = select(Tenant.id).where(Tenant.id == tenant_id)
    await work.session.execute(mine.with_for_update(read=True))


async def label_for(work: Work, tenant_id: UUID, template: str) -> Label:
    """The label with which a room of this body begins, made after this."""
    return (await labels_of(work, tenant_id)).given_by(template)
