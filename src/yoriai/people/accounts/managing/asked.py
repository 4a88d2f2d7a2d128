"""What comes in about people: forms, filters, and changes of many at once."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field, field_validator

from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.directory import Order
from yoriai.people.accounts.managing.change import Wish
from yoriai.people.accounts.managing.foresee import Bulk, What
from yoriai.people.accounts.managing.posts import Post
from yoriai.people.accounts.managing.table import Filter, State
from yoriai.people.accounts.managing.words import Words
from yoriai.people.accounts.models import EmploymentType


class In(BaseModel):
    """Nothing that is not named here is taken (N5)."""

    model_config = ConfigDict(extra="forbid")


class PostIn(In):
    organization_id: UUID
    unit_id: UUID | None = None
    main: bool = False

    def post(self) -> Post:
        return Post(self.organization_id, self.unit_id, self.main)


class PersonIn(In):
    """A person as they shall be. Roles, state and passwords are no words: each has a door of its own."""

    login_id: str
    family: str
    given: str = ""
    kana: str
    email: str | None = None
    employment_type: str = "regular"
    job_title: str = ""
    extension: str = ""
    place: str = ""
    display_order: int | None = None
    ends_on: date | None = None
    group_id: UUID | None = None
    profile: dict[str, str] = Field(default_factory=dict, max_length=50)
    posts: list[PostIn] = Field(max_length=50)

    def wish(self) -> Wish:
        words = Words(
            self.login_id,
            self.family,
            self.given,
            self.kana,
            self.email,
            self.employment_type,
            self.job_title,
            self.extension,
            self.place,
            self.display_order,
            self.ends_on,
            self.group_id,
            self.profile,
        )
        return Wish(words, [post.post() for post in self.posts])


class AddPersonIn(PersonIn):
    request_key: str = Field(max_length=64)


class ChangePersonIn(PersonIn):
    last_change: UUID | None
    """The newest line of the history that the form was opened with."""


class RoleIn(In):
    role: Role

    @field_validator("role")
    @classmethod
    def _of_a_whole_body(cls, role: Role) -> Role:
        """Guests and ITリーダー are made in other ways."""
        if role in (Role.GUEST, Role.IT_LEADER):
            raise ValueError("not given here")
        return role


class ClosingIn(In):
    successor_id: UUID | None = None


class GroupIn(In):
    name: str
    hidden: list[str] = Field(default_factory=list, max_length=50)
    locked: list[str] = Field(default_factory=list, max_length=50)


class FilterIn(In):
    """The table's filter."""

    q: str = ""
    unit: UUID | None = None
    organization: UUID | None = None
    employment: EmploymentType | None = None
    state: State = State.THERE
    role: Role | None = None
    group: UUID | None = None

    def wanted(self) -> Filter:
        return Filter(
            query=self.q,
            unit_id=self.unit,
            organization_id=self.organization,
            employment_type=self.employment,
            state=self.state,
            role=self.role,
            group_id=self.group,
        )


class TableIn(FilterIn):
    """The same, with the order of the rows and where the page begins."""

    order: Order = Order.KANA
    cursor: str | None = None


Filtered = Annotated[FilterIn, Query()]


class ExportIn(In):
    """As what the table is taken out, and why."""

    kind: Literal["csv", "xlsx"]
    reason: str


Asked = Annotated[TableIn, Query()]


class BulkIn(In):
    """Whom to change (these, or without ids all whom the filter means), what, and to what."""

    ids: list[UUID] | None = Field(default=None, max_length=5_000)
    filter: FilterIn = Field(default_factory=FilterIn)
    what: What
    unit: PostIn | None = None
    text: str = ""
    day: date | None = None
    group: UUID | None = None

    def bulk(self) -> Bulk:
        return Bulk(
            ids=self.ids,
            filter=self.filter.wanted(),
            what=self.what,
            unit=self.unit.post() if self.unit else None,
            text=self.text,
            day=self.day,
            group_id=self.group,
        )


class CarryOutIn(BulkIn):
    request_key: str = Field(max_length=64)
    expected: int
    """How many were shown to change; if it would be others now, nothing is changed."""
