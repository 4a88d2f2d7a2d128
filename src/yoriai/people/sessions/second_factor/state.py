"""How it is with somebody's second factor: whether they have one, must have one, and what was done to it last."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import func, select

from yoriai.kit.days import day_in_japan
from yoriai.people.accounts.cards import Person, people_of
from yoriai.people.accounts.models import Account, AccountChange, AccountGroup, ChangeKind
from yoriai.people.orgs.models import Tenant
from yoriai.people.sessions.rules import SignInRules, rules_of
from yoriai.people.sessions.second_factor.models import RecoveryCode, SecondFactor
from yoriai.people.sessions.second_factor.policy import Asked, must_have_one, must_set_up
from yoriai.people.zones.profile import Profile
from yoriai.people.zones.zone import Zone
from yoriai.platform.work.work import Work

Required = Literal["no", "internet", "always"]
OF_IT = (
    ChangeKind.SECOND_FACTOR_SET_UP,
    ChangeKind.SECOND_FACTOR_CHANGED,
    ChangeKind.SECOND_FACTOR_OFF,
    ChangeKind.SECOND_FACTOR_RESET,
    ChangeKind.RECOVERY_CODE_USED,
    ChangeKind.RECOVERY_CODES_DRAWN,
)


@dataclass(frozen=True, slots=True)
class LastChange:
    """What was done to it last, by whom, and why."""

    kind: str
    at: datetime
    by: Person | None
    """Nobody: the operator of the server, by its command."""
    reason: str


@dataclass(frozen=True, slots=True)
class State:
    """The state of one account's second factor. Nothing secret stands in it (N18)."""

    is_on: bool
    set_up_at: datetime | None
    codes_left: int
    required: Required
    starts_on: date | None
    """The day from which it is asked, while that has not come."""
    last: LastChange | None


@dataclass(frozen=True, slots=True)
class Holder:
    """An account as far as the rules need it."""

    kind: str
    roles: tuple[str, ...]
    rules: SignInRules
    set_up_at: datetime | None
    by_model: Collection[str] = ()
    """The sides on which the network model asks for one."""

    def asked(self, zone: str) -> Asked:
        return Asked(self.kind, self.roles, zone, has_one=self.set_up_at is not None, by_model=self.by_model)

    def must_set_up(self, zone: str, now: datetime) -> bool:
        """Whether the house asks for one of them now, on this side."""
        return must_set_up(self.asked(zone), self.rules.second, day_in_japan(now))

    @property
    def required(self) -> Required:
        if must_have_one(self.asked(Zone.LGWAN), self.rules.second):
            return "always"
        return "internet" if must_have_one(self.asked(Zone.INTERNET), self.rules.second) else "no"


async def holder_of(work: Work, account_id: UUID, model: Profile) -> Holder:
    """One question."""
    row = await work.session.execute(
        select(Account.kind, Account.roles, Tenant.policies, AccountGroup.policies, SecondFactor.set_up_at)
        .join(Tenant, Tenant.id == Account.tenant_id)
        .outerjoin(AccountGroup, AccountGroup.id == Account.group_id)
        .outerjoin(SecondFactor, SecondFactor.account_id == Account.id)
        .where(Account.id == account_id)
    )
    kind, roles, policies, of_group, set_up_at = row.one()
    return Holder(kind, tuple(roles), rules_of(policies, of_group), set_up_at, model.second_factor)


async def is_required(work: Work, account_id: UUID, model: Profile) -> bool:
    """Whether they must have one on any side."""
    return (await holder_of(work, account_id, model)).required != "no"


async def state_of(work: Work, account_id: UUID, klass: str, model: Profile) -> State:
    """For the security view, of an account that is there, as readers of this redaction class see people."""
    holder = await holder_of(work, account_id, model)
    left = select(func.count()).where(RecoveryCode.account_id == account_id, RecoveryCode.used_at.is_(None))
    starts_on = holder.rules.second.starts_on
    return State(
        is_on=holder.set_up_at is not None,
        set_up_at=holder.set_up_at,
        codes_left=await work.session.scalar(left) or 0,
        required=holder.required,
        starts_on=starts_on if starts_on and starts_on > day_in_japan(work.now) else None,
        last=await _last_change(work, account_id, klass),
    )


async def _last_change(work: Work, account_id: UUID, klass: str) -> LastChange | None:
    mine = (
        select(AccountChange)
        .where(AccountChange.account_id == account_id, AccountChange.kind.in_(OF_IT))
        .order_by(AccountChange.id.desc())
        .limit(1)
    )
    last = await work.session.scalar(mine)
    if last is None:
        return None
    people: Mapping[UUID, Person] = await people_of(work.session, {last.by} if last.by else set(), klass)
    by = people.get(last.by) if last.by else None
    return LastChange(last.kind, last.at, by, str(last.after.get("reason", "")))
