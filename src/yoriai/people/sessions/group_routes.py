"""HTTP for the rules about signing in of a group of accounts. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict

from yoriai.people.access.actor import Actor
from yoriai.people.sessions import group_rules
from yoriai.people.sessions.http import allowed, stepped_up
from yoriai.people.sessions.rules import PasswordRules, RequiredOf
from yoriai.platform.http.works import Work, Writes

router = APIRouter(prefix="/account-groups/{group_id}", tags=["sessions"])

MayLook = Annotated[Actor, Depends(allowed("orgs.settings"))]
MaySet = Annotated[Actor, Depends(stepped_up("orgs.settings"))]


class GroupRulesOut(BaseModel):
    """What holds for the group, and whether it has rules of its own."""

    rules: PasswordRules
    is_own: bool
    second: RequiredOf | None
    """Who of the group must have a second factor, where it asks for more than its body."""


class SecondIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    required_of: RequiredOf | None


@router.get("/password-rules")
async def read_group_rules(group_id: UUID, work: Work, actor: MayLook) -> GroupRulesOut:
    found = await group_rules.rules_of_group(work, actor, group_id)
    return GroupRulesOut(rules=found.password, is_own=found.is_own, second=found.second)


@router.put("/password-rules", status_code=204)
async def decide_group_rules(group_id: UUID, asked: PasswordRules, work: Writes, actor: MaySet) -> None:
    await group_rules.decide(work, actor, group_id, asked)


@router.delete("/password-rules", status_code=204)
async def drop_group_rules(group_id: UUID, work: Writes, actor: MaySet) -> None:
    await group_rules.decide(work, actor, group_id, None)


@router.put("/second-factor", status_code=204)
async def decide_second(group_id: UUID, asked: SecondIn, work: Writes, actor: MaySet) -> None:
    await group_rules.decide_second(work, actor, group_id, asked.required_of)
