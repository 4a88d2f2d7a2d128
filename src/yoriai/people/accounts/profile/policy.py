"""What of a profile is seen, and what its holder may change. Pure: no database, no clock, no request."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict


class ProfileField(BaseModel):
    """A field that a body has added to its people."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    """A ULID that its maker chose; what is kept of people stands under it, however the field is called."""
    name: str
    by_holder: bool = False
    """Whether people fill it in themselves; else only administrators do."""


class ProfilePolicy(BaseModel):
    """What a group of accounts says of the fields of its people, by their keys (ADMIN-17)."""

    model_config = ConfigDict(frozen=True)

    hidden: tuple[str, ...] = ()
    """Nobody but their holders and administrators sees them."""
    locked: tuple[str, ...] = ()
    """Their holders do not change them themselves."""


def policy_of(policies: Mapping[str, object] | None) -> ProfilePolicy:
    """What a group says, from its `policies`; somebody in no group is bound by nothing."""
    return ProfilePolicy.model_validate((policies or {}).get("profile", {}))


def may_fill_in(field: ProfileField, policy: ProfilePolicy) -> bool:
    """Holders change what the body leaves to them, unless their group locks it."""
    return field.by_holder and field.key not in policy.locked


def is_seen(field: ProfileField, policy: ProfilePolicy) -> bool:
    """Colleagues see every field but those that the holder's group hides."""
    return field.key not in policy.hidden
