"""Writing what is ready: a few statements for thousands of people, all in the one work that is given."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, delete, insert, or_, update

from yoriai.people.accounts import history
from yoriai.people.accounts.delegates.models import Delegate
from yoriai.people.accounts.delegates.service import end_where
from yoriai.people.accounts.department_accounts.models import DepartmentSpeaker
from yoriai.people.accounts.facts import RightsChanged
from yoriai.people.accounts.history import Act
from yoriai.people.accounts.leaders.models import UnitRole
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.accounts.roster.known import Tree
from yoriai.people.accounts.roster.plan import UnitsToWrite
from yoriai.people.accounts.roster.progress import Progress
from yoriai.people.accounts.roster.ready import Ready, Target
from yoriai.people.accounts.roster.seating import seat
from yoriai.people.accounts.roster.undo_record import UndoRecord
from yoriai.people.accounts.roster.write_units import write_units
from yoriai.people.accounts.special_posts.service import forget_limits
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work

CHUNK = 500  # rows, after which whoever waits sees how far it is


@dataclass(frozen=True, slots=True)
class Writing:
    """One import that is being written."""

    work: Work
    target: Target
    import_id: UUID
    far: Progress

    async def write(self, tree: Tree, units: UnitsToWrite, ready: Ready) -> UndoRecord:
        """Write the units that are wanted and everything that is ready; what is needed to take it back."""
        act = Act(self.target.tenant_id, self.target.by, import_id=self.import_id)
        unit_ids, touched = await write_units(self.work, act, self.target.organization_id, tree, wanted=units)
        await self._send(ready, unit_ids)
        await seat(self.work, ready.seated)
        await history.note_many(self.work, act, ready.noted)
        for account_id in ready.reaching:
            self.work.state(RightsChanged(account_id=account_id), by=self.target.by)
        opened = [each.posting_id for each in ready.opening]
        return UndoRecord(people=ready.touched, opened=opened, closed=ready.closing, units=touched)

    async def _send(self, ready: Ready, unit_ids: Mapping[str, UUID]) -> None:
        connection = await self.work.session.connection()
        one = Account.id == bindparam("whose")
        if ready.letting_go:
            await connection.execute(update(Account).where(one).values(email=None), ready.letting_go)
        for row in ready.new:
            row["created_at"] = self.work.now
        for statement, rows in ((update(Account).where(one), ready.changed), (insert(Account), ready.new)):
            for start in range(0, len(rows), CHUNK):
                chunk = rows[start : start + CHUNK]
                await connection.execute(statement, chunk)
                self.far.done += len(chunk)
        if ready.revived:
            await connection.execute(update(Account).where(one), ready.revived)
            await connection.execute(delete(UnitRole).where(among(UnitRole.account_id, ready.back)))
            spoke = among(DepartmentSpeaker.person_id, ready.back)
            await connection.execute(delete(DepartmentSpeaker).where(spoke))
            acted = or_(among(Delegate.principal_id, ready.back), among(Delegate.person_id, ready.back))
            await end_where(self.work, acted, by=self.target.by)
            await forget_limits(self.work, ready.back)
        if ready.closing:
            closed = update(Posting).where(Posting.id == bindparam("which"))
            which = [{"which": each.posting_id} for each in ready.closing]
            await connection.execute(closed.values(until=self.work.now, main=None), which)
        if ready.opening:
            await connection.execute(insert(Posting), self._postings(ready, unit_ids))

    def _postings(self, ready: Ready, unit_ids: Mapping[str, UUID]) -> list[dict[str, object]]:
        return [
            {
                "id": each.posting_id,
                "account_id": each.account_id,
                "organization_id": self.target.organization_id,
                "department_id": unit_ids.get(each.path),
                "main": each.main,
                "was_main": each.main is True,
                "since": self.work.now,
                "until": None,
            }
            for each in ready.opening
        ]
