"""Writing a plan: a few statements for thousands of people, all in the one work that is given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import bindparam, insert, update

from yoriai.kit.ids import uuid7
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts import first_passwords, history
from yoriai.people.accounts.facts import RightsChanged
from yoriai.people.accounts.history import Act, Noted
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, ChangeKind, Posting
from yoriai.people.accounts.roster.known import Known, Post
from yoriai.people.accounts.roster.plan import Compared, LineKind, Plan
from yoriai.people.accounts.roster.progress import Progress
from yoriai.people.accounts.roster.undo_record import Closed, Touched, UndoRecord
from yoriai.people.accounts.roster.words import Words, columns_of, posts_of, words_of
from yoriai.people.accounts.roster.write_units import write_units
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Work

CHUNK = 500  # rows, after which whoever waits sees how far it is
# A number that comes back may be another person's by now: neither the password nor the rights of whoever left come
# back with it.
ANEW: Mapping[str, object] = {
    "status": AccountStatus.ACTIVE,
    "roles": [Role.MEMBER.value],
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


@dataclass(slots=True)
class _Ready:
    """Rows to write, collected person by person."""

    new: list[Row] = field(default_factory=list[Row])
    letting_go: list[Row] = field(default_factory=list[Row])
    changed: list[Row] = field(default_factory=list[Row])
    revived: list[Row] = field(default_factory=list[Row])
    opening: list[Row] = field(default_factory=list[Row])
    closing: list[Closed] = field(default_factory=list[Closed])
    noted: list[Noted] = field(default_factory=list[Noted])
    touched: list[Touched] = field(default_factory=list[Touched])


@dataclass(frozen=True, slots=True)
class Writing:
    """One import that is being written."""

    work: Work
    target: Target
    import_id: UUID
    secrets: Mapping[str, str]
    """First passwords of new people by login id; whoever is not in it gets none."""
    with_main: set[UUID]
    far: Progress

    async def write(self, plan: Plan) -> UndoRecord:
        """Write everything that the plan holds; what is needed to take it back."""
        unit_ids, units = await write_units(self.work, self.target.organization_id, plan.units, self._act())
        ready = _Ready()
        for row in plan.differing:
            self._prepare(row, unit_ids, ready)
        await self._send(ready)
        await history.note_many(self.work, self._act(), ready.noted)
        opened = [each for row in ready.opening if isinstance(each := row["id"], UUID)]
        return UndoRecord(people=ready.touched, opened=opened, closed=ready.closing, units=units)

    def _act(self) -> Act:
        return Act(self.target.tenant_id, self.target.by, import_id=self.import_id)

    def _prepare(self, row: Compared, unit_ids: Mapping[str, UUID], ready: _Ready) -> None:
        after = words_of(row.entry)
        known, entry = row.known, row.entry
        account_id = known.person.account_id if known else uuid7(self.work.now)
        if known is None:
            ready.new.append(self._account(row, account_id, after))
        elif row.words_differ or row.kind is LineKind.NEW:
            self._change(row, known, after, ready)
        if row.department_differs:
            self._move(row, account_id, unit_ids.get(entry.path), ready)
        if known is not None and not known.serves_here and not known.person.is_removed:
            # They reach another organization now: open sockets of theirs knock again.
            self.work.state(RightsChanged(account_id=account_id), by=self.target.by)
        kept = known.concurrent if known else ()
        if row.posts_differ:
            self._rearrange(row, account_id, unit_ids, ready)
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
            )
        )

    def _account(self, row: Compared, account_id: UUID, words: Words) -> Row:
        return columns_of(row.entry.login_id, words) | {
            "id": account_id,
            "tenant_id": self.target.tenant_id,
            "kind": AccountKind.MEMBER,
            "login_id": row.entry.login_id,
            "signed_out_at": None,
            "created_at": self.work.now,
            **ANEW,
            **self._first_password(row, account_id),
        }

    def _first_password(self, row: Compared, account_id: UUID) -> Row:
        secret = self.secrets.get(row.entry.login_id)
        if secret is None:
            return {"first_password_mac": None, "first_password_expires_at": None}
        return {
            "first_password_mac": first_passwords.mac(self.target.key, account_id, secret),
            "first_password_expires_at": first_passwords.expiry(self.work.now),
        }

    def _change(self, row: Compared, known: Known, words: Words, ready: _Ready) -> None:
        """Mail addresses are let go first: two people may have exchanged theirs."""
        person = known.person
        whose: Row = {"whose": person.account_id}
        if person.email != words["email"]:
            ready.letting_go.append(whose)
        # Nobody's state is among these words, so that whoever is stopped at this very moment stays so.
        ready.changed.append(columns_of(person.login_id, words) | whose)
        if person.is_removed:
            ready.revived.append({**ANEW, **self._first_password(row, person.account_id), **whose})

    def _move(self, row: Compared, account_id: UUID, unit_id: UUID | None, ready: _Ready) -> None:
        """Whoever moves keeps what the old posting was; a first one here is the main one if there is none elsewhere."""
        person = row.known.person if row.known else None
        main = None if account_id in self.with_main else True
        if person is not None and person.posting_id is not None:
            main = person.is_main
            ready.closing.append(Closed(posting_id=person.posting_id, main=main))
        ready.opening.append(self._posting(account_id, unit_id, main=main))

    def _rearrange(
        self, row: Compared, account_id: UUID, unit_ids: Mapping[str, UUID], ready: _Ready
    ) -> None:
        posts: Mapping[str, Post] = {post.path: post for post in row.known.concurrent} if row.known else {}
        for path, post in posts.items():
            if path not in row.entry.concurrent:
                ready.closing.append(Closed(posting_id=post.posting_id, main=None))
        for path in row.entry.concurrent:
            if path not in posts:
                ready.opening.append(self._posting(account_id, unit_ids.get(path), main=None))

    def _posting(self, account_id: UUID, unit_id: UUID | None, *, main: bool | None) -> Row:
        return {
            "id": uuid7(self.work.now),
            "account_id": account_id,
            "organization_id": self.target.organization_id,
            "department_id": unit_id,
            "main": main,
            "since": self.work.now,
            "until": None,
        }

    async def _send(self, ready: _Ready) -> None:
        connection = await self.work.session.connection()
        one = Account.id == bindparam("whose")
        if ready.letting_go:
            await connection.execute(update(Account).where(one).values(email=None), ready.letting_go)
        for statement, rows in ((update(Account).where(one), ready.changed), (insert(Account), ready.new)):
            for start in range(0, len(rows), CHUNK):
                chunk = rows[start : start + CHUNK]
                await connection.execute(statement, chunk)
                self.far.done += len(chunk)
        if ready.revived:
            await connection.execute(update(Account).where(one), ready.revived)
        if ready.closing:
            closed = update(Posting).where(Posting.id == bindparam("which"))
            which = [{"which": each.posting_id} for each in ready.closing]
            await connection.execute(closed.values(until=self.work.now, main=None), which)
        if ready.opening:
            await connection.execute(insert(Posting), ready.opening)


def _noted(row: Compared, account_id: UUID, after: Words) -> Noted:
    known = row.known
    before: Row = {**(words_of(known.person) if known else dict.fromkeys(after))}
    before["department"] = known.person.path if known and known.serves_here else None
    said: Row = {**after, "department": row.entry.path}
    if row.posts_differ:
        before["concurrent"] = posts_of(known) if known else ""
        said["concurrent"] = "、".join(sorted(row.entry.concurrent))
    if known and known.person.is_removed:
        before["status"], said["status"] = known.person.status, AccountStatus.ACTIVE.value
        before["roles"], said["roles"] = [*known.person.roles], [Role.MEMBER.value]
    differing = [name for name in said if said[name] != before[name]]
    kinds = {LineKind.NEW: ChangeKind.CREATED, LineKind.MOVED: ChangeKind.MOVED}
    kind = kinds.get(row.kind, ChangeKind.CHANGED)
    return Noted(
        account_id,
        ChangeKind.RESTORED if known and row.kind is LineKind.NEW else kind,
        before={name: before[name] for name in differing} if known else {},
        after={name: said[name] for name in differing},
    )
