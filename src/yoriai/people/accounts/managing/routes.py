"""HTTP for administrators of people: the table, one person, many at once, roles and groups. It decides nothing."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel

from yoriai.kit.days import day_in_japan
from yoriai.kit.ids import as_send_key
from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed, stepped_up
from yoriai.people.accounts import service
from yoriai.people.accounts.acting import reason_in, tell_with_reason
from yoriai.people.accounts.managing import appoint as roles
from yoriai.people.accounts.managing import (
    bulk,
    change,
    exports,
    foresee,
    groups,
    numbers,
    seats,
    shown,
    table,
)
from yoriai.people.accounts.managing.asked import (
    AddPersonIn,
    Asked,
    BulkIn,
    CarryOutIn,
    ChangePersonIn,
    ExportIn,
    Filtered,
    GroupIn,
    RoleIn,
)
from yoriai.people.accounts.managing.groups import Group
from yoriai.people.accounts.managing.shown import HistoryOut, PersonOut, TableOut
from yoriai.platform.http.sheets import written
from yoriai.platform.http.works import AllWorks, Work, Writes

MOST_SHOWN = 200
"""People whose change is shown one by one before it is made; the figures are of all."""

router = APIRouter(tags=["accounts"])

MayManage = Annotated[Actor, Depends(allowed("accounts.manage"))]
MayAppoint = Annotated[Actor, Depends(stepped_up("accounts.appoint"))]
MayDoMuch = Annotated[Actor, Depends(stepped_up("accounts.manage"))]
"""Taking out everybody's names, changing many people at once, and by which number somebody is known."""


async def changes_person(
    account_id: UUID, asked: ChangePersonIn, request: Request, *, work: Work, actor: MayManage
) -> Actor:
    """By what somebody signs in is changed only by whoever has just proved who they are."""
    if await change.signs_in_otherwise(work, actor, account_id, asked.wish()):
        return await stepped_up("accounts.manage")(request, work, actor)
    return actor


MayChange = Annotated[Actor, Depends(changes_person)]


class AddedOut(BaseModel):
    account_id: UUID


class SeatsOut(BaseModel):
    """How many seats the body takes, what they are, and how many people work without one. Guests take none."""

    seats: int
    people: int
    units: int
    without: int


class EffectOut(BaseModel):
    """What becomes of one person, or why they are left out."""

    account_id: UUID
    login_id: str
    name: str
    before: str
    after: str
    hindrance: foresee.Hindrance | None


class ForeseenOut(BaseModel):
    changing: int
    unchanged: int
    hindered: int
    effects: list[EffectOut]
    """The first of those who change or are hindered."""


class CarriedOutOut(BaseModel):
    changed: int


class GroupsOut(BaseModel):
    groups: list[Group]


class GroupAddedOut(BaseModel):
    group_id: UUID


@router.get("/accounts")
async def read_table(work: Work, actor: MayManage, asked: Asked) -> TableOut:
    page = await table.page(work, actor, asked.wanted(), order=asked.order, cursor=asked.cursor)
    return await shown.table(work, page)


@router.get("/account-seats")
async def read_seats(work: Work, actor: MayManage) -> SeatsOut:
    taken = await seats.taken(work, actor)
    return SeatsOut(seats=taken.seats, people=taken.people, units=taken.units, without=taken.without)


@router.post("/accounts", status_code=201)
async def add_person(asked: AddPersonIn, work: Writes, actor: MayManage) -> AddedOut:
    key = as_send_key(asked.request_key, field="request_key")
    return AddedOut(account_id=await change.add(work, actor, asked.wish(), key))


@router.post("/accounts/export")
async def export_people(
    asked: ExportIn, work: Work, actor: MayDoMuch, which: Filtered, *, works: AllWorks
) -> Response:
    """The file. It is asked for by POST: a reason is nothing for an address, and it leaves a row in the log."""
    reason = reason_in(asked.reason)
    table = await exports.people(work, actor, which.wanted())
    await tell_with_reason(works, work, actor, "people_taken_out", reason=reason)
    name = f"職員名簿_{day_in_japan(work.now):%Y%m%d}.{asked.kind}"
    return await written(name, table.headings, table.lines)


