"""Every route and every command of the product, with ids filled in: what a forgotten door would show itself on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from tests.keys import new_send_key
from yoriai.app.assembly import Assembly
from yoriai.kit.days import day_in_japan
from yoriai.people.access.http import allowed, bringing, stepped_up

SOON = datetime.now(UTC).date() + timedelta(days=4)
OPEN = frozenset(
    {
        ("GET", "/api/entrance"),
        ("POST", "/api/invited"),
        ("POST", "/api/invited/accept"),
        ("POST", "/api/sign-in"),
    }
)
"""What somebody who is not signed in may ask."""
WITH_TICKET = frozenset(
    {
        ("POST", "/api/sign-in/code"),
        ("POST", "/api/sign-in/second-factor"),
        ("POST", "/api/sign-in/second-factor/confirm"),
        ("POST", "/api/sign-in/second-factor/offer"),
    }
)
"""What somebody may ask whose password was right, and who is not signed in yet."""
FOR_ALL = frozenset(
    {
        ("GET", "/api/consent"),
        ("GET", "/api/facts"),
        ("GET", "/api/own-rights"),
        ("GET", "/api/welcome"),
        ("GET", "/api/why/{operation}"),
        ("POST", "/api/corrections"),
        ("GET", "/api/showing"),
        ("POST", "/api/lock"),
        ("POST", "/api/proof"),
        ("POST", "/api/sign-out"),
        ("POST", "/api/unlock"),
        ("PUT", "/api/consent"),
        ("PUT", "/api/password"),
        ("PUT", "/api/welcome"),
    }
)
"""What everybody who is signed in may ask, whatever their roles are."""


@dataclass(frozen=True)
class Door:
    """A method and a path, ready to be tried."""

    method: str
    path: str
    template: str
    capabilities: frozenset[str]
    """What somebody must be able to do to be let in; empty where being signed in is enough."""
    proof_minutes: int | None = None
    """Within how many minutes they must have proved who they are, where the act is dangerous."""

    @property
    def is_of_a_room(self) -> bool:
        return "{room_id}" in self.template

    def __str__(self) -> str:
        return f"{self.method} {self.template}"


def doors(assembly: Assembly, room_id: UUID, some_id: UUID) -> Iterator[Door]:
    """All routes of the API; every other id is one that exists for somebody else or for nobody."""
    for route in routes(assembly):
        template = f"/api{route.path}"
        path = template.replace("{room_id}", str(room_id))
        for name in route.param_convertors:
            path = path.replace("{" + name + "}", str(some_id))
        for method in sorted(route.methods or ()):
            asked = frozenset(_asked_by(route.dependant))
            yield Door(method, path, template, asked, _proof_of(route.dependant))


def _asked_by(dependant: Dependant) -> Iterator[str]:
    if isinstance(dependant.call, allowed | bringing | stepped_up):
        yield dependant.call.capability
    for below in dependant.dependencies:
        yield from _asked_by(below)


def _proof_of(dependant: Dependant) -> int | None:
    call = dependant.call
    own = [call.minutes] if isinstance(call, stepped_up) else []
    own += [call.proved_minutes] if isinstance(call, bringing) and call.proved_minutes else []
    asked = [*own, *(_proof_of(below) for below in dependant.dependencies)]
    return next((each for each in asked if each is not None), None)


def routes(assembly: Assembly) -> Iterator[APIRoute]:
    """Every route that a feature has declared."""
    for feature in assembly.features:
        for router in feature.routes:
            for route in router.routes:
                assert isinstance(route, APIRoute), f"{feature.name}: tests try plain routes only"
                yield route


def headers_for(door: Door) -> Mapping[str, str]:
    """What a door asks for beside its body."""
    if not door.template.startswith("/api/uploads"):
        return {}
    return {"tus-resumable": "1.0.0", "upload-length": "1", "upload-offset": "0"}


RIGHTS = "accounts/{account_id}", "account-groups/{group_id}"


def body_for(door: Door, some_id: UUID) -> Mapping[str, object]:
    """A well-formed body, so that only the door can refuse. What asks for another body needs a row here."""
    return {
        "POST /api/rooms/{room_id}/messages": {
            "send_key": new_send_key(),
            "parts": [{"kind": "text", "text": "こんにちは"}],
        },
        "PUT /api/rooms/{room_id}/messages/{message_id}": {
            "parts": [{"kind": "text", "text": "こんにちは"}],
            "seen": None,
        },
        "POST /api/rooms/{room_id}/members": {"accounts": [str(some_id)]},
        "PUT /api/rooms/{room_id}/label": {"label": 2},
        "PUT /api/room-labels/order": {"levels": [], "templates": {}},
        "PUT /api/rooms/{room_id}/read-mark": {"ordinal": 0},
        "PUT /api/rooms/{room_id}/following/seen": {"ordinal": 0},
        "PUT /api/rooms/{room_id}/draft": {"version": new_send_key(), "seen": None, "text": "書きかけ"},
        "POST /api/rooms/{room_id}/read-mark/back": {},
        "PUT /api/rooms/{room_id}/folder": {"folder_id": None},
        "POST /api/shelf/folders": {"request_key": new_send_key(), "name": "窓口"},
        "PUT /api/rooms/{room_id}/notify": {"notify": "none"},
        "POST /api/rooms/{room_id}/scheduled": {
            "send_key": new_send_key(),
            "parts": [{"kind": "text", "text": "こんにちは"}],
            "due_at": (datetime.now(UTC) + timedelta(days=1)).isoformat(),
        },
        "PUT /api/rooms/{room_id}/messages/{message_id}/later": {"remind_at": None},
        "POST /api/watchwords": {"word": "予算"},
        "PUT /api/roster/drafts/{draft_id}/sheet": {"sheet": "名簿"},
        "PUT /api/roster/drafts/{draft_id}/columns": {"columns": []},
        "POST /api/people/resolve": {"text": "10001"},
        **{f"PUT /api/{each}/rights": {"words": {}} for each in RIGHTS},
        **_about_presence(),
        **_about_files(some_id),
        **_about_slips(some_id),
        **_about_networks(),
        **_about_guests(some_id),
        **_about_bodies(some_id),
        **_about_auditing(some_id),
    }.get(str(door), {})


def _about_presence() -> Mapping[str, Mapping[str, object]]:
    return {
        "PUT /api/presence": {"state": None},
        "PUT /api/presence/place": {"place": "home"},
        "PUT /api/presence/absence": {"until": day_in_japan(datetime.now(UTC)).isoformat()},
    }


def _about_files(some_id: UUID) -> Mapping[str, Mapping[str, object]]:
    return {
        "POST /api/files/links": {"file_ids": [str(uuid4())]},
        "POST /api/showing": {"file_ids": [str(uuid4())]},
        "POST /api/faces/links": {"account_ids": [str(some_id)], "room_ids": [str(some_id)]},
        **{f"PUT /api/{whose}face": {"file_id": str(uuid4())} for whose in ("", "rooms/{room_id}/")},
    }


def _about_slips(some_id: UUID) -> Mapping[str, Mapping[str, object]]:
    return {
        "POST /api/department-accounts": {"unit_id": str(some_id), "name": "a"},
        "POST /api/department-accounts/{department_account_id}/speakers": {"account_id": str(some_id)},
        "POST /api/delegates": {"account_id": str(some_id)},
        "POST /api/special-posts/{special_post_id}/delegates": {"account_id": str(some_id)},
        "PUT /api/special-posts/{special_post_id}": {"circle": "named"},
        "PUT /api/own-special-post": {"circle": "named"},
        "POST /api/principals/{principal_id}/rooms": {
            "request_key": new_send_key(), "name": "a", "members": []
        },
        "POST /api/account-requests": {"request_key": new_send_key(), "kind": "new", "unit_id": str(some_id)},
        "POST /api/account-requests/{asking_id}/refusal": {"reason": "足りるため"},
        "POST /api/leaders": {"account_id": str(some_id), "unit_id": str(some_id)},
        "POST /api/slips": {"kind": "people", "ids": [str(some_id)]},
        "POST /api/slips/pdf": {"slips": [{"account_id": str(some_id), "secret": "a"}]},
    }  # fmt: skip


def _about_networks() -> Mapping[str, Mapping[str, object]]:
    anywhere = {"lgwan": list[str](), "internet": list[str]()}
    return {
        "PUT /api/account-groups/{group_id}/networks": anywhere,
        "POST /api/account-groups/{group_id}/networks/foresee": anywhere,
    }


def _about_guests(some_id: UUID) -> Mapping[str, Mapping[str, object]]:
    return {
        "POST /api/rooms/{room_id}/guests": {
            "guests": [{"name": "西村 光", "firm": "みほん通信", "email": "nishimura@mihon.example"}]
        },
        "POST /api/rooms/{room_id}/guests/look": {"text": "氏名,会社,メール\n"},
        "PUT /api/guests/{account_id}/end": {"ends_on": str(SOON)},
        "PUT /api/guests/{account_id}/sponsor": {"sponsor_id": str(some_id)},
        "PUT /api/guest-firms/sponsor": {"firm": "みほん通信", "sponsor_id": str(some_id)},
        "POST /api/guest-firms/end": {"firm": "みほん通信"},
    }


def _about_bodies(some_id: UUID) -> Mapping[str, Mapping[str, object]]:
    return {
        "POST /api/rooms/{room_id}/bodies": {"tenant_id": str(some_id)},
        "PUT /api/rooms/{room_id}/bodies/asking": {"takes": True},
        "PUT /api/rooms/{room_id}/bodies/{tenant_id}/contact": {"contact": "健康課"},
        "PUT /api/neighbours": {"findable": False},
        "POST /api/neighbours/asks": {"account_id": str(some_id)},
        "POST /api/federation": {"room_id": str(some_id)},
        "POST /api/federation/{part_id}/people": {"accounts": [str(some_id)]},
    }


def _about_auditing(some_id: UUID) -> Mapping[str, Mapping[str, object]]:
    days = {"first": "2026-11-01", "last": "2026-11-20"}
    return {
        "POST /api/accounts/export": {"kind": "csv", "reason": "定期監査"},
        "POST /api/audit/export": {"kind": "csv", "reason": "定期監査"},
        "POST /api/usage/export": {"fiscal_year": 2026, "reason": "定期監査"},
        "POST /api/audit-packs": {"reason": "情報セキュリティ監査", **days},
        "POST /api/inspections": {"room_id": str(some_id), "reason": "情報公開の請求", **days},
        "POST /api/inspections/{inspection_id}/refusal": {"reason": "ほかの調べで足りるため"},
    }


def words_for(command: str, room_id: UUID) -> Mapping[str, object]:
    """A well-formed command about a room. A new command without a row here fails the tests that try all."""
    return {
        "messages.post": {
            "room_id": str(room_id),
            "send_key": new_send_key(),
            "parts": [{"kind": "text", "text": "こんにちは"}],
        },
        "messages.edit": {
            "room_id": str(room_id),
            "message_id": str(uuid4()),
            "parts": [{"kind": "text", "text": "こんにちは"}],
            "seen": None,
        },
        "messages.withdraw": {"room_id": str(room_id), "message_id": str(uuid4()), "reason": None},
        "receipts.mark": {"room_id": str(room_id), "ordinal": 0},
        "pins.pin": {"room_id": str(room_id), "message_id": str(uuid4())},
        "pins.unpin": {"room_id": str(room_id), "message_id": str(uuid4())},
        "reactions.set": {"room_id": str(room_id), "message_id": str(uuid4()), "kind": "check"},
        "typing.write": {"room_id": str(room_id)},
        "reactions.unset": {"room_id": str(room_id), "message_id": str(uuid4()), "kind": "check"},
    }[command]
