"""For whom a first password may be drawn. Pure: no database, no clock, no request."""

from collections.abc import Collection

from yoriai.people.access.actor import Actor
from yoriai.people.access.capabilities import Role


def may_issue(actor: Actor, roles: Collection[str]) -> bool:
    """A slip opens the account of its holder, so an owner's is handed out by owners only, and an ITリーダー hands out
    those of plain members only (N19)."""
    if not actor.may("slips.issue_anywhere"):
        return set(roles) in ({Role.MEMBER}, {Role.SERVED})
    return Role.OWNER not in roles or actor.may("slips.issue_owner")
