"""A word for the machine's keeper: the process answers and sees its database. It says nothing else (N125)."""

from fastapi import APIRouter
from pydantic import BaseModel

from yoriai.platform.http.works import AllWorks

router = APIRouter(tags=["health"])


class HealthOut(BaseModel):
    """Nothing but that it is so; when it is not, the answer is 503."""

    ok: bool


@router.get("/healthz", include_in_schema=False)
async def healthy(works: AllWorks) -> HealthOut:
    """Ask the database the smallest question."""
    await works.store.answers()
    return HealthOut(ok=True)
