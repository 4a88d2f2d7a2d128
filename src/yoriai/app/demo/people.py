"""The people of the demo once their rosters were taken over: how they sign in, and how scripts find them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Final
from uuid import UUID

from sqlalchemy import Update, select, update

from yoriai.app.demo.casting import Player
from yoriai.app.demo.founding import Bodies
from yoriai.app.demo.setting import Setting
from yoriai.kit.days import day_in_japan
from yoriai.kit.ids import uuid7
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts import first_passwords
from yoriai.people.accounts.cards import Person, cards
from yoriai.people.accounts.leaders.models import UnitRole
from yoriai.people.accounts.models import Account
from yoriai.people.orgs.models import Department, Tenant
from yoriai.people.presence.models import Absence, Presence
from yoriai.people.presence.policy import Band
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.second_factor.keep import place
from yoriai.people.sessions.second_factor.offer import Begun
from yoriai.people.zones.zone import Zone
from yoriai.platform.work.work import Work

FIRST_PASSWORD: Final = "mihon2hajimete9"  # noqa: S105 of the demo alone, printed for everybody to see


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody, and how to find them."""

    players: Mapping[UUID, Player]
    by_number: Mapping[str, Player]
    by_name: Mapping[str, Sequence[Player]]
    """By full name, by name and unit or body (佐藤 恵@税務課, 森 葵@隣見市), and by unit: everybody in it."""
    units: Mapping[str, str]
    """The last unit of everybody, by number."""

    def one(self, name: str) -> Player:
        """The person of this name; two of one name need their unit."""
        (player,) = self.by_name[name]
        return player

    def all(self, names: Sequence[str]) -> list[Player]:
        """Everybody named, themselves or by their unit, each once."""
        found = (player for name in names for player in self.by_name[name])
        return list({player.account_id: player for player in found}.values())


async def tenants_of(work: Work, setting: Setting) -> Sequence[UUID]:
    """All bodies of the demo, in an installation in which there may be others."""
    codes = [setting.code, *(each.code for each in setting.neighbours)]
    return (await work.session.scalars(select(Tenant.id).where(Tenant.code.in_(codes)))).all()


async def cast_of(work: Work, tenants: Sequence[UUID]) -> Cast:
    """Everybody of these bodies, in the order of their rosters."""
    order = (Account.tenant_id, Account.display_order)
    rows = await work.session.execute(cards().where(Account.tenant_id.in_(tenants)).order_by(*order))
    people = [Person(*row) for row in rows]
    numbers = await work.session.execute(
        select(Account.id, Account.login_id).where(Account.tenant_id.in_(tenants))
    )
    number = dict(numbers.all())
    players = [
        Player(each.account_id, number[each.account_id], each.family, each.given, each.job_title)
        for each in people
    ]
    by_name: dict[str, list[Player]] = {}
    for player, person in zip(players, people, strict=True):
        name, unit = f"{person.family} {person.given}", person.department
        for key in (name, f"{name}@{unit}", f"{name}@{person.tenant_name}", unit):
            by_name.setdefault(key, []).append(player)
    return Cast(
        {player.account_id: player for player in players},
        {player.login_id: player for player in players},
        by_name,
        {player.login_id: person.department for player, person in zip(players, people, strict=True)},
    )


async def let_in(work: Work, bodies: Bodies, password_hash: str) -> None:
    """Give everybody the one password of the demo, as if they had chosen it on their first day, and the roles."""
    town = bodies.setting
    known = {"password_hash": password_hash, "password_changed_at": work.now, "welcomed_at": work.now}
    await work.session.execute(update(Account).where(Account.tenant_id.in_(bodies.tenant_ids)).values(known))
    for role, who in ((Role.OWNER, town.owners), (Role.ADMINISTRATOR, town.administrators)):
        await work.session.execute(_of(bodies, who).values(roles=[role]))
    for neighbour, body in zip(town.neighbours, bodies.neighbours, strict=True):
        theirs = update(Account).where(
            Account.tenant_id == body.tenant_id, Account.login_id.in_(neighbour.administrators)
        )
        await work.session.execute(theirs.values(roles=[Role.ADMINISTRATOR]))


async def name_leaders(work: Work, bodies: Bodies, cast: Cast) -> None:
    """Let somebody help in their unit, as an administrator of the town has said."""
    for number, path in bodies.setting.leaders.items():
        unit_id = await work.session.scalar(
            select(Department.id).where(
                Department.organization_id == bodies.town.organization_id, Department.path == path
            )
        )
        leader = await work.session.get_one(Account, cast.by_number[number].account_id)
        leader.roles = [*leader.roles, Role.IT_LEADER.value]
        work.session.add(
            UnitRole(
                id=uuid7(work.now), account_id=leader.id, department_id=unit_id, role=Role.IT_LEADER,
                by=cast.by_number[min(bodies.setting.administrators)].account_id, since=work.now,
            )
        )  # fmt: skip


async def hand_first_password(work: Work, bodies: Bodies, cast: Cast, key: bytes) -> None:
    """Somebody has a slip and has never signed in."""
    await work.session.execute(
        _of(bodies, {bodies.setting.waiting}).values(
            password_hash=None,
            password_changed_at=None,
            welcomed_at=None,
            first_password_mac=first_passwords.mac(
                key, cast.by_number[bodies.setting.waiting].account_id, FIRST_PASSWORD
            ),
            first_password_expires_at=first_passwords.expiry(work.now),
        )
    )


async def keep_second_factors(work: Work, bodies: Bodies, cast: Cast, key: bytes) -> None:
    """Somebody uses one, under a secret that everybody may put into their app."""
    for number, secret in bodies.setting.second_factor.items():
        begun = Begun(secret=secret, until=work.now)
        await place(work, key, cast.by_number[number].account_id, begun)


def today(bodies: Bodies, cast: Cast, now: datetime) -> Sequence[Presence]:
    """What some have said of the day on which the demo begins."""
    return [
        Presence(
            account_id=cast.by_number[number].account_id, state="", until=None, band=Band.AWAY, changed_at=now,
            place=place, place_on=day_in_japan(now),
        )
        for number, place in bodies.setting.today.items()
    ]  # fmt: skip


def absent(bodies: Bodies, cast: Cast, now: datetime) -> Sequence[Absence]:
    """Who is away when the demo begins, and who acts for them."""
    return [
        Absence(
            account_id=cast.by_number[number].account_id,
            until=day_in_japan(now) + timedelta(days=days),
            deputy_id=cast.by_number[deputy].account_id,
        )
        for number, (days, deputy) in bodies.setting.absent.items()
    ]


def visit(player: Player, now: datetime) -> Session:
    """A session of two days ago on the Internet side, long over: its owner reads there too."""
    began = now - timedelta(days=2)
    over = began + timedelta(hours=1)
    return Session(
        id=uuid7(began), account_id=player.account_id, token_hash=token_hex(32), zone=Zone.INTERNET, device_id=None,
        client_kind="browser", address="192.0.2.10", user_agent="", began_at=began, last_used_at=over,
        idle_until=over, expires_at=over, ended_at=over,
    )  # fmt: skip


def _of(bodies: Bodies, numbers: set[str]) -> Update:
    return update(Account).where(Account.tenant_id == bodies.town.tenant_id, Account.login_id.in_(numbers))
