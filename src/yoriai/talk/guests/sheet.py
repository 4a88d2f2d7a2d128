"""A list of guests to invite: each row is read and judged before anything is done with it (GUEST-4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import Refused
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus
from yoriai.people.accounts.roster import cells
from yoriai.people.accounts.roster.cells import NotTaken
from yoriai.people.accounts.roster.csv_text import records
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Membership

MOST: Final = 200
"""Guests invited at once."""
MOST_OF_FIRM: Final = 80

HEADINGS: Final[Mapping[str, str]] = {
    "氏名": "name", "名前": "name", "お名前": "name",
    "ふりがな": "kana", "フリガナ": "kana", "かな": "kana", "カナ": "kana",
    "会社": "firm", "会社名": "firm", "団体": "firm", "団体名": "firm", "会社・団体": "firm", "所属": "firm",
    "メール": "email", "メールアドレス": "email", "e-mail": "email", "email": "email",
}  # fmt: skip
NEEDED: Final = ("name", "firm", "email")


class NoHeadings(Refused):
    """The first row does not say what stands in the columns."""

    code = "guests.no_headings"
    status = 422


class TooManyAtOnce(Refused):
    code = "guests.too_many_at_once"
    status = 422


@dataclass(frozen=True, slots=True)
class Words:
    """Somebody to invite, as it was written."""

    name: str
    kana: str
    firm: str
    email: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The same in the form in which it is kept."""

    family: str
    given: str
    kana: str
    firm: str
    email: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One row, and what is wrong with it: the field and the code of a sentence. Nothing wrong: it may be invited."""

    row: int
    words: Words
    cleaned: Cleaned | None
    faults: Sequence[tuple[str, str]]


def rows_of(text: str) -> list[Words]:
    """The rows of a CSV text whose first row names the columns; empty rows are passed over."""
    lines = [line for line in records(text.removeprefix("\ufeff")) if any(cell.strip() for cell in line)]
    heads = [HEADINGS.get(cell.strip().lower()) for cell in lines[0]] if lines else []
    missing = [field for field in NEEDED if field not in heads]
    if missing:
        raise NoHeadings(missing="、".join(missing))
    found = [{head: cell for head, cell in zip(heads, line, strict=False) if head} for line in lines[1:]]
    if len(found) > MOST:
        raise TooManyAtOnce(most=MOST, got=len(found))
    return [Words(*(each.get(field, "") for field in ("name", "kana", "firm", "email"))) for each in found]


async def judge(work: Work, tenant_id: UUID, room_id: UUID, rows: Sequence[Words]) -> list[Judged]:
    """Each row with its faults; two queries, however many rows there are."""
    if len(rows) > MOST:
        raise TooManyAtOnce(most=MOST, got=len(rows))
    read = [_read(words) for words in rows]
    mails = {cleaned.email for cleaned, _ in read if cleaned}
    known = {
        email: (account_id, kind, status)
        for email, account_id, kind, status in await work.session.execute(
            select(Account.email, Account.id, Account.kind, Account.status).where(
                Account.tenant_id == tenant_id, among(Account.email, mails)
            )
        )
    }
    inside = set(
        await work.session.scalars(
            select(Membership.account_id).where(Membership.room_id == room_id, Membership.is_open.is_(True))
        )
    )
    judged, seen = list[Judged](), set[str]()
    for at, (words, (cleaned, faults)) in enumerate(zip(rows, read, strict=True), start=1):
        found = list(faults)
        if cleaned is not None:
            account_id, kind, status = known.get(
                cleaned.email, (None, AccountKind.GUEST, AccountStatus.ACTIVE)
            )
            passed = (
                (kind != AccountKind.GUEST, "guests.mail_of_member"),
                (status == AccountStatus.SUSPENDED, "guests.rests"),
                (account_id in inside, "guests.here_already"),
                (cleaned.email in seen, "guests.mail_twice"),
            )
            found += [("email", code) for holds, code in passed if holds][:1]
            seen.add(cleaned.email)
        judged.append(Judged(at, words, None if found else cleaned, found))
    return judged


def _read(words: Words) -> tuple[Cleaned | None, list[tuple[str, str]]]:
    faults = list[tuple[str, str]]()

    def take(field: str, cell: str) -> str:
        try:
            return READ[field](cell)
        except NotTaken as why:
            faults.append((field, why.reason))
            return ""

    name, kana, firm, email = (
        take(field, getattr(words, field)) for field in ("name", "kana", "firm", "email")
    )
    family, _, given = name.partition(" ")
    return (None, faults) if faults else (Cleaned(family, given, kana, firm, email), faults)


def _name(cell: str) -> str:
    return " ".join(cells.name(cell)).rstrip()


def _kana(cell: str) -> str:
    return cells.kana(cell) if cell.strip() else ""


def _firm(cell: str) -> str:
    return cells.needed(cells.line(cell, most=MOST_OF_FIRM))


def _email(cell: str) -> str:
    return cells.needed(cells.email(cell) or "")


READ: Final = {"name": _name, "kana": _kana, "firm": _firm, "email": _email}
