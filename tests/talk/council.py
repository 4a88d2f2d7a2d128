"""見本市議会: a second organization of the town, in which some of the cast serve besides their office (ORG-7)."""

from uuid import UUID

from tests.cast import SATO, SUZUKI, TAKAHASHI, named
from tests.keys import new_send_key
from tests.people.accounts.managing.forms import post, save
from tests.town import Town

OFFICE = {SATO: named("福祉課"), SUZUKI: named("福祉課")}


async def council_of(town: Town, *members: UUID) -> UUID:
    """The council, with these people in it by a concurrent post."""
    body = {"request_key": new_send_key(), "name": "見本市議会"}
    made = await town.call(TAKAHASHI, "POST", "/api/organizations", body)
    assert made.status_code == 201, made.text
    council = UUID(made.json()["organization_id"])
    for member in members:
        await serves(town, member, council)
    return council


async def serves(town: Town, who: UUID, *halls: UUID) -> None:
    """Let somebody serve in their office and, besides, in these organizations and no others."""
    posts = [post(OFFICE[who]), *(post(None, main=False, hall=hall) for hall in halls)]
    saved = await save(town, who, {"posts": posts})
    assert saved.status_code == 200, saved.text
