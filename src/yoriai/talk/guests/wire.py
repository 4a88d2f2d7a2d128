"""What is given about guests and invitations, and what is asked for."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from yoriai.kit.text import clean_line
from yoriai.people.accounts.cards import Person
from yoriai.people.sessions.here import Here
from yoriai.people.sessions.rules import PasswordRules
from yoriai.talk.guests.sheet import MOST, MOST_OF_FIRM, Words


class GuestIn(BaseModel):
    """Somebody to invite."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(max_length=200)
    kana: str = Field(default="", max_length=200)
    firm: str = Field(max_length=200)
    email: str = Field(max_length=300)

    def words(self) -> Words:
        return Words(self.name, self.kana, self.firm, self.email)


class InviteGuestsIn(BaseModel):
    """Whom to invite; without a sponsor whoever asks, without a last day as long as is usual."""

    model_config = ConfigDict(extra="forbid")

    guests: list[GuestIn] = Field(min_length=1, max_length=MOST)
    sponsor_id: UUID | None = None
    ends_on: date | None = None


class GuestListIn(BaseModel):
    """A CSV text whose first row names the columns."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=200_000)


class FaultOut(BaseModel):
    field: Literal["name", "kana", "firm", "email"]
    code: str
    """The code of the sentence that says what is wrong."""


class GuestRowOut(BaseModel):
    """A row of a list, and what is wrong with it."""

    row: int
    name: str
    kana: str
    firm: str
    email: str
    faults: list[FaultOut]


class GuestRowsOut(BaseModel):
    rows: list[GuestRowOut]
    ends_on: date
    """Until when they would stay as is usual."""


class HandedInvitationOut(BaseModel):
    """An invitation with its code, which stands in this answer and nowhere else; a guest of the house needs none."""

    invitation_id: UUID | None
    name: str
    firm: str
    email: str
    code: str | None
    """In groups, as it stands on paper; the blanks need not be typed."""
    link: str | None
    qr: list[str]
    last_day: str | None
    """The last day on which it opens, in 和暦."""
    ends_on: date


class InvitedOut(BaseModel):
    body: str
    contact: str
    handed: list[HandedInvitationOut]


class InvitationOut(BaseModel):
    """Somebody who is invited and has not come."""

    invitation_id: UUID
    room_id: UUID
    room: str
    name: str
    firm: str
    email: str
    sponsor: Person
    ends_on: date
    expires_at: datetime
    is_expired: bool


class InvitationsOut(BaseModel):
    """Who is invited into a room and has not come, and until when guests stay as is usual."""

    invitations: list[InvitationOut]
    usual_end: date


class GuestRoomOut(BaseModel):
    room_id: UUID
    name: str


class GuestOut(BaseModel):
    """A guest as whoever arranges them sees them."""

    person: Person
    email: str
    sponsor: Person
    since: datetime
    ends_on: date | None
    days_left: int | None
    state: Literal["active", "consenting", "frozen", "ended"]
    rooms: list[GuestRoomOut]


class GuestsOut(BaseModel):
    guests: list[GuestOut]
    invitations: list[InvitationOut]
    """Those that wait; on the first page only."""
    next: str | None
    usual_end: date


class GuestEndIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    ends_on: date


class GuestSponsorIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sponsor_id: UUID


class FirmIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    firm: str = Field(min_length=1, max_length=200)

    def called(self) -> str:
        """As it is kept."""
        return clean_line(self.firm, field="firm", most=MOST_OF_FIRM)


class FirmSponsorIn(FirmIn):
    sponsor_id: UUID


class GuestCountOut(BaseModel):
    count: int


class InvitationCodeIn(BaseModel):
    """What came with the link, or was typed from paper."""

    model_config = ConfigDict(extra="forbid")

    tenant: str = Field(max_length=40)
    code: str = Field(max_length=64)


class AcceptIn(InvitationCodeIn):
    digest: str = Field(max_length=64)
    password: str


class InvitationShownOut(BaseModel):
    """What somebody sees before they accept."""

    body: str
    contact: str
    room: str
    inviter: Person
    name: str
    firm: str
    email: str
    ends_on: date
    consent: str
    digest: str
    password: PasswordRules


class CameInOut(BaseModel):
    account_id: UUID
    here: Here


class GuestConsentOut(BaseModel):
    """The text about secrecy, and which one it is."""

    body: str
    contact: str
    words: str
    digest: str
    accepted: bool


class GuestConsentIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    digest: str = Field(max_length=64)


class EndingOut(BaseModel):
    """Somebody whose time as a guest is over soon."""

    guest: Person
    ends_on: date
    days: int


class GuestEndingOut(BaseModel):
    """The body of `guests.ending`."""

    account_id: UUID
    ending: EndingOut
