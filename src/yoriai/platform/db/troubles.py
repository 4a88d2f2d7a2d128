"""Troubles of the database, said as refusals that a client may wait for: busy, away, full."""

import errno
from collections.abc import Generator
from contextlib import contextmanager
from socket import gaierror
from ssl import SSLError

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from yoriai.kit.errors import NoSpace, NotNow

FULL = ("database or disk is full", "No space left on device", "DiskFullError")
UNDONE = ("DeadlockDetectedError", "SerializationError")
PASSING = (
    "database is locked",
    "QueryCanceledError",
    "LockNotAvailableError",
    "TooManyConnectionsError",
    "CannotConnectNowError",
    "AdminShutdownError",
    "IdleInTransactionSessionTimeoutError",
)
NO_WAY = frozenset((errno.ENETDOWN, errno.ENETUNREACH, errno.EHOSTDOWN, errno.EHOSTUNREACH))
SEVERAL = "Multiple exceptions: "  # as the loop tells it
AGAIN = 3  # seconds until another try makes sense


class Undone(NotNow):
    """The database undid this work so that another one could go on. Whoever still has all of it may do it again."""

    def __init__(self) -> None:
        super().__init__(retry_after=1)


OVERTAKEN = (Undone, IntegrityError)
"""What happens to a work because another one was faster. Nothing of it is left, and looking again finds the other's."""


@contextmanager
def spoken_plainly() -> Generator[None]:
    """Turn a full disk into 507 and a database that is busy or away into 503; leave every other error alone."""
    try:
        yield
    except DBAPIError as error:
        # One of the drivers wraps what the server said: the condition is named in the cause.
        said = repr(error.orig) + repr(error.orig.__cause__ if error.orig else None)
        if any(word in said for word in FULL):
            raise NoSpace(retry_after=10) from error
        if any(word in said for word in UNDONE):
            raise Undone from error
        if error.connection_invalidated or any(word in said for word in PASSING):
            raise NotNow(retry_after=AGAIN) from error
        raise
    except PoolTimeout as error:
        raise NotNow(retry_after=AGAIN) from error
    except OSError as error:
        if _is_on_the_way(error):
            raise NotNow(retry_after=AGAIN) from error
        raise


def _is_on_the_way(error: OSError) -> bool:
    """Whether the database cannot be reached, as it is with a machine that is gone; files have errors of their own.

    Where a name stands for several addresses and each fails in its own way, all of it is told as one.
    """
    return (
        isinstance(error, ConnectionError | TimeoutError | gaierror | SSLError)
        or error.errno in NO_WAY
        or str(error).startswith(SEVERAL)
    )
