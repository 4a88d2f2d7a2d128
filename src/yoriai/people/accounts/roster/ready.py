"""The rows that a plan comes to, made before any lock: what is left for it is the moment, and the ids of new units."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from yoriai.kit.ids import uuid7
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts import first_passwords
from yoriai.people.accounts.history import Noted
from yoriai.people.accounts.models import AccountKind, AccountStatus, ChangeKind
from yoriai.people.accounts.roster.cells import joined
from yoriai.people.accounts.roster.entries import Entry
from yoriai.people.accounts.roster.known import Known, Post
from yoriai.people.accounts.roster.plan import Compared, LineKind
from yoriai.people.accounts.roster.undo_record import Closed, Touched
from yoriai.people.accounts.roster.words import Words, columns_of, posts_of, words_of
from yoriai.platform.facts.numbering import Cause

# A number that comes back may be another person's by now: neither the password nor the rights of whoever left come
# back with it. What they did for units goes where this is written.
ANEW: Mapping[str, object] = {
    "status": AccountStatus.ACTIVE,
    "roles": [Role.MEMBER.value],
    "rights": {},
    "ends_on": None,
    "password_hash": None,
    "password_changed_at": None,
    "welcomed_at": None,
}

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a roster is taken over, by whom, and the key under which first passwords are kept."""

    tenant_id: UUID
    organization_id: UUID
    key: bytes
    by: UUID | None = None
    cause: Cause = field(default_factory=Cause)
    """From where it is done."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A posting that begins, in the unit of this path."""

    posting_id: UUID
    account_id: UUID
    path: str
    main: bool | None


@dataclass(frozen=True, slots=True)
class Seated:
    """Whose seat comes or goes: the roles that they had when they were looked at, and those that they shall have."""

    account_id: UUID
    before: list[str]
    after: list[str]


def roles_of(entry: Entry) -> list[str]:
    """Of somebody who does no more than work here."""
    return [(Role.MEMBER if entry.has_seat else Role.SERVED).value]


@dataclass(slots=True)
class Ready:
    """Rows to write, collected person by person."""

    new: list[Row] = field(default_factory=list[Row])
    letting_go: list[Row] = field(default_factory=list[Row])
    changed: list[Row] = field(default_factory=list[Row])
    revived: list[Row] = field(default_factory=list[Row])
    back: list[UUID] = field(default_factory=list[UUID])
    """Whose account was removed and is there again."""
    reaching: list[UUID] = field(default_factory=list[UUID])
    """Who reaches another organization now, or may do other things: open sockets of theirs knock again."""
    seated: list[Seated] = field(default_factory=list[Seated])
    opening: list[Opening] = field(default_factory=list[Opening])
    closing: list[Closed] = field(default_factory=list[Closed])
    noted: list[Noted] = field(default_factory=list[Noted])
    touched: list[Touched] = field(default_factory=list[Touched])


