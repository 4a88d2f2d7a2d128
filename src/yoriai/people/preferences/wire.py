"""The choices there are, with what holds for somebody who has not chosen."""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError


class Preferences(BaseModel):
    """How somebody wants to read and write (A11Y-3, A11Y-5, TEXT-2, ORG-16)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    letters: Literal["16", "18", "20"] = "16"
    """The size of letters, in pixels of the body."""
    theme: Literal["auto", "light", "dark"] = "auto"
    calendar: Literal["wareki", "western"] = "wareki"
    enter: Literal["line", "send"] = "line"
    """What the Enter key does where one writes."""
    order: Literal["units", "kana"] = "units"
    """How the directory stands: 建制順 or 五十音順."""
    log: Literal["bubbles", "flat"] = "bubbles"
    """How messages stand: mine on the right, or all in one column."""
    simple: bool = False
    """かんたん表示."""
    asked: bool = False
    """Whether they were asked once if the letters should be larger."""
    delay: Literal["0", "5", "10", "20", "30"] = "0"
    """For how many seconds a message waits on the device, so that it can still be taken back (MSG-6)."""
    asked_many: bool = False
    """Whether they were asked once before a message went to more than 20 people."""


class PreferencesIn(BaseModel):
    """What is to be chosen anew; what is not named stays."""

    model_config = ConfigDict(extra="forbid")

    letters: Literal["16", "18", "20"] | None = None
    theme: Literal["auto", "light", "dark"] | None = None
    calendar: Literal["wareki", "western"] | None = None
    enter: Literal["line", "send"] | None = None
    order: Literal["units", "kana"] | None = None
    log: Literal["bubbles", "flat"] | None = None
    simple: bool | None = None
    asked: bool | None = None
    delay: Literal["0", "5", "10", "20", "30"] | None = None
    asked_many: bool | None = None


class PreferencesOut(BaseModel):
    """What somebody has chosen, and how far their own stream had come when this was read."""

    preferences: Preferences
    number: int


class PreferencesTold(BaseModel):
    """The body of `preferences.changed`: all choices as they are when it is told."""

    preferences: Preferences


def read(chosen: Mapping[str, object]) -> Preferences:
    """What was chosen, where this version knows it; a choice that it does not know counts as none."""
    kept = {name: chosen[name] for name in Preferences.model_fields if name in chosen}
    try:
        return Preferences.model_validate(kept)
    except ValidationError as error:
        unknown = {problem["loc"][0] for problem in error.errors()}
        return Preferences.model_validate({name: kept[name] for name in kept if name not in unknown})
