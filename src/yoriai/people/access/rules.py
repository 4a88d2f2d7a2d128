"""The one sentence with which a policy becomes a refusal."""

from yoriai.kit.errors import Forbidden


def require(allowed: bool) -> None:
    """Go on only if this is allowed; otherwise the answer is 403, the same whatever the object."""
    if not allowed:
        raise Forbidden
