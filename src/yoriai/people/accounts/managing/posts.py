"""Posts: where people serve. What becomes another post is a new one from now on; the old one is closed, not lost."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, insert, select, update

from yoriai.kit.errors import NotFound, Wrong
from yoriai.kit.ids import uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Posting
from yoriai.people.orgs.models import Department, Organization
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work

MOST_POSTS = 20


@dataclass(frozen=True, slots=True)
class Post:
    """Serving in an organization, and in a unit of it if in any; one of somebody's posts is the main one."""

    organization_id: UUID
    unit_id: UUID | None
    main: bool


class Held(NamedTuple):
    """A post that somebody holds now, with the words for it."""

    account_id: UUID
    posting_id: UUID
    organization_id: UUID
    organization: str
    unit_id: UUID | None
    path: str | None
    main: bool | None

    @property
    def post(self) -> Post:
        return Post(self.organization_id, self.unit_id, main=bool(self.main))


@dataclass(frozen=True, slots=True)
class Moved:
    """What somebody's posts were and are, as a line of the history says it, and whether their organizations differ."""

    account_id: UUID
    before: Sequence[str]
    after: Sequence[str]
    organizations: frozenset[UUID]
    """All that are concerned: those of before and those of now."""
    reaches_differently: bool


async def held_by(work: Work, account_ids: Collection[UUID]) -> dict[UUID, list[Held]]:
    """The open posts of these people, the main one first."""
    rows = await work.session.execute(
        select(
            Posting.account_id,
            Posting.id,
            Posting.organization_id,
            Organization.name,
            Posting.department_id,
            Department.path,
            Posting.main,
        )
        .join(Organization, Organization.id == Posting.organization_id)
        .outerjoin(Department, Department.id == Posting.department_id)
        .where(among(Posting.account_id, account_ids), Posting.until.is_(None))
        .order_by(Organization.display_order, Department.display_order, Posting.id)
    )
    found: dict[UUID, list[Held]] = {account_id: [] for account_id in account_ids}
    for row in rows:
        held = Held(*row)
        found[held.account_id].append(held)
    return {account_id: sorted(each, key=lambda one: not one.main) for account_id, each in found.items()}


async def named(work: Work, actor: Actor, posts: Collection[Post]) -> dict[Post, str]:
    """The words for these posts. Refuses what is no open unit of an organization of the actor's body."""
    halls = await work.session.execute(
        select(Organization.id, Organization.name).where(
            Organization.tenant_id == actor.tenant_id,
            Organization.id.in_({post.organization_id for post in posts}),
        )
    )
    names = dict(halls.all())
    units = await work.session.execute(
        select(Department.id, Department.organization_id, Department.path).where(
            Department.id.in_({post.unit_id for post in posts if post.unit_id}), Department.is_open.is_(True)
        )
    )
    paths: dict[tuple[UUID | None, UUID], str] = {(unit_id, hall): path for unit_id, hall, path in units}
    for post in posts:
        if post.organization_id not in names:
            raise NotFound
        if post.unit_id is not None and (post.unit_id, post.organization_id) not in paths:
            raise NotFound
    return {
        post: _words(names[post.organization_id], paths.get((post.unit_id, post.organization_id)), post.main)
        for post in posts
        if post.unit_id is None or (post.unit_id, post.organization_id) in paths
    }


def wellformed(posts: Sequence[Post]) -> Sequence[Post]:
    """One main post, no place twice."""
    if not posts or len(posts) > MOST_POSTS:
        raise Wrong(field="posts", reason="count", most=MOST_POSTS)
    if sum(post.main for post in posts) != 1:
        raise Wrong(field="posts", reason="one_main")
    if len({(post.organization_id, post.unit_id) for post in posts}) != len(posts):
        raise Wrong(field="posts", reason="twice")
    return posts


async def settle(
    work: Work, wanted: Mapping[UUID, Collection[Post]], words: Mapping[Post, str]
) -> list[Moved]:
    """Let these people hold exactly these posts; whoever does already is left alone and not in the answer."""
    await _keep_open(work, {post.unit_id for posts in wanted.values() for post in posts if post.unit_id})
    held = await held_by(work, wanted)
    moved: list[Moved] = []
    closing: list[dict[str, object]] = []
    opening: list[dict[str, object]] = []
    for account_id, posts in wanted.items():
        now = held[account_id]
        there = {each.post for each in now}
        if there == set(posts):
            continue
        closing.extend({"which": each.posting_id} for each in now if each.post not in posts)
        opening.extend(_row(work, account_id, post) for post in posts if post not in there)
        moved.append(_moved(account_id, now, posts, words))
    connection = await work.session.connection()
    await work.session.flush()
    if closing:
        shut = update(Posting).where(Posting.id == bindparam("which")).values(until=work.now, main=None)
        await connection.execute(shut, closing)
    if opening:
        await connection.execute(insert(Posting), opening)
    return moved


async def _keep_open(work: Work, unit_ids: Collection[UUID]) -> None:
    """Until the work ends nobody closes these units; one that was closed meanwhile is none to serve in."""
    if not unit_ids:
        return
    units = select(Department.id).where(among(Department.id, unit_ids), Department.is_open.is_(True))
    found = await work.session.scalars(units.order_by(Department.id).with_for_update(read=True))
    if len(found.all()) < len(unit_ids):
        raise NotFound


def _moved(
    account_id: UUID, now: Sequence[Held], posts: Collection[Post], words: Mapping[Post, str]
) -> Moved:
    were, are = {each.organization_id for each in now}, {post.organization_id for post in posts}
    return Moved(
        account_id,
        [_words(each.organization, each.path, bool(each.main)) for each in now],
        [words[post] for post in sorted(posts, key=lambda post: not post.main)],
        organizations=frozenset(were | are),
        reaches_differently=were != are,
    )


def _row(work: Work, account_id: UUID, post: Post) -> dict[str, object]:
    return {
        "id": uuid7(work.now),
        "account_id": account_id,
        "organization_id": post.organization_id,
        "department_id": post.unit_id,
        "main": True if post.main else None,
        "since": work.now,
        "until": None,
    }


def _words(organization: str, path: str | None, main: bool) -> str:
    return f"{path or organization}（{'本務' if main else '兼務'}）"
