"""Many rooms at once, without the way there: for what must cost the same however many there are."""

from uuid import uuid4

from sqlalchemy import insert

from tests.cast import CITY_HALL, MIHON, OPENED, SATO, SUZUKI, TANAKA
from tests.town import Town
from yoriai.talk.messages.models import Message
from yoriai.talk.rooms.models import Membership, Room


async def fill_rooms(town: Town, count: int) -> None:
    """So many rooms of three, with a message in each."""
    rooms = [uuid4() for _ in range(count)]
    people = (SATO, SUZUKI, TANAKA)
    async with town.assembly.works.writing() as work:
        await work.session.execute(
            insert(Room),
            [
                {
                    "id": room, "organization_id": CITY_HALL, "owner_tenant": MIHON, "kind": "group", "name": f"課の話 {order}",
                    "purpose": "", "policies": {}, "last_ordinal": 1, "opened_by": SATO, "opened_at": OPENED,
                    "request_key": f"{order:026d}",
                }
                for order, room in enumerate(rooms, start=100)
            ],
        )  # fmt: skip
        await work.session.execute(
            insert(Membership),
            [
                {
                    "id": uuid4(), "room_id": room, "account_id": who, "role": "member", "is_open": True,
                    "since_number": 1, "since_ordinal": 1, "joined_at": OPENED,
                }
                for room in rooms
                for who in people
            ],
        )  # fmt: skip
        await work.session.execute(
            insert(Message),
            [
                {
                    "id": uuid4(), "room_id": room, "ordinal": 1, "author_id": people[order % 3], "send_key": "0" * 26,
                    "parts": [{"kind": "text", "text": "本日の会議は十四時からです"}], "posted_at": OPENED,
                }
                for order, room in enumerate(rooms)
            ],
        )  # fmt: skip
