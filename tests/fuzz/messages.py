"""What no client of ours would say: every command of the product, right, or wrong in one place, or torn."""

import json
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tests.cast import NEXT_DOOR, ROADS, SATO, WELFARE
from tests.keys import new_send_key
from yoriai.app.wiring import FEATURES
from yoriai.platform.realtime.conversation import Hear, Look
from yoriai.talk.reactions.models import Kind

SCHEMAS: Mapping[str, Mapping[str, Mapping[str, object]]] = {
    **{each.name: each.model.model_json_schema() for feature in FEATURES for each in feature.commands},
    "hear": Hear.model_json_schema(),
    "look": Look.model_json_schema(),
}
ROOMS = [str(room) for room in (WELFARE, WELFARE, WELFARE, ROADS, ROADS, ROADS, NEXT_DOOR)]
STREAMS = [*(f"room/{room}" for room in ROOMS), f"person/{SATO}", "person/", "organization/1", "x"]
PARTS: Sequence[Mapping[str, object]] = (
    {"kind": "text", "text": "確認しました。"},
    {"kind": "text", "text": "https://example.jp/a?b=c #1 @佐藤"},
    {"kind": "mention", "of": "person", "id": str(SATO), "words": "@佐藤 花子"},
    {"kind": "mention", "of": "all", "id": None, "words": "@全員"},
    {"kind": "file", "file_id": str(SATO), "about": "橋の手前で、道路が沈んでいます"},
    {"kind": "nothing"},
)
STRANGE: Sequence[object] = (
    *(None, True, -1, 0, 2**31, 2**63, -(2**70), 1e308, 0.1, "", " ", "\x00", "a\u202eb", "𠮷野家"),
    *("x" * 20_000, "../../etc", "*", "room/*", [], [[]], {}, {"__proto__": {}}, [None] * 300, "2026-02-30"),
)
MOST_KNOWN = 200


@dataclass
class Babbler:
    """Makes the payloads of text frames; the same dice make the same ones, where the same is known."""

    dice: random.Random
    known: list[str] = field(default_factory=lambda: [str(SATO)])
    """Ids of messages, as they were answered."""

    def __post_init__(self) -> None:
        pick = self.dice.choice
        self.right: Mapping[str, Callable[[], object]] = {
            "room_id": lambda: pick(ROOMS),
            "message_id": lambda: pick(self.known),
            "quote": lambda: pick([None, *self.known]),
            "thread": lambda: pick([None, *self.known]),
            "in_room": lambda: pick((True, False)),
            "on_behalf_of": lambda: pick((None, None, None, str(SATO))),
            "written_for": lambda: pick((None, None, None, str(SATO))),
            "send_key": new_send_key,
            "parts": lambda: [pick(PARTS) for _ in range(pick((0, 1, 1, 1, 2, 30)))],
            "seen": lambda: pick((None, "2026-11-26T00:00:00Z")),
            "reason": lambda: pick((None, "誤送信のため")),
            "kind": lambda: pick([kind.value for kind in Kind]),
            "ordinal": lambda: self.dice.randrange(10_000),
            "since": lambda: {pick(STREAMS): self.dice.randrange(100) for _ in range(pick((0, 1, 3)))},
            "held": lambda: {pick(STREAMS): (self.dice.randrange(9), self.dice.randrange(99))},
            "stream": lambda: pick([None, *STREAMS]),
            "beside": lambda: [pick(STREAMS) for _ in range(pick((0, 1, 4)))],
        }
        """By the name of an argument, as a client of ours would say it."""

    def learn(self, message_id: str) -> None:
        """One more message, in place of an old one when there are many."""
        if len(self.known) < MOST_KNOWN:
            self.known.append(message_id)
        else:
            self.known[self.dice.randrange(MOST_KNOWN)] = message_id

    def payload(self) -> bytes:
        name = self.dice.choice(list(SCHEMAS))
        arguments = {each: self.right[each]() for each in SCHEMAS[name]["properties"]}
        said: object = {"do": name, "id": str(self.dice.randrange(1_000)), **arguments}
        if self.dice.random() < 0.5:
            said = self._bent(said)
        written = json.dumps(said, ensure_ascii=self.dice.random() < 0.5).encode()
        return written if self.dice.random() < 0.99 else self._torn(written)

    def _bent(self, said: object) -> object:
        """The same with something strange in one place: a value, one more argument, or one that is not there."""
        if not said or not isinstance(said, dict | list) or self.dice.random() < 0.2:
            return self.dice.choice(STRANGE)
        if isinstance(said, list):
            at = self.dice.randrange(len(said))
            return [*said[:at], self._bent(said[at]), *said[at + 1 :]]
        name = self.dice.choice(list(said))
        match self.dice.random():
            case chance if chance < 0.1:
                return {each: value for each, value in said.items() if each != name}
            case chance if chance < 0.2:
                return {**said, "unheard_of": self.dice.choice(STRANGE)}
            case _:
                return {**said, name: self._bent(said[name])}

    def _torn(self, written: bytes) -> bytes:
        """Bytes in which something was lost or turned over on the way."""
        at = self.dice.randrange(len(written))
        return written[:at] + bytes((self.dice.randrange(256),)) + written[at + self.dice.randrange(3) :]
