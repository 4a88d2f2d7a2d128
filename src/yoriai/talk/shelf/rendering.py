"""How somebody's shelf stands, loaded when it is told, for many people at once."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.db.among import among
from yoriai.platform.facts.fact import Fact
from yoriai.platform.feature import hears_outside
from yoriai.talk.rooms.models import Room
from yoriai.talk.shelf.facts import ShelfChanged
from yoriai.talk.shelf.models import Folder, ShelvedMessage, ShelvedRoom
from yoriai.talk.shelf.wire import FolderOut, KeptOut, PlaceOut, ShelfChangedOut

Place = tuple[UUID, UUID]
"""A person and a room, or a person and a message."""


async def render_changed(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """Each as it stands now: three queries."""
    changed = [fact for fact in facts if isinstance(fact, ShelfChanged)]
    whose = {fact.account_id for fact in changed}
    folders = await _folders(session, whose)
    places = await _places(session, changed)
    kept = await _kept(session, changed)
    hidden = await _hidden(session, changed) if hears_outside(klass) else set[UUID]()

    def body(fact: ShelfChanged) -> dict[str, object]:
        me = fact.account_id
        rooms = [
            _place(room_id, places.get((me, room_id))) for room_id in fact.rooms if room_id not in hidden
        ]
        at = fact.message if fact.message and fact.message.room_id not in hidden else None
        message = at and KeptOut(**at.model_dump(), is_favourite=(me, at.message_id) in kept)
        return ShelfChangedOut(folders=folders.get(me, []), rooms=rooms, message=message).model_dump(
            mode="json"
        )

    return [body(fact) for fact in changed]


async def _hidden(session: AsyncSession, changed: Sequence[ShelfChanged]) -> set[UUID]:
    """Those of the rooms that these facts name which are not there on the Internet side."""
    named = {room_id for fact in changed for room_id in fact.rooms}
    named |= {fact.message.room_id for fact in changed if fact.message}
    sealed = select(Room.id).where(among(Room.id, named), Room.lgwan_only.is_(True))
    return set(await session.scalars(sealed))


async def _folders(session: AsyncSession, whose: set[UUID]) -> dict[UUID, list[FolderOut]]:
    columns = select(Folder.account_id, Folder.id, Folder.name, Folder.position, Folder.is_shut)
    rows = await session.execute(
        columns.where(among(Folder.account_id, whose)).order_by(Folder.position, Folder.id)
    )
    found: dict[UUID, list[FolderOut]] = {}
    for me, folder_id, name, position, is_shut in rows:
        folder = FolderOut(folder_id=folder_id, name=name, position=position, is_shut=is_shut)
        found.setdefault(me, []).append(folder)
    return found


async def _places(session: AsyncSession, changed: Sequence[ShelfChanged]) -> dict[Place, ShelvedRoom]:
    whose = among(ShelvedRoom.account_id, {fact.account_id for fact in changed})
    named = among(ShelvedRoom.room_id, {room_id for fact in changed for room_id in fact.rooms})
    rows = await session.scalars(select(ShelvedRoom).where(whose, named))
    return {(place.account_id, place.room_id): place for place in rows}


async def _kept(session: AsyncSession, changed: Sequence[ShelfChanged]) -> set[Place]:
    pairs = {(fact.account_id, fact.message.message_id) for fact in changed if fact.message}
    if not pairs:
        return set()
    columns = ShelvedMessage.account_id, ShelvedMessage.message_id
    return {
        (me, message)
        for me, message in await session.execute(select(*columns).where(tuple_(*columns).in_(pairs)))
    }


def _place(room_id: UUID, place: ShelvedRoom | None) -> PlaceOut:
    if place is None:
        return PlaceOut(room_id=room_id, is_favourite=False, folder_id=None)
    return PlaceOut(room_id=room_id, is_favourite=place.is_favourite, folder_id=place.folder_id)
