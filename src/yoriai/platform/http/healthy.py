"""A word for the machine's keeper: the process answers, stays, and sees its database. It says nothing else (N125)."""

from fastapi import APIRouter, Request
from pydantic import BaseModel

from yoriai.kit.errors import NotFound, NotNow
from yoriai.platform.http.request import is_draining, is_of_a_keeper
from yoriai.platform.http.works import AllWorks

router = APIRouter(tags=["health"])
AGAIN = 5  # seconds


class HealthOut(BaseModel):
    """Nothing but that it is so; when it is not, the answer is 503."""

    ok: bool


@router.get("/healthz", include_in_schema=False)
async def healthy(request: Request, works: AllWorks) -> HealthOut:
    """Ask the database the smallest question. For the machine itself and its proxies: from elsewhere there is no such
    thing. 503 from the moment in which the server is asked to end, while it still serves who is here."""
    if not is_of_a_keeper(request):
        raise NotFound
    if is_draining(request):
        raise NotNow(retry_after=AGAIN)
    await works.store.answers()
    return HealthOut(ok=True)
