"""What routes depend on: nothing of it is worth a thread."""

import inspect
from collections.abc import Callable, Generator

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from yoriai.app.wiring import FEATURES


def asked_by(dependant: Dependant) -> Generator[Callable[..., object]]:
    """Everything that a route asks before it answers, and itself."""
    if dependant.call is not None:
        yield dependant.call
    for each in dependant.dependencies:
        yield from asked_by(each)


def is_asynchronous(asked: Callable[..., object]) -> bool:
    run = asked if inspect.isroutine(asked) else type(asked).__call__
    return inspect.iscoroutinefunction(run) or inspect.isasyncgenfunction(run)


def test_no_route_and_nothing_it_depends_on_goes_to_a_thread_of_its_own():
    """The framework gives one to whatever is not asynchronous. While others keep the interpreter busy, each change of
    threads waits for its turn, and the connection that the route holds waits with it."""
    routes = [route for feature in FEATURES for router in feature.routes for route in router.routes]
    known = [route for route in routes if isinstance(route, APIRoute)]
    found = {
        f"{route.path}: {getattr(asked, '__qualname__', asked)}"
        for route in known
        for asked in asked_by(route.dependant)
        if not is_asynchronous(asked)
    }
    assert (len(known) > 200, found) == (True, set())
