"""What a request says about itself, as the listener saw it: zone, client address and a number to ask about it by."""

from starlette.requests import HTTPConnection


def zone_of(request: HTTPConnection) -> str:
    """The zone of the listening socket. No header, path, query or cookie has a say (ZONE-1)."""
    return request.scope["zone"]


def address_of(request: HTTPConnection) -> str:
    """The client's address: the peer's, or what a proxy declared for this listener says (N28)."""
    return request.scope["client_address"]


def request_id_of(request: HTTPConnection) -> str:
    """The number under which this request stands in logs, journal and refusals."""
    return request.scope["request_id"]


def files_origin_of(request: HTTPConnection) -> str:
    """Where this listener hands out files; empty where it hands out none."""
    return request.scope["files_origin"]


def is_of_a_keeper(request: HTTPConnection) -> bool:
    """Whether it is asked by the machine itself or by a declared proxy, on nobody else's behalf."""
    return request.scope["is_keeper"]


def is_draining(request: HTTPConnection) -> bool:
    """Whether this server has been asked to end."""
    return request.scope["is_draining"]
