"""The fields that a body adds to its people (ORG-11): adding, calling otherwise, putting in order, taking away."""

from collections.abc import Sequence
from typing import ClassVar
from uuid import UUID

from yoriai.kit.errors import NotFound, Refused
from yoriai.kit.ids import SendKey
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.profile import values
from yoriai.people.accounts.profile.policy import ProfileField
from yoriai.people.orgs import settings
from yoriai.people.orgs.settings import Setting
from yoriai.platform.work.work import Work

MOST = 20
MOST_NAME = 30


class ProfileFields(Setting):
    """A body's fields in their order. It is changed field by field, never as a whole among the other settings:
    a field that goes takes along what is kept in it."""

    name: ClassVar[str] = "profile_fields"

    fields: tuple[ProfileField, ...] = ()


class FieldNameTaken(Refused):
    """Another field of the body is called so."""

    code = "accounts.field_name_taken"


class TooManyFields(Refused):
    """A body has no more than this."""

    code = "accounts.too_many_fields"


async def fields_of(work: Work, tenant_id: UUID) -> Sequence[ProfileField]:
    """The fields of a body in their order."""
    return (await settings.of(work, tenant_id, ProfileFields)).fields


async def held_fields(work: Work, tenant_id: UUID) -> Sequence[ProfileField]:
    """The same, kept to this work: none comes or goes while somebody's values are written."""
    tenant = await settings.held_tenant(work, tenant_id)
    return settings.read(tenant.policies, ProfileFields).fields


async def add(work: Work, actor: Actor, key: SendKey, name: str, *, by_holder: bool) -> None:
    """Add a field at the end. The same key again adds nothing (BASE-4)."""
    there = await held_fields(work, actor.tenant_id)
    if any(field.key == key for field in there):
        return
    if len(there) >= MOST:
        raise TooManyFields(most=MOST)
    added = ProfileField(key=key, name=_free(there, name), by_holder=by_holder)
    await _keep(work, actor, [*there, added])


async def change(work: Work, actor: Actor, key: str, name: str, *, by_holder: bool) -> None:
    """Call a field otherwise, and say who fills it in. What is kept in it stays."""
    there = await held_fields(work, actor.tenant_id)
    changed = _find(there, key)
    others = [field for field in there if field is not changed]
    wanted = ProfileField(key=key, name=_free(others, name), by_holder=by_holder)
    await _keep(work, actor, [wanted if field is changed else field for field in there])


async def place(work: Work, actor: Actor, key: str, *, before: str | None) -> None:
    """Put a field before another one, or at the end."""
    there = await held_fields(work, actor.tenant_id)
    moved = _find(there, key)
    others = [field for field in there if field is not moved]
    at = len(others) if before is None else others.index(_find(others, before))
    await _keep(work, actor, [*others[:at], moved, *others[at:]])


async def remove(work: Work, actor: Actor, key: str) -> None:
    """Take a field away, and what is kept in it. Each person's history says what it was."""
    there = await held_fields(work, actor.tenant_id)
    gone = _find(there, key)
    await _keep(work, actor, [field for field in there if field is not gone])
    await values.forget(work, actor, key)


def _find(fields: Sequence[ProfileField], key: str) -> ProfileField:
    found = next((field for field in fields if field.key == key), None)
    if found is None:
        raise NotFound
    return found


def _free(others: Sequence[ProfileField], name: str) -> str:
    wanted = clean_line(name, field="name", most=MOST_NAME)
    if any(field.name == wanted for field in others):
        raise FieldNameTaken(value=wanted)
    return wanted


async def _keep(work: Work, actor: Actor, fields: Sequence[ProfileField]) -> None:
    await settings.change(work, actor, ProfileFields.name, ProfileFields(fields=tuple(fields)))
