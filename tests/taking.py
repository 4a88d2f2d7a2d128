"""Ways in which somebody's right to hear is taken, each with its way back: 佐藤, who sits in two rooms, loses something."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import update

from tests.cast import SATO, SUZUKI, TAKAHASHI, session_of
from tests.people.accounts.managing.forms import save
from tests.talk.actors import opened
from tests.talk.rooms.labelling import SEALED, SHARED, label
from tests.town import Town
from yoriai.people.accounts.models import Account
from yoriai.people.sessions.models import Session

HOME, AWAY = f"/api/accounts/{SATO}", {"lgwan": ["10.1.0.0/16"], "internet": ["10.1.0.0/16"]}
Act = Callable[["Loser"], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Loser:
    """佐藤 in this town, with a group of their own and a room that 鈴木 manages."""

    town: Town
    group: str
    room: UUID

    async def done(self, method: str, path: str, body: object = None, *, by: UUID = TAKAHASHI) -> None:
        answer = await self.town.call(by, method, path, body)
        assert answer.status_code in {200, 204}, (path, answer.text)

    async def word(self, path: str, *, may: bool) -> None:
        await self.done("PUT", path, {"words": {"print": may}})

    async def saved(self, words: Mapping[str, object]) -> None:
        assert (await save(self.town, SATO, words)).status_code == 200

    async def labelled(self, number: int, before: int) -> None:
        assert await label(self.town, SUZUKI, self.room, number, expected=before) == (204, "")

    async def back(self) -> None:
        """As if nothing had been taken from the account and its sessions; nobody is told."""
        whole = {"status": "active", "ends_on": None, "signed_out_at": None, "roles": ["member"]}
        anew = {"ended_at": None, "locked_at": None}
        async with self.town.assembly.works.writing() as work:
            await work.session.execute(update(Account).where(Account.id == SATO).values(whole))
            await work.session.execute(update(Session).where(Session.account_id == SATO).values(anew))


async def loser(town: Town) -> Loser:
    """佐藤, ready to lose."""
    made = await town.call(TAKAHASHI, "POST", "/api/account-groups", {"name": "窓口"})
    group = str(made.json()["group_id"])
    saved = await save(town, SATO, {"group_id": group})
    assert saved.status_code == 200, saved.text
    return Loser(town, f"/api/account-groups/{group}", await opened(town, SUZUKI, [SATO], "相談"))


@dataclass(frozen=True, slots=True)
class Way:
    """One way of taking; `sign` is the fact that tells of it where the line itself goes on."""

    name: str
    take: Act
    give_back: Act = Loser.back
    sign: str = ""
    zone: str = "lgwan"


async def _home_again(one: Loser) -> None:
    await one.done("PUT", f"{one.group}/networks", {"lgwan": [], "internet": []})
    await one.back()


WAYS = (
    Way("利用の停止", lambda one: one.done("PUT", f"{HOME}/suspension")),
    Way("利用の最後の日", lambda one: one.saved({"ends_on": "2020-03-31"})),
    Way("役割", lambda one: one.done("PUT", f"{HOME}/role", {"role": "auditor"})),
    Way(
        "本人の権限",
        lambda one: one.word(f"{HOME}/rights", may=False),
        lambda one: one.word(f"{HOME}/rights", may=True),
    ),
    Way(
        "グループの権限",
        lambda one: one.word(f"{one.group}/rights", may=False),
        lambda one: one.word(f"{one.group}/rights", may=True),
    ),
    Way("グループのネットワーク", lambda one: one.done("PUT", f"{one.group}/networks", AWAY), _home_again),
    Way(
        "ほかの端末から出る",
        lambda one: one.done("DELETE", f"/api/sessions/{session_of(SATO, 'internet')}", by=SATO),
        zone="internet",
    ),
    Way("離席", lambda one: one.done("POST", "/api/lock", by=SATO)),
    Way(
        "ルームから外す",
        lambda one: one.done("DELETE", f"/api/rooms/{one.room}/members/{SATO}", by=SUZUKI),
        lambda one: one.done("POST", f"/api/rooms/{one.room}/members", {"accounts": [str(SATO)]}, by=SUZUKI),
        sign="rooms.lost",
    ),
    Way(
        "LGWAN だけのラベル",
        lambda one: one.labelled(SEALED, SHARED),
        lambda one: one.labelled(SHARED, SEALED),
        sign="rooms.sealed",
        zone="internet",
    ),
)
