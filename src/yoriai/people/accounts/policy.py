"""What may be done with an account. Pure: no database, no clock, no request."""

from collections.abc import Collection
from datetime import date

from yoriai.people.access.actor import Actor


def may_sign_in(status: str, ends_on: date | None, today: date) -> bool:
    """A suspended account may not be used, nor one whose last day (in Japan) has passed."""
    return status == "active" and (ends_on is None or today <= ends_on)


def may_manage(actor: Actor, roles: Collection[str]) -> bool:
    """Nobody changes somebody who has more rights than they do: an owner is changed by an owner only (N19)."""
    return may_suspend(actor, roles)


def may_appoint(actor: Actor, roles: Collection[str], wanted: str) -> bool:
    """Only an owner makes an owner, or makes one something else."""
    return actor.may("accounts.appoint_owner") or ("owner" not in roles and wanted != "owner")


def may_suspend(actor: Actor, roles: Collection[str]) -> bool:
    """Nobody stops somebody who has more rights than they do: an owner is stopped by an owner only (N19)."""
    return "owner" not in roles or actor.may("accounts.suspend_owner")
