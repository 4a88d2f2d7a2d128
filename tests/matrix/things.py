"""What is tried: things in every state, made anew for each operation by the product's own routes."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import update

from tests.cast import (
    CITY_HALL,
    MIHON,
    MORI,
    OPENED,
    SATO,
    SUZUKI,
    TAKAHASHI,
    TONARI,
    TONARI_HALL,
    named,
    session_of,
)
from tests.keys import new_send_key
from tests.matrix.auditing import inspections, packs
from tests.matrix.people import ACTORS, NEIGHBOUR, WATANABE
from tests.matrix.rows import (
    Made,
    put_account_requests,
    put_asks,
    put_delegates,
    put_department_accounts,
    put_files,
    put_uploads,
)
from tests.town import Town
from yoriai.kit.days import day_in_japan
from yoriai.people.access.capabilities import Role as Standing
from yoriai.people.accounts.leaders.models import UnitRole
from yoriai.people.sessions.models import Correction
from yoriai.talk.rooms.models import BodyState, Handover, Room, RoomBody

OWN, SHARED, FOREIGN = "own", "shared", "foreign"
ARCHIVED, DELETED, GUESSED = "archived", "deleted", "guessed"
STATES: Final = (OWN, SHARED, FOREIGN, ARCHIVED, DELETED, GUESSED)
NO_THING: Final = "-"
"""The state of an operation that is about nothing in particular."""

Things = dict[str, dict[str, str]]


@dataclass
class Stage:
    """Ids by kind and state."""

    town: Town
    things: Things = field(default_factory=Things)

    def put(self, kind: str, state: str, key: object) -> None:
        self.things.setdefault(kind, {})[state] = str(key)

    async def make(self, who: UUID, method: str, path: str, body: object, key: str = "") -> str:
        """Do something that the stage needs; the id that came of it."""
        answer = await self.town.call(who, method, path, body)
        assert answer.status_code < 300, (path, answer.text)
        return str(answer.json()[key]) if key else ""

    async def room(self, by: UUID, members: list[UUID]) -> UUID:
        wish = {"request_key": new_send_key(), "name": f"打合せ {uuid4().hex[:8]}", "members": [str(one) for one in members]}  # fmt: skip
        return UUID(await self.make(by, "POST", "/api/rooms", wish, "room_id"))


async def rooms_and_messages(stage: Stage) -> None:
    """The member manages one room, is in another and in one that was put away; one is somebody else's. In each there
    is a message of whoever manages it; the deleted one was taken back. Whoever was taken out is in none of them."""
    for state, by, others in (
        (OWN, SATO, [WATANABE, SUZUKI]),
        (SHARED, WATANABE, [SATO, SUZUKI]),
        (FOREIGN, WATANABE, []),
        (ARCHIVED, SATO, [WATANABE, SUZUKI]),
    ):
        room = await stage.room(by, others)
        stage.put("room", state, room)
        stage.put("message", state, await stage.town.says(by, "窓口の当番表です", room))
        if others:
            await stage.make(by, "DELETE", f"/api/rooms/{room}/members/{SUZUKI}", None)
    rooms, messages = stage.things["room"], stage.things["message"]
    taken_back = await stage.town.says(SATO, "取り消すもの", UUID(rooms[OWN]))
    at = f"/api/rooms/{rooms[OWN]}/messages/{taken_back}/withdrawal"
    await stage.make(SATO, "PUT", at, {"reason": None})
    await stage.make(SATO, "PUT", f"/api/rooms/{rooms[ARCHIVED]}/archive", None)
    rooms[GUESSED], messages[GUESSED], messages[DELETED] = str(uuid4()), str(uuid4()), taken_back
    rooms[DELETED] = rooms[OWN]


async def accounts(stage: Stage) -> None:
    """A colleague as they are, one who is stopped and one who was withdrawn; somebody of the next town."""
    for state in (SHARED, ARCHIVED, DELETED):
        form = {
            "request_key": new_send_key(), "login_id": f"7{uuid4().int % 10**8:08d}", "family": "伊藤", "given": "海", "kana": "いとう うみ",
            "posts": [{"organization_id": str(CITY_HALL), "unit_id": str(named("土木課")), "main": True}],
        }  # fmt: skip
        key = await stage.make(TAKAHASHI, "POST", "/api/accounts", form, "account_id")
        stage.put("account", state, key)
        if state != SHARED:
            verb = "suspension" if state == ARCHIVED else "withdrawal"
            await stage.make(TAKAHASHI, "PUT", f"/api/accounts/{key}/{verb}", None)
    stage.put("account", FOREIGN, MORI)
    stage.put("account", GUESSED, uuid4())


async def others(stage: Stage, kind: str) -> None:
    """One thing of the member's (or of their body), and one of the next town."""
    stage.put(kind, GUESSED, new_send_key() if kind == "field" else uuid4())
    if kind == "roster":
        return
    if kind in BY_HAND:
        await BY_HAND[kind](stage)
        return
    if kind in FIXED:
        for state, key in zip((OWN, FOREIGN), FIXED[kind], strict=True):
            stage.put(kind, state, key)
        return
    path, key, owners = MADE[kind]
    for state, who in zip((OWN, FOREIGN), owners, strict=True):
        room = "" if "{room_id}" not in path else str(await stage.room(who, []))
        body = body_of(kind)
        made = await stage.make(who, "POST", path.replace("{room_id}", room), body, key)
        stage.put(kind, state, made or body["key"])


