"""The hub: who on this process hears which stream. No database here, and nothing that waits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from yoriai.platform.facts.fact import Revoked
from yoriai.platform.facts.sight import Sight
from yoriai.platform.realtime.listener import Channel, Listener

SIGNED_OUT, TOO_SLOW, COME_BACK = 4401, 4408, 1012
MOST_WAITING = 1024 * 1024  # bytes a client may lag behind before it is told to come back (D14)


@dataclass
class Hub:
    """Channels and listeners of one process."""

    channels: dict[str, Channel] = field(default_factory=dict[str, Channel])
    listeners: set[Listener] = field(default_factory=set[Listener])
    accounts: dict[UUID, set[Listener]] = field(default_factory=dict[UUID, set[Listener]])
    arrivals: int = 0
    changes: int = 0
    """Counts deliveries, so that a heartbeat knows what has changed since the last."""
    openings: int = 0
    """Counts new channels: what was told just before one was opened has rung for nobody."""
    opened: set[str] = field(default_factory=set[str])
    """The streams of new channels, for whoever looks for what was told meanwhile: who has looked takes them out."""
    renewed: dict[str, int] = field(default_factory=dict[str, int])
    """Under which number of a stream rights were last renewed: who read theirs before that reads them again."""

    def register(self, listener: Listener) -> None:
        """A socket that passed its door; it hears nothing yet."""
        self.listeners.add(listener)
        self.accounts.setdefault(listener.who.account_id, set()).add(listener)
        listener.beaten_at = self.changes
        self.arrivals += 1
        listener.turn = self.arrivals

    def forget(self, listener: Listener) -> None:
        """A socket that is gone."""
        for stream in tuple(listener.sights):
            self.unsubscribe(listener, stream)
        self.listeners.discard(listener)
        held = self.accounts.get(listener.who.account_id)
        if held is not None:
            held.discard(listener)
            if not held:
                del self.accounts[listener.who.account_id]

    def subscribe(self, listener: Listener, sights: Mapping[str, Sight], heads: Mapping[str, int]) -> None:
        """Let a listener hear these streams after these heads, or from where their channels are if that is further.

        The heads are those that were read with the rights: what lies before them is asked for, not told. Otherwise
        whoever comes from another process, and holds it already, would be told it again by one that is behind.
        """
        for stream, sight in sights.items():
            channel = self.channels.get(stream)
            if channel is None:
                channel = self.channels[stream] = Channel(stream, heads.get(stream, 0))
                self.openings += 1
                self.opened.add(stream)
            if stream in listener.sights:
                channel.remove(listener)
            else:
                listener.hears_from[stream] = max(channel.number, heads.get(stream, 0))
            listener.sights[stream] = sight
            channel.add(listener, listener.hears_from[stream])

    def unsubscribe(self, listener: Listener, stream: str) -> None:
        """This listener hears the stream no longer, from this moment on."""
        channel = self.channels.get(stream)
        if channel is not None:
            channel.remove(listener)
            if not channel.is_heard:
                del self.channels[stream]
        listener.sights.pop(stream, None)
        listener.hears_from.pop(stream, None)
        listener.looks_at -= {stream}

    def leave(self, account_id: UUID, stream: str) -> None:
        """Every socket of this account hears the stream no longer, but for those whose rights were read later."""
        channel = self.channels.get(stream)
        late = channel.late if channel else {}
        for listener in tuple(self.accounts.get(account_id, ())):
            if listener not in late:
                self.unsubscribe(listener, stream)

    def seal(self, stream: str) -> None:
        """Every socket on the Internet side hears the stream no longer."""
        channel = self.channels.get(stream)
        for group in tuple(channel.groups.values()) if channel else ():
            for listener in tuple(group):
                if listener.who.zone != "lgwan":
                    self.unsubscribe(listener, stream)

    def revoke(self, revoked: Revoked) -> None:
        """Close the sockets whose right to be here has ended (D18–D20)."""
        for listener in tuple(self.accounts.get(revoked.account_id, ())):
            if revoked.ends(listener.who.account_id, listener.who.session_id):
                self.close(listener, SIGNED_OUT, "signed_out")

    def renew(self, stream: str, number: int) -> None:
        """Let everybody who hears this stream knock again: what they are offered has changed with this number."""
        self.renewed[stream] = number
        channel = self.channels.get(stream)
        for group in tuple(channel.groups.values()) if channel else ():
            for listener in tuple(group):
                self.close(listener, COME_BACK, "renewed")

    def is_outdated(self, listener: Listener, heads: Mapping[str, int]) -> bool:
        """Whether rights read at these heads may be less by now: what this process has told says so."""
        own = self.channels.get(listener.who.own_stream)
        if own and own.number > heads.get(own.stream, 0):
            return True
        return any(head < self.renewed.get(stream, 0) for stream, head in heads.items())

    def close(self, listener: Listener, code: int, reason: str) -> None:
        """Say nothing more to this socket, now, whatever its transport still has to do."""
        self.forget(listener)
        listener.close(code, reason)

    def numbers(self, streams: Iterable[str] | None = None) -> dict[str, int]:
        """How far all channels are, or those of them that are still there."""
        asked = self.channels if streams is None else self.channels.keys() & set(streams)
        return {stream: self.channels[stream].number for stream in asked}

    def heads(self, streams: Iterable[str]) -> dict[str, int]:
        """The numbers after which everything will be delivered."""
        known = ((stream, self.channels.get(stream)) for stream in streams)
        return {stream: channel.number for stream, channel in known if channel}
