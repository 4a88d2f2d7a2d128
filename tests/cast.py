"""The cast: a few named people of two towns, their rooms and their sessions. Tests share them instead of factories."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from argon2 import PasswordHasher
from sqlalchemy import update

from yoriai.kit.days import day_in_japan
from yoriai.kit.folding import fold
from yoriai.people.access.capabilities import Role as Standing
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.orgs.models import Department, Organization, Tenant
from yoriai.people.sessions.authenticate import hash_of
from yoriai.people.sessions.models import Session
from yoriai.platform.db.base import Base
from yoriai.platform.db.store import Store
from yoriai.platform.facts.models import StreamHead
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.talk.guests.admission import let_in
from yoriai.talk.guests.models import Guest
from yoriai.talk.guests.policy import usual_end
from yoriai.talk.guests.settings import GuestRules
from yoriai.talk.rooms.models import Membership, Role, Room

HERE = UUID("6a7f0000-0000-4000-8000-000000000000")


def named(name: str) -> UUID:
    """The same id for the same name in every run."""
    return uuid5(HERE, name)


MIHON, TONARI = named("見本市"), named("隣見市")
CITY_HALL, TONARI_HALL = named("見本市役所"), named("隣見市役所")
SATO, SUZUKI, TANAKA, TAKAHASHI, MORI = (named(name) for name in ("佐藤", "鈴木", "田中", "髙橋", "森"))
"""佐藤 and 鈴木 work in 福祉課; 田中 in 土木課; 髙橋 administers; 森 is of the next town."""
WELFARE, ROADS, NEXT_DOOR = named("福祉課のルーム"), named("土木課のルーム"), named("隣のルーム")
PASSWORD = "きょうはよい天気です 2026"
OPENED = datetime(2026, 11, 20, 0, 0, tzinfo=UTC)
PUT_OFF = {"second": {"starts_on": "2999-04-01"}}
QUIET = {"department_rooms": {"kinds": []}, "sign_in": PUT_OFF}
"""No unit has a room of its own here, so that nobody enters one in the middle of a test about something else; nor
must anybody set up a second factor before it."""
ZONES = ("lgwan", "internet")


@dataclass(frozen=True)
class Person:
    """Somebody of the cast."""

    account_id: UUID
    tenant_id: UUID
    login_id: str
    name: tuple[str, str]
    kana: str
    department: str
    role: str = Standing.MEMBER


PEOPLE = (
    Person(SATO, MIHON, "10001", ("佐藤", "花子"), "さとう はなこ", "福祉課"),
    Person(SUZUKI, MIHON, "10002", ("鈴木", "﨑子"), "すずき さきこ", "福祉課"),
    Person(TANAKA, MIHON, "10003", ("田中", "美保"), "たなか みほ", "土木課"),
    Person(
        TAKAHASHI, MIHON, "10004", ("髙橋", "渉"), "たかはし わたる", "情報政策課", Standing.ADMINISTRATOR
    ),
    Person(MORI, TONARI, "20001", ("森", "葵"), "もり あおい", "健康課"),
)
ROOMS: Sequence[tuple[UUID, UUID, UUID, str, Sequence[UUID]]] = (
    (WELFARE, CITY_HALL, MIHON, "福祉課", (SATO, SUZUKI)),
    (ROADS, CITY_HALL, MIHON, "土木課", (TANAKA, TAKAHASHI)),
    (NEXT_DOOR, TONARI_HALL, TONARI, "健康課", (MORI,)),
)


def token_of(account_id: UUID, zone: str) -> str:
    """The cookie of somebody who has been signed in all along."""
    return f"token-{account_id.hex}-{zone}"


def session_of(account_id: UUID, zone: str) -> UUID:
    return named(f"session {account_id} {zone}")


async def settle(store: Store) -> None:
    """Write the cast into an empty database, in the order in which rows lean on each other."""
    kept = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    for rows in (
        _bodies(),
        _halls(),
        _departments(),
        _accounts(kept),
        _postings(),
        _sessions(),
        _rooms(),
        _seats(),
    ):
        async with store.writing() as session:
            session.add_all(rows)
            await session.commit()


def _bodies() -> Sequence[Base]:
    return [
        Tenant(
            id=tenant, code=code, name=name, kind="municipality", contact="情報政策課（内線 2345）",
            switched_off=[], policies=QUIET, created_at=OPENED,
        )
        for tenant, code, name in ((MIHON, "mihon", "見本市"), (TONARI, "tonari", "隣見市"))
    ]  # fmt: skip


def _halls() -> Sequence[Base]:
    return [
        Organization(id=hall, tenant_id=tenant, name=name, display_order=1, created_at=OPENED)
        for hall, tenant, name in ((CITY_HALL, MIHON, "見本市役所"), (TONARI_HALL, TONARI, "隣見市役所"))
    ]


def _hall_of(person: Person) -> UUID:
    return CITY_HALL if person.tenant_id == MIHON else TONARI_HALL


def _departments() -> Sequence[Base]:
    found = dict.fromkeys((person.department, _hall_of(person)) for person in PEOPLE)
    return [
        Department(
            id=named(name), organization_id=hall, parent_id=None, kind="課", name=name, short_name=name, path=name,
            folded=fold(name), display_order=order, opened_at=OPENED,
        )
        for order, (name, hall) in enumerate(found, start=1)
    ]  # fmt: skip


def _accounts(kept: str) -> Sequence[Base]:
    return [
        Account(
            id=person.account_id, tenant_id=person.tenant_id, kind="member", login_id=person.login_id,
            family=person.name[0], given=person.name[1], kana=person.kana, kana_order=person.kana.encode(),
            folded=fold(" ".join((*person.name, person.kana, person.login_id))), email=None,
            employment_type="regular", job_title="主事", extension="", display_order=None, status="active",
            ends_on=None, roles=[person.role], password_hash=kept, password_changed_at=OPENED,
            first_password_mac=None, first_password_expires_at=None, signed_out_at=None, welcomed_at=OPENED, created_at=OPENED,
        )
        for person in PEOPLE
    ]  # fmt: skip


def _postings() -> Sequence[Base]:
    return [
        Posting(
            id=named(f"posting {person.account_id}"), account_id=person.account_id, organization_id=_hall_of(person),
            department_id=named(person.department), main=True, since=OPENED, until=None,
        )
        for person in PEOPLE
    ]  # fmt: skip


def _sessions() -> Sequence[Base]:
    lately, later = datetime.now(UTC) - timedelta(days=1), datetime.now(UTC) + timedelta(days=1)
    return [
        Session(
            id=session_of(person.account_id, zone), account_id=person.account_id,
            token_hash=hash_of(token_of(person.account_id, zone)), zone=zone, device_id=None, client_kind="browser",
            address="127.0.0.1", user_agent="", began_at=OPENED, last_used_at=lately, idle_until=later, proved_at=later,
            expires_at=later, ended_at=None,
        )
        for person in PEOPLE
        for zone in ZONES
    ]  # fmt: skip


def _rooms() -> Sequence[Base]:
    return [
        Room(
            id=room, organization_id=hall, owner_tenant=tenant, kind="group", name=name, purpose="", label=None,
            template=None, policies={}, last_ordinal=0, opened_by=members[0], opened_at=OPENED, archived_at=None,
            request_key=f"{order:026d}",
        )
        for order, (room, hall, tenant, name, members) in enumerate(ROOMS, start=1)
    ]  # fmt: skip


def _seats() -> Sequence[Base]:
    heads = [
        StreamHead(stream=f"room/{room}", tenant_id=tenant, head=0, oldest=0) for room, _, tenant, *_ in ROOMS
    ]
    seats = [
        Membership(
            id=named(f"seat {room} {account}"), room_id=room, account_id=account,
            role=Role.MANAGER if account == members[0] else Role.MEMBER, is_open=True, since_number=1,
            since_ordinal=1, until_number=None, joined_at=OPENED, left_at=None,
        )
        for room, *_, members in ROOMS
        for account in members
    ]  # fmt: skip
    return [*heads, *seats]


NISHIMURA = named("西村")
"""西村 of みほん通信 is a guest for whom 佐藤 answers. Only a town that asks for them knows them: `with_guest`."""
FIRM = "みほん通信株式会社"


async def with_guest(works: Works, *rooms: UUID, ends_on: date | None = None) -> None:
    """Let 西村 come into these rooms, as 佐藤 has invited them; signed in on either side like everybody else."""
    now, rules = datetime.now(UTC), GuestRules()
    lately, later = now - timedelta(days=1), now + timedelta(days=1)
    async with works.writing(Cause(tenant_id=MIHON)) as work:
        work.session.add(
            Account(
                id=NISHIMURA, tenant_id=MIHON, kind="guest", login_id="G-NISHIMURA", family="西村", given="光",
                kana="にしむら ひかる", kana_order="にしむら ひかる".encode(), folded=fold("西村光にしむらひかる"),
                email="nishimura@mihon-tsushin.example", employment_type="other", job_title="", extension="",
                display_order=None, status="active", ends_on=ends_on or usual_end(day_in_japan(work.now), 90),
                roles=[Standing.GUEST], password_hash=None, password_changed_at=OPENED, first_password_mac=None,
                first_password_expires_at=None, signed_out_at=None, welcomed_at=OPENED, created_at=OPENED, firm=FIRM,
            )
        )  # fmt: skip
        await work.session.flush()
        work.session.add(
            Guest(
                account_id=NISHIMURA, tenant_id=MIHON, sponsor_id=SATO, since=OPENED,
                consented_to=rules.digest, consented_at=OPENED,
            )
        )  # fmt: skip
        work.session.add_all(
            Session(
                id=session_of(NISHIMURA, zone), account_id=NISHIMURA, token_hash=hash_of(token_of(NISHIMURA, zone)),
                zone=zone, device_id=None, client_kind="browser", address="127.0.0.1", user_agent="", began_at=OPENED,
                last_used_at=lately, idle_until=later, expires_at=later, ended_at=None,
            )
            for zone in ZONES
        )  # fmt: skip
        await work.session.flush()
        for room in rooms:
            await work.session.execute(update(Room).where(Room.id == room).values(label=1))
            await let_in(work, room, [NISHIMURA], by=SATO)
