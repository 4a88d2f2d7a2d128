"""A porch before the application: whom it turns away, the framework never hears of.

For the few routes that a machine may ask thousands of times a minute. What is refused here would be refused inside
too, in the same words; it only costs less.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.types import Message, Receive

from yoriai.kit.errors import Refused
from yoriai.platform.http.listener import Knock

Look = Callable[[Knock, bytes], Awaitable[Refused | None]]
"""Why this request, with this whole body, need not be let in; None where it must be looked at inside."""


@dataclass(frozen=True, slots=True)
class Porch:
    """Before one route."""

    method: str
    path: str
    look: Look


async def past(look: Look, knock: Knock, receive: Receive) -> Receive:
    """Hear all of a request; the refusal is raised, and whoever may go on is heard again from the beginning."""
    heard = [await receive()]
    while heard[-1].get("more_body"):
        heard.append(await receive())
    if refused := await look(knock, b"".join(each.get("body", b"") for each in heard)):
        raise refused

    async def again() -> Message:
        return heard.pop(0) if heard else await receive()

    return again