@dataclass(frozen=True, slots=True)
class Making:
    """One import whose rows are being made. Pure."""

    target: Target
    at: datetime
    secrets: Mapping[str, str]
    """First passwords of new people by login id; whoever is not in it gets none."""
    elsewhere: frozenset[UUID]
    """Accounts whose main posting is in another organization."""

    def ready(self, differing: Sequence[Compared]) -> Ready:
        """Everything to write for these people."""
        ready = Ready()
        for row in differing:
            self._prepare(row, ready)
        return ready

    def _prepare(self, row: Compared, ready: Ready) -> None:
        after = words_of(row.entry)
        known, entry = row.known, row.entry
        account_id = known.person.account_id if known else uuid7(self.at)
        if known is None:
            ready.new.append(self._account(row, account_id, after))
        elif row.words_differ or row.kind is LineKind.NEW:
            self._change(row, known, after, ready)
        if row.department_differs:
            self._move(row, account_id, ready)
        if known is not None and not known.serves_here and not known.person.is_removed:
            ready.reaching.append(account_id)
        seated = _seated(row)
        if seated is not None:
            ready.seated.append(seated)
            ready.reaching.append(account_id)
        kept = known.concurrent if known else ()
        if row.posts_differ:
            self._rearrange(row, account_id, ready)
        ready.noted.append(_noted(row, account_id, after))
        ready.touched.append(
            Touched(
                account_id=account_id,
                login_id=entry.login_id,
                before=None if known is None else words_of(known.person),
                after=after,
                was=None if known is None else known.person.status,
                path=entry.path,
                posts=sorted(entry.concurrent if row.posts_differ else [post.path for post in kept]),
                roles_before=seated.before if seated else None,
                roles_after=seated.after if seated else None,
            )
        )

    def _account(self, row: Compared, account_id: UUID, words: Words) -> Row:
        """Every column is named: one that is left to its default is asked for anew for each of thousands of rows."""
        return columns_of(row.entry.login_id, words) | {
            "id": account_id,
            "tenant_id": self.target.tenant_id,
            "kind": AccountKind.MEMBER,
            "login_id": row.entry.login_id,
            "signed_out_at": None,
            "group_id": None,
            "place": "",
            "profile": {},
            "profile_folded": "",
            **ANEW,
            "roles": roles_of(row.entry),
            **self._first_password(row, account_id),
        }

    def _first_password(self, row: Compared, account_id: UUID) -> Row:
        secret = self.secrets.get(row.entry.login_id)
        if secret is None:
            return {"first_password_mac": None, "first_password_expires_at": None}
        return {
            "first_password_mac": first_passwords.mac(self.target.key, account_id, secret),
            "first_password_expires_at": first_passwords.expiry(self.at),
        }

    def _change(self, row: Compared, known: Known, words: Words, ready: Ready) -> None:
        """Mail addresses are let go first: two people may have exchanged theirs."""
        person = known.person
        whose: Row = {"whose": person.account_id}
        if person.email != words["email"]:
            ready.letting_go.append(whose)
        # Nobody's state is among these words, so that whoever is stopped at this very moment stays so.
        ready.changed.append(columns_of(person.login_id, words) | whose)
        if person.is_removed:
            ready.back.append(person.account_id)
            anew = {**ANEW, "roles": roles_of(row.entry), **self._first_password(row, person.account_id)}
            ready.revived.append({**anew, **whose})

    def _move(self, row: Compared, account_id: UUID, ready: Ready) -> None:
        """Whoever moves keeps what the old posting was; a first one here is the main one if there is none elsewhere."""
        person = row.known.person if row.known else None
        main = None if account_id in self.elsewhere else True
        if person is not None and person.posting_id is not None:
            main = person.is_main
            ready.closing.append(Closed(posting_id=person.posting_id, main=main))
        ready.opening.append(Opening(uuid7(self.at), account_id, row.entry.path, main))

    def _rearrange(self, row: Compared, account_id: UUID, ready: Ready) -> None:
        posts: Mapping[str, Post] = {post.path: post for post in row.known.concurrent} if row.known else {}
        for path, post in posts.items():
            if path not in row.entry.concurrent:
                ready.closing.append(Closed(posting_id=post.posting_id, main=None))
        for path in row.entry.concurrent:
            if path not in posts:
                ready.opening.append(Opening(uuid7(self.at), account_id, path, None))


def _seated(row: Compared) -> Seated | None:
    if row.known is None or not row.seat_differs:
        return None
    return Seated(row.known.person.account_id, [*row.known.person.roles], roles_of(row.entry))


def _noted(row: Compared, account_id: UUID, after: Words) -> Noted:
    known = row.known
    before: Row = {**(words_of(known.person) if known else dict.fromkeys(after))}
    before["department"] = known.person.path if known and known.serves_here else None
    said: Row = {**after, "department": row.entry.path}
    if row.posts_differ:
        before["concurrent"] = posts_of(known) if known else ""
        said["concurrent"] = joined(sorted(row.entry.concurrent))
    if known and known.person.is_removed:
        before["status"], said["status"] = known.person.status, AccountStatus.ACTIVE.value
    if row.seat_differs or (row.kind is LineKind.NEW and (known or not row.entry.has_seat)):
        before["roles"], said["roles"] = [*known.person.roles] if known else None, roles_of(row.entry)
    differing = [name for name in said if said[name] != before[name]]
    kinds = {LineKind.NEW: ChangeKind.CREATED, LineKind.MOVED: ChangeKind.MOVED}
    kind = kinds.get(row.kind, ChangeKind.CHANGED)
    return Noted(
        account_id,
        ChangeKind.RESTORED if known and row.kind is LineKind.NEW else kind,
        before={name: before[name] for name in differing} if known else {},
        after={name: said[name] for name in differing},
    )
