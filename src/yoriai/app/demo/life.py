"""What people do with what was said: they react, answer one message among many, put their own right, and pin a few.

It follows from the seed of the room alone, like the talk itself.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Final, cast
from uuid import UUID

from yoriai.app.demo.composer import Said
from yoriai.talk.messages.models import Withdrawal
from yoriai.talk.reactions.models import Kind

Row = dict[str, object]

ASKS: Final = re.compile("お願い|ください|お知らせ|ご確認|ご連絡")
PLEASES: Final = re.compile("ありがとう|助かり|おめでとう|お疲れ|完了しました")
LONG, SHORT = 40, 12  # characters: of what is worth pinning, and of what is sent by mistake
ANSWERS, EDITS, TAKES_BACK = 0.05, 0.012, 0.015
MOST_PINS: Final = 2


@dataclass(frozen=True, slots=True)
class Habit:
    """How often people react to something, with what, and how many of them at most."""

    share: float
    kinds: Sequence[Kind]
    most: int


TO_ASKING: Final = Habit(0.5, (Kind.CHECK, Kind.CHECK, Kind.CHECK, Kind.THUMBS_UP), 6)
TO_PLEASING: Final = Habit(0.3, (Kind.HEART, Kind.THANKS, Kind.THUMBS_UP), 3)
USUAL: Final = Habit(0.04, (Kind.THUMBS_UP, Kind.EYES), 2)


@dataclass(slots=True)
class Life:
    """What becomes of the messages of one room, in the order of what was said."""

    seed: str
    said: Sequence[Said]
    messages: Sequence[Row]
    is_written: bool
    """Whether the talk is told word by word: then nothing of it is changed."""
    manager: UUID | None
    """Who pins."""
    now: datetime
    versions: list[Row] = field(default_factory=list[Row])

    def go_by(self) -> None:
        """Let people answer, edit and take back: the messages are otherwise afterwards."""
        rng = self._rng("talk")
        for place, message in enumerate(self.messages):
            message["quote_id"] = self._answered(place, rng)
            if not self.is_written and rng.random() < EDITS:
                self._edit(place, rng)
            elif not self.is_written and rng.random() < TAKES_BACK and len(self.said[place].words) <= SHORT:
                self._take_back(place, rng)

    def reactions(self, marks: Mapping[UUID, int]) -> Iterator[Row]:
        """Of those who have read it, by how far everybody has read."""
        rng = self._rng("signs")
        for message, said in zip(self.messages, self.said, strict=True):
            habit = _habit(said.words)
            if rng.random() >= habit.share or message["withdrawal"] is not None:
                continue
            ordinal = cast("int", message["ordinal"])
            readers = [
                who for who, mark in marks.items() if mark >= ordinal and who != said.player.account_id
            ]
            for who in rng.sample(readers, min(len(readers), rng.randint(1, habit.most))):
                yield {
                    "message_id": message["id"], "kind": rng.choice(habit.kinds).value, "account_id": who,
                    "reacted_at": self._soon(said.at, rng),
                }  # fmt: skip

    def pins(self, room_id: UUID) -> Iterator[Row]:
        """What was asked of everybody last, at the top of the room."""
        standing = zip(self.messages, self.said, strict=True)
        asked = [
            each for each in standing if _is_worth_pinning(each[1].words) and each[0]["withdrawal"] is None
        ]
        for message, said in asked[-MOST_PINS:] if self.manager else ():
            at = self._soon(said.at, self._rng("pins"))
            yield {
                "message_id": message["id"], "room_id": room_id, "pinned_by": self.manager, "pinned_at": at,
            }  # fmt: skip

    def _answered(self, place: int, rng: Random) -> object:
        """Now and then a message says which one it answers: one of the last three, by somebody else, on that day."""
        if rng.random() >= ANSWERS:
            return None
        here = self.said[place]
        for before in rng.sample(range(max(0, place - 3), place), min(place, 3)):
            there = self.said[before]
            if there.player != here.player and there.at.date() == here.at.date():
                return self.messages[before]["id"]
        return None

    def _edit(self, place: int, rng: Random) -> None:
        """A sentence was forgotten."""
        first, ends, rest = self.said[place].words.partition("。")
        if rest:
            self.messages[place]["edited_at"] = self._keep(place, "edited", first + ends, rng)

    def _take_back(self, place: int, rng: Random) -> None:
        said, message = self.said[place], self.messages[place]
        message["withdrawn_at"] = self._keep(place, "withdrawn", said.words, rng)
        message["withdrawal"] = Withdrawal.TAKEN_BACK
        message["withdrawn_by"] = said.player.account_id

    def _keep(self, place: int, kind: str, words: str, rng: Random) -> datetime:
        said = self.said[place]
        at = self._soon(said.at, rng)
        self.versions.append(
            {
                "message_id": self.messages[place]["id"], "version": 1, "kind": kind,
                "parts": [{"kind": "text", "text": words}], "at": at, "by": said.player.account_id,
                "held": False, "reason": None,
            }
        )  # fmt: skip
        return at

    def _soon(self, at: datetime, rng: Random) -> datetime:
        return min(at + timedelta(minutes=rng.uniform(0.5, 20)), self.now)

    def _rng(self, what: str) -> Random:
        return Random(f"{self.seed} {what}")  # noqa: S311 no secret hangs on it


def _habit(words: str) -> Habit:
    if ASKS.search(words):
        return TO_ASKING
    return TO_PLEASING if PLEASES.search(words) else USUAL


def _is_worth_pinning(words: str) -> bool:
    return len(words) > LONG and ASKS.search(words) is not None
