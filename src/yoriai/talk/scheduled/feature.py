"""Messages with a time, as the house knows them."""

from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.talk.scheduled.facts import ScheduledChanged
from yoriai.talk.scheduled.jobs import send_due
from yoriai.talk.scheduled.models import Scheduled
from yoriai.talk.scheduled.rendering import render_changed
from yoriai.talk.scheduled.routes import router
from yoriai.talk.scheduled.service import SEND
from yoriai.talk.scheduled.wire import ScheduledTold

scheduled = Feature(
    name="scheduled",
    title="予約送信",
    keeps=Keeps.AS_LONG_AS_THE_ACCOUNT,
    from_internet=FromInternet.EVERYTHING,
    tables=(Scheduled,),
    facts=(ScheduledChanged,),
    routes=(router,),
    renders={ScheduledChanged: render_changed},
    shapes={ScheduledChanged: ScheduledTold},
    jobs={SEND: send_due},
)
