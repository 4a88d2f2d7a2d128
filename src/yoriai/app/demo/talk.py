"""The talk of the demo town: its rooms, what was said in them, and who has not read it yet."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from itertools import count
from typing import Final

from pydantic import BaseModel, ConfigDict

from yoriai.app.demo.moments import moment_of, on_office_day
from yoriai.app.demo.people import Cast
from yoriai.kit.days import JST
from yoriai.kit.ids import uuid7
from yoriai.people.zones.zone import Zone
from yoriai.platform.db.base import Base
from yoriai.talk.messages.models import Message
from yoriai.talk.rooms.models import Membership, ReadMark, Role, Room

DIGITS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

Line = tuple[str, str, str]
"""When, who, what."""

OPENED_BEFORE: Final = timedelta(minutes=20)
"""A room was opened so long before its first message."""


class Patrol(BaseModel):
    """The daily reports of the road patrol, put together from what is found on such a round."""

    model_config = ConfigDict(extra="forbid")

    days: int
    times: list[time]
    people: list[str]
    places: list[str]
    findings: list[str]
    measures: list[str]

    def said(self, now: datetime) -> Iterator[tuple[datetime, str, str]]:
        """One report after the other. The lists are of lengths without a common factor, so none repeats soon."""
        numbers = count()
        for days in range(self.days, 0, -1):
            for at in self.times:
                number = next(numbers)
                place, found, measure = (
                    each[number % len(each)] for each in (self.places, self.findings, self.measures)
                )
                person = self.people[number % len(self.people)]
                done = "" if found == "異常なし" else measure
                yield on_office_day(days, at, now), person, f"{place}：{found}。{done}"


class RoomStory(BaseModel):
    """One room of `rooms.toml`."""

    model_config = ConfigDict(extra="forbid")

    name: str
    purpose: str
    manager: str
    members: list[str]
    unread: dict[str, int]
    said: list[Line]
    patrol: Patrol | None = None

    def lines(self, now: datetime) -> list[tuple[datetime, str, str]]:
        told = [(moment_of(when, now), who, what) for when, who, what in self.said]
        return [*(self.patrol.said(now) if self.patrol else ()), *told]


class Story(BaseModel):
    """`rooms.toml`."""

    model_config = ConfigDict(extra="forbid")

    rooms: list[RoomStory]


def written(story: Story, cast: Cast, now: datetime) -> Sequence[Sequence[Base]]:
    """The rows of all rooms, in the order in which they lean on each other. What lies back is told to nobody."""
    rooms = [_Written(each, cast, now) for each in story.rooms]
    return (
        [each.room for each in rooms],
        [seat for each in rooms for seat in each.seats()],
        [message for each in rooms for message in each.messages()],
        [mark for each in rooms for mark in each.marks()],
    )


class _Written:
    """One room on its way into the database."""

    def __init__(self, story: RoomStory, cast: Cast, now: datetime) -> None:
        self.story, self.cast = story, cast
        self.lines = story.lines(now)
        self.manager = cast.one(story.manager)
        self.members = list(dict.fromkeys([self.manager, *cast.all(story.members)]))
        opened_at = self.lines[0][0] - OPENED_BEFORE
        self.room = Room(
            id=uuid7(opened_at), organization_id=cast.hall.id, owner_tenant=cast.hall.tenant_id, kind="group",
            name=story.name.format(month=now.astimezone(JST).month), purpose=story.purpose, label=None, template=None,
            policies={}, last_ordinal=len(self.lines), opened_by=self.manager, opened_at=opened_at, archived_at=None,
            request_key=_key(opened_at),
        )  # fmt: skip

    def seats(self) -> list[Membership]:
        return [
            Membership(
                id=uuid7(self.room.opened_at), room_id=self.room.id, account_id=account_id,
                role=Role.MANAGER if account_id == self.manager else Role.MEMBER, is_open=True, since_number=1,
                since_ordinal=1, until_number=None, joined_at=self.room.opened_at, left_at=None,
            )
            for account_id in self.members
        ]  # fmt: skip

    def messages(self) -> list[Message]:
        return [
            Message(
                id=uuid7(at), room_id=self.room.id, ordinal=ordinal, author_id=self.cast.one(who), on_behalf_of=None,
                send_key=_key(at), parts=[{"kind": "text", "text": what}], zone=Zone.LGWAN, posted_at=at,
                edited_at=None, withdrawn_at=None,
            )
            for ordinal, (at, who, what) in enumerate(self.lines, start=1)
        ]  # fmt: skip

    def marks(self) -> list[ReadMark]:
        """Most have read everything; a few lag behind by one, and those whom the story names by more."""
        newest, now = len(self.lines), self.lines[-1][0]
        behind = {self.cast.one(name): unread for name, unread in self.story.unread.items()}
        said = {self.cast.one(who): ordinal for ordinal, (_, who, _) in enumerate(self.lines, start=1)}
        return [
            ReadMark(
                room_id=self.room.id, account_id=account_id, marked_at=now,
                ordinal=max(newest - behind.get(account_id, place % 4 == 3), said.get(account_id, 0)),
            )
            for place, account_id in enumerate(self.members)
        ]  # fmt: skip


def _key(at: datetime) -> str:
    """A send key as the author's own client would have made it at that moment."""
    value = uuid7(at).int
    return "".join(DIGITS[(value >> shift) & 31] for shift in range(125, -1, -5))
