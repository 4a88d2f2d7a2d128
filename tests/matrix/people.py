"""Who tries: one of each kind of actor (trust.md), all of them at one moment of one town."""

from datetime import UTC, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import delete, update

from tests.cast import (
    CITY_HALL,
    MIHON,
    MORI,
    OPENED,
    SATO,
    SUZUKI,
    TAKAHASHI,
    TANAKA,
    TONARI,
    TONARI_HALL,
    ZONES,
    named,
    session_of,
    token_of,
)
from tests.town import Town
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.leaders.models import UnitRole
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, Posting
from yoriai.people.sessions.authenticate import hash_of
from yoriai.people.sessions.models import Session
from yoriai.platform.work.work import Work
from yoriai.talk.guests.models import Guest

WATANABE, NEIGHBOUR, VISITOR = named("渡辺"), named("小林"), named("客")
"""A colleague in whose rooms the member is or is not; who administers the next town; a guest."""
LEADER, LEADER_ELSEWHERE = named("小野"), named("大野")
"""The ITリーダー of the unit in which that colleague serves, and the one of another unit."""

ACTORS: Final[dict[str, UUID | None]] = {
    "ANON": None,
    "DEACT": TANAKA,
    "GUEST": VISITOR,
    "OTHER": MORI,
    "EXMEMBER": SUZUKI,
    "ADMIN-B": NEIGHBOUR,
    "LEADER-X": LEADER_ELSEWHERE,
    "LEADER": LEADER,
    "MEMBER": SATO,
    "ADMIN-A": TAKAHASHI,
}
"""In the order in which they try: whoever is refused comes first, so that nothing has changed yet. SUSPDEV and BOT come
with devices and integrations."""
LEADERS: Final = {"LEADER": (LEADER, named("土木課")), "LEADER-X": (LEADER_ELSEWHERE, named("福祉課"))}
"""Each with the unit of theirs."""
OF_THE_NEXT_TOWN: Final = ("OTHER", "ADMIN-B")
ADMINISTRATORS: Final = ("ADMIN-A", "ADMIN-B")


async def move_in(town: Town) -> None:
    """Add those who are not of the cast, and stop the one who is stopped."""
    async with town.assembly.works.writing() as work:
        for key, tenant, hall, kind, role in (
            (WATANABE, MIHON, CITY_HALL, AccountKind.MEMBER, Role.MEMBER),
            (NEIGHBOUR, TONARI, TONARI_HALL, AccountKind.MEMBER, Role.ADMINISTRATOR),
            (VISITOR, MIHON, None, AccountKind.GUEST, Role.GUEST),
        ):
            work.session.add(_account(key, tenant, kind, role))
            await work.session.flush()
            if hall is not None:
                work.session.add(_posting(key, hall, named("土木課") if key == WATANABE else None))
            work.session.add_all(_sessions(key))
        work.session.add(
            Guest(
                account_id=VISITOR, tenant_id=MIHON, sponsor_id=SATO, since=OPENED, consented_to="what was read",
            )
        )  # fmt: skip
        for key, unit in LEADERS.values():
            work.session.add(_account(key, MIHON, AccountKind.MEMBER, Role.MEMBER))
            await work.session.flush()
            work.session.add_all([_posting(key, CITY_HALL, unit), *_sessions(key)])
    await be_there(town)


async def be_there(town: Town) -> None:
    """Let everybody be signed in who was, whatever the last operation has ended; the stopped one stays stopped."""
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Session).values(ended_at=None, locked_at=None))
        mine = Account.id.in_([key for key in ACTORS.values() if key is not None])
        await work.session.execute(
            update(Account).where(mine).values(signed_out_at=None, status=AccountStatus.ACTIVE, rights={})
        )
        await work.session.execute(update(Account).where(Account.id == WATANABE).values(roles=[Role.MEMBER]))
        await _let_lead(work)
        stopped = update(Account).where(Account.id == ACTORS["DEACT"])
        await work.session.execute(stopped.values(status=AccountStatus.SUSPENDED))


async def _let_lead(work: Work) -> None:
    """Those who lead do, and nobody else."""
    await work.session.execute(delete(UnitRole))
    theirs = Account.id.in_([key for key, _ in LEADERS.values()])
    await work.session.execute(update(Account).where(theirs).values(roles=[Role.MEMBER, Role.IT_LEADER]))
    work.session.add_all(
        UnitRole(
            id=named(f"leads {key}"), account_id=key, department_id=unit, role=Role.IT_LEADER, since=OPENED
        )
        for key, unit in LEADERS.values()
    )


def _account(key: UUID, tenant: UUID, kind: str, role: str) -> Account:
    return Account(
        id=key, tenant_id=tenant, kind=kind, login_id=f"9{key.hex[:6]}".upper(), family="渡辺", given="空", kana="わたなべ そら",
        kana_order=b"watanabe", folded="渡辺 空", email=None, employment_type="regular", job_title="", extension="",
        display_order=None, status="active", ends_on=None, roles=[role], password_hash=None, password_changed_at=OPENED,
        first_password_mac=None, first_password_expires_at=None, signed_out_at=None, welcomed_at=OPENED,
        created_at=OPENED,
    )  # fmt: skip


def _posting(key: UUID, hall: UUID, unit: UUID | None) -> Posting:
    return Posting(
        id=named(f"posting {key}"), account_id=key, organization_id=hall, department_id=unit, main=True, since=OPENED
    )  # fmt: skip


def _sessions(key: UUID) -> list[Session]:
    lately, later = datetime.now(UTC) - timedelta(days=1), datetime.now(UTC) + timedelta(days=1)
    return [
        Session(
            id=session_of(key, zone), account_id=key, token_hash=hash_of(token_of(key, zone)), zone=zone,
            device_id=None, client_kind="browser", address="127.0.0.1", user_agent="", began_at=OPENED,
            last_used_at=lately, idle_until=later, expires_at=later, proved_at=later,
        )
        for zone in ZONES
    ]  # fmt: skip
