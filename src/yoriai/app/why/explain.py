"""Asking, in the order in which it is asked (zone, account, right, room, the room's rules), what is answered to each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import select

from yoriai.app.why.operations import Operation
from yoriai.kit.errors import Detail, Forbidden, NetworkForbids, Refused, ZoneForbids
from yoriai.people.access.actor import Actor, SeatNeeded
from yoriai.people.access.capabilities import Role, granted
from yoriai.people.access.networks import ANYWHERE, Networks
from yoriai.people.access.rights import BRINGS, Decided, Origin
from yoriai.platform.feature import Feature
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Membership, Room
from yoriai.talk.rooms.standing import conditions, enter

Kind = Literal["side", "network", "account", "module", "right", "room", "rule"]


class MayNotSignIn(Refused):
    """The account is stopped, or its last day has passed."""

    code = "why.may_not_sign_in"


class ModuleOff(Refused):
    """The body lives without what this is part of."""

    code = "why.module_off"


class OfOthers(Refused):
    """It is the work of those with another role."""

    code = "why.of_others"


class NotAMember(Refused):
    code = "why.not_a_member"


class ElsewhereNow(Refused):
    """They are in the room, but serve no longer in the organization whose room it is."""

    code = "why.elsewhere_now"


class Sealed(Refused):
    """The room's label keeps it from the side on which they are."""

    code = "why.sealed"


TITLES: Final[Mapping[str, str]] = {
    Role.MEMBER: "職員",
    Role.IT_LEADER: "ITリーダー",
    Role.AUDITOR: "監査担当",
    Role.ADMINISTRATOR: "管理者",
    Role.OWNER: "所有者",
}
OF_CONDITION: Final[Mapping[str, type[Refused]]] = {
    "member": NotAMember,
    "organization": ElsewhereNow,
    "seat": SeatNeeded,
    "module": ModuleOff,
    "side": Sealed,
}
"""What is said where a condition of being in a room does not hold."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One question that was asked: whether it let them through, and otherwise by which rule not."""

    kind: Kind
    is_passed: bool
    code: str | None = None
    details: Mapping[str, Detail] = field(default_factory=dict[str, Detail])
    origin: str | None = None
    """Of a right: by whose word it is there or not."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who may do what, where, and with whom."""

    actor: Actor
    operation: Operation
    room_id: UUID | None = None
    whom: Collection[UUID] = ()
    rights: Sequence[Decided] = ()
    may_sign_in: bool = True
    networks: Networks = ANYWHERE
    """From where the person's group may come; asked only where it is known where they are."""


async def explain(work: Work, features: Sequence[Feature], asked: Asked) -> list[Verdict]:
    """Every question in its order, up to the first that stops them. Nothing is done, whatever the answer."""
    found = [_side(asked), *_network(asked), _account(asked), _module(features, asked), _right(asked)]
    if asked.room_id is not None and all(each.is_passed for each in found):
        found.append(await _room(work, asked.actor, asked.room_id))
        if found[-1].is_passed:
            found.append(await _rule(work, asked, asked.room_id))
    stops = next((at for at, each in enumerate(found) if not each.is_passed), len(found))
    return found[: stops + 1]


def _verdict(kind: Kind, refused: Refused | None, origin: str | None = None) -> Verdict:
    if refused is None:
        return Verdict(kind, is_passed=True, origin=origin)
    return Verdict(kind, is_passed=False, code=refused.code, details=refused.details, origin=origin)


def _side(asked: Asked) -> Verdict:
    is_withheld = asked.operation.capability in asked.actor.withheld
    return _verdict("side", ZoneForbids() if is_withheld else None)


def _network(asked: Asked) -> list[Verdict]:
    """Asked of those alone whose group has said from where they may come."""
    actor = asked.actor
    if not asked.networks.at(actor.zone) or not actor.address:
        return []
    is_let_in = asked.networks.let_in(actor.zone, actor.address)
    return [_verdict("network", None if is_let_in else NetworkForbids(address=actor.address))]


def _account(asked: Asked) -> Verdict:
    return _verdict("account", None if asked.may_sign_in else MayNotSignIn())


def _module(features: Sequence[Feature], asked: Asked) -> Verdict:
    capability, actor = asked.operation.capability, asked.actor
    for feature in features:
        if capability in feature.capabilities and not feature.is_offered(actor):
            is_off = feature.name in actor.switched_off
            return _verdict("module", ModuleOff(module=feature.title) if is_off else ZoneForbids())
    return _verdict("module", None)


def _right(asked: Asked) -> Verdict:
    capability = asked.operation.capability
    origin = next((each.origin.value for each in asked.rights if capability in BRINGS[each.right]), None)
    if asked.actor.may(capability):
        return _verdict("right", None, origin)
    refused = SeatNeeded() if asked.actor.is_served else _not_theirs(capability, origin)
    return _verdict("right", refused, origin)


def _not_theirs(capability: str, origin: str | None) -> Refused:
    """By somebody's word, or because it is the work of others."""
    theirs = [title for role, title in TITLES.items() if capability in granted([role])]
    is_by_role = origin in {None, Origin.ROLE.value}
    return OfOthers(roles="、".join(theirs)) if theirs and is_by_role else Forbidden()


async def _room(work: Work, actor: Actor, room_id: UUID) -> Verdict:
    """Which condition of being there does not hold, of the rule that every door asks."""
    named = conditions(actor)
    asked = (
        select(*(condition.label(name) for name, condition in named.items()))
        .select_from(Membership)
        .join(Room, Room.id == Membership.room_id)
        .where(Membership.account_id == actor.account_id, Membership.room_id == room_id)
        .order_by(Membership.joined_at.desc())
    )
    rows = [dict(zip(named, row, strict=True)) for row in await work.session.execute(asked)]
    seat = next((row for row in rows if row["member"]), None)
    if seat is None:
        return _verdict("room", NotAMember())
    failed = next((name for name, holds in seat.items() if not holds), None)
    return _verdict("room", OF_CONDITION[failed]() if failed else None)


async def _rule(work: Work, asked: Asked, room_id: UUID) -> Verdict:
    here = await enter(work, asked.actor, room_id)
    if asked.operation.check is None:
        return _verdict("rule", None)
    try:
        await asked.operation.check(work, here, asked.whom)
    except Refused as refused:
        return _verdict("rule", refused)
    return _verdict("rule", None)
