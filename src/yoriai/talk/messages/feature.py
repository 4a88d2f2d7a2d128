"""Messages, as the house knows them."""

from yoriai.platform.feature import Command, Feature, FromInternet, Keeps
from yoriai.talk.messages.command import PostCommand, handle
from yoriai.talk.messages.facts import MessagePosted
from yoriai.talk.messages.models import Message, MessageVersion
from yoriai.talk.messages.rendering import render_posted
from yoriai.talk.messages.routes import router
from yoriai.talk.messages.wire import PostedFactOut

messages = Feature(
    name="messages",
    title="メッセージ",
    keeps=Keeps.AS_LONG_AS_THE_ROOM,
    from_internet=FromInternet.EVERYTHING,
    tables=(Message, MessageVersion),
    facts=(MessagePosted,),
    routes=(router,),
    commands=(Command("messages.post", PostCommand, handle, capability="messages.post"),),
    capabilities=("messages.post", "messages.read"),
    quick_renders={MessagePosted: render_posted},
    shapes={MessagePosted: PostedFactOut},
)
