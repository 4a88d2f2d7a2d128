"""The checker: what clients sent, were answered and heard, against what the room finally holds (C1–C5)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The server said that this message is safe."""

    send_key: str
    number: int
    ordinal: int
    message_id: str


@dataclass(frozen=True, slots=True)
class Delivered:
    """A message reached a listener's screen."""

    number: int
    send_key: str
    text: str


@dataclass
class Record:
    """Everything that the clients of one run saw."""

    invoked: dict[str, str] = field(default_factory=dict[str, str])
    unsure: dict[tuple[UUID, str], str] = field(default_factory=dict[tuple[UUID, str], str])
    acknowledged: list[Acknowledged] = field(default_factory=list[Acknowledged])
    delivered: dict[tuple[UUID, str], list[Delivered]] = field(
        default_factory=lambda: defaultdict[tuple[UUID, str], list[Delivered]](list)
    )
    repeated: int = 0
    is_over: bool = False


def violations(record: Record, final: Sequence[dict[str, Any]]) -> list[str]:
    """Every broken promise, in words; empty when all were kept."""
    keys = [message["send_key"] for message in final]
    texts = {message["send_key"]: message["parts"][0]["text"] for message in final}
    acknowledged = {each.send_key: each for each in record.acknowledged}
    found = [f"C1 lost: {key}" for key in acknowledged.keys() - set(keys)]
    found += [f"C2 doubled: {key}" for key in set(keys) if keys.count(key) > 1]
    found += [f"C3 phantom: {key}" for key in set(keys) - record.invoked.keys()]
    found += [f"C3 altered: {key}" for key in texts if texts[key] != record.invoked.get(key)]
    found += _order(acknowledged, final)
    for who, heard in record.delivered.items():
        if [each.send_key for each in heard] != keys:
            missing = len(set(keys) - {each.send_key for each in heard})
            found.append(f"C5 {who}: heard {len(heard)} of {len(keys)}, missing {missing}")
        if [each.number for each in heard] != sorted({each.number for each in heard}):
            found.append(f"C4 {who}: numbers not increasing")
    return found


def _order(acknowledged: dict[str, Acknowledged], final: Sequence[dict[str, Any]]) -> list[str]:
    ordinals = [message["ordinal"] for message in final]
    found = (
        [] if ordinals == list(range(1, len(final) + 1)) else ["C4 ordinals have a hole or are out of order"]
    )
    for message in final:
        said = acknowledged.get(message["send_key"])
        if said and (said.ordinal, said.message_id) != (message["ordinal"], message["message_id"]):
            found.append(f"C4 acknowledged elsewhere: {message['send_key']}")
    return found
