"""What is tried: every route and every command, about what, and with which words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

from tests.cast import CITY_HALL, ROADS, TONARI, named
from tests.doors import Door, body_for, doors, words_for
from tests.keys import new_send_key
from tests.matrix.kinds import KIND_OF, PLAIN
from tests.matrix.people import LEADER, WATANABE
from tests.matrix.things import DELETED, GUESSED, NO_THING, OWN, STATES, Stage, own_id
from yoriai.app.assembly import Assembly
from yoriai.platform.feature import Command

SOME = uuid4()


@dataclass(frozen=True)
class Operation:
    """One route or one command."""

    name: str
    about: str
    """The kind of thing in its path or words; empty where it is about nothing in particular."""
    capabilities: frozenset[str]
    door: Door | None = None
    command: Command | None = None

    def states(self) -> tuple[str, ...]:
        """The states in which what it is about can be tried."""
        if not self.about:
            return (NO_THING,)
        if self.about in ("message", "account"):
            return STATES
        if self.about == "room":
            return tuple(state for state in STATES if state != DELETED)
        return (GUESSED,) if self.about == "roster" else (OWN, "foreign", GUESSED)


def operations(assembly: Assembly) -> Iterator[Operation]:
    """All of them, by name; commands after routes."""
    found = [
        Operation(f"{door.method} {door.template}", _about(door.template), door.capabilities, door=door)
        for door in doors(assembly, SOME, SOME)
    ]
    yield from sorted(found, key=lambda each: each.name)
    for feature in assembly.features:
        for command in feature.commands:
            about = "message" if "message_id" in words_for(command.name, SOME) else "room"
            yield Operation(f"SOCKET {command.name}", about, frozenset({command.capability}), command=command)


def _about(template: str) -> str:
    if "{message_id}" in template:
        return "message"
    if "{room_id}" in template:
        return "room"
    return next((kind for name, kind in KIND_OF.items() if "{" + name + "}" in template), "")


def path_of(door: Door, stage: Stage, state: str, actor: str) -> str:
    """The path with the ids of this state filled in."""
    path, about = door.template, _about(door.template)
    things = stage.things
    if about in ("room", "message"):
        path = path.replace(
            "{room_id}", things["room"][OWN if about == "message" and state == GUESSED else state]
        )
        path = path.replace("{message_id}", things.get("message", {}).get(state, str(SOME)))
        path = path.replace("{account_id}", str(WATANABE))
    elif about == "account":
        path = path.replace("{account_id}", str(own_id(actor)) if state == OWN else things[about][state])
        path = path.replace("{session_id}", str(SOME))
    elif about:
        name = next(name for name, kind in KIND_OF.items() if kind == about and "{" + name + "}" in path)
        path = path.replace("{" + name + "}", things[about][state])
        path = path.replace("{delegate_id}", things.get("mandate", {}).get(state, str(SOME)))
        path = path.replace("{speaker_id}", things.get("speaker", {}).get(state, str(SOME)))
    path = path.replace("{account_id}", str(WATANABE)).replace("{tenant_id}", str(TONARI))
    path = path.replace("{person_id}", str(WATANABE))
    path = path.replace("export.{kind}", "export.csv").replace("{kind}", "check")
    for name, value in PLAIN.items():
        path = path.replace("{" + name + "}", "reach" if "settings" in path and name == "name" else value)
    return path + QUERY.get(f"{door.method} {door.template}", "")


QUERY: Final[Mapping[str, str]] = {
    "GET /api/presence": f"?accounts={SOME}",
    "GET /api/inspections/rooms": "?q=課",
}


def body_of(door: Door) -> Mapping[str, object]:
    """Words that are well formed, and where it is easy such that the operation succeeds for whoever may."""
    word = uuid4().hex[:8]
    bodies = _of_rooms(word) | _of_units(word) | _of_people(word) | _of_groups(word)
    return bodies.get(str(door)) or body_for(door, WATANABE)


Bodies = dict[str, Mapping[str, object]]


def _of_rooms(word: str) -> Bodies:
    return {
        "POST /api/rooms": {"request_key": new_send_key(), "name": word, "members": []},
        "POST /api/direct-rooms": {"account_id": str(WATANABE)},
        "POST /api/inspections": {
            "room_id": str(ROADS), "reason": word, "first": "2026-11-01", "last": "2026-11-20"
        },
        "PATCH /api/rooms/{room_id}": {"purpose": word},
        "POST /api/rooms/{room_id}/members": {"accounts": [str(WATANABE)]},
        "PATCH /api/preferences": {},
        "PATCH /api/shelf/folders/{folder_id}": {"name": word},
        "PUT /api/scheduled/{scheduled_id}": {},
    }  # fmt: skip


def _of_units(word: str) -> Bodies:
    unit = {"name": f"{word}課", "kind": "課"}
    return {
        "PUT /api/settings/{name}": {},
        "POST /api/organizations": {"request_key": new_send_key(), "name": word},
        "PUT /api/organizations/{organization_id}": {"name": word},
        "PUT /api/organizations/{organization_id}/place": {"before": None},
        "POST /api/organizations/{organization_id}/units": {"request_key": new_send_key(), **unit},
        "PUT /api/units/{unit_id}": {"last_change": None, **unit},
        "PUT /api/units/{unit_id}/place": {"parent_id": None},
        "PUT /api/units/{unit_id}/closing": {"successor_id": None},
    }


def _of_people(word: str) -> Bodies:
    there = {"organization_id": str(CITY_HALL), "unit_id": str(named("土木課")), "main": True}
    name = {"family": "伊藤", "kana": "いとう"}
    many = {"ids": [], "what": "place", "text": "本庁"}
    number = f"6{uuid4().int % 10**8:08d}"
    return {
        "PUT /api/accounts/{account_id}/role": {"role": "member"},
        "PUT /api/accounts/{account_id}/rights": {"words": {"print": False}},
        "POST /api/accounts": {
            "request_key": new_send_key(), "login_id": number, **name, "posts": [there]
        },
        "PUT /api/accounts/{account_id}": {"login_id": number, **name, "posts": [], "last_change": None},
        "POST /api/accounts/changes/preview": many,
        "POST /api/accounts/changes": {**many, "request_key": new_send_key(), "expected": 0},
        "POST /api/account-requests": {
            "request_key": new_send_key(), "kind": "new", "unit_id": there["unit_id"], "login_id": number, **name,
            "employment_type": "other", "starts_on": "2026-12-01",
        },
        "POST /api/corrections": {"words": word},
        "POST /api/department-accounts": {"unit_id": str(named("土木課")), "name": "土木課"},
        "POST /api/department-accounts/{department_account_id}/speakers": {"account_id": str(WATANABE)},
        "POST /api/delegates": {"account_id": str(WATANABE)},
        "POST /api/special-posts/{special_post_id}/delegates": {"account_id": str(LEADER)},
        "POST /api/principals/{principal_id}/rooms": {
            "request_key": new_send_key(), "name": word, "members": []
        },
        "POST /api/leaders": {"account_id": str(WATANABE), "unit_id": str(named("土木課"))},
        "POST /api/accounts/{account_id}/second-factor/reset": {"reason": word},
    }  # fmt: skip


def _of_groups(word: str) -> Bodies:
    return {
        "PUT /api/account-groups/{group_id}/rights": {"words": {"print": False}},
        "POST /api/account-groups": {"name": word},
        "PUT /api/account-groups/{group_id}": {"name": word},
        "PUT /api/account-groups/{group_id}/password-rules": {},
        "PUT /api/account-groups/{group_id}/second-factor": {"required_of": None},
        "PUT /api/account-groups/{group_id}/networks": {"lgwan": [], "internet": []},
        "POST /api/account-groups/{group_id}/networks/foresee": {"lgwan": [], "internet": []},
        "POST /api/profile-fields": {"key": new_send_key(), "name": word},
        "PUT /api/profile-fields/{key}": {"name": word},
        "PUT /api/profile-fields/{key}/place": {"before": None},
        "PUT /api/profile": {"values": {}},
    }


def command_words(command: Command, stage: Stage, state: str) -> Mapping[str, object]:
    """The same for a command."""
    words = dict(words_for(command.name, SOME))
    about_message = "message_id" in words
    words["room_id"] = stage.things["room"][OWN if about_message and state == GUESSED else state]
    if about_message:
        words["message_id"] = stage.things["message"][state]
    return words
