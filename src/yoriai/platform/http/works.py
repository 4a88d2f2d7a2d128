"""A unit of work for each request, committed before the answer leaves.

Both dependencies are one and the same function, so everything of a request shares one work. A route that
declares `work: Writes` takes the write lock at its entry; every other one reads.
"""

import inspect
from collections.abc import AsyncIterator, Callable
from functools import cache
from typing import Annotated, get_args

from fastapi import Depends, Request

from yoriai.platform.facts.numbering import Cause
from yoriai.platform.http.request import address_of, request_id_of, zone_of
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work as UnitOfWork

CHANGES = "changes"


def works_of(request: Request) -> Works:
    """Where works begin; for routes that need more than one, or none while they hash."""
    return request.app.state.works


async def _begin(request: Request) -> AsyncIterator[UnitOfWork]:
    works = works_of(request)
    begin = works.writing if declares_writes(request.scope["endpoint"]) else works.reading
    async with begin(cause_of(request)) as work:
        yield work


def cause_of(request: Request) -> Cause:
    """What is known of a request before anybody has signed in."""
    return Cause(zone=zone_of(request), address=address_of(request), request_id=request_id_of(request))


Work = Annotated[UnitOfWork, Depends(_begin, scope="function")]
Writes = Annotated[UnitOfWork, Depends(_begin, scope="function"), CHANGES]


async def _works(request: Request) -> Works:
    """Asynchronous, because the framework gives every other dependency a thread of its own, which costs more than it."""
    return works_of(request)


AllWorks = Annotated[Works, Depends(_works)]


@cache
def declares_writes(endpoint: Callable[..., object]) -> bool:
    """Whether a route says that it writes, by `Writes` in its signature."""
    hints = inspect.signature(endpoint, eval_str=True).parameters.values()
    return any(CHANGES in get_args(hint.annotation) for hint in hints)
