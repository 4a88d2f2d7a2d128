"""Rooms, who is in them from when to when, and how far each member has read."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    false,
    func,
)
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, Json, UtcTime, where_set


class Role(StrEnum):
    """What a member is in a room. It says nothing about rank in the office (ORG-16)."""

    MANAGER = "manager"
    MEMBER = "member"


class RoomKind(StrEnum):
    """What a room is for, and by whose rule people are in it."""

    GROUP = "group"
    """Its members bring each other in."""
    DEPARTMENT = "department"
    """Who serves in the unit is in it, and nobody else (ORG-3)."""
    PRACTICE = "practice"
    """One person and a helper, to try things out; nothing in it counts anywhere."""
    DIRECT = "direct"
    """Two people for ever: nobody comes in and nobody leaves."""
    SELF = "self"
    """One person's own notes (ROOM-7)."""
    LEADERS = "leaders"
    """Who is an ITリーダー in its organization is in it, and nobody else (ORG-10)."""
    OPEN = "open"
    """Everybody of its organization finds it and comes in when they like (ROOM-6)."""


class Notify(StrEnum):
    """What of a room calls one of its members: shows a number, rings, stands in the title."""

    ALL = "all"
    MENTIONS = "mentions"
    """Only messages in which they are named, alone, with their unit, or with everybody."""
    NONE = "none"


