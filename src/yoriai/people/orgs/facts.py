"""What all facts about an organization have in common: they are told on the organization's stream."""

from uuid import UUID

from yoriai.platform.facts.fact import Fact


class OrganizationFact(Fact):
    """Told to everybody who belongs to the organization."""

    organization_id: UUID

    def stream(self) -> str:
        return organization_stream(self.organization_id)


def organization_stream(organization_id: UUID) -> str:
    """The name of an organization's stream."""
    return f"organization/{organization_id}"
