"""An actor: somebody signed in, with everything that was true of them when their session was read."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from yoriai.kit.errors import Forbidden, NotFound, Refused, ZoneForbids
from yoriai.people.access.facts import person_stream

GUEST: Final = "guest"


def staff_of(tenant_id: UUID) -> str:
    """The redaction class of the staff of a body: of its own people they are shown more than of others'."""
    return f"staff/{tenant_id}"


def is_of_staff(klass: str, tenant_id: UUID) -> bool:
    """Whether this is the class of the staff of this body, on whichever side they hear."""
    return klass.partition("@")[0] == staff_of(tenant_id)


def is_of_guests(klass: str) -> bool:
    """Whether this is the class of guests, on whichever side they hear."""
    return klass.partition("@")[0] == GUEST


class SeatNeeded(Forbidden):
    """Whoever has no seat answers for their unit, and does nothing else (ORG-6)."""

    code = "accounts.seat_needed"


@dataclass(frozen=True, slots=True)
class Actor:
    """Plain data, read anew for every request and every socket; never kept longer than that."""

    account_id: UUID
    tenant_id: UUID
    organization_ids: frozenset[UUID]
    session_id: UUID
    expires_at: datetime
    """When the session ends by itself, however busy it is."""
    zone: str
    """The zone of the listening socket, which is also the zone in which the session was made."""
    address: str
    kind: str
    """member, guest, bot or department."""
    capabilities: frozenset[str]
    switched_off: frozenset[str]
    """The features that this actor's tenant lives without (BASE-7)."""
    client: str = ""
    """With which kind of client they work, as their browser has said it when they signed in: desktop or phone."""
    home: str = "lgwan"
    """On which side the desks of the office are, by the network model."""
    withheld: frozenset[str] = frozenset()
    """What their roles would allow, but not on this side."""
    idle: timedelta | None = None
    """After how long without use their body ends a session; None: as the installation says."""

    @property
    def redaction_class(self) -> str:
        """Whoever is of one class is shown the same words; they are made once for all of them."""
        return GUEST if self.is_outsider else staff_of(self.tenant_id)

    @property
    def is_outsider(self) -> bool:
        """A guest: what they may not do is to them as if it did not exist (A12)."""
        return self.kind == GUEST

    @property
    def belongs(self) -> bool:
        """Whether they may be in rooms in their own right, and not for a unit alone."""
        return self.may("rooms.belong")

    @property
    def is_served(self) -> bool:
        """席のない人: they work through the account of a unit alone."""
        return bool(self.capabilities) and not self.belongs

    @property
    def is_at_home(self) -> bool:
        """Whether they stand on the side of the office's own desks; what is on LGWAN is always inside."""
        return self.zone in ("lgwan", self.home)

    @property
    def own_stream(self) -> str:
        """Where this person is told what concerns them alone."""
        return person_stream(self.account_id)

    def refusal_of(self, capability: str) -> Refused:
        """Why this is not theirs to do: on this side, or at all. To a guest there is nothing there (GUEST-1)."""
        if self.is_outsider:
            return NotFound()
        if self.is_served:
            return SeatNeeded(capability=capability)
        refused = ZoneForbids if capability in self.withheld else Forbidden
        return refused(capability=capability)

    def may(self, capability: str) -> bool:
        """Whether a role of theirs includes this operation, whatever its object is."""
        return capability in self.capabilities
