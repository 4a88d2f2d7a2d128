"""Messages, as the house knows them."""

from yoriai.platform.feature import Command, Feature, FromInternet, Keeps
from yoriai.talk.messages import taking_back
from yoriai.talk.messages.command import PostCommand, handle
from yoriai.talk.messages.facts import MessagePosted, MessageWithdrawn
from yoriai.talk.messages.models import Blank, Message, MessageVersion
from yoriai.talk.messages.rendering import render_posted
from yoriai.talk.messages.routes import router
from yoriai.talk.messages.settings import MessageRules
from yoriai.talk.messages.taking_back import WithdrawCommand
from yoriai.talk.messages.wire import PostedFactOut

messages = Feature(
    name="messages",
    title="メッセージ",
    keeps=Keeps.AS_LONG_AS_THE_ROOM,
    from_internet=FromInternet.EVERYTHING,
    tables=(Message, MessageVersion, Blank),
    facts=(MessagePosted, MessageWithdrawn),
    routes=(router,),
    commands=(
        Command("messages.post", PostCommand, handle, capability="messages.post"),
        Command("messages.withdraw", WithdrawCommand, taking_back.handle, capability="messages.withdraw"),
    ),
    capabilities=("messages.post", "messages.read", "messages.withdraw"),
    settings={MessageRules.name: MessageRules},
    quick_renders={MessagePosted: render_posted},
    shapes={MessagePosted: PostedFactOut},
)
