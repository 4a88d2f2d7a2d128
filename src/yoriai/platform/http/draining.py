"""The end of a server, said beforehand: balancers send nobody here any more while it still answers."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Draining:
    """Whether this process has been asked to end, and who is told so at once."""

    linger: float = 0
    """Seconds for which the doors stay open after that, so that whoever looks now and then has seen it."""
    has_begun: bool = False
    ears: list[Callable[[], None]] = field(default_factory=list[Callable[[], None]])

    def when(self, hear: Callable[[], None]) -> None:
        """Call this when it begins."""
        self.ears.append(hear)

    def begin(self, close: Callable[[], None]) -> None:
        """Say so to everybody, and close the doors in a while. Asked a second time: at once."""
        if self.has_begun or not self.linger:
            self._say_so()
            close()
            return
        self._say_so()
        asyncio.get_running_loop().call_later(self.linger, close)

    def _say_so(self) -> None:
        if not self.has_begun:
            self.has_begun = True
            for hear in self.ears:
                hear()
