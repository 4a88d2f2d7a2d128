"""Taking a roster over as the screen does, in a process that may be killed."""

import asyncio
from uuid import UUID

from tests.cast import TAKAHASHI, token_of
from yoriai.kit.ids import as_send_key
from yoriai.people.accounts.roster import decide, drafts
from yoriai.people.accounts.roster.decide import Office, Yes
from yoriai.people.accounts.roster.drafts import Bringing
from yoriai.people.accounts.roster.imports import PEOPLE
from yoriai.people.accounts.roster.mapping import guessed
from yoriai.people.sessions.authenticate import authenticate
from yoriai.platform.db.store import opened
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works

NEW = 600  # people; more than are written in one statement
FILE = "\n".join(
    [
        "職員番号,氏名,ふりがな,所属",
        *(f"6{each:04d},川 海,かわ うみ,出先 第{each % 7}課" for each in range(NEW)),
    ]
).encode()
KEY = as_send_key("01KAW0000000000000000000AA", field="request_key")
COMMITS_BEFORE = 2  # that of the draft, and that of its columns


async def take(database: str) -> UUID | None:
    """All steps of the screen, from the first that is not done yet; the import."""
    async with opened(database) as store:
        works = Works(store)
        async with works.reading() as work:
            actor = await authenticate(work, token_of(TAKAHASHI, "lgwan"), "lgwan")
        office = Office(
            works, actor, Cause(zone="lgwan", address="10.0.0.1"), b"a key of thirty-two bytes, no less"
        )
        what = Bringing(KEY, PEOPLE, "職員名簿.csv", None)
        draft_id = await drafts.bring(works, actor, office.cause, what=what, data=FILE)
        async with works.reading() as work:
            draft = await drafts.find(work, actor, draft_id)
        if draft.columns is None:
            await decide.decide(office, draft_id, guessed(await drafts.table_of(draft)))
        return await decide.take_over(office, draft_id, Yes())


def taken(database: str) -> None:
    asyncio.run(take(database))
