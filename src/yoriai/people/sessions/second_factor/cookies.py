"""The cookies of the way in: the half-way ticket, and what whoever has come in takes along."""

from fastapi import Request, Response

from yoriai.people.sessions import known
from yoriai.people.sessions.authenticate import COOKIE
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.here import here
from yoriai.people.sessions.second_factor import ticket
from yoriai.people.sessions.service import Opened
from yoriai.people.sessions.sign_in import SecondFactorNeeded
from yoriai.people.sessions.wire import SignedInOut
from yoriai.platform.http.answers import refusal_bytes
from yoriai.platform.http.request import request_id_of, zone_of
from yoriai.platform.work.edge import Works


def half_way(request: Request, entrance: Entrance, needed: SecondFactorNeeded) -> Response:
    """The refusal that says what is left, with the ticket for it. No session begins, and none ends."""
    body = refusal_bytes(needed, request_id_of(request))
    answer = Response(body, status_code=needed.status, media_type="application/json")
    written = ticket.write(entrance.key, needed.ticket, zone_of(request))
    _set(answer, ticket.COOKIE, written, lasts=int(ticket.LASTS.total_seconds()))
    return answer


def take_along(response: Response, opened: Opened, marks: str) -> None:
    """The new session's token, and the marks of a known browser."""
    _set(response, COOKIE, opened.token, lasts=opened.lasts)
    _set(response, known.COOKIE, marks, lasts=known.LASTS)


async def signed_in(works: Works, opened: Opened) -> SignedInOut:
    """What a browser is told that has come in."""
    async with works.reading() as work:
        return SignedInOut(account_id=opened.account_id, here=await here(work, opened.account_id))


def use_up(response: Response) -> None:
    """A ticket has done its work."""
    response.delete_cookie(ticket.COOKIE, path="/", secure=True, httponly=True, samesite="lax")


def _set(response: Response, name: str, value: str, *, lasts: int) -> None:
    # Secure and without a domain, so that no other host and no plain connection can set or read them (N42).
    response.set_cookie(name, value, max_age=lasts, path="/", secure=True, httponly=True, samesite="lax")
