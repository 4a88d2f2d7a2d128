"""Folders: made, called otherwise, shut, taken away. What was in one that is gone stands in the list as before."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import func, select, update

from yoriai.kit import text
from yoriai.kit.errors import NotFound, Refused
from yoriai.kit.ids import SendKey, uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.take_turn import take_turn
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.standing import visible_rooms
from yoriai.talk.shelf.facts import ShelfChanged
from yoriai.talk.shelf.models import Folder, ShelvedRoom

MOST_FOLDERS: Final = 50
MOST_OF_NAME: Final = 30  # characters


class TooManyFolders(Refused):
    """More would be a list of its own in which to look for folders."""

    code = "shelf.too_many_folders"


@dataclass(frozen=True, slots=True)
class Wish:
    """A folder as somebody wishes it."""

    request_key: SendKey
    name: str
    rooms: Collection[UUID] = ()
    position: int | None = None
    """Where it shall stand; None: below the others."""


async def make(work: Work, actor: Actor, wish: Wish) -> UUID:
    """Make a folder and put rooms into it. The same request again gives the same folder (BASE-4)."""
    await take_turn(work, actor.account_id)
    me = actor.account_id
    called = text.clean_line(wish.name, field="name", most=MOST_OF_NAME)
    same = select(Folder.id).where(Folder.account_id == me, Folder.request_key == wish.request_key)
    made = await work.session.scalar(same)
    if made is not None:
        return made
    mine = select(func.count(), func.coalesce(func.max(Folder.position) + 1, 0)).where(
        Folder.account_id == me
    )
    count, last = (await work.session.execute(mine)).one()
    if count >= MOST_FOLDERS:
        raise TooManyFolders(most=MOST_FOLDERS)
    folder = Folder(
        id=uuid7(work.now),
        account_id=me,
        name=called,
        position=last if wish.position is None else wish.position,
        is_shut=False,
        request_key=wish.request_key,
    )
    work.session.add(folder)
    await work.session.flush()
    moved = await _put_in(work, actor, folder.id, wish.rooms)
    work.state(ShelfChanged(account_id=me, rooms=moved), by=me)
    return folder.id


async def change(
    work: Work, actor: Actor, folder_id: UUID, *, name: str | None = None, is_shut: bool | None = None
) -> None:
    """Call a folder otherwise, shut it or open it. The same again changes nothing and tells nobody."""
    folder = await _mine(work, actor, folder_id)
    called = folder.name if name is None else text.clean_line(name, field="name", most=MOST_OF_NAME)
    shut = folder.is_shut if is_shut is None else is_shut
    if (folder.name, folder.is_shut) == (called, shut):
        return
    folder.name, folder.is_shut = called, shut
    work.state(ShelfChanged(account_id=actor.account_id), by=actor.account_id)


async def remove(work: Work, actor: Actor, folder_id: UUID) -> None:
    """Take a folder away. The rooms in it stay in the list."""
    folder = await _mine(work, actor, folder_id)
    await work.session.execute(
        update(ShelvedRoom).where(ShelvedRoom.folder_id == folder_id).values(folder_id=None)
    )
    await work.session.delete(folder)
    work.state(ShelfChanged(account_id=actor.account_id), by=actor.account_id)


async def _mine(work: Work, actor: Actor, folder_id: UUID) -> Folder:
    await take_turn(work, actor.account_id)
    folder = await work.session.get(Folder, folder_id)
    if folder is None or folder.account_id != actor.account_id:
        raise NotFound
    return folder


async def _put_in(work: Work, actor: Actor, folder_id: UUID, rooms: Collection[UUID]) -> tuple[UUID, ...]:
    """Those of these rooms that the actor is in; whatever else was named is not there for them."""
    if not rooms:
        return ()
    me, wanted = actor.account_id, set(rooms)
    seen = sorted(wanted.intersection(await work.session.scalars(visible_rooms(actor))))
    known = await work.session.scalars(select(ShelvedRoom).where(ShelvedRoom.account_id == me))
    places = {place.room_id: place for place in known}
    for room_id in seen:
        if room_id in places:
            places[room_id].folder_id = folder_id
        else:
            work.session.add(
                ShelvedRoom(account_id=me, room_id=room_id, is_favourite=False, folder_id=folder_id)
            )
    return tuple(seen)
