"""What a body decides about other bodies: whether it takes part at all, and which kinds it lets into its rooms."""

from collections.abc import Sequence
from typing import ClassVar, Final

from pydantic import Field
from sqlalchemy import ColumnElement

from yoriai.people.orgs.models import Tenant, TenantKind
from yoriai.people.orgs.settings import Setting


class FederationRules(Setting):
    """広域連携 of a body. Whoever takes no part is found by no other body, and finds none."""

    name: ClassVar[str] = "federation"

    open: bool = False
    """Whether other bodies find this one and may invite it, and it them."""
    people: bool = False
    """Whether its staff may let themselves be found by people of other bodies, and find them (FED-3)."""
    barred: Sequence[TenantKind] = Field(default=(), max_length=len(TenantKind))
    """Bodies of these kinds come into no room of this one (FED-2)."""

    @property
    def shows_people(self) -> bool:
        """Whoever takes no part shows nobody, whatever was chosen before."""
        return self.open and self.people


TAKES_PART: Final[ColumnElement[bool]] = Tenant.policies[FederationRules.name]["open"].as_boolean().is_(True)
"""What must hold of a `Tenant` so that other bodies find it."""
