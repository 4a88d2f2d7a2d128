"""HTTP for the labels of rooms: what a body has ordered, what a room may have, and who would lose it. It decides
nothing."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.platform.http.works import Work, Writes
from yoriai.talk.rooms.change import check_may_set
from yoriai.talk.rooms.http import Here
from yoriai.talk.rooms.labels import Labels, Level, Template, labels_of
from yoriai.talk.rooms.losing import Losing, present
from yoriai.talk.rooms.models import Room
from yoriai.talk.rooms.order_labels import order_labels, rooms_at
from yoriai.talk.rooms.relabel import relabel
from yoriai.talk.rooms.routes import arranges

router = APIRouter(tags=["rooms"])
MayArrange = Annotated[Actor, Depends(allowed("rooms.arrange"))]
MayChoose = Annotated[Actor, Depends(allowed("orgs.settings"))]


class LabelsOut(BaseModel):
    """The levels of the asker's body, the freest first; and which of them each template gives."""

    levels: list[Level]
    templates: dict[Template, int]
    usual: int
    """What every other template gives."""


class OrderedOut(LabelsOut):
    """The same for whoever may order them anew."""

    rooms: dict[int, int]
    """How many rooms that go on have each level."""
    presets: list[LabelsOut]
    """What comes out of the box: three levels, and five."""


class LabelsIn(BaseModel):
    """The levels as they shall be."""

    model_config = ConfigDict(extra="forbid")

    levels: list[Level] = Field(max_length=5)
    templates: dict[Template, int]


class LosingOut(BaseModel):
    """Who would lose a room: how many of each kind, and the first of them by name."""

    guests: int
    others: int
    outside: int
    names: list[str]

    @classmethod
    def of(cls, out: Losing) -> "LosingOut":
        guests, others, outside = len(out.guests), len(out.others), len(out.outside)
        return cls(guests=guests, others=others, outside=outside, names=out.names)


class ChoiceOut(BaseModel):
    """A level that a room may have, and who would lose it then."""

    level: Level
    losing: LosingOut


class ChoicesOut(BaseModel):
    """The label of a room, and all that it may have, the freest first."""

    label: int
    choices: list[ChoiceOut]


class RelabelIn(BaseModel):
    """The label that a room shall have. `expected`: how many would lose the room, as whoever sets it was told."""

    model_config = ConfigDict(extra="forbid")

    label: int
    expected: int = Field(default=0, ge=0)


def _out(labels: Labels) -> LabelsOut:
    return LabelsOut(levels=list(labels.levels), templates=labels.templates, usual=labels.usual)


@router.get("/room-labels")
async def read_labels(work: Work, actor: MayArrange) -> LabelsOut:
    return _out(await labels_of(work, actor.tenant_id))


@router.get("/room-labels/order")
async def read_order(work: Work, actor: MayChoose) -> OrderedOut:
    there = _out(await labels_of(work, actor.tenant_id))
    presets = [_out(Labels.usual_of(count)) for count in (3, 5)]
    return OrderedOut(**there.model_dump(), rooms=await rooms_at(work, actor), presets=presets)


@router.put("/room-labels/order", status_code=204)
async def order(asked: LabelsIn, work: Writes, actor: MayChoose) -> None:
    await order_labels(work, actor, Labels(levels=tuple(asked.levels), templates=asked.templates))


@router.get("/rooms/{room_id}/label", dependencies=[arranges])
async def read_choices(work: Work, here: Here) -> ChoicesOut:
    check_may_set(here)
    asked = select(Room.label, Room.withheld, Room.owner_tenant).where(Room.id == here.room_id)
    now, withheld, owner = (await work.session.execute(asked)).one()
    labels = await labels_of(work, owner)
    there = await present(work, here, owner)
    choices = [
        ChoiceOut(level=level, losing=LosingOut.of(there.losing(labels.at(number).without(withheld))))
        for number, level in enumerate(labels.levels, 1)
    ]
    return ChoicesOut(label=labels.at(now).number, choices=choices)


@router.put("/rooms/{room_id}/label", status_code=204, dependencies=[arranges])
async def give(asked: RelabelIn, work: Writes, here: Here) -> None:
    await relabel(work, here, asked.label, expected=asked.expected)
