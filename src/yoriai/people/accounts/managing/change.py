"""Changing a person: their words and their posts, in one act; refused when somebody else was faster."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import NotFound, Refused
from yoriai.kit.ids import SendKey, uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.history import Act, Noted, note, note_many
from yoriai.people.accounts.managing import find, posts, tell
from yoriai.people.accounts.managing.posts import Moved, Post
from yoriai.people.accounts.managing.regroup import check_own_place
from yoriai.people.accounts.managing.words import Words, cleaned, columns, words_of
from yoriai.people.accounts.models import (
    Account,
    AccountChange,
    AccountGroup,
    AccountKind,
    AccountStatus,
    ChangeKind,
)
from yoriai.people.accounts.profile import values
from yoriai.people.accounts.profile.fields import held_fields
from yoriai.people.accounts.service import AccountGone, keep_an_owner, set_group, set_last_day
from yoriai.people.orgs.settings import held_tenant
from yoriai.platform.work.work import Work


class NumberTaken(Refused):
    """Another account of the body has this employee number."""

    code = "accounts.number_taken"


class EmailTaken(Refused):
    """Another account of the body has this mail address."""

    code = "accounts.email_taken"


@dataclass(frozen=True, slots=True)
class Wish:
    """A person as somebody wishes them to be."""

    words: Words
    posts: Sequence[Post]


async def change(work: Work, actor: Actor, account_id: UUID, wish: Wish, *, last: UUID | None) -> None:
    """Let somebody be called and serve so. The same again changes nothing and tells nobody."""
    wanted = await _known(work, actor, cleaned(wish.words))
    if wanted.ends_on is not None:
        await held_tenant(work, actor.tenant_id)
    account = await find.held(work, actor, account_id)
    if account.status == AccountStatus.REMOVED:
        raise AccountGone
    before, after = wanted.differing(words_of(account))
    held = await posts.held_by(work, [account.id])
    words = await posts.named(work, actor, posts.wellformed(wish.posts))
    if not after and {each.post for each in held[account.id]} == set(wish.posts):
        return
    await find.unless_changed(work, account.id, last)
    await _free(work, actor, wanted, besides=account.id)
    if wanted.ends_on not in (None, account.ends_on):
        await keep_an_owner(work, account)
    set_last_day(work, account, wanted.ends_on, by=actor.account_id)
    await check_own_place(work, actor, account, wanted.group_id)
    await set_group(work, account, wanted.group_id, by=actor.account_id)
    policies = await values.policies_of(work, actor.tenant_id)
    for column, value in columns(wanted, policies[wanted.group_id]).items():
        setattr(account, column, value)
    moved = await posts.settle(work, {account.id: wish.posts}, words)
    act = Act(actor.tenant_id, actor.account_id)
    if after:
        await note(work, act, Noted(account.id, ChangeKind.CHANGED, before, after))
    await note_moves(work, act, moved)
    organizations = {each.organization_id for each in held[account.id]}
    tell.changed(work, actor, organizations | {post.organization_id for post in wish.posts}, [account.id])
    tell.renewed(work, actor, moved)


async def signs_in_otherwise(work: Work, actor: Actor, account_id: UUID, wish: Wish) -> bool:
    """Whether somebody of the actor's body would sign in by another number or mail address."""
    asked = select(Account.login_id, Account.email)
    mine = asked.where(Account.id == account_id, Account.tenant_id == actor.tenant_id)
    now = (await work.session.execute(mine)).first()
    words = cleaned(wish.words)
    return now is not None and tuple(now) != (words.login_id, words.email)


async def add(work: Work, actor: Actor, wish: Wish, key: SendKey) -> UUID:
    """Add a person; they get a first password afterwards. The same request again gives the same person (BASE-4)."""
    words = await _known(work, actor, cleaned(wish.words))
    # One administrator's requests pass one by one, so that a doubled click cannot add two people.
    await work.session.execute(select(Account.id).where(Account.id == actor.account_id).with_for_update())
    known = await work.session.scalar(
        select(AccountChange.account_id).where(
            AccountChange.by == actor.account_id, AccountChange.request_key == key
        )
    )
    if known is not None:
        return known
    await _free(work, actor, words, besides=None)
    said = await posts.named(work, actor, posts.wellformed(wish.posts))
    policies = await values.policies_of(work, actor.tenant_id)
    account = Account(
        id=uuid7(work.now),
        tenant_id=actor.tenant_id,
        kind=AccountKind.MEMBER,
        status=AccountStatus.ACTIVE,
        roles=[Role.MEMBER],
        created_at=work.now,
        **columns(words, policies[words.group_id]),
    )
    work.session.add(account)
    await work.session.flush()
    moved = await posts.settle(work, {account.id: wish.posts}, said)
    after = {field: value for field, value in words.said().items() if value} | {"posts": moved[0].after}
    act = Act(actor.tenant_id, actor.account_id, request_key=key)
    await note(work, act, Noted(account.id, ChangeKind.CREATED, {}, after))
    tell.changed(work, actor, moved[0].organizations, [account.id])
    return account.id


async def note_moves(work: Work, act: Act, moved: Sequence[Moved]) -> None:
    """One line for each whose posts changed."""
    lines = [
        Noted(each.account_id, ChangeKind.MOVED, {"posts": list(each.before)}, {"posts": list(each.after)})
        for each in moved
    ]
    await note_many(work, act, lines)


async def _known(work: Work, actor: Actor, words: Words) -> Words:
    """The same with what stands in the body's own fields as it is kept. Who fills in none asks for none."""
    if not words.profile:
        return words
    fields = await held_fields(work, actor.tenant_id)
    return replace(words, profile=values.taken(fields, words.profile))


async def _free(work: Work, actor: Actor, words: Words, *, besides: UUID | None) -> None:
    """Number and mail address must be nobody else's, and the group one of this body."""
    others = select(Account.family, Account.given).where(Account.tenant_id == actor.tenant_id)
    if besides is not None:
        others = others.where(Account.id != besides)
    number = (await work.session.execute(others.where(Account.login_id == words.login_id))).first()
    if number is not None:
        raise NumberTaken(value=words.login_id, other=" ".join(number))
    email = words.email and (await work.session.execute(others.where(Account.email == words.email))).first()
    if email:
        raise EmailTaken(value=words.email, other=" ".join(email))
    if words.group_id is not None:
        group = select(AccountGroup.id).where(
            AccountGroup.id == words.group_id, AccountGroup.tenant_id == actor.tenant_id
        )
        if await work.session.scalar(group) is None:
            raise NotFound