@router.post("/accounts/changes/preview")
async def foresee_changes(asked: BulkIn, work: Work, actor: MayManage) -> ForeseenOut:
    effects = (await foresee.foresee(work, actor, asked.bulk())).effects
    changing = [each for each in effects if each.changes]
    hindered = [each for each in effects if each.hindrance is not None]
    return ForeseenOut(
        changing=len(changing),
        unchanged=len(effects) - len(changing) - len(hindered),
        hindered=len(hindered),
        effects=[_effect(each) for each in [*hindered, *changing][:MOST_SHOWN]],
    )


@router.post("/accounts/changes")
async def carry_out(asked: CarryOutIn, work: Writes, actor: MayDoMuch) -> CarriedOutOut:
    key = as_send_key(asked.request_key, field="request_key")
    changed = await bulk.carry_out(work, actor, asked.bulk(), key=key, expected=asked.expected)
    return CarriedOutOut(changed=changed)


@router.get("/accounts/{account_id}")
async def read_person(account_id: UUID, work: Work, actor: MayManage) -> PersonOut:
    return await shown.person(work, actor, account_id)


@router.put("/accounts/{account_id}")
async def change_person(account_id: UUID, asked: ChangePersonIn, work: Writes, actor: MayChange) -> PersonOut:
    await change.change(work, actor, account_id, asked.wish(), last=asked.last_change)
    return await shown.person(work, actor, account_id)


@router.get("/accounts/{account_id}/history")
async def read_history(
    account_id: UUID, work: Work, actor: MayManage, cursor: str | None = None
) -> HistoryOut:
    return await shown.history_of_person(work, actor, account_id, cursor)


@router.put("/accounts/{account_id}/role", status_code=204)
async def appoint(account_id: UUID, asked: RoleIn, work: Writes, actor: MayAppoint) -> None:
    await roles.appoint(work, actor, account_id, asked.role)


@router.put("/accounts/{account_id}/withdrawal", status_code=204)
async def withdraw(account_id: UUID, work: Writes, actor: MayManage) -> None:
    await service.withdraw(work, actor, account_id)


@router.delete("/accounts/{account_id}/withdrawal", status_code=204)
async def call_back(account_id: UUID, work: Writes, actor: MayManage) -> None:
    await service.call_back(work, actor, account_id)


@router.delete("/accounts/{account_id}/number", status_code=204)
async def free_number(account_id: UUID, work: Writes, actor: MayDoMuch) -> None:
    await numbers.free(work, actor, account_id)


@router.get("/account-groups")
async def read_groups(work: Work, actor: MayManage) -> GroupsOut:
    return GroupsOut(groups=list(await groups.all_of(work, actor.tenant_id)))


@router.post("/account-groups", status_code=201)
async def add_group(asked: GroupIn, work: Writes, actor: MayManage) -> GroupAddedOut:
    wish = groups.Wish(asked.name, asked.hidden, asked.locked)
    return GroupAddedOut(group_id=await groups.add(work, actor, wish))


@router.put("/account-groups/{group_id}", status_code=204)
async def change_group(group_id: UUID, asked: GroupIn, work: Writes, actor: MayManage) -> None:
    await groups.change(work, actor, group_id, groups.Wish(asked.name, asked.hidden, asked.locked))


@router.delete("/account-groups/{group_id}", status_code=204)
async def remove_group(group_id: UUID, work: Writes, actor: MayManage) -> None:
    await groups.remove(work, actor, group_id)


def _effect(effect: foresee.Effect) -> EffectOut:
    account = effect.account
    return EffectOut(
        account_id=account.id,
        login_id=account.login_id,
        name=f"{account.family} {account.given}".strip(),
        before=effect.before,
        after=effect.after,
        hindrance=effect.hindrance,
    )
