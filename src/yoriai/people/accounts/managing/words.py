"""The words of a person as administrators write them, under the rules of a roster, each refusal with its field."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from yoriai.kit.errors import Wrong
from yoriai.people.accounts.models import Account, EmploymentType
from yoriai.people.accounts.names import folded, kana_order, needles
from yoriai.people.accounts.profile.policy import ProfilePolicy
from yoriai.people.accounts.profile.values import searched
from yoriai.people.accounts.roster import cells
from yoriai.people.accounts.roster.cells import NotTaken

MOST_PLACE = 60

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of a person. It holds no right, no state and no secret."""

    login_id: str
    family: str
    given: str
    kana: str
    email: str | None
    employment_type: str
    job_title: str
    extension: str
    place: str
    display_order: int | None
    ends_on: date | None
    group_id: UUID | None
    profile: Mapping[str, str]
    """What is kept in the fields that the body has added, by their keys."""

    def said(self) -> dict[str, object]:
        """As a line of the history keeps them."""
        plain: dict[str, object] = {each: value for each, value in asdict(self).items() if each != "profile"}
        plain["ends_on"] = self.ends_on.isoformat() if self.ends_on else None
        plain["group_id"] = str(self.group_id) if self.group_id else None
        return plain | {f"profile.{key}": value for key, value in self.profile.items()}

    def differing(self, others: "Words") -> tuple[dict[str, object], dict[str, object]]:
        """The fields in which these two are not the same, before and after."""
        before, after = others.said(), self.said()
        fields = [each for each in before | after if before.get(each) != after.get(each)]
        return {each: before.get(each) for each in fields}, {each: after.get(each) for each in fields}


def words_of(account: Account) -> Words:
    """What is known now."""
    return Words(
        login_id=account.login_id,
        family=account.family,
        given=account.given,
        kana=account.kana,
        email=account.email,
        employment_type=account.employment_type,
        job_title=account.job_title,
        extension=account.extension,
        place=account.place,
        display_order=account.display_order,
        ends_on=account.ends_on,
        group_id=account.group_id,
        profile=dict(account.profile),
    )


def cleaned(words: Words) -> Words:
    """The same as it is kept; what stands in the body's own fields is checked where these are known."""
    return replace(
        words,
        login_id=_taken("login_id", lambda: cells.number(words.login_id)),
        family=_part("family", words.family, least=1),
        given=_part("given", words.given, least=0),
        kana=_taken("kana", lambda: cells.kana(words.kana)),
        email=_taken("email", lambda: cells.email(words.email or "")),
        employment_type=_employment(words.employment_type),
        job_title=_line("job_title", words.job_title, cells.MOST["title"]),
        extension=_line("extension", words.extension, cells.MOST["extension"]),
        place=_line("place", words.place, MOST_PLACE),
        display_order=_order(words.display_order),
    )


def columns(words: Words, policy: ProfilePolicy) -> dict[str, object]:
    """The columns of an account that follow from its words, and from what its group says of profiles."""
    name = folded(words.family, words.given, words.kana, words.login_id)
    return {
        **asdict(words),
        "kana_order": kana_order(words.kana),
        "folded": " ".join((name, *needles(words.extension))),
        "profile_folded": searched(words.profile, policy),
    }


def _part(named: str, text: str, *, least: int) -> str:
    """A family name ends at the first blank of a roster's cell, so it can hold none itself."""
    part = _line(named, text, cells.MOST["name"])
    if len(part) < least:
        raise Wrong(field=named, reason="missing")
    if named == "family" and " " in part:
        raise Wrong(field=named, reason="blank")
    return part


def _line(named: str, text: str, most: int) -> str:
    return _taken(named, lambda: cells.line(text, most=most))


def _taken(named: str, read: Callable[[], T]) -> T:
    try:
        return read()
    except NotTaken as why:
        raise Wrong(field=named, reason=why.reason) from None


def _employment(text: str) -> str:
    if text not in set(EmploymentType):
        raise Wrong(field="employment_type", reason="unknown")
    return text


def _order(number: int | None) -> int | None:
    if number is not None and not 0 <= number <= cells.MOST_ORDER:
        raise Wrong(field="display_order", reason="accounts.row_order", most=cells.MOST_ORDER)
    return number
