"""HTTP for the networks from which a group may come. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from yoriai.people.access.actor import Actor
from yoriai.people.access.networks import MOST, Networks
from yoriai.people.sessions import network_rules
from yoriai.people.sessions.http import allowed, stepped_up
from yoriai.people.sessions.network_rules import Foreseen
from yoriai.platform.http.works import Work, Writes

router = APIRouter(prefix="/account-groups/{group_id}/networks", tags=["sessions"])

MayLook = Annotated[Actor, Depends(allowed("orgs.settings"))]
MaySet = Annotated[Actor, Depends(stepped_up("orgs.settings"))]
Typed = Annotated[list[Annotated[str, Field(max_length=100)]], Field(max_length=MOST)]


class GroupNetworksOut(BaseModel):
    """From where the people of a group may come on each side (none named: from anywhere), and where the asker is."""

    lgwan: tuple[str, ...]
    internet: tuple[str, ...]
    own_zone: str
    own_address: str


class GroupNetworksIn(BaseModel):
    """Addresses and networks as somebody types them."""

    model_config = ConfigDict(extra="forbid")

    lgwan: Typed
    internet: Typed

    def read(self) -> Networks:
        return Networks(
            lgwan=network_rules.read("lgwan", self.lgwan),
            internet=network_rules.read("internet", self.internet),
        )


class GroupNetworksWish(GroupNetworksIn):
    """The same to be kept; `even_own` once whoever decides it knows that it shuts out themselves."""

    even_own: bool = False


class ForeseenNetworksOut(BaseModel):
    """What would be kept, in its one form, and what it would do at once."""

    lgwan: tuple[str, ...]
    internet: tuple[str, ...]
    foreseen: Foreseen


@router.get("")
async def read_group_networks(group_id: UUID, work: Work, actor: MayLook) -> GroupNetworksOut:
    found = await network_rules.networks_of_group(work, actor, group_id)
    return GroupNetworksOut(
        lgwan=found.lgwan, internet=found.internet, own_zone=actor.zone, own_address=actor.address
    )


@router.post("/foresee")
async def foresee_group_networks(
    group_id: UUID, asked: GroupNetworksIn, work: Work, actor: MayLook
) -> ForeseenNetworksOut:
    wish = asked.read()
    foreseen = await network_rules.foresee(work, actor, group_id, wish)
    return ForeseenNetworksOut(lgwan=wish.lgwan, internet=wish.internet, foreseen=foreseen)


@router.put("", status_code=204)
async def decide_group_networks(
    group_id: UUID, asked: GroupNetworksWish, work: Writes, actor: MaySet
) -> None:
    await network_rules.decide(work, actor, group_id, asked.read(), even_own=asked.even_own)
