"""Whether people of other bodies find somebody: offered where their body lets them be found, and chosen by themselves."""

from dataclasses import dataclass

from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.take_turn import take_turn
from yoriai.people.orgs import settings
from yoriai.people.orgs.bodies.settings import FederationRules
from yoriai.platform.work.work import Work
from yoriai.talk.neighbours.facts import FindableChanged
from yoriai.talk.neighbours.models import Findable
from yoriai.talk.neighbours.settle import settle_of_person


class NotOffered(Refused):
    """The actor's own body does not let its people be found."""

    code = "neighbours.not_offered"


@dataclass(frozen=True, slots=True)
class Own:
    """What their body offers somebody, and what they have said themselves."""

    offered: bool
    findable: bool


async def own(work: Work, actor: Actor) -> Own:
    """Both, as they are now; two queries."""
    rules = await settings.of(work, actor.tenant_id, FederationRules)
    said = await work.session.get(Findable, actor.account_id)
    return Own(offered=rules.shows_people, findable=said is not None)


async def choose(work: Work, actor: Actor, *, findable: bool) -> None:
    """Say yes or no. The same again tells nobody; a no is taken wherever it is said, and of whoever says it, and with it
    nothing more is said in talks with people of other bodies, until it is a yes again."""
    if findable and not actor.may("neighbours.find"):
        raise actor.refusal_of("neighbours.find")
    me = actor.account_id
    await take_turn(work, me)
    now = await own(work, actor)
    if findable and not now.offered:
        raise NotOffered
    if findable is now.findable:
        return
    if findable:
        work.session.add(Findable(account_id=me, since=work.now))
    else:
        await work.session.delete(await work.session.get_one(Findable, me))
    work.state(FindableChanged(account_id=me, findable=findable), by=me)
    await work.session.flush()
    await settle_of_person(work, me)
