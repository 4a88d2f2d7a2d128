"""What is told on an organization's stream, and that its body's settings and modules have changed."""

from uuid import UUID

from yoriai.platform.facts.fact import Fact


class OrganizationFact(Fact):
    """Told to everybody who belongs to the organization."""

    organization_id: UUID

    def stream(self) -> str:
        return organization_stream(self.organization_id)


class SettingsChanged(OrganizationFact):
    """The body has chosen anew; whoever shows or follows this setting reads it again."""

    name = "orgs.settings_changed"
    setting: str
    renewing: bool = False
    """Whether people may do other things from now on."""

    def renews(self) -> bool:
        return self.renewing


class ModulesChanged(OrganizationFact):
    """The modules that the body lives without, from now on. Every socket knocks again and is offered what is left."""

    name = "orgs.modules_changed"
    switched_off: list[str]

    def renews(self) -> bool:
        return True


class OrganizationArranged(OrganizationFact):
    """A unit was added, renamed, moved or closed, or the organization itself renamed; whoever shows them asks again."""

    name = "orgs.arranged"
    department_id: UUID | None
    shown: bool
    """Whether words that stand beside people's names are others now."""


def organization_stream(organization_id: UUID) -> str:
    """The name of an organization's stream."""
    return f"organization/{organization_id}"
