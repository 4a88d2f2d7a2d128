"""Choosing a face, and taking it off again. What is chosen is checked like every file; until then the old face stays."""

from uuid import UUID

from sqlalchemy import ColumnElement, select

from yoriai.kit.errors import NotFound, Refused, Wrong
from yoriai.kit.ids import uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.access.rules import require
from yoriai.people.accounts.models import Account, AccountKind, Posting
from yoriai.people.accounts.policy import may_manage
from yoriai.people.accounts.take_turn import take_turn
from yoriai.people.files import service as files
from yoriai.people.files.facing import is_picture
from yoriai.people.files.models import File, State
from yoriai.platform.jobs.queue import enqueue
from yoriai.platform.work.work import Work
from yoriai.talk.faces.facts import FaceBrought, FaceChanged, FaceRefused, RoomFaceChanged
from yoriai.talk.faces.models import Face
from yoriai.talk.rooms.change import held_to_set
from yoriai.talk.rooms.policy import RoomArchived
from yoriai.talk.rooms.standing import Standing

MAKE = "faces.make"


class NoSuchPicture(Wrong):
    """It is not among the files that this person has brought and not used yet."""

    code = "faces.no_such_picture"


class NoPicture(Refused):
    """The file is none."""

    code = "faces.no_picture"


class Withheld(Refused):
    """The file was declined or is held; why, its own sentence says."""

    code = "faces.withheld"


async def choose_own(work: Work, actor: Actor, file_id: UUID) -> None:
    """Let this picture stand for oneself. The same again changes nothing."""
    await take_turn(work, actor.account_id)
    face = await _held(work, Face.account_id == actor.account_id)
    await _bring(work, actor, face or Face(account_id=actor.account_id), file_id)


async def choose_for_room(work: Work, here: Standing, file_id: UUID) -> None:
    """Let this picture stand for a room; its managers do."""
    here = await _held_room(work, here)
    face = await _held(work, Face.room_id == here.room_id)
    await _bring(work, here.actor, face or Face(room_id=here.room_id), file_id)


async def take_off_own(work: Work, actor: Actor) -> None:
    """Be shown by letters again. What is on its way comes no more."""
    await take_turn(work, actor.account_id)
    await _take_off(work, await _held(work, Face.account_id == actor.account_id), by=actor.account_id)


async def take_off_from(work: Work, actor: Actor, account_id: UUID) -> None:
    """The same of somebody else, for whoever manages them; one of another body is not there (A4)."""
    asked = select(Account).where(Account.id == account_id, Account.tenant_id == actor.tenant_id)
    account = await work.session.scalar(
        asked.where(Account.kind == AccountKind.MEMBER).with_for_update(key_share=True)
    )
    if account is None:
        raise NotFound
    require(may_manage(actor, account.roles))
    await _take_off(work, await _held(work, Face.account_id == account_id), by=actor.account_id)


async def take_off_room(work: Work, here: Standing) -> None:
    """The same of a room."""
    here = await _held_room(work, here)
    await _take_off(work, await _held(work, Face.room_id == here.room_id), by=here.actor.account_id)


async def refuse(work: Work, face: Face, reason: str) -> None:
    """What was coming comes no more: whoever brought it is told why."""
    if face.coming_id is None:
        return
    fact = FaceRefused(
        account_id=face.brought_by, file_id=face.coming_id, room_id=face.room_id, reason=reason
    )
    await files.let_go(work, face.coming_id)
    face.coming_id, face.reason, face.changed_at = None, reason, work.now
    work.state(fact, by=None)


async def leave_to_make(work: Work, face: Face) -> None:
    """Have the face made of what has been found good."""
    await enqueue(work, MAKE, body={"face_id": str(face.id)}, unique_key=f"{MAKE} {face.id} {face.coming_id}")


async def tell(work: Work, face: Face, *, is_set: bool, by: UUID) -> None:
    """Tell those who see it: the members of a room, or the organizations in which somebody serves."""
    if face.room_id is not None:
        work.state(RoomFaceChanged(room_id=face.room_id, is_set=is_set), by=by)
    if face.account_id is None:
        return
    posts = select(Posting.organization_id).where(
        Posting.account_id == face.account_id, Posting.until.is_(None)
    )
    for each in sorted(set(await work.session.scalars(posts))):
        work.state(FaceChanged(organization_id=each, account_id=face.account_id, is_set=is_set), by=by)


async def _bring(work: Work, actor: Actor, face: Face, file_id: UUID) -> None:
    if file_id in (face.file_id, face.coming_id):
        return
    file = await work.session.get(File, file_id, with_for_update=True)
    is_own = file is not None and (file.account_id, file.tenant_id) == (actor.account_id, actor.tenant_id)
    if file is None or not is_own or file.attached_at is not None:
        raise NoSuchPicture(field="file_id", reason="unknown")
    if file.state != State.CHECKING and not is_picture(file):
        if file.reason:
            raise Withheld(field="file_id", reason=file.reason)
        raise NoPicture
    await files.keep(work, actor, file_id)
    if face.coming_id is not None:
        await files.let_go(work, face.coming_id)
    if face.id is None:  # pyright: ignore[reportUnnecessaryComparison] it has one as soon as it has been written
        face.id = uuid7(work.now)
        work.session.add(face)
    face.coming_id, face.reason, face.brought_by = file_id, "", actor.account_id
    face.changed_at = work.now
    await work.session.flush()
    if file.state != State.CHECKING:
        await leave_to_make(work, face)
    fact = FaceBrought(account_id=actor.account_id, file_id=file_id, room_id=face.room_id)
    work.state(fact, by=actor.account_id)


async def _take_off(work: Work, face: Face | None, *, by: UUID) -> None:
    if face is None:
        return
    for each in (face.file_id, face.coming_id):
        if each is not None:
            await files.let_go(work, each)
    if face.file_id or face.coming_id:
        await tell(work, face, is_set=False, by=by)
    await work.session.delete(face)


async def _held(work: Work, whose: ColumnElement[bool]) -> Face | None:
    return await work.session.scalar(select(Face).where(whose).with_for_update())


async def _held_room(work: Work, here: Standing) -> Standing:
    here = await held_to_set(work, here)
    if here.is_archived:
        raise RoomArchived
    return here
