"""Coming in by an invitation: looking at it consumes nothing, accepting it does, once (N30).

Whatever is wrong with a code, used, taken back, run out, of another body or never drawn, the answer is the same after the
same one question.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Row, Select, or_, select, update
from sqlalchemy.orm import aliased

from yoriai.kit.days import day_in_japan
from yoriai.kit.ids import one_time_secret, uuid7
from yoriai.kit.text import as_code
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.cards import Person, people_of
from yoriai.people.accounts.history import Act, Noted, note
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus, ChangeKind, EmploymentType
from yoriai.people.accounts.names import folded, kana_order
from yoriai.people.accounts.service import become
from yoriai.people.orgs import settings
from yoriai.people.orgs.models import Tenant
from yoriai.people.sessions.service import keep_password
from yoriai.platform.work.work import Work
from yoriai.talk.guests.admission import let_in
from yoriai.talk.guests.consent import keep_words
from yoriai.talk.guests.invite import mac
from yoriai.talk.guests.models import Guest, GuestInvitation
from yoriai.talk.guests.policy import NotValid, OtherWords
from yoriai.talk.guests.settings import GuestRules
from yoriai.talk.rooms.admission import PLAINLY
from yoriai.talk.rooms.labels import Labels
from yoriai.talk.rooms.models import Room


@dataclass(frozen=True, slots=True)
class Ticket:
    """What somebody brings along: of which body, with which code; and what codes are hashed with."""

    tenant: str
    code: str
    key: bytes

    @property
    def body(self) -> str:
        """The code of the body, in half width. What cannot be one is nobody's, and asked for all the same."""
        code = as_code(self.tenant).lower()
        return code if code.isprintable() else ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody sees before they accept."""

    tenant_id: UUID
    body: str
    contact: str
    room: str
    inviter: Person
    name: str
    firm: str
    email: str
    ends_on: date
    rules: GuestRules


Waiting = tuple[GuestInvitation, Tenant, str, int | None]


async def look(work: Work, ticket: Ticket) -> Shown:
    """What an invitation says. It can be looked at as often as somebody, or a machine of their mail, likes."""
    invitation, body, room = _opened((await work.session.execute(_waiting(work, ticket))).one_or_none())
    people = await people_of(work.session, {invitation.made_by}, "guest")
    return Shown(
        tenant_id=body.id,
        body=body.name,
        contact=body.contact,
        room=room,
        inviter=people[invitation.made_by],
        name=f"{invitation.family} {invitation.given}".rstrip(),
        firm=invitation.firm,
        email=invitation.email,
        ends_on=invitation.ends_on,
        rules=settings.read(body.policies, GuestRules),
    )


async def accept(work: Work, ticket: Ticket, *, digest: str, password: str) -> UUID:
    """Use the invitation up: its holder has an account with this password, kept as it is hashed, and is in the room.

    The body is held before what is its: two codes of one person open one after the other, and what is promised is what
    the body asks for now.
    """
    await work.session.execute(
        select(Tenant).where(Tenant.code == ticket.body).with_for_update(key_share=True)
    )
    waiting = _waiting(work, ticket).with_for_update(of=GuestInvitation)
    invitation, body, _ = _opened((await work.session.execute(waiting)).one_or_none())
    rules = settings.read(body.policies, GuestRules)
    if digest != rules.digest:
        raise OtherWords
    invitation.accepted_at = work.now
    account_id = await _account(work, invitation)
    await keep_password(work, body.id, account_id, password)
    await keep_words(work, account_id, rules)
    await let_in(work, invitation.room_id, [account_id], by=invitation.made_by)
    await _forget_others(work, invitation)
    return account_id


def _opened(found: Row[*Waiting] | None) -> tuple[GuestInvitation, Tenant, str]:
    """What was found, if its body has guests at all now and the room's label lets them in."""
    if found is None:
        raise NotValid
    invitation, body, room, level = found
    label = settings.read(body.policies, Labels).at(level)
    if not settings.read(body.policies, GuestRules).allowed or not label.level.guests:
        raise NotValid
    return invitation, body, room


