"""Finding people of other bodies: those who said yes, of bodies that said yes, for whoever did the same (FED-3)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, Select, false, or_, select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Refused
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, Posting
from yoriai.people.accounts.names import folded, sought
from yoriai.people.orgs import settings
from yoriai.people.orgs.bodies.settings import TAKES_PART, FederationRules
from yoriai.people.orgs.models import Department, Tenant
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.neighbours.models import Findable
from yoriai.talk.neighbours.policy import LEAST, MOST_FOUND, MOST_QUERY, find_each_other, may_meet_here
from yoriai.talk.rooms.labels import Labels


class NotBoth(Refused):
    """Only whoever is found finds: the actor, or their body, has not said yes."""

    code = "neighbours.not_both"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody of another body, as they are found: who they are and where they serve, and nothing by which to reach
    them."""

    account_id: UUID
    family: str
    given: str
    job_title: str
    tenant_name: str
    department: str


async def find(work: Work, actor: Actor, query: str) -> Sequence[Neighbour]:
    """The first of them whom every word fits, by kana. Whoever did not say yes is answered for as nobody; four queries,
    whatever is asked."""
    bodies = await _bodies(work, actor)
    said = select(Findable.account_id).where(Findable.account_id == actor.account_id)
    if actor.tenant_id not in bodies or await work.session.scalar(said) is None:
        raise NotBoth
    others = bodies - {actor.tenant_id}
    words = [word for word in clean_line(query, field="q", most=MOST_QUERY, least=0).split(" ") if word]
    if sum(map(len, words)) < LEAST:
        return []
    found: list[Neighbour] = []
    for row in await work.session.execute(_who_said_yes(work, others, words)):
        account_id, family, given, job_title, body, department, kana, unit = row
        # The kept words hold numbers, too: by those nobody of another body is found.
        if _is_meant(words, f"{folded(family, given, kana)} {unit}"):
            found.append(Neighbour(account_id, family, given, job_title, body, department))
    return found


def _who_said_yes(
    work: Work, bodies: Collection[UUID], words: Sequence[str]
) -> Select[UUID, str, str, str, str, str, str, str]:
    return (
        select(
            Account.id,
            Account.family,
            Account.given,
            Account.job_title,
            Tenant.name,
            Department.name,
            Account.kana,
            Department.folded,
        )
        .select_from(Findable)
        .join(Account, Account.id == Findable.account_id)
        .join(Tenant, Tenant.id == Account.tenant_id)
        .join(Posting, Posting.account_id == Account.id)
        .join(Department, Department.id == Posting.department_id)
        .where(
            Posting.main.is_(True),
            among(Account.tenant_id, bodies),
            Account.kind == AccountKind.MEMBER,
            Account.status == AccountStatus.ACTIVE,
            or_(Account.ends_on.is_(None), Account.ends_on >= day_in_japan(work.now)),
            *[_fits(word) for word in words],
        )
        .order_by(Account.kana_order, Account.id)
        .limit(MOST_FOUND)
    )


async def _bodies(work: Work, actor: Actor) -> set[UUID]:
    """The bodies that say yes to being found, and whose rules and those of the actor's body let the two meet on this
    side; the actor's own among them if it says yes itself."""
    said_yes = select(Tenant.id, Tenant.kind, Tenant.policies).where(TAKES_PART)
    found = {
        tenant_id: (kind, settings.read(policies, FederationRules), settings.read(policies, Labels).outward)
        for tenant_id, kind, policies in await work.session.execute(said_yes)
    }
    mine = found.get(actor.tenant_id)
    if mine is None or not mine[1].shows_people or not may_meet_here(mine[2], actor.zone):
        return set()
    return {
        tenant_id
        for tenant_id, (kind, rules, outward) in found.items()
        if find_each_other(mine[:2], (kind, rules)) and may_meet_here(outward, actor.zone)
    } | {actor.tenant_id}


def _fits(word: str) -> ColumnElement[bool]:
    columns = (Account.folded, Department.folded)
    return or_(
        false(), *(column.contains(form, autoescape=True) for column in columns for form in sought(word))
    )


def _is_meant(words: Sequence[str], name_and_unit: str) -> bool:
    return all(any(form in name_and_unit for form in sought(word)) for word in words)
