"""Who must have a second factor, and what a sign-in asks for next. Pure: no database, no clock, no request."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yoriai.people.access.capabilities import OF_MEMBERS, granted
from yoriai.people.sessions.rules import SecondRules
from yoriai.people.zones.zone import Zone


class Step(StrEnum):
    """What a right password is asked for before it opens anything."""

    CODE = "code"
    SET_UP = "set_up"


@dataclass(frozen=True, slots=True)
class Asked:
    """A person at a door, as far as it matters for what is asked of them."""

    kind: str
    roles: Collection[str]
    zone: str
    has_one: bool
    by_model: Collection[str] = ()
    """The sides on which the network model asks everybody, whatever their body says."""

    @property
    def is_asked_by_model(self) -> bool:
        return self.zone in self.by_model


def is_administrative(roles: Collection[str]) -> bool:
    """Whether a role of theirs gives a right that members do not have."""
    return not granted(roles) <= OF_MEMBERS


def must_have_one(asked: Asked, rules: SecondRules) -> bool:
    """Guests and administrators on both sides; others where the network model, their body or their group of accounts
    says so."""
    if asked.is_asked_by_model or asked.kind == "guest" or is_administrative(asked.roles):
        return True
    return rules.required_of == "everybody" or (
        rules.required_of == "internet" and asked.zone == Zone.INTERNET
    )


def must_set_up(asked: Asked, rules: SecondRules, today: date) -> bool:
    """Whether they must now, because they have none and the day from which it is asked has come. What the network model
    asks for no body puts off."""
    if asked.has_one or not must_have_one(asked, rules):
        return False
    if asked.is_asked_by_model:
        return True
    return rules.starts_on is None or today >= rules.starts_on


def next_step(asked: Asked, rules: SecondRules, today: date) -> Step | None:
    """What stands between a right password and the house; whoever has a second factor is always asked for it."""
    if asked.has_one:
        return Step.CODE
    return Step.SET_UP if must_set_up(asked, rules, today) else None
