"""What a session made on one side is worth on the other. Pure: no database, no clock, no request."""

from yoriai.people.zones.zone import Zone


def is_worth_something(made_in: str, here: str) -> bool:
    """A session counts only in the zone in which it was made: the two sides ask for different proofs."""
    return made_in == here


def is_outside(zone: str) -> bool:
    """Whether somebody stands outside of LGWAN. A side that nobody knows is outside."""
    return zone != Zone.LGWAN
