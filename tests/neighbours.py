"""Bodies that take part with each other, as tests need them."""

from uuid import UUID

from sqlalchemy import update

from tests.cast import MIHON, QUIET, TONARI
from tests.town import Town
from yoriai.people.orgs.models import Tenant


async def take_part(town: Town, *bodies: UUID, barred: tuple[str, ...] = ()) -> None:
    """Let these bodies take part; without any both towns."""
    rules = {"federation": {"open": True, "barred": list(barred)}}
    async with town.assembly.works.writing() as work:
        chosen = update(Tenant).where(Tenant.id.in_(bodies or (MIHON, TONARI)))
        await work.session.execute(chosen.values(policies=QUIET | rules))
