"""Reactions, as the house knows them."""

from yoriai.platform.feature import Command, Feature, FromInternet, Keeps
from yoriai.talk.reactions.command import ReactCommand, handle_set, handle_unset
from yoriai.talk.reactions.facts import ReactionChanged
from yoriai.talk.reactions.models import Reaction
from yoriai.talk.reactions.rendering import render_changed
from yoriai.talk.reactions.routes import router
from yoriai.talk.reactions.wire import ReactionFactOut

reactions = Feature(
    name="reactions",
    title="リアクション",
    keeps=Keeps.AS_LONG_AS_THE_ROOM,
    from_internet=FromInternet.EVERYTHING,
    may_switch_off=True,
    about="メッセージの下に「確認」「ありがとう」などの印を、ひと押しで付けられます。",
    without="印を付けることも、付いた印を見ることもできなくなります。付けた印は残っていて、入れ直すとまた出ます。",
    tables=(Reaction,),
    facts=(ReactionChanged,),
    routes=(router,),
    commands=(
        Command("reactions.set", ReactCommand, handle_set, capability="reactions.set"),
        Command("reactions.unset", ReactCommand, handle_unset, capability="reactions.set"),
    ),
    capabilities=("reactions.set", "reactions.read"),
    quick_renders={ReactionChanged: render_changed},
    shapes={ReactionChanged: ReactionFactOut},
)
