"""Whether a file may hang at a message of this room, by the rules about files (FILE-5, FILE-6).

Asked anew where it is attached, for the rules may have become stricter since it came, and the room may be another
body's. By then its side and its client are those with which it came in, and its sort is that of its content.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast
from uuid import UUID

from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.people.files.taking.policy import Role, Rule, Ruling, Sort, ruling, stricter
from yoriai.people.files.taking.refusals import refusal
from yoriai.people.files.taking.settings import FileRules, role_of, rules_of
from yoriai.platform.db.statement import Rows, as_id, as_json, statement
from yoriai.talk.messages.brought import Asked
from yoriai.talk.rooms.standing import Standing

OWNERS: Final = statement(
    "SELECT r.id, r.owner_tenant FROM {asked} JOIN rooms r ON r.id = asked.id", asked={"id": "uuid"}
)
SAYS: Final = statement(
    "SELECT t.id, t.policies FROM {asked} JOIN tenants t ON t.id = asked.id", asked={"id": "uuid"}
)


@dataclass(frozen=True, slots=True)
class Came:
    """How a file has come in, and what it is."""

    name: str
    zone: str
    client: str
    sort: str
    """Of what came in; empty until somebody has looked. What was built of it says nothing: a ZIP that hangs behind an
    image is gone there, and goes on to LGWAN in the original."""

    @property
    def known_sort(self) -> str:
        """What it is, as far as that is known: what nobody has looked at is no image."""
        return self.sort or Sort.OTHER


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rules of all bodies that these messages are about."""

    says: Mapping[UUID, FileRules]
    owners: Mapping[UUID, UUID]

    def refusal(self, author: Actor, here: Standing, came: Came) -> Refused | None:
        """Why this author cannot attach it there."""
        found = self._ruling(author, here, came)
        return None if found.lets_in(came.known_sort) else refusal(found, came.name)

    def _ruling(self, author: Actor, here: Standing, came: Came) -> Ruling:
        own = self.says[author.tenant_id]
        found = ruling(own, zone=came.zone, client=came.client, role=role_of(author))
        owner = self.owners.get(here.room_id, author.tenant_id)
        if owner == author.tenant_id:
            return found
        theirs = ruling(self.says[owner], zone=came.zone, client=came.client, role=Role.OTHER)
        return stricter(found, Ruling(theirs.takes, Rule.HOST))


def rulings_of(rows: Rows, asked: Sequence[Asked]) -> Rulings:
    """Two questions, however many messages there are."""
    rooms = sorted({room_id for _, room_id, _ in asked})
    owners = {
        as_id(room): as_id(owner) for room, owner in rows.all(OWNERS, asked=[(each,) for each in rooms])
    }
    bodies = sorted({author.tenant_id for author, *_ in asked} | set(owners.values()))
    found = rows.all(SAYS, asked=[(each,) for each in bodies])
    says = {
        as_id(body): rules_of(cast("Mapping[str, object]", as_json(policies) or {}))
        for body, policies in found
    }
    return Rulings(says, owners)