class Room(Base):
    """A place to talk. It belongs to one organization; its members may come from several bodies."""

    __tablename__ = "rooms"
    __table_args__ = (
        UniqueConstraint("opened_by", "request_key"),
        UniqueConstraint("department_id"),
        UniqueConstraint("members_key"),
        where_set("ends_on"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id"), index=True)
    owner_tenant: Mapped[UUID] = mapped_column(ForeignKey("tenants.id"))
    kind: Mapped[str] = mapped_column(String(16))
    """A `RoomKind`."""
    department_id: Mapped[UUID | None] = mapped_column(ForeignKey("departments.id", ondelete="SET NULL"))
    """The unit whose room this is; a unit has one at most, and finds it again if it is opened anew."""
    members_key: Mapped[str | None] = mapped_column(String(100), default=None)
    """Who is in it for ever, where that makes the room: a direct talk, one's own notes (`keys.py`)."""
    name: Mapped[str] = mapped_column(Text)
    """Empty in a direct talk, which is called by the other one's name."""
    purpose: Mapped[str] = mapped_column(Text)
    folded: Mapped[str] = mapped_column(Text, default="", server_default="")
    """Name and purpose as search compares them, where whoever is not in it may find it."""
    label: Mapped[int | None]
    """Confidentiality, 1 to 3 or 5, as the owner's body orders them (`labels.py`); none of a room that an older server
    has made: then what its template gives."""
    lgwan_only: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Whether its label keeps it from the Internet side. Follows from the label and is kept beside it, so that no
    door needs to read what the body has ordered."""
    withheld: Mapped[list[str]] = mapped_column(Json, default=list, server_default="[]")
    """What the label would allow and a body that is in the room does not: the strictest rule holds (`bodies.py`)."""
    template: Mapped[str | None] = mapped_column(String(40))
    policies: Mapped[dict[str, object]] = mapped_column(Json)
    last_ordinal: Mapped[int] = mapped_column(BigInteger)
    """How many messages the room has counted. Its row lock is what makes ordinals gapless."""
    opened_by: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"))
    """None where nobody did: a unit's room follows from the tree."""
    on_behalf_of: Mapped[UUID | None] = mapped_column(default=None)
    """In whose name its maker has made it, where that is somebody else (`behalf.py`)."""
    opened_at: Mapped[datetime] = mapped_column(UtcTime)
    archived_at: Mapped[datetime | None] = mapped_column(UtcTime)
    ends_on: Mapped[date | None] = mapped_column(Date, default=None)
    """The last day for which it was made. Nothing happens by itself after it: its managers are asked (ROOM-3)."""
    end_told: Mapped[date | None] = mapped_column(Date, default=None)
    """The last day of whose passing the room has been told, so that it is told once."""
    outside_told: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Whether it has been told that it is read from Internet devices (`outside.py`)."""
    request_key: Mapped[str] = mapped_column(String(26))


class Membership(Base):
    """An interval in which somebody is in a room. Coming back opens another one."""

    __tablename__ = "memberships"
    __table_args__ = (
        # NULLs never collide, on either database: many closed intervals, one open.
        UniqueConstraint("room_id", "account_id", "is_open"),
        Index(None, "account_id", "is_open"),
        where_set("on_behalf_of"),
        where_set("held_for", first="room_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    room_id: Mapped[UUID] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"))
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    role: Mapped[str] = mapped_column(String(16))
    is_open: Mapped[bool | None]
    """True while it lasts, NULL afterwards, never false."""
    since_number: Mapped[int] = mapped_column(BigInteger)
    since_ordinal: Mapped[int] = mapped_column(BigInteger)
    """The first message that may be read; 1 where newcomers are shown the past (D17)."""
    until_number: Mapped[int | None] = mapped_column(BigInteger)
    body_id: Mapped[UUID | None] = mapped_column(default=None)
    """The body through which they sit here, where it is not the room's own: it has brought them in, and with it they go."""
    on_behalf_of: Mapped[UUID | None] = mapped_column(default=None)
    """For whom they sit here, where it is not for themselves: with that one's seat, or when they act for them no
    longer, this one ends (`behalf.py`)."""
    held_for: Mapped[UUID | None] = mapped_column(default=None)
    """The account of a unit for which they sit here: they read and write as the unit, are no member themselves, and
    stand in no list of members (ORG-6)."""
    notify: Mapped[str] = mapped_column(String(16), default=Notify.ALL, server_default=Notify.ALL)
    """A `Notify`: the member's own choice."""
    joined_at: Mapped[datetime] = mapped_column(UtcTime)
    left_at: Mapped[datetime | None] = mapped_column(UtcTime)


class BodyState(StrEnum):
    """How far another body has come into a room."""

    ASKED = "asked"
    """It has asked to be let in (参加の申し込み)."""
    INVITED = "invited"
    """参加予定: it is invited and has not answered."""
    JOINED = "joined"
    DECLINED = "declined"
    """The invitation or the asking was turned down, or taken back."""
    LEFT = "left"
    REMOVED = "removed"


class RoomBody(Base):
    """Another body in a room, from when it was invited or asked until it is gone. Coming back opens another one."""

    __tablename__ = "room_bodies"
    __table_args__ = (
        # NULLs never collide, on either database: many that are over, one open.
        UniqueConstraint("room_id", "tenant_id", "is_open"),
        Index(None, "tenant_id", "is_open"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    room_id: Mapped[UUID] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"))
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"))
    department_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("departments.id", ondelete="SET NULL"), default=None
    )
    """The one department as which the body is here (出先機関); None: as itself."""
    state: Mapped[str] = mapped_column(String(16))
    """A `BodyState`."""
    is_open: Mapped[bool | None]
    """True until it is over, NULL afterwards, never false."""
    manager_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"), default=None)
    """Who of the body brings its people in and out, beside its administrators."""
    contact: Mapped[str] = mapped_column(Text, default="")
    """Whom the others ask about this body's part."""
    words: Mapped[str] = mapped_column(Text, default="")
    """What was said with the invitation, or with the asking."""
    made_by: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    made_at: Mapped[datetime] = mapped_column(UtcTime)
    joined_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    since_ordinal: Mapped[int | None] = mapped_column(BigInteger, default=None)
    """The first message after it came in: its people read from there on at the earliest."""
    ended_by: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"), default=None)
    ended_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)


class Following(Base):
    """Somebody reads along in an open room without being in it (ROOM-6). It outlives the time in which they may: a room
    that is found again is followed again."""

    __tablename__ = "followings"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    room_id: Mapped[UUID] = mapped_column(
        ForeignKey("rooms.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    since_ordinal: Mapped[int] = mapped_column(BigInteger)
    """The first message that may be read, as for somebody who came in then (D17)."""
    seen_ordinal: Mapped[int] = mapped_column(BigInteger)
    """How far they have looked. It is theirs alone: nobody counts it as 既読."""
    followed_at: Mapped[datetime] = mapped_column(UtcTime)


class Handover(Base):
    """Somebody was moved out of a unit's room and still reads what was said there up to then (ORG-3). One who comes
    back has none; one whose day has passed neither, and the row goes in the night after it."""

    __tablename__ = "handovers"
    __table_args__ = (UniqueConstraint("account_id", "room_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    room_id: Mapped[UUID] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"), index=True)
    since_ordinal: Mapped[int] = mapped_column(BigInteger)
    """The first message that may be read, as in their time."""
    until_ordinal: Mapped[int] = mapped_column(BigInteger)
    """The newest message when they were moved, and the last one that may be read."""
    last_day: Mapped[date] = mapped_column(Date, index=True)
    begun_at: Mapped[datetime] = mapped_column(UtcTime)
    name: Mapped[str] = mapped_column(Text)
    """What the room was called while they were in it; what it is called later is not for them."""
    purpose: Mapped[str] = mapped_column(Text)


class ReadMark(Base):
    """How far somebody has read: a position, not a row for each message (MSG-9). It outlives an interval."""

    __tablename__ = "read_marks"

    room_id: Mapped[UUID] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"), primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(BigInteger)
    """How far they have come: 既読, as others count it."""
    put_back_to: Mapped[int | None] = mapped_column(BigInteger, default=None)
    """Where it stands for its holder instead, until they have read on from there: put back by hand (未読にする), or at
    what was newest when they came in."""
    marked_at: Mapped[datetime] = mapped_column(UtcTime)

    @hybrid_property
    def own(self) -> int:
        """Where it stands for its holder: what is unread follows from this one."""
        return self.ordinal if self.put_back_to is None else self.put_back_to

    @own.inplace.expression
    @classmethod
    def _own(cls) -> ColumnElement[int]:
        return func.coalesce(cls.put_back_to, cls.ordinal)


class RoomLine(Base):
    """A quiet line of the house in a room: who came or went, and what was set otherwise (ROOM-10).

    It is no message: nobody has written it, it takes no ordinal, and so it is never unread, answered or taken back.
    """

    __tablename__ = "room_lines"
    __table_args__ = (Index(None, "room_id", "after_ordinal"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    room_id: Mapped[UUID] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"))
    after_ordinal: Mapped[int] = mapped_column(BigInteger)
    """The newest message when it came about: it stands below that one, and above the next."""
    at: Mapped[datetime] = mapped_column(UtcTime)
    kind: Mapped[str] = mapped_column(String(24))
    """A `LineKind`."""
    by: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"))
    """None where it follows from the tree of units, or from the calendar."""
    on_behalf_of: Mapped[UUID | None] = mapped_column(default=None)
    """In whose name, where that is somebody else."""
    who: Mapped[list[str]] = mapped_column(Json)
    """The first few whom it is about."""
    count: Mapped[int] = mapped_column(Integer)
    """How many they are in all."""
    words: Mapped[str] = mapped_column(Text)
    """What became of it: a name, a choice, a day; empty where nothing is to be said."""
