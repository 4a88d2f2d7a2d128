"""The declaration of a feature: what it is, keeps, tells and answers. The app refuses to mount one that has not said so."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.db.base import Base
from yoriai.platform.db.statement import Rows
from yoriai.platform.denials import KeepsDenials
from yoriai.platform.facts.durable import Reader
from yoriai.platform.facts.fact import Fact
from yoriai.platform.facts.sight import Sight
from yoriai.platform.http.uploads import Upload
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work


class Keeps(StrEnum):
    """How long a feature's rows stay."""

    AS_LONG_AS_THE_ROOM = "as_long_as_the_room"
    AS_LONG_AS_THE_ACCOUNT = "as_long_as_the_account"
    AS_LONG_AS_THE_TENANT = "as_long_as_the_tenant"
    THIRTY_DAYS = "thirty_days"
    NOTHING = "nothing"


class FromInternet(StrEnum):
    """What of a feature the Internet side may see."""

    EVERYTHING = "everything"
    NOTHING = "nothing"
    """Its routes and commands answer there as if they did not exist, unless the desks of the office are there."""


class Who(Protocol):
    """Somebody signed in, as far as the machinery must know. `people.access.Actor` is one."""

    @property
    def account_id(self) -> UUID: ...
    @property
    def tenant_id(self) -> UUID: ...
    @property
    def session_id(self) -> UUID: ...
    @property
    def zone(self) -> str: ...
    @property
    def is_at_home(self) -> bool:
        """Whether they stand on the side of the office's own desks."""
        ...

    @property
    def address(self) -> str: ...
    @property
    def capabilities(self) -> frozenset[str]: ...
    @property
    def switched_off(self) -> frozenset[str]: ...
    @property
    def own_stream(self) -> str:
        """Where this person is told what concerns them alone: what they hear, and when it ends."""
        ...

    @property
    def redaction_class(self) -> str:
        """Readers of one class are shown the same words; facts are rendered once for each class."""
        ...

    @property
    def is_outsider(self) -> bool:
        """To whom what they may not do is as if it did not exist."""
        ...

    @property
    def expires_at(self) -> datetime:
        """When the session ends by itself."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """A command that came over a socket: who asks, with which request id, and where works begin."""

    who: Who
    works: Works
    request_id: str


Render = Callable[[AsyncSession, Sequence[Fact], str], Awaitable[Sequence[dict[str, object] | None]]]
"""Load the words of many facts of one kind for one redaction class; None where nothing may be shown."""

QuickRender = Callable[[Rows, Sequence[Fact], str], Sequence[dict[str, object] | None]]
"""The same on plain rows, for facts of the hot path: read where the lines of the journal are read."""


@dataclass(frozen=True, slots=True)
class Hearer:
    """Somebody who wants to hear: all that they may, or what they may of the streams that are named."""

    who: Who
    named: Collection[str] | None = None


Hears = Callable[[Work, Sequence[Hearer]], Awaitable[Sequence[Mapping[str, Sight]]]]
"""Which streams of this feature each of these may hear. Thousands ask at one moment: a question is asked once for all."""

Sealed = Callable[[Rows, Collection[str]], Collection[str]]
"""Those of these streams that are not heard on the Internet side."""

Lends = Callable[[Work, Who, Collection[UUID]], Awaitable[Collection[UUID]]]
"""Of these files those that somebody may have because this feature shows them. Asked at every look at one (N7)."""

OUTSIDE: Final = "@outside"
"""The end of the redaction class in which somebody on the Internet side hears their own stream: on it, things are told
of rooms that may be there on the LGWAN side alone."""


def class_on(who: Who, stream: str) -> str:
    """The redaction class in which somebody hears this stream."""
    is_outside = stream == who.own_stream and who.zone != "lgwan"
    return who.redaction_class + OUTSIDE if is_outside else who.redaction_class


def hears_outside(klass: str) -> bool:
    """Whether this is the class of somebody who hears their own stream on the Internet side."""
    return klass.endswith(OUTSIDE)


SignalBody = Callable[[AsyncSession, str], Awaitable[dict[str, object]]]
"""The body of a signal about a stream, made when it is sent."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be asked over the socket. The answer is what `handle` returns."""

    name: str
    model: type[BaseModel]
    handle: Callable[[Asked, BaseModel], Awaitable[Mapping[str, object]]]
    capability: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """A job that comes back by the clock, as a cron line in Japanese time."""

    kind: str
    cron: str


JobHandler = Callable[[Works, Mapping[str, object]], Awaitable[None]]
"""Does one job. It may run twice after a crash, so it must be the same as running once."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One module of the product, as it declares itself."""

    name: str
    title: str
    """The Japanese name under which people know it; it stands in the glossary."""
    keeps: Keeps
    from_internet: FromInternet
    may_switch_off: bool = False
    """Whether a tenant may live without it (BASE-7); then it says what it gives, and what is missing without it."""
    about: str = ""
    without: str = ""
    tables: tuple[type[Base], ...] = ()
    forgets: Mapping[type[Base], timedelta] = field(default_factory=dict[type[Base], timedelta])
    """Those of the tables whose rows go sooner than the feature keeps, this long after they were made or last used;
    one of its scheduled jobs lets them go."""
    facts: tuple[type[Fact], ...] = ()
    routes: tuple[APIRouter, ...] = ()
    uploads: tuple[Upload, ...] = ()
    """Those of the routes that take a file as their body; all others take JSON."""
    commands: tuple[Command, ...] = ()
    capabilities: tuple[str, ...] = ()
    renders: Mapping[type[Fact], Render] = field(default_factory=dict[type[Fact], Render])
    shapes: Mapping[type[Fact], type[BaseModel]] = field(default_factory=dict[type[Fact], type[BaseModel]])
    """The rendered bodies as clients get them, where they differ from the fact itself; clients are generated from it."""
    quick_renders: Mapping[type[Fact], QuickRender] = field(default_factory=dict[type[Fact], QuickRender])
    hears: Hears | None = None
    sealed: Sealed | None = None
    lends: Lends | None = None
    """Where it shows files that people brought."""
    shows: Lends | None = None
    """Where it shows faces that were made of such files, and nothing else of them."""
    backdrops: frozenset[str] = frozenset()
    """Kinds of streams that tell how people and units are called, wherever their names stand."""
    signals: Mapping[str, SignalBody] = field(default_factory=dict[str, SignalBody])
    whispers: tuple[str, ...] = ()
    """Fleeting things with words of their own, passed on at once to who looks."""
    announced: frozenset[str] = frozenset()
    """Those of the signals that go to everybody who hears the stream and may do something with this feature; the
    others go only to who looks at it."""
    jobs: Mapping[str, JobHandler] = field(default_factory=dict[str, JobHandler])
    at_once: Mapping[str, int] = field(default_factory=dict[str, int])
    """Of jobs that work long: how many of a kind one process does at a time, so that all others find a place."""
    schedules: tuple[Schedule, ...] = ()
    settings: Mapping[str, type[BaseModel]] = field(default_factory=dict[str, type[BaseModel]])
    """What a body may set of it, by name; kept and changed by `people.orgs.settings`."""
    reads: tuple[Reader, ...] = ()
    """Durable readers: they are handed every line of the journal, at least once, whatever dies meanwhile."""
    denials: KeepsDenials | None = None
    """For the one feature that keeps what was refused: a moment after it was, and counted where it is too much."""

    def is_offered(self, who: Who) -> bool:
        """Whether this feature exists at all for somebody, where they stand."""
        if self.from_internet is FromInternet.NOTHING and not who.is_at_home:
            return False
        return not (self.may_switch_off and self.name in who.switched_off)
