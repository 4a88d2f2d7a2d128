"""HTTP for asking why one may not do something oneself. It decides nothing."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, JsonValue

from yoriai.app.why.explain import Asked, Kind, explain
from yoriai.app.why.operations import operation_called
from yoriai.kit.errors import NotFound
from yoriai.people.access.networks import ANYWHERE
from yoriai.people.sessions.http import Signed
from yoriai.people.sessions.stand_in import stand_in
from yoriai.platform.feature import Feature
from yoriai.platform.http.works import Work
from yoriai.talk.rooms.standing import enter

router = APIRouter(prefix="/why", tags=["why"])


class VerdictOut(BaseModel):
    """One question, and its answer: by which rule it stops, and by whose word a right is there or not."""

    model_config = ConfigDict(from_attributes=True)

    kind: Kind
    is_passed: bool
    code: str | None
    details: dict[str, JsonValue]
    origin: str | None


class WhyOut(BaseModel):
    """All questions up to the first that stops whoever asks."""

    is_allowed: bool
    verdicts: list[VerdictOut]


@router.get("/{operation}")
async def read_why(  # noqa: PLR0913 called by name, by the framework
    operation: str,
    request: Request,
    work: Work,
    actor: Signed,
    room: UUID | None = None,
    whom: UUID | None = None,
) -> WhyOut:
    """Of a room in which the asker is not, nothing is said: not even that it is (A4)."""
    features: Sequence[Feature] = request.app.state.features
    wanted = operation_called(operation, features)
    if wanted is None:
        raise NotFound
    if room is not None:
        await enter(work, actor, room)
    found = await stand_in(work, actor.account_id, actor.zone)
    people = () if whom is None else (whom,)
    asked = Asked(
        actor,
        wanted,
        room,
        people,
        rights=found.rights if found else (),
        networks=found.networks if found else ANYWHERE,
    )
    verdicts = await explain(work, features, asked)
    return WhyOut(
        is_allowed=verdicts[-1].is_passed,
        verdicts=[VerdictOut.model_validate(each) for each in verdicts],
    )
