"""Finding people of other bodies: those who said yes, of bodies that said yes, for whoever did the same (FED-3)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, exists, false, not_, or_, select, tuple_

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import NotFound
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, EmploymentType, Posting
from yoriai.people.accounts.names import folded, sought
from yoriai.people.accounts.served import is_served
from yoriai.people.accounts.special_posts.models import WritingLimit
from yoriai.people.orgs.models import Department, Tenant
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.neighbours.bodies import bodies_for
from yoriai.talk.neighbours.models import Findable
from yoriai.talk.neighbours.policy import LEAST, MOST_FOUND, MOST_QUERY, NotBoth

ORDER: Final = (Account.kana_order, Account.id)
MOST_AT_ONCE: Final = 500
"""Rows in one look."""


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
    and more only where very many are fitted by their numbers alone."""
    others = await bodies_open_to(work, actor)
    words = [word for word in clean_line(query, field="q", most=MOST_QUERY, least=0).split(" ") if word]
    if sum(map(len, words)) < LEAST:
        return []
    found: list[Neighbour] = []
    asked, last = _who_said_yes(others, words, is_there(work)), None
    while True:
        some = asked if last is None else asked.where(tuple_(*ORDER) > tuple_(*last))
        rows = (await work.session.execute(some)).all()
        for account_id, _, family, given, job_title, body, department, kana, unit in rows:
            # The kept words hold numbers, too: by those nobody of another body is found, nor left out for them.
            if _is_meant(words, f"{folded(family, given, kana)} {unit}"):
                found.append(Neighbour(account_id, family, given, job_title, body, department))
        if len(rows) < MOST_AT_ONCE or len(found) >= MOST_FOUND:
            return found[:MOST_FOUND]
        account_id, order, *_ = rows[-1]
        last = order, account_id


async def bodies_open_to(work: Work, actor: Actor) -> Collection[UUID]:
    """The other bodies whose people the actor finds here; refuses whoever has not said yes themselves."""
    bodies = await bodies_for(work, actor)
    said = select(Findable.account_id).where(Findable.account_id == actor.account_id)
    if actor.tenant_id not in bodies or await work.session.scalar(said) is None:
        raise NotBoth
    return bodies - {actor.tenant_id}


async def body_of_one_found(work: Work, actor: Actor, account_id: UUID) -> UUID:
    """The body of this person, if the actor would find them here. Whoever is not found is as one who is not there: who
    said nothing, a guest, somebody of the own body, somebody who has gone (A4)."""
    others = await bodies_open_to(work, actor)
    found = await work.session.scalar(
        select(Account.tenant_id)
        .join(Findable, Findable.account_id == Account.id)
        .where(Account.id == account_id, among(Account.tenant_id, others), *is_there(work), _is_written_to())
    )
    if found is None:
        raise NotFound
    return found


def is_there(work: Work) -> tuple[ColumnElement[bool], ...]:
    """What must hold of an `Account` so that there is somebody to talk with."""
    return (
        Account.kind == AccountKind.MEMBER,
        Account.status == AccountStatus.ACTIVE,
        not_(is_served()),
        or_(Account.ends_on.is_(None), Account.ends_on >= day_in_japan(work.now)),
    )


def _is_written_to() -> ColumnElement[bool]:
    """Not of a special post to whom few write: nobody of another body is among those, nor do they ask (ORG-8)."""
    limited = exists().where(WritingLimit.account_id == Account.id)
    return or_(Account.employment_type != EmploymentType.SPECIAL_POST, ~limited)


def _who_said_yes(
    bodies: Collection[UUID], words: Sequence[str], there: Collection[ColumnElement[bool]]
) -> Select[UUID, bytes, str, str, str, str, str, str, str]:
    return (
        select(
            Account.id,
            Account.kana_order,
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
            *there,
            _is_written_to(),
            *[_fits(word) for word in words],
        )
        .order_by(*ORDER)
        .limit(MOST_AT_ONCE)
    )


def _fits(word: str) -> ColumnElement[bool]:
    columns = (Account.folded, Department.folded)
    return or_(
        false(), *(column.contains(form, autoescape=True) for column in columns for form in sought(word))
    )


def _is_meant(words: Sequence[str], name_and_unit: str) -> bool:
    return all(any(form in name_and_unit for form in sought(word)) for word in words)
