"""Requests about accounts as they go over the wire."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

from yoriai.people.accounts.cards import Person
from yoriai.people.accounts.managing.asked import In
from yoriai.people.accounts.models import EmploymentType
from yoriai.people.accounts.requests.models import AccountRequest, Kind
from yoriai.people.accounts.requests.policy import (
    Asked,
    Reader,
    StateName,
    may_accept,
    may_decline,
    may_pass_on,
    may_withdraw,
)
from yoriai.people.accounts.requests.wanting import Wish

KindName = Literal["new", "change", "closing"]


class AccountRequestIn(In):
    request_key: str
    kind: Kind
    unit_id: UUID
    account_id: UUID | None = None
    login_id: str = Field(default="", max_length=200)
    family: str = Field(default="", max_length=200)
    given: str = Field(default="", max_length=200)
    kana: str = Field(default="", max_length=400)
    employment_type: EmploymentType | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    words: str = ""

    def wish(self) -> Wish:
        said = self.model_dump(exclude={"request_key", "employment_type"})
        return Wish(**said, employment_type=self.employment_type or "")


class DecliningIn(In):
    reason: str


class AccountRequestIdOut(BaseModel):
    asking_id: UUID


class AcceptedOut(BaseModel):
    account_id: UUID


class AccountRequestOut(BaseModel):
    """One request, and what the reader of the list may do about it. Empty of a change is what stays as it is."""

    asking_id: UUID
    kind: KindName
    unit_id: UUID
    unit: str
    asker: Person | None
    asked_at: datetime
    person: Person | None
    login_id: str
    family: str
    given: str
    kana: str
    employment_type: EmploymentType | None
    starts_on: date | None
    ends_on: date | None
    words: str
    state: StateName
    lapses_at: datetime
    leader: Person | None
    answerer: Person | None
    answered_at: datetime | None
    answer: str
    may_pass_on: bool
    may_accept: bool
    may_decline: bool
    may_withdraw: bool

    @classmethod
    def of(
        cls, request: AccountRequest, said: Asked, unit: str, people: Mapping[UUID, Person], *, who: Reader
    ) -> "AccountRequestOut":

        def known(account_id: UUID | None) -> Person | None:
            return people.get(account_id) if account_id else None

        return cls(
            asking_id=request.id,
            kind=request.kind,  # pyright: ignore[reportArgumentType] a `Kind`
            unit_id=request.department_id,
            unit=unit,
            asker=known(request.asker_id),
            asked_at=request.asked_at,
            person=known(request.account_id),
            login_id=request.login_id,
            family=request.family,
            given=request.given,
            kana=request.kana,
            employment_type=EmploymentType(request.employment_type) if request.employment_type else None,
            starts_on=request.starts_on,
            ends_on=request.ends_on,
            words=request.words,
            state=said.state,
            lapses_at=request.lapses_at,
            leader=known(request.leader_id),
            answerer=known(request.answerer_id),
            answered_at=request.answered_at,
            answer=request.answer,
            may_pass_on=may_pass_on(said, who),
            may_accept=may_accept(said, who),
            may_decline=may_decline(said, who),
            may_withdraw=may_withdraw(said, who),
        )


class RequestUnitOut(BaseModel):
    """A unit for which one may ask."""

    unit_id: UUID
    path: str
    has_leader: bool
    """Whether one is their ITリーダー, or somebody else is: else nobody could pass it on."""


class AccountRequestsOut(BaseModel):
    requests: list[AccountRequestOut]
    units: list[RequestUnitOut]
    next: str | None
