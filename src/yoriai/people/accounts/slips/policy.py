"""For whom a first password may be drawn. Pure: no database, no clock, no request."""

from collections.abc import Collection

from yoriai.people.access.actor import Actor


def may_issue(actor: Actor, roles: Collection[str]) -> bool:
    """A slip opens the account of its holder, so an owner's is handed out by owners only (N19)."""
    return "owner" not in roles or actor.may("slips.issue_owner")
