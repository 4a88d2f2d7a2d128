"""Modules on and off: what a body may live without, and who decided so (BASE-7)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel

from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import Person, people_of
from yoriai.people.orgs import modules as switches
from yoriai.people.orgs.changes import latest_changes
from yoriai.people.orgs.models import BodyChangeKind
from yoriai.people.sessions.http import allowed
from yoriai.platform.feature import Feature, FromInternet, Keeps
from yoriai.platform.http.works import Work, Writes

router = APIRouter(prefix="/modules", tags=["modules"])
MayChoose = Annotated[Actor, Depends(allowed("orgs.settings"))]


class ModuleOut(BaseModel):
    """A module that a body may live without."""

    name: str
    title: str
    about: str
    without: str
    is_on: bool
    changed_at: datetime | None
    changed_by: Person | None


class ModulesOut(BaseModel):
    """All of them, in the order in which the product is put together."""

    modules: list[ModuleOut]


def _optional(request: Request) -> Sequence[Feature]:
    features: Sequence[Feature] = request.app.state.features
    return [feature for feature in features if feature.may_switch_off]


async def named(name: str, request: Request, _: MayChoose) -> str:
    """The name of a module that may be switched off; any other is nothing that is here."""
    if name not in {feature.name for feature in _optional(request)}:
        raise NotFound
    return name


Named = Annotated[str, Depends(named)]


@router.get("")
async def read_modules(request: Request, work: Work, actor: MayChoose) -> ModulesOut:
    changes = {each.name: each for each in await latest_changes(work, actor.tenant_id, BodyChangeKind.MODULE)}
    people = await people_of(
        work.session, {each.by for each in changes.values() if each.by is not None}, actor.redaction_class
    )
    found: list[ModuleOut] = []
    for feature in _optional(request):
        last = changes.get(feature.name)
        found.append(
            ModuleOut(
                name=feature.name,
                title=feature.title,
                about=feature.about,
                without=feature.without,
                is_on=feature.name not in actor.switched_off,
                changed_at=last.at if last else None,
                changed_by=people.get(last.by) if last and last.by else None,
            )
        )
    return ModulesOut(modules=found)


@router.put("/{name}/switch", status_code=204)
async def switch_on(module: Named, work: Writes, actor: MayChoose) -> None:
    await switches.switch(work, actor, module, on=True)


@router.delete("/{name}/switch", status_code=204)
async def switch_off(module: Named, work: Writes, actor: MayChoose) -> None:
    await switches.switch(work, actor, module, on=False)


modules = Feature(
    name="modules",
    title="機能の入り切り",
    keeps=Keeps.AS_LONG_AS_THE_TENANT,
    from_internet=FromInternet.EVERYTHING,
    routes=(router,),
)
