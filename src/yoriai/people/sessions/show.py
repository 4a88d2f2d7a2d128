"""見せる: the holder hands their screen over to show some pictures. The session is locked as by leaving the seat, and its
screen goes on showing these pictures and nothing else until the password is given again (FILE-14)."""

from collections.abc import Collection, Sequence
from uuid import UUID

from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.people.files.facing import is_picture
from yoriai.people.files.models import File
from yoriai.people.sessions.lock import lock
from yoriai.platform.work.work import Work


class NothingToShow(Refused):
    """One of these is no picture that this person may open now."""

    code = "sessions.nothing_to_show"


async def show(work: Work, actor: Actor, file_ids: Sequence[UUID], readable: Collection[File]) -> None:
    """Lock the actor's own session, with these pictures on its screen. `readable` are those of them that the actor may
    have; whether they still may is asked again at every single look."""
    pictures = {file.id for file in readable if is_picture(file)}
    if not pictures.issuperset(file_ids):
        raise NothingToShow
    await lock(work, actor, showing=list(dict.fromkeys(file_ids)))
