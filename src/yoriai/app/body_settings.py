"""The settings of a body over HTTP: one pair of routes for all of them, each with the model of its own feature."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, cast

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, JsonValue

from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import Person, people_of
from yoriai.people.orgs import settings
from yoriai.people.orgs.changes import latest_changes
from yoriai.people.orgs.models import BodyChangeKind
from yoriai.people.orgs.settings import Setting
from yoriai.people.sessions.http import allowed, stepped_up
from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.platform.http.works import Work, Writes

router = APIRouter(prefix="/settings", tags=["settings"])
MayChoose = Annotated[Actor, Depends(allowed("orgs.settings"))]


class SettingOut(BaseModel):
    """What a body has chosen of one feature, with the defaults where it has chosen nothing."""

    name: str
    value: dict[str, JsonValue]
    changed_at: datetime | None
    changed_by: Person | None


async def kind_of(name: str, request: Request, actor: MayChoose) -> type[Setting]:
    """The model behind a name; one that no feature offers to this body is nothing that is here."""
    features: Sequence[Feature] = request.app.state.features
    for feature in features:
        if name in feature.settings and feature.is_offered(actor):
            # Features declare plain models to the machinery; a test holds that each is a Setting of its name.
            return cast("type[Setting]", feature.settings[name])
    raise NotFound


Kind = Annotated[type[Setting], Depends(kind_of)]


async def proved_where_grave(kind: Kind, request: Request, work: Work, actor: MayChoose) -> Actor:
    """What everybody's sign-in hangs on is changed only by somebody who has just proved who they are."""
    return await stepped_up("orgs.settings")(request, work, actor) if kind.is_grave else actor


MayChange = Annotated[Actor, Depends(proved_where_grave)]


@router.get("/{name}")
async def read_setting(kind: Kind, work: Work, actor: MayChoose) -> SettingOut:
    value = await settings.of(work, actor.tenant_id, kind)
    changes = await latest_changes(work, actor.tenant_id, BodyChangeKind.SETTING)
    last = next((each for each in changes if each.name == kind.name), None)
    people = await people_of(work.session, {last.by} if last and last.by else set(), actor.redaction_class)
    return SettingOut(
        name=kind.name,
        value=value.model_dump(mode="json"),
        changed_at=last.at if last else None,
        changed_by=people.get(last.by) if last and last.by else None,
    )


@router.put("/{name}", status_code=204)
async def change_setting(asked: dict[str, JsonValue], kind: Kind, work: Writes, actor: MayChange) -> None:
    await settings.change(work, actor, kind.name, kind.model_validate(asked))


body_settings = Feature(
    name="body_settings",
    title="団体の設定",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,
    routes=(router,),
)
