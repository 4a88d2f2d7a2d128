"""言葉の見張り, as the house knows it."""

from yoriai.platform.facts.durable import Reader
from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.talk.messages.facts import MessageEdited, MessagePosted, MessageWithdrawn
from yoriai.talk.watchwords.call import call, is_for_anybody
from yoriai.talk.watchwords.facts import WordMet, WordsChanged
from yoriai.talk.watchwords.models import Watchword, WordCall
from yoriai.talk.watchwords.rendering import render_changed, render_met
from yoriai.talk.watchwords.routes import router
from yoriai.talk.watchwords.wire import WordMetOut, WordsChangedOut

SPEECH = frozenset({MessagePosted, MessageEdited, MessageWithdrawn})

watchwords = Feature(
    name="watchwords",
    title="言葉の見張り",
    keeps=Keeps.AS_LONG_AS_THE_ACCOUNT,
    from_internet=FromInternet.EVERYTHING,
    tables=(Watchword, WordCall),
    facts=(WordsChanged, WordMet),
    routes=(router,),
    capabilities=("watchwords.keep",),
    renders={WordsChanged: render_changed, WordMet: render_met},
    shapes={WordsChanged: WordsChangedOut, WordMet: WordMetOut},
    reads=(Reader("watchwords", call, of=SPEECH, glance=is_for_anybody, gather=0.5),),
)
