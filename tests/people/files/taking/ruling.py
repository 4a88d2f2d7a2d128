"""Ruling about files as an administrator does, and working with a phone or at a desk."""

from uuid import UUID

from sqlalchemy import update

from tests.cast import TAKAHASHI, session_of
from tests.town import Town
from yoriai.people.files.taking.settings import FileRules
from yoriai.people.sessions.models import Session

PATH = "/api/settings/files"
PHONE = "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36"


async def rule(town: Town, who: UUID = TAKAHASHI, **chosen: object) -> None:
    """Choose this, and for all the rest what holds where nobody has chosen."""
    answer = await town.call(who, "PUT", PATH, FileRules.model_validate(chosen).model_dump(mode="json"))
    assert answer.status_code == 204, answer.text


async def with_phone(town: Town, who: UUID, zone: str) -> None:
    """They have signed in there with a phone."""
    async with town.assembly.works.writing() as work:
        theirs = update(Session).where(Session.id == session_of(who, zone))
        await work.session.execute(theirs.values(user_agent=PHONE))
