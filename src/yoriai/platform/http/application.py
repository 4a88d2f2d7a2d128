"""The FastAPI application of the house: every refusal in one form, no page of its own, nothing said of errors."""

from collections.abc import Sequence
from pathlib import Path

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, JSONResponse
from starlette.routing import BaseRoute
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from yoriai.kit.errors import NotFound, NotNow, Refused, Unparseable, Wrong
from yoriai.platform.db.troubles import Undone, spoken_plainly
from yoriai.platform.denials import Denials
from yoriai.platform.http.answers import refusal_bytes, wrong_field
from yoriai.platform.http.denied import EXTRA, note_denied
from yoriai.platform.http.once_more import MAY_BE_ASKED_AGAIN, OnceMore
from yoriai.platform.http.packed import takes_gzip
from yoriai.platform.http.request import request_id_of

FOR_EVER = "public, max-age=31536000, immutable"
ALWAYS_ASK = "no-cache"
PACKED = (".js", ".css")

log = structlog.get_logger()


def application(routes: Sequence[BaseRoute] = ()) -> FastAPI:
    """An application of these routes that answers refusals as `{code, details, request_id}`."""
    app = FastAPI(title="Yoriai", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.denials = Denials()
    app.add_middleware(OnceMore)
    app.add_exception_handler(Undone, _undone)
    app.router.routes.extend(routes)
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(RequestValidationError, _wrong)
    app.add_exception_handler(ValidationError, _wrong)
    app.add_exception_handler(HTTPException, _of_the_framework)
    app.add_exception_handler(Exception, _defect)
    return app


def serve_shell(app: FastAPI, built: Path) -> None:
    """Serve the web client: its files for ever, its shell for every address that is not an API's."""
    shell = built / "index.html"
    kept = built / "assets"
    # Only what was built is served: no name that comes in is ever looked up on the disk.
    beside = [each for top in built.glob("*") if top != kept for each in (top, *top.rglob("*"))]
    files = {str(file.relative_to(built)): file for file in beside if file.is_file()}

    app.mount("/assets", _Kept(directory=kept, check_dir=False))

    @app.get("/{path:path}", include_in_schema=False)
    def page(path: str) -> Response:  # pyright: ignore[reportUnusedFunction]
        if path.startswith(("api/", "socket")):
            raise NotFound
        if not files:  # nothing was built: only the API answers
            raise NotFound
        return FileResponse(files.get(path, shell), headers={"cache-control": ALWAYS_ASK})


class _Kept(StaticFiles):
    """Files whose names carry a hash of their content never change. Scripts and styles lie there packed as well."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        if not path.endswith(PACKED):
            return _for_ever(await super().get_response(path, scope))
        response = await self._packed(path, scope) or await super().get_response(path, scope)
        response.headers["vary"] = "accept-encoding"
        return _for_ever(response)

    async def _packed(self, path: str, scope: Scope) -> Response | None:
        if not takes_gzip(Headers(scope=scope).get("accept-encoding", "")):
            return None
        try:
            response = await super().get_response(f"{path}.gz", scope)
        except HTTPException:  # whoever built them packed nothing
            return None
        response.headers["content-encoding"] = "gzip"
        return response


def _for_ever(response: Response) -> Response:
    response.headers["cache-control"] = FOR_EVER
    return response


def _answer(refused: Refused, request: Request, *, writes_too_much: bool = False) -> Response:
    headers = dict[str, str]()
    after = refused.details.get("retry_after")
    if isinstance(after, int):
        headers["retry-after"] = str(after)
    note_denied(request, refused, writes_too_much=writes_too_much)
    body = refusal_bytes(refused, request_id_of(request))
    return Response(body, status_code=refused.status, headers=headers, media_type="application/json")


async def _refused(request: Request, error: Exception) -> Response:
    return _answer(error if isinstance(error, Refused) else NotNow(retry_after=5), request)


async def _undone(request: Request, error: Exception) -> Response:
    if MAY_BE_ASKED_AGAIN in request.scope:
        raise error
    return await _refused(request, error)


async def _wrong(request: Request, error: Exception) -> Response:
    if isinstance(error, RequestValidationError):
        errors = error.errors()
        first, writes_too_much = errors[0], any(each["type"] == EXTRA for each in errors)
        if first["type"] == "json_invalid":
            return _answer(Unparseable(field="body"), request)
        field = ".".join(str(part) for part in first["loc"][1:]) or str(first["loc"][0])
        wrong = Wrong(field=field, reason=first["type"])
        return _answer(wrong, request, writes_too_much=writes_too_much)
    return _answer(wrong_field(error) if isinstance(error, ValidationError) else Unparseable(), request)


async def _of_the_framework(request: Request, error: Exception) -> Response:
    """Wrong method or unknown path: the same answer as for a thing that does not exist. Or a body that broke off."""
    if isinstance(error.__cause__, Refused):
        return _answer(error.__cause__, request)
    is_unreadable = isinstance(error, HTTPException) and error.status_code == 400
    return _answer(Unparseable(field="body") if is_unreadable else NotFound(), request)


async def _defect(request: Request, error: Exception) -> Response:
    try:
        with spoken_plainly():
            raise error
    except Refused as refused:
        return _answer(refused, request)
    except Exception:
        log.exception("request failed", request_id=request_id_of(request))
    return JSONResponse(
        {"code": "defect", "details": {}, "request_id": request_id_of(request)}, status_code=500
    )
