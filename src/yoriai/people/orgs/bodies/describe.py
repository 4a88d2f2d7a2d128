"""What the operator enters of a body: its kind, prefecture and population. No administrator changes these: by its kind a
body is barred from rooms of others, and nobody chooses their own (FED-2, K3)."""

from dataclasses import dataclass
from uuid import UUID

from yoriai.kit.errors import Refused
from yoriai.people.orgs.bodies.prefectures import number_of
from yoriai.people.orgs.models import TenantKind
from yoriai.people.orgs.settings import held_tenant
from yoriai.platform.work.work import Work


class NoSuchBody(Refused):
    """Said to operators only, who may know which bodies there are."""

    code = "orgs.no_such_body"
    status = 404


class PrefectureUnknown(Refused):
    """Not the name of one of the 47."""

    code = "orgs.prefecture_unknown"
    status = 422


@dataclass(frozen=True, slots=True)
class Description:
    """What is entered; what is None stays as it is."""

    kind: TenantKind | None = None
    prefecture: str | None = None
    """By its name; empty for a body of the whole country."""
    population: int | None = None


async def describe(work: Work, tenant_id: UUID, words: Description) -> None:
    """Enter these of a body. Entering them again changes nothing."""
    tenant = await held_tenant(work, tenant_id)
    if words.kind is not None:
        tenant.kind = words.kind
    if words.prefecture is not None:
        number = number_of(words.prefecture) if words.prefecture else None
        if words.prefecture and number is None:
            raise PrefectureUnknown(value=words.prefecture)
        tenant.prefecture = number
    if words.population is not None:
        tenant.population = words.population
