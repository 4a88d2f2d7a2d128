"""What goes out of the house by a question that changes nothing: that it went is durable before the answer leaves."""

from typing import Final
from uuid import UUID

from yoriai.kit.ids import uuid7
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.facts import Acted, Deed
from yoriai.people.accounts.models import TakenOut
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

MOST_REASON: Final = 200


def reason_in(words: str) -> str:
    """Why something about many people is taken out, in the words of whoever does it: without them nothing goes (K28)."""
    return clean_line(words, field="reason", most=MOST_REASON)


async def tell_apart(
    works: Works, asked: Work, actor: Actor, act: Deed, *, room_id: UUID | None = None
) -> None:
    """Say in a work of its own, beside the one that only reads, that this was done (N16)."""
    async with works.writing(asked.cause) as work:
        work.state(Acted(account_id=actor.account_id, act=act, room_id=room_id), by=actor.account_id)


async def tell_with_reason(works: Works, asked: Work, actor: Actor, act: Deed, *, reason: str) -> None:
    """The same of what goes out with a reason."""
    async with works.writing(asked.cause) as work:
        taking_id = _kept(work, actor, act, reason)
        fact = Acted(account_id=actor.account_id, act=act, taking_id=taking_id)
        work.state(fact, by=actor.account_id)


def _kept(work: Work, actor: Actor, act: Deed, reason: str) -> UUID:
    """The reason stands beside the fact, which holds no words; the log takes it from here."""
    kept = TakenOut(
        id=uuid7(work.now),
        tenant_id=actor.tenant_id,
        account_id=actor.account_id,
        at=work.now,
        act=act,
        reason=reason,
    )
    work.session.add(kept)
    return kept.id
