"""The room to practise in, as the house knows it."""

from yoriai.platform.facts.durable import Reader
from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.talk.practice.answering import answer, is_for_helper
from yoriai.talk.practice.models import Practice
from yoriai.talk.practice.routes import router
from yoriai.talk.practice.script import SCRIPT

practice = Feature(
    name="practice",
    title="れんしゅう",
    keeps=Keeps.AS_LONG_AS_THE_ROOM,
    from_internet=FromInternet.EVERYTHING,
    may_switch_off=True,
    about="案内係が相手をする、使い方をためすルームです。はじめてログインした人に開きます。",
    without="「れんしゅう」のルームが一覧から消え、新しく開けなくなります。ためしに書いたものは残ります。",
    tables=(Practice,),
    routes=(router,),
    capabilities=("practice.open",),
    reads=(Reader("practice", answer, of=SCRIPT.heard, glance=is_for_helper),),
)
