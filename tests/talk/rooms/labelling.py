"""Labels as tests give them, and people who come from elsewhere."""

from uuid import UUID

from sqlalchemy import update

from tests.cast import CITY_HALL, MORI, OPENED, named
from tests.town import Town
from yoriai.people.accounts.models import Account, Posting

SHARED, AT_HOME, SEALED = 1, 2, 3


async def label(town: Town, who: UUID, room: UUID, number: int, *, expected: int = 0) -> tuple[int, str]:
    """Give a room this label; the status and the code of the answer."""
    body = {"label": number, "expected": expected}
    answer = await town.call(who, "PUT", f"/api/rooms/{room}/label", body)
    return answer.status_code, answer.json()["code"] if answer.content else ""


async def from_next_door(town: Town) -> None:
    """森 of the next town serves in the city hall, too: whoever is of another body and may be brought in."""
    async with town.assembly.works.writing() as work:
        work.session.add(
            Posting(
                id=named("posting of 森 in the city hall"),
                account_id=MORI,
                organization_id=CITY_HALL,
                department_id=None,
                main=None,
                since=OPENED,
                until=None,
            )
        )


async def as_a_guest(town: Town, who: UUID) -> None:
    """Let somebody be a guest."""
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == who).values(kind="guest"))
