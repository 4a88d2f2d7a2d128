"""Whose name stands at a message, by who reads it (ORG-6).

What is said in the name of a unit has two names to the colleagues of whoever wrote it. To guests and to other bodies it
is the unit that speaks, and it alone. The journal and the log keep both.
"""

from dataclasses import dataclass
from typing import Final, Self
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.orm import aliased

from yoriai.people.access.actor import is_of_staff
from yoriai.people.accounts.models import Account
from yoriai.platform.db.statement import as_id, as_id_or_none
from yoriai.talk.messages.models import Message

UNIT: Final = aliased(Account, name="spoken_for")
"""The account in whose name a message is said; join it from outside by `IS_UNIT`."""
IS_UNIT: Final = UNIT.id == Message.on_behalf_of
COLUMNS: Final = (Message.author_id, Message.on_behalf_of, UNIT.tenant_id, Message.withdrawn_by)
"""What a `SaidBy` is made of, in its order."""
IN_ONE_LINE: Final = func.coalesce(Message.on_behalf_of, Message.author_id)
"""Whose name stands where there is one line for a message: where a unit speaks, it is the unit's for everybody."""
NAMED: Final = "m.author_id, m.on_behalf_of, (SELECT u.tenant_id FROM accounts u WHERE u.id = m.on_behalf_of), m.withdrawn_by"
"""The same as words, over a message `m`."""


@dataclass(frozen=True, slots=True)
class SaidBy:
    """Who said a message, in whose name, and who took it back."""

    author_id: UUID
    on_behalf_of: UUID | None
    of_body: UUID | None
    """The body of the unit in whose name it is said."""
    withdrawn_by: UUID | None

    @classmethod
    def of(cls, author: object, for_whom: object, of_body: object, gone_by: object) -> Self:
        """From plain values."""
        return cls(as_id(author), as_id_or_none(for_whom), as_id_or_none(of_body), as_id_or_none(gone_by))

    def to(self, klass: str) -> "SaidBy":
        """As readers of this redaction class are told."""
        unit = self.on_behalf_of
        if unit is None or (self.of_body and is_of_staff(klass, self.of_body)):
            return self
        gone_by = unit if self.withdrawn_by == self.author_id else self.withdrawn_by
        return SaidBy(unit, None, None, gone_by)
