"""What is told of files: to whoever brought them, and to the rooms in which they hang. Replayed by the web (FILE-8)."""

import pytest

from tests.cast import SATO, SUZUKI
from tests.people.files.bringing import Bringer
from tests.talk.attachments.bringing import attached, bring, judge
from tests.town import Town
from tests.transcripts import transcript
from yoriai.people.files.models import State

pytestmark = pytest.mark.anyio


async def test_what_became_of_a_file_is_told_to_whoever_brought_it(town: Town) -> None:
    async with transcript(town, "files.judged", SATO, expect=["files.judged"]):
        await Bringer(town, SATO).brings("窓口の当番表です。\n".encode(), "当番表.txt")


async def test_a_room_is_told_what_became_of_a_file_that_hangs_there(town: Town) -> None:
    brought = await bring(town, state=State.CHECKING)
    await attached(town, brought)
    async with transcript(town, "attachments.judged", SUZUKI, [town.welfare], expect=["attachments.judged"]):
        await judge(town, brought)
