"""What messages said before they were changed: kept with every change, for those who audit and for their author."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import BigInteger, literal, select

from yoriai.kit import paging
from yoriai.kit.errors import NotFound
from yoriai.people.access.rules import require
from yoriai.platform.db.among import among
from yoriai.platform.db.statement import statement
from yoriai.platform.work.work import Work
from yoriai.talk.messages import queries
from yoriai.talk.messages.models import MessageVersion
from yoriai.talk.messages.parts import Part, first_words
from yoriai.talk.messages.quoted import MOST_OF_QUOTE, QuoteOut
from yoriai.talk.messages.wire import MessageOut
from yoriai.talk.rooms.standing import Standing

EDITED: Final = "edited"
PAGE: Final = 20  # each may be as long as a message may be
KEEP: Final = statement(
    "INSERT INTO message_versions (message_id, version, kind, parts, at, by, held, reason) VALUES (:id,"
    " (SELECT COALESCE(MAX(v.version), 0) + 1 FROM message_versions v WHERE v.message_id = :id),"
    " :kind, CAST(:parts AS {json}), :at, :by, false, :reason)"
)


class VersionOut(BaseModel):
    """What a message said until then."""

    parts: list[Part]
    until: datetime


class VersionsOut(BaseModel):
    """Some of what a message said before it said what it says now, the newest first, and where the list goes on."""

    versions: list[VersionOut]
    next: str | None


async def versions_of(work: Work, here: Standing, message_id: UUID, *, cursor: str | None) -> VersionsOut:
    """For whoever wrote it, and for nobody else in the room. Of one that was taken back nothing is shown any more."""
    message = await queries.find(work, here, message_id)
    require(message.author_id == here.actor.account_id)
    if message.is_withdrawn:
        raise NotFound
    kept = (
        select(MessageVersion.version, MessageVersion.parts, MessageVersion.at)
        .where(MessageVersion.message_id == message_id)
        .order_by(MessageVersion.version.desc())
        .limit(PAGE + 1)
    )
    if cursor is not None:
        (last_seen,) = paging.decode(cursor, int)
        kept = kept.where(MessageVersion.version < literal(last_seen, BigInteger))
    found = (await work.session.execute(kept)).all()
    return VersionsOut(
        versions=[VersionOut(parts=parts, until=at) for _, parts, at in found[:PAGE]],
        next=paging.encode(found[PAGE - 1].version) if len(found) > PAGE else None,
    )


async def as_of(work: Work, messages: Sequence[MessageOut], moment: datetime) -> list[MessageOut]:
    """These messages, and what they answer, with the words that they had at a moment: what was put right later is not
    for whoever reads up to it. What was taken back since is gone all the same."""
    changed = {each.message_id for each in messages if each.edited_at and each.edited_at > moment}
    answered = {each.quote.message_id for each in messages if each.quote and each.quote.text is not None}
    kept = (
        select(MessageVersion.message_id, MessageVersion.at, MessageVersion.parts)
        .where(among(MessageVersion.message_id, changed | answered), MessageVersion.kind == EDITED)
        .order_by(MessageVersion.version)
    )
    words, edited = dict[UUID, list[Part]](), dict[UUID, datetime]()
    for message_id, at, parts in await work.session.execute(kept):
        if at > moment:
            words.setdefault(message_id, parts)
        else:
            edited[message_id] = at
    return [
        each.model_copy(
            update={
                **({"edited_at": edited.get(each.message_id)} if each.message_id in changed else {}),
                **({"parts": words[each.message_id]} if each.message_id in words and each.parts else {}),
                "quote": _quote_then(each.quote, words),
            }
        )
        for each in messages
    ]


def _quote_then(quote: QuoteOut | None, words: dict[UUID, list[Part]]) -> QuoteOut | None:
    if quote is None or quote.text is None or quote.message_id not in words:
        return quote
    return replace(quote, text=first_words(words[quote.message_id], MOST_OF_QUOTE))
