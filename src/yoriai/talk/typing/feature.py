"""Typing, as the house knows it."""

from yoriai.platform.feature import Command, Feature, FromInternet, Keeps
from yoriai.talk.typing.command import WRITES, WriteCommand, handle

typing = Feature(
    name="typing",
    title="入力中の表示",
    keeps=Keeps.NOTHING,
    from_internet=FromInternet.EVERYTHING,
    may_switch_off=True,
    about="だれかが書いている間、同じルームを開いている人に「山田 太郎さんが入力中」と出します。100人までのルームだけです。",
    without="だれが書いている途中かは、だれにも出なくなります。送ったメッセージは、いままでどおり届きます。",
    commands=(Command("typing.write", WriteCommand, handle, capability="typing.write"),),
    capabilities=("typing.write",),
    whispers=(WRITES,),
)
