"""What a command over the socket says of who asks, in the words of the works that follow from it."""

from yoriai.kit.errors import Forbidden
from yoriai.people.access.actor import Actor
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.feature import Asked


def actor_of(asked: Asked) -> Actor:
    """The person at the other end. Whoever is something else may do nothing here."""
    if not isinstance(asked.who, Actor):
        raise Forbidden
    return asked.who


def cause_of(asked: Asked) -> Cause:
    """What the journal keeps beside the facts that a command leads to."""
    who = asked.who
    return Cause(
        account_id=who.account_id,
        tenant_id=who.tenant_id,
        session_id=who.session_id,
        zone=who.zone,
        address=who.address,
        request_id=asked.request_id,
    )
