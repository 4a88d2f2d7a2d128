"""The rules of a body about signing in: how often one may try, when a screen locks, how long it lasts, what a password is."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import ClassVar, Literal, Self, cast, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from yoriai.people.orgs import settings
from yoriai.people.orgs.settings import Setting
from yoriai.people.sessions.attempts import Limit

LEAST_DAYS = 30


class PasswordRules(BaseModel):
    """What a password must be (AUTH-2); a group of accounts may have its own, in the same words. Length counts more than kinds: that is why one kind is enough at first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    least: int = Field(default=12, ge=10, le=64)
    """Characters as a person counts them."""
    kinds: int = Field(default=1, ge=1, le=4)
    """How many of small letters, capitals, figures and everything else (a kana is one) it must hold."""
    expires_days: int = Field(default=0, ge=0, le=730)
    """After so many days a new one is asked for; 0: never."""
    warn_days: int = Field(default=14, ge=1, le=60)
    """So many days before that the person is told."""

    @model_validator(mode="after")
    def _lasts_long_enough(self) -> Self:
        """Whoever must change it every week writes it on the screen."""
        if 0 < self.expires_days < LEAST_DAYS:
            raise ValueError(f"a password lasts at least {LEAST_DAYS} days")
        return self


RequiredOf = Literal["administrators", "internet", "everybody"]
"""From the mildest to the strictest; guests and administrators are always meant (AUTH-7)."""


class SecondRules(BaseModel):
    """Who must have a second factor. A group of accounts may ask for more than its body, never for less."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    required_of: RequiredOf = "administrators"
    """`internet`: of everybody who signs in on that side."""
    starts_on: date | None = None
    """Before this day (in Japan) whoever must have one may put it off; null: it has long been so."""


class SignInRules(Setting):
    """What a body decides about signing in (AUTH-5); where it has decided nothing, these are the rules."""

    name: ClassVar = "sign_in"
    is_grave: ClassVar = True

    tries: int = Field(default=10, ge=3, le=20)
    """Wrong passwords for one account from one place, before it has to wait."""
    pause_seconds: int = Field(default=90, ge=30, le=3600)
    """How long it waits for each further one."""
    lock_minutes: int = Field(default=0, ge=0, le=240)
    """A screen that nobody touches for so long locks; 0: never by itself."""
    idle_hours: int = Field(default=0, ge=0, le=24 * 30)
    """A login that nobody uses for so long ends; 0: as the installation says."""
    longest_days: int = Field(default=0, ge=0, le=365)
    """A login ends so long after it began; 0: as the installation says."""
    password: PasswordRules = PasswordRules()
    second: SecondRules = SecondRules()

    @property
    def limit(self) -> Limit:
        """For wrong passwords from one place for one account."""
        return Limit(self.tries, timedelta(seconds=self.pause_seconds))

    @property
    def idle(self) -> timedelta | None:
        return timedelta(hours=self.idle_hours) or None

    @property
    def longest(self) -> timedelta | None:
        return timedelta(days=self.longest_days) or None


USUAL = SignInRules()


def rules_of(
    policies: Mapping[str, object] | None, of_group: Mapping[str, object] | None = None
) -> SignInRules:
    """The rules for somebody: those of their body, and over them what their group of accounts says of passwords and
    of the second factor."""
    rules = settings.read(policies or {}, SignInRules)
    changed = {"password": _password(rules, of_group), "second": _second(rules, of_group)}
    over = {name: value for name, value in changed.items() if value is not None}
    return rules.model_copy(update=over) if over else rules


def _password(rules: SignInRules, of_group: Mapping[str, object] | None) -> PasswordRules | None:
    over = (of_group or {}).get("password")
    if not isinstance(over, dict) or not over:
        return None
    return PasswordRules.model_validate(rules.password.model_dump() | cast("dict[str, object]", over))


def _second(rules: SignInRules, of_group: Mapping[str, object] | None) -> SecondRules | None:
    over = (of_group or {}).get("second")
    strictness = get_args(RequiredOf)
    if over not in strictness or strictness.index(over) <= strictness.index(rules.second.required_of):
        return None
    return rules.second.model_copy(update={"required_of": over})
