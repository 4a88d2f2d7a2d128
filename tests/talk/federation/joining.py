"""Two bodies in one room, as the browsers of both do it."""

from typing import Any
from uuid import UUID

from sqlalchemy import insert, update

from tests.cast import OPENED, SATO, TONARI, TONARI_HALL, named
from tests.matrix.people import NEIGHBOUR, move_in
from tests.neighbours import take_part
from tests.town import Town
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.orgs.models import Tenant
from yoriai.talk.rooms.models import Room

ADMIN_B = NEIGHBOUR
"""Who administers the next town."""
Answer = tuple[int, str]
GONE: Answer = (404, "not_found")


async def together(town: Town, room: UUID | None = None) -> UUID:
    """Both towns take part, each has its administrator, and the room may be shared; the room."""
    await move_in(town)
    await take_part(town)
    there = room or town.welfare
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Room).where(Room.id == there).values(label=1))
    return there


async def asks(
    town: Town, who: UUID, method: str, path: str, body: object = None, zone: str = "lgwan"
) -> Answer:
    """The status and the code of the answer."""
    answer = await town.call(who, method, path, body, zone=zone)
    code = str(answer.json().get("code", "")) if answer.content and answer.status_code >= 400 else ""
    return answer.status_code, code


async def invites(
    town: Town, room: UUID, *, who: UUID = SATO, body: UUID = TONARI, words: str = ""
) -> Answer:
    return await asks(
        town, who, "POST", f"/api/rooms/{room}/bodies", {"tenant_id": str(body), "words": words}
    )


async def parts(town: Town, who: UUID = ADMIN_B) -> list[dict[str, Any]]:
    """The rooms of others in which somebody arranges their body's part."""
    answer = await town.call(who, "GET", "/api/federation")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["parts"]
    return found


async def part_of(town: Town, room: UUID, who: UUID = ADMIN_B) -> str:
    """The path of the one in this room."""
    (found,) = [each for each in await parts(town, who) if each["room_id"] == str(room)]
    return f"/api/federation/{found['part_id']}"


async def joined(town: Town, room: UUID, *people: UUID, **terms: object) -> str:
    """The next town is invited and accepts, and brings these people in; the path of its part."""
    assert await invites(town, room) == (204, "")
    path = await part_of(town, room)
    assert await asks(town, ADMIN_B, "PUT", path, terms) == (204, "")
    if people:
        assert await brings(town, path, *people) == (204, "")
    return path


async def brings(town: Town, path: str, *people: UUID, who: UUID = ADMIN_B) -> Answer:
    return await asks(town, who, "POST", f"{path}/people", {"accounts": [str(each) for each in people]})


async def bodies(town: Town, room: UUID, who: UUID = SATO) -> dict[str, Any]:
    """Those in the room, by name."""
    answer = await town.call(who, "GET", f"/api/rooms/{room}/bodies")
    assert answer.status_code == 200, answer.text
    return {each["name"]: each for each in answer.json()["bodies"]}


async def lines(town: Town, room: UUID, who: UUID = SATO) -> list[tuple[str, str]]:
    """What the house has said in the room: kinds and words."""
    page = (await town.call(who, "GET", f"/api/rooms/{room}/messages")).json()
    return [(line["kind"], line["words"]) for line in page["lines"]]


async def labels_of(town: Town, body: UUID, **allowed: bool) -> None:
    """Let the freest level of a body allow otherwise, whatever it had."""
    usual: dict[str, object] = dict.fromkeys(("internet", "bodies", "guests", "printing", "forwarding"), True)
    home = dict.fromkeys(usual, False)
    levels = [
        {"name": "外部と共有", "personal": False, **usual, **allowed},
        {"name": "庁内", "personal": False, **home},
        {"name": "庁内限り", "personal": True, **home},
    ]
    async with town.assembly.works.writing() as work:
        tenant = await work.session.get_one(Tenant, body)
        tenant.policies = tenant.policies | {"labels": {"levels": levels, "templates": {}}}


async def crowd(town: Town, count: int) -> list[UUID]:
    """So many further people of the next town."""
    ids = [named(f"隣見市の{number}人目") for number in range(count)]
    accounts = [
        {
            "id": who, "tenant_id": TONARI, "kind": "member", "login_id": f"2{number:05d}", "family": "隣見", "given": f"{number}",
            "kana": "となみ", "kana_order": f"となみ{number:05d}".encode(), "folded": "隣見", "employment_type": "regular",
            "job_title": "", "extension": "", "status": "active", "roles": ["member"], "created_at": OPENED,
        }
        for number, who in enumerate(ids)
    ]  # fmt: skip
    posts = [
        {
            "id": named(f"posting {who}"), "account_id": who, "organization_id": TONARI_HALL, "department_id": named("健康課"),
            "main": True, "since": OPENED,
        }
        for who in ids
    ]  # fmt: skip
    async with town.assembly.works.writing() as work:
        await work.session.execute(insert(Account), accounts)
        await work.session.execute(insert(Posting), posts)
    return ids