async def invitations(stage: Stage) -> None:
    """Somebody whom the member has invited into a room, and one of the next town."""
    for state, who in ((OWN, SATO), (FOREIGN, MORI)):
        room = await stage.room(who, [])
        async with stage.town.assembly.works.writing() as work:  # the usual label lets in no guests
            await work.session.execute(update(Room).where(Room.id == room).values(label=1))
        guest = {"name": "客 三郎", "firm": "みほん通信", "email": f"{uuid4().hex[:8]}@mihon.example"}
        answer = await stage.town.call(who, "POST", f"/api/rooms/{room}/guests", {"guests": [guest]})
        stage.put("invitation", state, answer.json()["handed"][0]["invitation_id"])


async def corrections(stage: Stage) -> None:
    """What somebody says is wrong about themselves, in either town."""
    async with stage.town.assembly.works.writing() as work:
        for state, tenant, who in ((OWN, MIHON, SATO), (FOREIGN, TONARI, MORI)):
            key = uuid4()
            work.session.add(
                Correction(id=key, tenant_id=tenant, account_id=who, asked_at=OPENED, words="氏が違います")
            )
            stage.put("correction", state, key)


async def parts(stage: Stage) -> None:
    """Each town in a room of the other one."""
    for state, host, guest in ((OWN, MORI, MIHON), (FOREIGN, SATO, TONARI)):
        room, key = await stage.room(host, []), uuid4()
        async with stage.town.assembly.works.writing() as work:
            await work.session.execute(update(Room).where(Room.id == room).values(label=1))
            work.session.add(
                RoomBody(
                    id=key, room_id=room, tenant_id=guest, state=BodyState.JOINED, is_open=True, made_by=host,
                    made_at=OPENED, joined_at=OPENED, since_ordinal=1,
                )
            )  # fmt: skip
        stage.put("part", state, key)


async def leaders(stage: Stage) -> None:
    """The ITリーダー of a unit in either town."""
    async with stage.town.assembly.works.writing() as work:
        for state, who, unit in ((OWN, WATANABE, named("土木課")), (FOREIGN, MORI, named("健康課"))):
            key = uuid4()
            work.session.add(
                UnitRole(id=key, account_id=who, department_id=unit, role=Standing.IT_LEADER, since=OPENED)
            )
            stage.put("leader", state, key)


def rows(put: Callable[[Town], Awaitable[Made]]) -> Callable[[Stage], Awaitable[None]]:
    """What no route makes in one step."""

    async def make(stage: Stage) -> None:
        for kind, state, key in await put(stage.town):
            stage.put(kind, state, key)

    return make


async def handovers(stage: Stage) -> None:
    """Somebody of either town still reads in a room of their former unit."""
    for state, who in ((OWN, SATO), (FOREIGN, MORI)):
        room, key = await stage.room(who, []), uuid4()
        async with stage.town.assembly.works.writing() as work:
            await work.session.execute(update(Room).where(Room.id == room).values(kind="department"))
            work.session.add(
                Handover(
                    id=key, account_id=who, room_id=room, since_ordinal=1, until_ordinal=0,
                    last_day=day_in_japan(work.now), begun_at=work.now, name="", purpose="",
                )
            )  # fmt: skip
        stage.put("handover", state, key)


BY_HAND: Final[Mapping[str, Callable[[Stage], Awaitable[None]]]] = {
    "account request": rows(put_account_requests),
    "ask": rows(put_asks),
    "correction": corrections,
    "delegate": rows(put_delegates),
    "principal": rows(put_delegates),
    "special post": rows(put_delegates),
    "department account": rows(put_department_accounts),
    "file": rows(put_files),
    "handover": handovers,
    "inspection": inspections,
    "invitation": invitations,
    "leader": leaders,
    "pack": packs,
    "part": parts,
    "upload": rows(put_uploads),
}
FIXED: Final[Mapping[str, tuple[UUID, UUID]]] = {
    "body": (MIHON, TONARI),
    "organization": (CITY_HALL, TONARI_HALL),
    "unit": (named("土木課"), named("健康課")),
    "session": (session_of(SATO, "internet"), session_of(MORI, "internet")),
}
MADE: Final[Mapping[str, tuple[str, str, tuple[UUID, UUID]]]] = {
    "group": ("/api/account-groups", "group_id", (TAKAHASHI, NEIGHBOUR)),
    "folder": ("/api/shelf/folders", "folder_id", (SATO, MORI)),
    "watchword": ("/api/watchwords", "watchword_id", (SATO, MORI)),
    "scheduled": ("/api/rooms/{room_id}/scheduled", "scheduled_id", (SATO, MORI)),
    "field": ("/api/profile-fields", "", (TAKAHASHI, NEIGHBOUR)),
}


def body_of(kind: str) -> Mapping[str, object]:
    """What makes one of these."""
    word = uuid4().hex[:8]
    return {
        "group": {"name": word},
        "folder": {"request_key": new_send_key(), "name": word},
        "watchword": {"word": word},
        "field": {"key": new_send_key(), "name": word},
        "scheduled": {
            "send_key": new_send_key(),
            "parts": [{"kind": "text", "text": "こんにちは"}],
            "due_at": (datetime.now(UTC) + timedelta(days=1)).isoformat(),
        },
    }[kind]


def own_id(actor: str) -> UUID:
    """Whoever tries has an account of their own; who has none tries with one that nobody has."""
    return ACTORS[actor] or uuid4()
