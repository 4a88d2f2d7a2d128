"""What an HTTP request was refused, as whoever keeps refusals is told: by whom, from where, and never a word of it."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final
from uuid import UUID

from starlette.requests import HTTPConnection
from starlette.types import Scope

from yoriai.kit.errors import Refused
from yoriai.platform.denials import Denials, Denied
from yoriai.platform.feature import Who
from yoriai.platform.http.listener import Knock

EXTRA: Final = "extra_forbidden"


def note_denied(request: HTTPConnection, refused: Refused, *, writes_too_much: bool = False) -> None:
    """Note what the application has refused; also whether among what came were fields that nobody may write (N5)."""
    denials: Denials = request.app.state.denials
    denied = denied_in(request.scope, refused, who=getattr(request.state, "who", None))
    denials.note(replace(denied, reason=EXTRA) if writes_too_much else denied)


def denied_in(scope: Scope, refused: Refused, *, who: Who | None = None) -> Denied:
    """What was refused to this request."""
    whose = refused.whose
    route = getattr(scope.get("route"), "path", "")
    return Denied(
        at=datetime.now(UTC),
        status=refused.status,
        code=refused.code,
        reason=str(refused.details.get("reason", "")),
        action=f"{scope['method']} {route}".strip(),
        zone=scope.get("zone", ""),
        address=scope.get("client_address", ""),
        request_id=scope["request_id"],
        tenant_id=who.tenant_id if who else whose[0] if whose else None,
        account_id=who.account_id if who else None,
        session_id=who.session_id if who else None,
        # Whoever types somebody's number is not yet that person.
        things=(("account_id", whose[1]),) if whose else tuple(_ids_in(scope)),
        is_known=who is not None or _shows_a_session(scope),
    )


def _ids_in(scope: Scope) -> Iterator[tuple[str, UUID]]:
    path_params: Mapping[str, object] = scope.get("path_params", {})
    for name, value in path_params.items():
        with suppress(ValueError):
            yield name, UUID(str(value))


def _shows_a_session(scope: Scope) -> bool:
    knock: Knock | None = scope.get("knock")
    return knock is not None and bool(knock.header("cookie"))
