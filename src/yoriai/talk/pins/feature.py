"""Pins, as the house knows them."""

from yoriai.platform.feature import Command, Feature, FromInternet, Keeps
from yoriai.talk.pins.command import PinCommand, handle_pin, handle_unpin
from yoriai.talk.pins.facts import MessagePinned, MessageUnpinned
from yoriai.talk.pins.models import Pin
from yoriai.talk.pins.rendering import render_pinned
from yoriai.talk.pins.routes import router
from yoriai.talk.pins.wire import PinnedFactOut

pins = Feature(
    name="pins",
    title="上に固定",
    keeps=Keeps.AS_LONG_AS_THE_ROOM,
    from_internet=FromInternet.EVERYTHING,
    tables=(Pin,),
    facts=(MessagePinned, MessageUnpinned),
    routes=(router,),
    commands=(
        Command("pins.pin", PinCommand, handle_pin, capability="pins.arrange"),
        Command("pins.unpin", PinCommand, handle_unpin, capability="pins.arrange"),
    ),
    capabilities=("pins.arrange",),
    renders={MessagePinned: render_pinned},
    shapes={MessagePinned: PinnedFactOut},
)
