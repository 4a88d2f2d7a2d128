"""What is wanted, under the rules of a roster: all of somebody new, and of somebody who is there what is to be another."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import Wrong
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.managing.words import Words, cleaned, words_of
from yoriai.people.accounts.models import Account
from yoriai.people.accounts.requests.models import AccountRequest, Kind
from yoriai.platform.work.work import Work


class NothingAsked(Wrong):
    """A change in which nothing would be another."""

    code = "account_requests.nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for. Of a change, what is empty stays as it is."""

    kind: Kind
    unit_id: UUID
    account_id: UUID | None
    login_id: str
    family: str
    given: str
    kana: str
    employment_type: str
    starts_on: date | None
    ends_on: date | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The words of a request as they are kept."""

    login_id: str = ""
    family: str = ""
    given: str = ""
    kana: str = ""
    employment_type: str = ""
    starts_on: date | None = None
    """Of somebody new alone."""
    ends_on: date | None = None


def new(wish: Wish) -> Wanted:
    """Of somebody new: name, number, kind of employment and the first day are needed."""
    if wish.starts_on is None:
        raise Wrong(field="starts_on", reason="missing")
    if wish.ends_on is not None and wish.ends_on < wish.starts_on:
        raise Wrong(field="ends_on", reason="before_start")
    said = cleaned(words_for(wish))
    return Wanted(
        login_id=said.login_id,
        family=said.family,
        given=said.given,
        kana=said.kana,
        employment_type=said.employment_type,
        starts_on=wish.starts_on,
        ends_on=said.ends_on,
    )


def of(person: Account, wish: Wish, *, has_words: bool) -> Wanted:
    """Of somebody who is there. A number is never changed this way: by it people sign in. What colleagues are not shown
    is not compared: how somebody is employed, and until when, no answer tells (N3)."""
    if wish.kind is Kind.CLOSING:
        if wish.ends_on is None:
            raise Wrong(field="ends_on", reason="missing")
        return Wanted(ends_on=wish.ends_on)
    said = Wanted(
        family=wish.family,
        given=wish.given,
        kana=wish.kana,
        employment_type=wish.employment_type,
        ends_on=wish.ends_on,
    )
    now = words_of(person)
    after = cleaned(changed(now, said))
    is_called_so = (after.family, after.given, after.kana) == (now.family, now.given, now.kana)
    if is_called_so and not (said.employment_type or said.ends_on or has_words):
        raise NothingAsked(field="words", reason="missing")
    return Wanted(
        family=after.family if said.family else "",
        given=after.given if said.given else "",
        kana=after.kana if said.kana else "",
        employment_type=said.employment_type,
        ends_on=said.ends_on,
    )


def changed(now: Words, wanted: Wanted) -> Words:
    """The words of somebody with what is wanted among them."""
    return replace(
        now,
        family=wanted.family or now.family,
        given=wanted.given or now.given,
        kana=wanted.kana or now.kana,
        employment_type=wanted.employment_type or now.employment_type,
        ends_on=wanted.ends_on or now.ends_on,
    )


def words_for(asked: Wish | AccountRequest) -> Words:
    """Somebody new as a form of administrators would say it; what nobody has asked for is left to them."""
    return Words(
        login_id=asked.login_id,
        family=asked.family,
        given=asked.given,
        kana=asked.kana,
        email=None,
        employment_type=asked.employment_type,
        job_title="",
        extension="",
        place="",
        display_order=None,
        ends_on=asked.ends_on,
        group_id=None,
        profile={},
    )


def wanted_in(request: AccountRequest) -> Wanted:
    """What a request asks for."""
    return Wanted(
        login_id=request.login_id,
        family=request.family,
        given=request.given,
        kana=request.kana,
        employment_type=request.employment_type,
        ends_on=request.ends_on,
    )


async def is_taken(work: Work, actor: Actor, login_id: str) -> bool:
    """Whether somebody of the body has this number. Whose it is, is said to nobody who only asks."""
    same = select(Account.id).where(Account.tenant_id == actor.tenant_id, Account.login_id == login_id)
    return await work.session.scalar(same) is not None
