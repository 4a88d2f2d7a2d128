"""Watching for a word, and no longer. What has called somebody before stays as it was."""

from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import NotFound, Refused
from yoriai.kit.ids import uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.take_turn import take_turn
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.heads import heads_of
from yoriai.talk.watchwords.facts import WordsChanged
from yoriai.talk.watchwords.models import Watchword
from yoriai.talk.watchwords.policy import accept
from yoriai.talk.watchwords.queries import words_of
from yoriai.talk.watchwords.wire import WatchwordOut, WatchwordsOut

MOST_WORDS: Final = 20


class TooMany(Refused):
    """Whoever watches for everything is called by everything."""

    code = "watchwords.too_many"


async def words(work: Work, actor: Actor) -> WatchwordsOut:
    """The actor's own words: two queries."""
    mine = await words_of(work.session, {actor.account_id})
    heads = await heads_of(work.session, (actor.own_stream,))
    return WatchwordsOut(
        words=mine.get(actor.account_id, []), most=MOST_WORDS, number=heads[actor.own_stream]
    )


async def watch(work: Work, actor: Actor, said: str) -> WatchwordOut:
    """Watch for a word. One that is watched for already, however it is written, changes nothing and tells nobody."""
    word, folded = accept(said)
    me = actor.account_id
    await take_turn(work, me)
    mine = (await work.session.scalars(select(Watchword).where(Watchword.account_id == me))).all()
    known = next((each for each in mine if each.folded == folded), None)
    if known is not None:
        return WatchwordOut(watchword_id=known.id, word=known.word)
    if len(mine) >= MOST_WORDS:
        raise TooMany(most=MOST_WORDS)
    added = Watchword(id=uuid7(work.now), account_id=me, word=word, folded=folded, since=work.read_clock())
    work.session.add(added)
    work.state(WordsChanged(account_id=me), by=me)
    return WatchwordOut(watchword_id=added.id, word=added.word)


async def forget(work: Work, actor: Actor, watchword_id: UUID) -> None:
    """Watch for it no longer. Another's word is not there."""
    me = actor.account_id
    await take_turn(work, me)
    found = await work.session.get(Watchword, watchword_id)
    if found is None or found.account_id != me:
        raise NotFound
    await work.session.delete(found)
    work.state(WordsChanged(account_id=me), by=me)
