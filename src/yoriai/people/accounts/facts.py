"""What is told about accounts: stopped, given back, taken over from a roster."""

from typing import Literal
from uuid import UUID

from yoriai.people.access.facts import PersonFact
from yoriai.people.orgs.facts import OrganizationFact
from yoriai.platform.facts.fact import Revoked


class AccountSuspended(PersonFact):
    """The account may not be used any more. All of its sessions end, for ever."""

    name = "accounts.suspended"

    def revokes(self) -> Revoked:
        return Revoked(account_id=self.account_id)


class AccountRestored(PersonFact):
    """The account may be used again; its holder signs in anew."""

    name = "accounts.restored"


class RightsChanged(PersonFact):
    """What the holder may do, or until when, is another now. Their sockets knock again, and everything is asked anew."""

    name = "accounts.rights_changed"

    def renews(self) -> bool:
        return True


class AccountsChanged(OrganizationFact):
    """Words, posts or the state of people changed; whoever shows them asks again. No ids: of very many."""

    name = "accounts.changed"
    account_ids: tuple[UUID, ...]


class RosterImported(OrganizationFact):
    """People of the organization came or changed by a roster file; whoever shows them asks again."""

    name = "accounts.imported"
    added: int
    changed: int


Deed = Literal[
    "group_added",
    "group_changed",
    "group_removed",
    "group_rules_decided",
    "correction_asked",
    "correction_settled",
    "password_chosen",
    "people_taken_out",
    "units_taken_out",
    "months_taken_out",
    "room_printed",
    "leader_named",
    "leader_dismissed",
    "department_account_opened",
    "department_account_closed",
    "department_speaker_named",
    "department_speaker_removed",
    "slip_handed_out",
]


class Acted(PersonFact):
    """Somebody did something of which no screen needs to hear: told to their own devices, so that there is no act
    without a line of the journal (D4)."""

    name = "accounts.acted"
    act: Deed
    group_id: UUID | None = None
    person_id: UUID | None = None
    room_id: UUID | None = None
    department_id: UUID | None = None
    """The unit in which somebody is made or dismissed as ITリーダー."""
    taking_id: UUID | None = None
    """Of what goes out with a reason: where the reason stands."""
