"""HTTP for special posts. Routes translate; they do not decide."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed, stepped_up
from yoriai.people.accounts.cards import Person, people_of
from yoriai.people.accounts.delegates.routes import DelegateIn, DelegateOut
from yoriai.people.accounts.managing.asked import In
from yoriai.people.accounts.special_posts import service
from yoriai.people.accounts.special_posts.limits import Circle
from yoriai.people.accounts.special_posts.service import MOST_PEOPLE, MOST_UNITS, SpecialPost, Wish
from yoriai.platform.http.works import Work, Writes

router = APIRouter(tags=["special_posts"])

MayKeep = Annotated[Actor, Depends(allowed("delegates.keep"))]
MayLimit = Annotated[Actor, Depends(stepped_up("delegates.keep"))]
MayLook = Annotated[Actor, Depends(allowed("special_posts.manage"))]
MayManage = Annotated[Actor, Depends(stepped_up("special_posts.manage"))]


class SpecialPostsOut(BaseModel):
    posts: list[SpecialPost]
    people: dict[UUID, Person]


class WritingLimitIn(In):
    circle: Circle
    units: list[UUID] = Field(default=[], max_length=MOST_UNITS)
    people: list[UUID] = Field(default=[], max_length=MOST_PEOPLE)

    def wish(self) -> Wish:
        return Wish(self.circle, self.units, self.people)


@router.get("/special-posts")
async def read_special_posts(work: Work, actor: MayLook) -> SpecialPostsOut:
    return await _shown(work, actor, await service.posts(work, actor))


@router.get("/own-special-post")
async def read_own_special_post(work: Work, actor: MayKeep) -> SpecialPostsOut:
    mine = await service.own(work, actor)
    return await _shown(work, actor, [mine] if mine else [])


@router.put("/own-special-post", status_code=204)
async def limit_own(asked: WritingLimitIn, work: Writes, actor: MayLimit) -> None:
    await service.limit(work, actor, actor.account_id, asked.wish())


@router.put("/special-posts/{special_post_id}", status_code=204)
async def limit(special_post_id: UUID, asked: WritingLimitIn, work: Writes, actor: MayManage) -> None:
    await service.limit(work, actor, special_post_id, asked.wish())


@router.post("/special-posts/{special_post_id}/delegates", status_code=201)
async def name_delegate(
    special_post_id: UUID, asked: DelegateIn, work: Writes, actor: MayManage
) -> DelegateOut:
    until: date | None = asked.until
    named = await service.name_delegate(work, actor, special_post_id, asked.account_id, until=until)
    return DelegateOut(delegate_id=named)


async def _shown(work: Work, actor: Actor, posts: list[SpecialPost]) -> SpecialPostsOut:
    ids = {who for post in posts for who in (post.account_id, *post.people)}
    ids |= {mandate.person_id for post in posts for mandate in post.delegates}
    return SpecialPostsOut(posts=posts, people=await people_of(work.session, ids, actor.redaction_class))
