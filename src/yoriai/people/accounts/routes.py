"""HTTP for people: the directory, cards, and stopping an account. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict, Field

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.accounts import card, directory, resolve, service, units
from yoriai.people.accounts.cards import Person
from yoriai.people.accounts.directory import Asked, Listed, Order
from yoriai.people.accounts.former_units import FormerUnit
from yoriai.people.accounts.profile.values import Filled
from yoriai.people.accounts.resolve import Resolved
from yoriai.people.accounts.units import Unit
from yoriai.platform.http.works import Work, Writes

router = APIRouter(tags=["accounts"])

MayFind = Annotated[Actor, Depends(allowed("accounts.find"))]
MayRead = Annotated[Actor, Depends(allowed("accounts.read"))]
MaySuspend = Annotated[Actor, Depends(allowed("accounts.suspend"))]


class PeopleOut(BaseModel):
    people: list[Listed]
    next: str | None


class UnitsOut(BaseModel):
    """The tree from the top down, and how many people there are in all."""

    units: list[Unit]
    count: int


class CardOut(BaseModel):
    """One colleague, as their card shows them."""

    person: Person
    extension: str
    place: str
    may_write: bool
    is_closed: bool
    ask: list[Person]
    concurrent: list[str]
    former: list[FormerUnit]
    profile: list[Filled]


class PastedIn(BaseModel):
    """A list as it was pasted, and who is there already."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=600_000)
    present: list[UUID] = Field(default=[], max_length=20_000)
    organization: UUID | None = None
    """Only people of this one of the asker's own organizations are meant."""


class ResolvedOut(BaseModel):
    """Each row that had something in it, in its order."""

    rows: list[Resolved]


async def asked(  # noqa: PLR0913 called by name, by the framework
    q: str = "",
    order: Order = Order.KANA,
    organization: UUID | None = None,
    unit: UUID | None = None,
    start: Annotated[str, Query(alias="from")] = "",
    reachable: bool = False,
    cursor: str | None = None,
) -> Asked:
    """What of the directory is wanted."""
    return Asked(
        query=q,
        order=order,
        organization=organization,
        unit=unit,
        start=start,
        reachable=reachable,
        cursor=cursor,
    )


@router.get("/people")
async def read_people(work: Work, actor: MayFind, wanted: Annotated[Asked, Depends(asked)]) -> PeopleOut:
    page = await directory.page(work, actor, wanted)
    return PeopleOut(people=list(page.people), next=page.next)


@router.get("/people/units")
async def read_units(work: Work, actor: MayFind, organization: UUID | None = None) -> UnitsOut:
    tree = await units.tree(work, actor, organization)
    return UnitsOut(units=list(tree.units), count=tree.count)


@router.get("/people/{account_id}")
async def read_card(account_id: UUID, work: Work, actor: MayRead) -> CardOut:
    found = await card.card(work, actor, account_id)
    return CardOut(
        person=found.person,
        extension=found.extension,
        place=found.place,
        may_write=found.may_write,
        is_closed=found.is_closed,
        ask=list(found.ask),
        concurrent=list(found.concurrent),
        former=list(found.former),
        profile=list(found.profile),
    )


@router.post("/people/resolve")
async def resolve_list(asked: PastedIn, work: Work, actor: MayFind) -> ResolvedOut:
    rows = await resolve.resolve(work, actor, asked.text, set(asked.present), organization=asked.organization)
    return ResolvedOut(rows=rows)


@router.put("/accounts/{account_id}/suspension", status_code=204)
async def suspend(account_id: UUID, work: Writes, actor: MaySuspend) -> None:
    await service.suspend(work, actor, account_id)


@router.delete("/accounts/{account_id}/suspension", status_code=204)
async def restore(account_id: UUID, work: Writes, actor: MaySuspend) -> None:
    await service.restore(work, actor, account_id)
