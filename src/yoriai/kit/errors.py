"""Refusals: every way in which Yoriai says no, each with a stable code."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, TypeAlias
from uuid import UUID

Cell: TypeAlias = str | int | None
Item: TypeAlias = str | int | Mapping[str, Cell]
Given: TypeAlias = str | int | Sequence[Item] | None
Detail: TypeAlias = str | int | list[str | int | dict[str, Cell]] | None

# Words of our own code, never of a person: only these are written out in a log line.
OWN_WORDS = frozenset({"field", "reason"})


class Refused(Exception):
    """A rule said no: nothing was half-applied. Sub-classes name the rule by their code.

    The details go to the person as they are, so they hold limits, field names and what came in,
    and can always be written as JSON. They do not change once the refusal is made.
    """

    code: ClassVar[str]
    status: ClassVar[int] = 409

    def __init__(self, **details: Given) -> None:
        super().__init__()
        self.whose: tuple[UUID, UUID] | None = None
        """The body and the account that it was about, where nobody is signed in; said to nobody, only kept."""
        self._details: dict[str, Detail] = {key: _plain(value) for key, value in details.items()}

    @property
    def details(self) -> dict[str, Detail]:
        """A copy, so that nobody on the way to the edge can change what was said."""
        return {key: _plain(value) for key, value in self._details.items()}

    def __str__(self) -> str:
        """For logs: the code, our own words and figures; never a word that a person wrote."""
        shown = ", ".join(f"{key}={_shown(key, value)}" for key, value in self._details.items())
        return f"{self.code}({shown})"


class NotFound(Refused):
    """No such thing, or none that this person may know of: the answer is the same."""

    code = "not_found"
    status = 404


class Forbidden(Refused):
    """The thing is known to this person, but the act is not theirs to do."""

    code = "forbidden"
    status = 403


class SignedOut(Refused):
    """Nobody is signed in, or the session has ended."""

    code = "signed_out"
    status = 401


class ZoneForbids(Refused):
    """The person might, but not from this side (LGWAN or Internet)."""

    code = "zone_forbids"
    status = 403


class NetworkForbids(Refused):
    """The person might, but not from the network in which they are. Said to nobody but the account's own holder."""

    code = "network_forbids"
    status = 403


class Unparseable(Refused):
    """What came in cannot be read at all."""

    code = "unparseable"
    status = 400


class Wrong(Refused):
    """A value was read and breaks a rule: `field` says which one, `reason` which rule."""

    code = "wrong"
    status = 422


class Reread(Refused):
    """Too far behind to be told what was missed: read the present state instead."""

    code = "reread"
    status = 410


class TooLarge(Refused):
    """More bytes came than are taken."""

    code = "too_large"
    status = 413


class WrongType(Refused):
    """The body is of a kind that is not taken here."""

    code = "wrong_type"
    status = 415


class Later(Refused):
    """Base of the refusals that pass by themselves: `retry_after` says in how many seconds."""

    def __init__(self, *, retry_after: int, **details: Given) -> None:
        super().__init__(retry_after=retry_after, **details)
        self.retry_after = retry_after


class TooMany(Later):
    """Tried too often."""

    code = "too_many"
    status = 429


class NotNow(Later):
    """The server cannot do it at this moment; nothing is wrong with the request."""

    code = "not_now"
    status = 503


class NoSpace(Refused):
    """The disk or the body's quota is full."""

    code = "no_space"
    status = 507


def _plain(value: Given) -> Detail:
    if value is None or isinstance(value, str | int):
        return value
    return [dict(item) if isinstance(item, Mapping) else item for item in value]


def _shown(key: str, value: Detail) -> str:
    if isinstance(value, list):
        return f"[{len(value)}]"
    if isinstance(value, str) and key not in OWN_WORDS:
        return f"<{len(value)} characters>"
    return str(value)
