"""A word for the machine's keeper: the process answers and sees its database. It says nothing else (N125)."""

from fastapi import APIRouter, Request
from pydantic import BaseModel

from yoriai.kit.errors import NotFound
from yoriai.platform.http.listener import is_loopback
from yoriai.platform.http.request import address_of
from yoriai.platform.http.works import AllWorks

router = APIRouter(tags=["health"])


class HealthOut(BaseModel):
    """Nothing but that it is so; when it is not, the answer is 503."""

    ok: bool


@router.get("/healthz", include_in_schema=False)
async def healthy(request: Request, works: AllWorks) -> HealthOut:
    """Ask the database the smallest question. For the machine itself: from elsewhere there is no such thing."""
    if not is_loopback(address_of(request)):
        raise NotFound
    await works.store.answers()
    return HealthOut(ok=True)