async def _forget_others(work: Work, invitation: GuestInvitation) -> None:
    """A guest of the house needs no code any more: with another one whoever holds it would choose the password anew, of
    an account that is in rooms which are none of theirs."""
    others = update(GuestInvitation).where(
        GuestInvitation.tenant_id == invitation.tenant_id,
        GuestInvitation.email == invitation.email,
        GuestInvitation.accepted_at.is_(None),
        GuestInvitation.revoked_at.is_(None),
    )
    await work.session.flush()
    await work.session.execute(others.values(revoked_at=work.now), execution_options=PLAINLY)


def _waiting(work: Work, ticket: Ticket) -> Select[*Waiting]:
    """The invitation of this body that opens with this code today, if whoever drew it and its sponsor still stand for
    it."""
    sponsor, drawer, today = aliased(Account), aliased(Account), day_in_japan(work.now)
    return (
        select(GuestInvitation, Tenant, Room.name, Room.label)
        .join(Tenant, Tenant.id == GuestInvitation.tenant_id)
        .join(Room, Room.id == GuestInvitation.room_id)
        .join(sponsor, sponsor.id == GuestInvitation.sponsor_id)
        .join(drawer, drawer.id == GuestInvitation.made_by)
        .where(
            GuestInvitation.code_mac == mac(ticket.key, ticket.code),
            Tenant.code == ticket.body,
            GuestInvitation.accepted_at.is_(None),
            GuestInvitation.revoked_at.is_(None),
            GuestInvitation.expires_at > work.now,
            GuestInvitation.ends_on >= today,
            Room.archived_at.is_(None),
            *(each.status == AccountStatus.ACTIVE for each in (sponsor, drawer)),
            *(or_(each.ends_on.is_(None), each.ends_on >= today) for each in (sponsor, drawer)),
        )
    )


async def _account(work: Work, invitation: GuestInvitation) -> UUID:
    """The account of whoever is invited: a new one, or the one that they had here before their time was over. An account
    that is somebody's now is opened by its own password alone."""
    before = await work.session.scalar(
        select(Account)
        .where(Account.tenant_id == invitation.tenant_id, Account.email == invitation.email)
        .with_for_update(key_share=True)
    )
    if before is None:
        return await _new(work, invitation)
    guest = await work.session.get(Guest, before.id)
    if guest is None or guest.ended_at is None:
        raise NotValid
    before.firm, before.ends_on = invitation.firm, invitation.ends_on
    await become(work, Act(invitation.tenant_id, before.id), [before], AccountStatus.ACTIVE)
    guest.sponsor_id = invitation.sponsor_id
    guest.ended_at = guest.frozen_at = guest.warned = None
    return before.id


async def _new(work: Work, invitation: GuestInvitation) -> UUID:
    account = _account_of(work, invitation)
    account_id = account.id
    work.session.add(account)
    await work.session.flush()
    work.session.add(
        Guest(
            account_id=account_id,
            tenant_id=invitation.tenant_id,
            sponsor_id=invitation.sponsor_id,
            since=work.now,
        )
    )
    await work.session.flush()
    name = f"{account.family} {account.given}".rstrip()
    words = {"login_id": account.login_id, "name": name, "firm": invitation.firm}
    created = Noted(account_id, ChangeKind.CREATED, {}, dict(words))
    await note(work, Act(invitation.tenant_id, invitation.made_by), created)
    return account_id


def _account_of(work: Work, invitation: GuestInvitation) -> Account:
    family, given, kana = invitation.family, invitation.given, invitation.kana
    return Account(
        id=uuid7(work.now),
        tenant_id=invitation.tenant_id,
        kind=AccountKind.GUEST,
        login_id=f"G-{one_time_secret(bits=45).upper()}",
        family=family,
        given=given,
        kana=kana,
        kana_order=kana_order(kana or family + given),
        folded=folded(family, given, kana, invitation.firm),
        email=invitation.email,
        employment_type=EmploymentType.OTHER,
        job_title="",
        extension="",
        status=AccountStatus.ACTIVE,
        ends_on=invitation.ends_on,
        roles=[Role.GUEST],
        firm=invitation.firm,
        # A guest's first day is the page of the invitation.
        welcomed_at=work.now,
        created_at=work.now,
    )
