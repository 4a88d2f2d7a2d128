"""What a body has decided about files: who may bring what from where, and where whole files may be saved."""

from collections.abc import Mapping
from typing import ClassVar, Final, cast

from pydantic import BaseModel, ConfigDict

from yoriai.people.access.actor import Actor
from yoriai.people.files.taking.policy import Cells, Role, Ruling, Takes, may_save, ruling
from yoriai.people.orgs import settings
from yoriai.people.orgs.settings import Setting

MAY_BRING: Final = "files.bring"


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ByClient(_Kept):
    """By kind of client."""

    desktop: Takes = Takes.ALL
    phone: Takes = Takes.ALL


NONE = ByClient(desktop=Takes.NOTHING, phone=Takes.NOTHING)
PHONES_SEND_IMAGES = ByClient(phone=Takes.IMAGES)


class ByRole(_Kept):
    """By role, and then by kind of client."""

    staff: ByClient = ByClient()
    guest: ByClient = ByClient()
    other: ByClient = ByClient()


class BySide(_Kept):
    """Of each network."""

    lgwan: ByRole = ByRole()
    internet: ByRole = ByRole(staff=PHONES_SEND_IMAGES, guest=PHONES_SEND_IMAGES, other=PHONES_SEND_IMAGES)


class Saving(_Kept):
    """Whether whole files may be saved, by kind of client."""

    desktop: bool = True
    phone: bool = True


class SavingBySide(_Kept):
    """The same on each side."""

    lgwan: Saving = Saving()
    internet: Saving = Saving()


class FileRules(Setting):
    """Guests bring nothing before somebody has decided that they may; phones outside of LGWAN bring images (FILE-5)."""

    name: ClassVar[str] = "files"
    renews: ClassVar[bool] = True
    is_grave: ClassVar[bool] = True

    organization: ByRole = ByRole(guest=NONE)
    networks: BySide = BySide()
    saving: SavingBySide = SavingBySide()

    @property
    def of_organization(self) -> Cells:
        return _plain(self.organization)

    @property
    def of_networks(self) -> Mapping[str, Cells]:
        return {"lgwan": _plain(self.networks.lgwan), "internet": _plain(self.networks.internet)}

    @property
    def of_saving(self) -> Mapping[str, Mapping[str, bool]]:
        return {"lgwan": self.saving.lgwan.model_dump(), "internet": self.saving.internet.model_dump()}


def rules_of(policies: Mapping[str, object]) -> FileRules:
    """What a body has chosen, from its policies."""
    return settings.read(policies, FileRules)


def role_of(actor: Actor) -> Role:
    """As whom somebody brings a file in their own body."""
    return Role.GUEST if actor.is_outsider else Role.STAFF


def ruling_for(rules: FileRules, actor: Actor, client: str) -> Ruling:
    """What this person may bring from where they are."""
    return ruling(rules, zone=actor.zone, client=client, role=role_of(actor))


def saves_for(rules: FileRules, actor: Actor) -> bool:
    """Whether this person may save whole files where they are."""
    return may_save(rules, zone=actor.zone, client=actor.client)


def guests_may_bring(policies: Mapping[str, object], zone: str, client: str) -> bool:
    """Whether the guests of a body may bring anything at all there."""
    found = ruling(rules_of(policies), zone=zone, client=client, role=Role.GUEST)
    return found.takes is not Takes.NOTHING


def _plain(rows: ByRole) -> Cells:
    return cast("Cells", rows.model_dump())
