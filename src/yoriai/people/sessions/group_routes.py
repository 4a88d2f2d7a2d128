"""HTTP for the rules about passwords of a group of accounts. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from yoriai.people.access.actor import Actor
from yoriai.people.sessions import group_rules
from yoriai.people.sessions.http import allowed
from yoriai.people.sessions.rules import PasswordRules
from yoriai.platform.http.works import Work, Writes

router = APIRouter(prefix="/account-groups/{group_id}/password-rules", tags=["sessions"])

MaySet = Annotated[Actor, Depends(allowed("orgs.settings"))]


class GroupRulesOut(BaseModel):
    """What holds for the group, and whether it has rules of its own."""

    rules: PasswordRules
    is_own: bool


@router.get("")
async def read_group_rules(group_id: UUID, work: Work, actor: MaySet) -> GroupRulesOut:
    rules, is_own = await group_rules.rules_of_group(work, actor, group_id)
    return GroupRulesOut(rules=rules, is_own=is_own)


@router.put("", status_code=204)
async def decide_group_rules(group_id: UUID, asked: PasswordRules, work: Writes, actor: MaySet) -> None:
    await group_rules.decide(work, actor, group_id, asked)


@router.delete("", status_code=204)
async def drop_group_rules(group_id: UUID, work: Writes, actor: MaySet) -> None:
    await group_rules.decide(work, actor, group_id, None)
