"""Choosing what of a room calls one: everything, what names one, or nothing. It is the member's own, on all devices."""

from sqlalchemy import select

from yoriai.platform.work.work import Work
from yoriai.talk.mentions.facts import NotifyChosen
from yoriai.talk.rooms.admission import usual
from yoriai.talk.rooms.models import Membership, Notify
from yoriai.talk.rooms.standing import Standing


async def choose(work: Work, here: Standing, notify: Notify | None) -> None:
    """The same choice again changes nothing and tells nobody. None: whatever calls those who have chosen nothing."""
    me = here.actor.account_id
    mine = select(Membership).where(
        Membership.room_id == here.room_id, Membership.account_id == me, Membership.is_open.is_(True)
    )
    # Held, so that two devices of one person pass one by one; and whoever was taken out meanwhile has no seat.
    seat = await work.session.scalar(mine.with_for_update())
    if seat is not None and notify is None:
        notify = (await usual(work, {here.room_id: 0}))[here.room_id]
    if seat is None or notify is None or seat.notify == notify:
        return
    seat.notify = notify
    work.state(NotifyChosen(account_id=me, room_id=here.room_id, notify=notify.value), by=me)
