"""Roles and what each of them may do: a table of names, nothing else. A feature declares the names it asks for."""

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    """A role of an account in its tenant. Rank and job title give no rights (ORG-16)."""

    OWNER = "owner"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    GUEST = "guest"
    """Granted by accepting the body's text about secrecy, and taken away when that is another (GUEST-2)."""
    AUDITOR = "auditor"
    """監査担当: reads the audit log beside their own work, and manages nothing."""
    SERVED = "served"
    """席のない人: works through the account of a unit alone, and goes before every other role of theirs (ORG-6)."""
    IT_LEADER = "it_leader"
    """ITリーダー: beside the member's role, and only for the people of a unit (ORG-10): `accounts.leaders.scope`."""


OF_GUESTS = frozenset(
    {
        "drafts.keep",
        "files.open",
        "later.keep",
        "mentions.choose",
        "mentions.read",
        "messages.edit",
        "messages.post",
        "messages.read",
        "messages.withdraw",
        "preferences.set",
        "reactions.read",
        "reactions.set",
        "receipts.mark",
        "receipts.read",
        "rooms.belong",
        "rooms.read",
        "second_factor.keep",
        "sessions.end",
        "sessions.read",
        "shelf.arrange",
        "timeline.read",
        "typing.write",
    }
)
"""In their own rooms, and about what is theirs; nothing by which they would learn of more (A12)."""

OF_MEMBERS = frozenset(
    {
        "account_requests.ask",
        "accounts.fill_in",
        "accounts.find",
        "accounts.read",
        "delegated_rooms.open",
        "delegates.keep",
        "department_accounts.find",
        "drafts.keep",
        "faces.set",
        "files.bring",
        "files.open",
        "federation.invite",
        "federation.join",
        "federation.read",
        "following.follow",
        "guests.invite",
        "later.keep",
        "leaders.find",
        "mentions.choose",
        "mentions.read",
        "messages.edit",
        "messages.post",
        "messages.read",
        "messages.withdraw",
        "neighbours.ask",
        "neighbours.find",
        "orgs.find_bodies",
        "pins.arrange",
        "practice.open",
        "preferences.set",
        "presence.set",
        "reactions.read",
        "reactions.set",
        "receipts.mark",
        "receipts.read",
        "rooms.arrange",
        "rooms.belong",
        "rooms.join",
        "rooms.keep_notes",
        "rooms.open",
        "rooms.read",
        "rooms.write_to",
        "second_factor.keep",
        "sessions.end",
        "sessions.read",
        "shelf.arrange",
        "timeline.print",
        "timeline.read",
        "typing.write",
        "watchwords.keep",
    }
)
OF_SERVED = OF_GUESTS - {"rooms.belong"} | {"accounts.read", "files.bring"}
"""Reading and answering where they sit for a unit, the cards of those who ask there, and what is theirs; no room in
their own right, and nothing by which one would come about."""
OF_ADMINISTRATORS = OF_MEMBERS | {
    "account_requests.answer",
    "account_requests.handle",
    "accounts.appoint",
    "accounts.manage",
    "accounts.suspend",
    "audit.export",
    "audit.read",
    "audit_packs.make",
    "department_accounts.manage",
    "federation.manage",
    "guests.manage",
    "inspections.ask",
    "leaders.appoint",
    "orgs.arrange",
    "orgs.settings",
    "roster.import",
    "second_factor.reset",
    "sessions.oversee",
    "slips.issue",
    "slips.issue_anywhere",
    "special_posts.manage",
    "usage.read",
}
OF_IT_LEADERS = OF_MEMBERS | {"account_requests.handle", "slips.issue"}
OF_AUDITORS = OF_MEMBERS | {"audit.export", "audit.read", "audit_packs.make"}
OF_OWNERS = OF_ADMINISTRATORS | {"accounts.appoint_owner", "accounts.suspend_owner", "slips.issue_owner"}

GRANTS: dict[str, frozenset[str]] = {
    Role.GUEST: OF_GUESTS,
    Role.SERVED: OF_SERVED,
    Role.MEMBER: OF_MEMBERS,
    Role.IT_LEADER: OF_IT_LEADERS,
    Role.AUDITOR: OF_AUDITORS,
    Role.ADMINISTRATOR: OF_ADMINISTRATORS,
    Role.OWNER: OF_OWNERS,
}

NOTHING = frozenset[str]()


def granted(roles: Iterable[str]) -> frozenset[str]:
    """Everything that these roles together allow. An unknown role allows nothing, and whoever has no seat nothing else."""
    roles = set(roles)
    if Role.SERVED in roles:
        return OF_SERVED
    return NOTHING.union(*(GRANTS.get(role, NOTHING) for role in roles))
