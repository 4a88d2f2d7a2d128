"""HTTP for the accounts of units, to read. What is changed about them seats people in rooms, and stands where rooms are
known. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.accounts.cards import Person, people_of
from yoriai.people.accounts.department_accounts import addressed, authorized, queries
from yoriai.people.accounts.department_accounts.addressed import Addressed
from yoriai.people.accounts.department_accounts.authorized import Own
from yoriai.people.accounts.department_accounts.queries import OfUnit
from yoriai.platform.http.works import Work

router = APIRouter(tags=["department_accounts"])

MayFind = Annotated[Actor, Depends(allowed("department_accounts.find"))]
MayLook = Annotated[Actor, Depends(allowed("department_accounts.manage"))]


class OwnOut(BaseModel):
    """In whose names one may speak; nobody's for nearly everybody."""

    accounts: list[Own]


class DepartmentAccountsOut(BaseModel):
    accounts: list[OfUnit]
    people: dict[UUID, Person]
    next: str | None


class AddressedOut(BaseModel):
    """The units that one may write to, and where the list goes on."""

    accounts: list[Addressed]
    next: str | None


@router.get("/own-department-accounts")
async def read_own(work: Work, actor: MayFind) -> OwnOut:
    return OwnOut(accounts=list(await authorized.own(work, actor)))


@router.get("/addressed-department-accounts")
async def read_addressed(
    work: Work, actor: MayFind, *, q: str = "", organization: UUID | None = None, cursor: str | None = None
) -> AddressedOut:
    found = await addressed.page(work, actor, query=q, organization=organization, cursor=cursor)
    return AddressedOut(accounts=list(found.accounts), next=found.next)


@router.get("/department-accounts")
async def read_department_accounts(
    work: Work, actor: MayLook, cursor: str | None = None
) -> DepartmentAccountsOut:
    accounts, more = await queries.page(work, actor, cursor)
    ids = {speaker.account_id for each in accounts for speaker in each.speakers}
    people = await people_of(work.session, ids, actor.redaction_class)
    return DepartmentAccountsOut(accounts=list(accounts), people=people, next=more)
