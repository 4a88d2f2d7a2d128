"""Closing a unit: whoever serves in it goes to its successor in the same act, or it is not closed."""

from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.history import Act
from yoriai.people.accounts.managing import posts, tell
from yoriai.people.accounts.managing.change import note_moves
from yoriai.people.accounts.managing.posts import Held, Post
from yoriai.people.accounts.models import Posting
from yoriai.people.orgs.models import Department
from yoriai.people.orgs.tree import arrange, find
from yoriai.platform.work.work import Work


class UnitHasPeople(Refused):
    """Somebody serves in the unit, and nobody has said where they go."""

    code = "accounts.unit_has_people"


class SuccessorWrong(Refused):
    """The successor is the unit itself or one below it."""

    code = "accounts.successor_wrong"


async def close(work: Work, actor: Actor, unit_id: UUID, successor_id: UUID | None) -> None:
    """Close a unit. Closing it again changes nothing and tells nobody."""
    unit = await find.held(work, actor, unit_id)
    if not unit.is_open:
        return
    successor = await find.open_parent(work, unit.organization_id, successor_id)
    if successor is not None and f"{successor.path} ".startswith(f"{unit.path} "):
        raise SuccessorWrong
    # Whoever is just being moved here is waited for, and counted.
    await work.session.execute(select(Department.id).where(Department.id == unit.id).with_for_update())
    serving = select(Posting.account_id).where(Posting.department_id == unit.id, Posting.until.is_(None))
    people = set(await work.session.scalars(serving))
    if people and successor is None:
        raise UnitHasPeople(count=len(people))
    if successor is not None and people:
        held = await posts.held_by(work, people)
        wanted = {account_id: _instead(held[account_id], unit, successor) for account_id in people}
        words = await posts.named(work, actor, {post for each in wanted.values() for post in each})
        moved = await posts.settle(work, wanted, words)
        await note_moves(work, Act(actor.tenant_id, actor.account_id), moved)
        tell.moved(work, actor, moved)
    await arrange.close(work, actor, unit, successor)


def _instead(held: list[Held], unit: Department, successor: Department) -> list[Post]:
    """The same posts with the successor for the unit; who serves there already holds one post, not two."""
    kept = [each.post for each in held if each.unit_id not in (unit.id, successor.id)]
    main = any(each.main for each in held if each.unit_id in (unit.id, successor.id))
    return [Post(successor.organization_id, successor.id, main=main), *kept]
