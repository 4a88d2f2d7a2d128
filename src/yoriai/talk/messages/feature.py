"""Messages, as the house knows them."""

from yoriai.platform.feature import Command, Feature, FromInternet, Keeps
from yoriai.talk.messages import correcting, taking_back
from yoriai.talk.messages.command import PostCommand, handle
from yoriai.talk.messages.correcting import EditCommand
from yoriai.talk.messages.facts import MessageEdited, MessagePosted, MessageWithdrawn
from yoriai.talk.messages.models import Blank, Mention, Message, MessageVersion
from yoriai.talk.messages.rendering import render_edited, render_posted
from yoriai.talk.messages.routes import router
from yoriai.talk.messages.settings import MessageRules
from yoriai.talk.messages.taking_back import WithdrawCommand
from yoriai.talk.messages.wire import EditedFactOut, PostedFactOut

messages = Feature(
    name="messages",
    title="メッセージ",
    keeps=Keeps.AS_LONG_AS_THE_ROOM,
    from_internet=FromInternet.EVERYTHING,
    tables=(Message, MessageVersion, Mention, Blank),
    facts=(MessagePosted, MessageEdited, MessageWithdrawn),
    routes=(router,),
    commands=(
        Command("messages.post", PostCommand, handle, capability="messages.post"),
        Command("messages.edit", EditCommand, correcting.handle, capability="messages.edit"),
        Command("messages.withdraw", WithdrawCommand, taking_back.handle, capability="messages.withdraw"),
    ),
    capabilities=("messages.edit", "messages.post", "messages.read", "messages.withdraw"),
    settings={MessageRules.name: MessageRules},
    quick_renders={MessagePosted: render_posted, MessageEdited: render_edited},
    shapes={MessagePosted: PostedFactOut, MessageEdited: EditedFactOut},
)
