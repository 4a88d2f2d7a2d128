"""What was missed: the hole in a stream, over HTTP, for a client that holds the numbers around it (D11)."""

from typing import Annotated

import orjson
from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from yoriai.kit.errors import NotFound
from yoriai.people.sessions.http import Signed
from yoriai.platform.feature import Feature, FromInternet, Hearer, Keeps
from yoriai.platform.http.works import Work
from yoriai.platform.realtime.realtime import Realtime

router = APIRouter(prefix="/facts", tags=["missed"])


class MissedOut(BaseModel):
    """Frames as they would have come over the socket, and how far they reach."""

    frames: list[dict[str, object]]
    covered: int
    """Every number up to this one is either among the frames or not for this reader."""


@router.get("", response_model=MissedOut)
async def read_missed(  # noqa: PLR0917 called by name, by the framework
    request: Request,
    work: Work,
    actor: Signed,
    stream: Annotated[str, Query(max_length=60)],
    after: Annotated[int, Query(ge=0, le=2**62)],
) -> Response:
    """Ask the door as any list would, then read the primary. Too far behind: 410."""
    realtime: Realtime = request.app.state.realtime
    (sights,) = await realtime.hears(work, [Hearer(actor, (stream,))])
    sight = sights.get(stream)
    if sight is None:
        raise NotFound
    with realtime.resuming.catching_up(actor):
        rendered = await realtime.resuming.missed(work, actor, sight, (stream, after))
    covered = rendered[-1].line.number if rendered else after
    # The bytes are those of the socket, so that both ways can never differ.
    frames = b",".join(each.body for each in rendered)
    return Response(
        b'{"frames":[' + frames + b'],"covered":' + orjson.dumps(covered) + b"}",
        media_type="application/json",
    )


missed = Feature(
    name="missed",
    title="聞き逃しの取り直し",
    keeps=Keeps.NOTHING,
    from_internet=FromInternet.EVERYTHING,
    routes=(router,),
)
