"""Answering: the ITリーダー passes on, an administrator carries out, either turns down. Nobody answers what is their own."""

from uuid import UUID

from yoriai.kit.errors import Forbidden, Refused
from yoriai.kit.ids import SendKey
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.managing import change, find, posts
from yoriai.people.accounts.managing.change import Wish as PersonWish
from yoriai.people.accounts.managing.posts import Post
from yoriai.people.accounts.managing.words import words_of
from yoriai.people.accounts.requests import door
from yoriai.people.accounts.requests.asking import Answered
from yoriai.people.accounts.requests.facts import (
    AccountRequestAccepted,
    AccountRequestAsked,
    AccountRequestDeclined,
)
from yoriai.people.accounts.requests.models import AccountRequest, Kind, State
from yoriai.people.accounts.requests.policy import (
    LAPSES_AFTER,
    MOST_WORDS,
    is_open,
    may_accept,
    may_decline,
    may_pass_on,
)
from yoriai.people.accounts.requests.telling import tell
from yoriai.people.accounts.requests.wanting import changed, wanted_in, words_for
from yoriai.people.orgs.settings import held_tenant
from yoriai.people.orgs.tree import find as units
from yoriai.platform.work.work import Work


class ServesElsewhere(Refused):
    """Whom it is about was moved since: the unit that asked has no say about them any more (N19)."""

    code = "account_requests.serves_elsewhere"


async def pass_on(work: Work, actor: Actor, asking_id: UUID) -> None:
    """The ITリーダー of the unit asks the administrators. Twice is the same as once."""
    await held_tenant(work, actor.tenant_id)
    request, who = await door.hold(work, actor, asking_id)
    if not who.leads:
        raise Forbidden
    if request.state == State.ASKED and request.leader_id == actor.account_id:
        return
    if not may_pass_on(door.said_of(request, work.now), who):
        raise Answered
    request.state, request.leader_id, request.passed_at = State.ASKED, actor.account_id, work.now
    request.lapses_at = work.now + LAPSES_AFTER
    await tell(work, request, AccountRequestAsked, by=actor.account_id)


async def accept(work: Work, actor: Actor, asking_id: UUID) -> UUID:
    """Carry it out, the way a form of administrators does; whose account it is. Somebody new gets a first password
    afterwards, as always. Twice is the same as once."""
    await held_tenant(work, actor.tenant_id)
    request, who = await door.hold(work, actor, asking_id)
    if request.state == State.ACCEPTED and request.account_id is not None:
        return request.account_id
    said = door.said_of(request, work.now)
    if said.state != "asked":
        raise Answered
    if not may_accept(said, who):
        raise Forbidden
    account_id = await _carry_out(work, actor, request)
    request.state, request.account_id = State.ACCEPTED, account_id
    request.answerer_id, request.answered_at = actor.account_id, work.now
    await tell(work, request, AccountRequestAccepted, by=actor.account_id)
    return account_id


async def decline(work: Work, actor: Actor, asking_id: UUID, reason: str) -> None:
    """Turn it down, with a line that whoever asked will read."""
    words = clean_line(reason, field="reason", most=MOST_WORDS)
    request, who = await door.hold(work, actor, asking_id)
    if request.state == State.DECLINED and request.answerer_id == actor.account_id:
        return
    said = door.said_of(request, work.now)
    if not is_open(said):
        raise Answered
    if not may_decline(said, who):
        raise Forbidden
    request.state, request.answer = State.DECLINED, words
    request.answerer_id, request.answered_at = actor.account_id, work.now
    await tell(work, request, AccountRequestDeclined, by=actor.account_id)


async def _carry_out(work: Work, actor: Actor, request: AccountRequest) -> UUID:
    if request.kind == Kind.NEW or request.account_id is None:
        unit = await units.held_open(work, actor, request.department_id)
        post = Post(unit.organization_id, unit.id, main=True)
        wish = PersonWish(words_for(request), [post])
        # A key of the server's: two askers can choose the same one, and their requests are not one person's.
        return await change.add(work, actor, wish, SendKey(request.id.hex[-26:]))
    # Held first: where they serve, and what they are called, would be others by the time they are changed.
    account = await find.held(work, actor, request.account_id)
    if not await door.serves_in(work, account.id, request.department_id):
        raise ServesElsewhere
    held = await posts.held_by(work, [account.id])
    wish = PersonWish(
        changed(words_of(account), wanted_in(request)), [each.post for each in held[account.id]]
    )
    last = await find.last_change(work, account.id)
    await change.change(work, actor, account.id, wish, last=last)
    return account.id
