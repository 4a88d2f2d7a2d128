"""The network model in force, for whoever runs the body: what it decides, and at which doors this server listens."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel

from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.sessions.http import allowed
from yoriai.people.zones.profile import LabelDefaults, Point, profile_of
from yoriai.people.zones.zone import Zone
from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.platform.settings import Settings

router = APIRouter(prefix="/network", tags=["network"])
MayLook = Annotated[Actor, Depends(allowed("orgs.settings"))]


class DoorOut(BaseModel):
    """A listener, as people reach it."""

    zone: Zone
    url: str


class NetworkOut(BaseModel):
    """The model by its name in the settings file, and everything that it decides."""

    name: str
    title: str
    about: str
    primary: Zone
    one_body: bool
    labels: LabelDefaults
    points: list[Point]
    doors: list[DoorOut]


@router.get("")
async def read_network(request: Request, _: MayLook) -> NetworkOut:
    settings: Settings = request.app.state.settings
    profile = profile_of(settings.profile)
    if profile is None:
        raise NotFound
    return NetworkOut(
        name=settings.profile,
        title=profile.title,
        about=profile.about,
        primary=profile.primary,
        one_body=profile.one_body,
        labels=profile.labels,
        points=list(profile.points),
        doors=[DoorOut(zone=Zone(each.zone), url=each.url) for each in settings.listeners],
    )


network = Feature(
    name="network",
    title="ネットワークのモデル",
    keeps=Keeps.NOTHING,
    from_internet=FromInternet.EVERYTHING,
    routes=(router,),
)
