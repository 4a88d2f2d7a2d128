"""What a client holds of one room, by what it was told; and the same by what it is given when it asks anew (C8)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

Frame = dict[str, Any]  # what came over the wire
Row = tuple[int, str, str | None, bool]
"""Ordinal, send key, text (None when it was taken back), and whether it was put right."""


@dataclass
class RoomScreen:
    """A room as it stands on a screen."""

    messages: dict[str, Row] = field(default_factory=dict[str, Row])
    reactions: dict[str, dict[str, int]] = field(default_factory=dict[str, dict[str, int]])
    members: set[str] = field(default_factory=set[str])
    mark: int = 0

    def apply(self, told: Frame, me: str) -> None:
        """Let a fact of the room's stream change what is shown. What is told twice changes nothing more."""
        body = told.get("body") or {}
        match told.get("fact"):
            case "messages.posted" | "messages.edited":
                message = body["message"]
                self.messages[message["message_id"]] = row_of(message)
                if body.get("is_read") and message["author_id"] == me:
                    self.mark = max(self.mark, message["ordinal"])
            case "messages.withdrawn":
                self._take_away(body["message_id"], body["message"])
                # Its coming may never have been told here; who wrote it had read up to it. The page asks for its list anew.
                if body["message"] is None and told.get("by") == me:
                    self.mark = max(self.mark, body["ordinal"])
            case "reactions.changed":
                if body["message_id"] in self.messages:
                    self.reactions.setdefault(body["message_id"], {})[body["kind"]] = body["count"]
            case "rooms.joined" | "rooms.left":
                (self.members.add if told["fact"] == "rooms.joined" else self.members.discard)(
                    body["account_id"]
                )
            case _:
                pass

    def _take_away(self, message_id: str, left: Frame | None) -> None:
        """Its words are gone, and it is too if nothing is left in its place."""
        self.messages.pop(message_id, None)
        self.reactions.pop(message_id, None)
        if left:
            self.messages[message_id] = row_of(left)

    def lines(self) -> list[str]:
        """Everything that is shown, one thing in a line."""
        shown = [str(row) for row in sorted(self.messages.values())]
        shown += [
            f"{self.messages[message][0]}: {sorted((kind, count) for kind, count in its.items() if count)}"
            for message, its in sorted(self.reactions.items())
            if message in self.messages and any(its.values())
        ]
        return [*shown, f"members {sorted(self.members)}", f"mark {self.mark}"]


def row_of(message: Frame) -> Row:
    """A message as a line of the screen."""
    text = message["parts"][0]["text"] if message["parts"] else None
    return message["ordinal"], message["send_key"], text, message["edited_at"] is not None


def anew(room: Frame, pages: Iterable[Frame]) -> RoomScreen:
    """The screen of a room that is opened now."""
    screen = RoomScreen(mark=room["room"]["mark"])
    screen.members = {member["account_id"] for member in room["members"]}
    for page in pages:
        screen.messages |= {message["message_id"]: row_of(message) for message in page["messages"]}
        for message_id, its in page["reactions"].items():
            screen.reactions[message_id] = {each["kind"]: each["count"] for each in its}
    return screen


def apart(held: Sequence[str], fresh: Sequence[str]) -> tuple[str, str]:
    """The same word for both when they are equal; else what only the one and only the other shows."""
    if held == fresh:
        return "equal", "equal"
    only_held, only_fresh = sorted(set(held) - set(fresh)), sorted(set(fresh) - set(held))
    return (
        f"{len(only_held)} of {len(held)}, first {only_held[:1]}",
        f"{len(only_fresh)} of {len(fresh)}, first {only_fresh[:1]}",
    )
