"""The card of one colleague: who they are, where they serve and how to reach them. Strangers learn nothing (A4, N3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import Person, cards, people_of
from yoriai.people.accounts.delegates.mandates import named_by
from yoriai.people.accounts.former_units import FormerUnit, former_units, spells_of
from yoriai.people.accounts.listing import listed
from yoriai.people.accounts.models import Account, AccountGroup, Posting
from yoriai.people.accounts.profile.fields import ProfileFields
from yoriai.people.accounts.profile.policy import policy_of
from yoriai.people.accounts.profile.values import Filled, shown
from yoriai.people.accounts.reach import reachable
from yoriai.people.accounts.special_posts.limits import closed_to
from yoriai.people.orgs import settings
from yoriai.people.orgs.models import Department, Tenant
from yoriai.platform.work.work import Work

MOST_FORMER = 5


@dataclass(frozen=True, slots=True)
class Card:
    """What a colleague may read of somebody."""

    person: Person
    extension: str
    place: str
    """Where they work, where it is not where their unit is."""
    may_write: bool
    """Whether the asker may write to them."""
    is_closed: bool
    """They are in a special post, and the asker is not among those who write to them."""
    ask: Sequence[Person]
    """Whoever acts for them, where they are closed to the asker."""
    concurrent: Sequence[str]
    """The whole paths of the units in which they serve besides the main one."""
    former: Sequence[FormerUnit]
    """Where they served before, the latest first: it says who spoke on old messages (「（当時）高齢福祉課」)."""
    profile: Sequence[Filled]
    """What the body's own fields say of them, without those that their group hides."""


async def card(work: Work, actor: Actor, account_id: UUID) -> Card:
    """Open exactly when the directory lists them: guests, bots, strangers and those who have gone have no card here."""
    may_write = await reachable(work, actor)
    more = (Account.extension, Account.place, may_write.label("may_write"), Account.profile)
    asked = (
        cards()
        .add_columns(*more, Tenant.policies, AccountGroup.policies)
        .outerjoin(AccountGroup, AccountGroup.id == Account.group_id)
        .where(Account.id == account_id, *listed(actor, day_in_japan(work.now)))
    )
    row = (await work.session.execute(asked)).one_or_none()
    if row is None:
        raise NotFound
    *words, extension, place, reaches, profile, of_body, of_group = row
    posts = (
        select(Department.path)
        .join(Posting, Posting.department_id == Department.id)
        .where(Posting.account_id == account_id, Posting.until.is_(None), Posting.main.is_(None))
        .order_by(Department.display_order, Department.path)
    )
    concurrent = (await work.session.scalars(posts)).all()
    person = Person(*words)
    spells = await spells_of(work.session, {account_id})
    former = former_units(spells.get(account_id, ()), person)[:MOST_FORMER]
    filled = shown(settings.read(of_body, ProfileFields).fields, profile, policy_of(of_group))
    is_closed = account_id in await closed_to(work, actor)
    ask = await _whom_to_ask(work, actor, account_id) if is_closed else []
    return Card(person, extension, place, bool(reaches), is_closed, ask, concurrent, former, filled)


async def _whom_to_ask(work: Work, actor: Actor, account_id: UUID) -> list[Person]:
    acting = [each.person_id for each in await named_by(work, account_id)]
    people = await people_of(work.session, acting, actor.redaction_class)
    return [people[who] for who in acting]
