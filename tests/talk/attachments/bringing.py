"""Files that are there already, in whatever state a test needs, with their bytes in the store; and messages with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from random import Random
from uuid import UUID, uuid4

import httpx2
from sqlalchemy import select

from tests.cast import MIHON, MORI, SATO, TONARI, WELFARE
from tests.keys import new_send_key
from tests.town import Town
from yoriai.people.files import places
from yoriai.people.files.facts import FileJudged
from yoriai.people.files.models import File, State
from yoriai.people.files.sanitizing.kinds import Kind

LINKS = "/api/files/links"
BIG = 20_000  # bytes: several runs of 4 KiB


@dataclass(frozen=True)
class Brought:
    """A file, and what is there of it."""

    file_id: UUID
    original: bytes
    clean: bytes
    small: bytes

    @property
    def part(self) -> dict[str, object]:
        return {"kind": "file", "file_id": str(self.file_id)}


async def bring(
    town: Town,
    who: UUID = SATO,
    *,
    zone: str = "lgwan",
    state: State = State.DISARMED,
    name: str = "現場.png",
    kind: Kind = Kind.PNG,
    clean: bytes = b"",
) -> Brought:
    """As if this person had brought it on this side and it had come so far; `clean` is what was made of it."""
    dice, file_id = Random(zone), uuid4()
    original, made, small = (file_id.bytes + dice.randbytes(size) for size in (BIG, BIG, 900))
    brought = Brought(file_id, original, clean or made, small)
    hashes = [sha256(each).hexdigest() for each in (brought.original, brought.clean, brought.small)]
    is_made = state is State.DISARMED
    file = File(
        id=file_id,
        tenant_id=TONARI if who == MORI else MIHON,
        account_id=who,
        name=name,
        size=BIG + 16,
        zone=zone,
        client="desktop",
        sort="image" if kind.is_image else "other",
        state=state,
        reason="" if state in {State.DISARMED, State.CHECKING} else "sanitizing.unknown",
        kind=kind if is_made else "",
        method="reconstruct" if is_made else "",
        sha256=hashes[0],
        sha256_made=hashes[1] if is_made else "",
        size_made=BIG + 16 if is_made else 0,
        sha256_small=hashes[2] if is_made else "",
        kind_small=Kind.PNG if is_made else "",
        created_at=town.assembly.works.now(),
    )
    await _put_down(town, file, brought)
    return brought


async def _put_down(town: Town, file: File, brought: Brought) -> None:
    blobs = town.assembly.works.blobs
    await blobs.put_bytes(places.original_of(file), brought.original)
    if file.sha256_made:
        await blobs.put_bytes(places.clean_of(file), brought.clean)
        await blobs.put_bytes(places.small_of(file), brought.small)
    async with town.assembly.works.writing() as work:
        work.session.add(file)


async def post(
    town: Town, parts: Sequence[Mapping[str, object]], who: UUID = SATO, room: UUID = WELFARE, **more: object
) -> httpx2.Response:
    """A message of these parts; `zone` says where its author stands."""
    zone = str(more.pop("zone", "lgwan"))
    body = {"send_key": new_send_key(), "parts": list(parts)} | more
    return await town.call(who, "POST", f"/api/rooms/{room}/messages", body, zone=zone)


async def attached(town: Town, *brought: Brought, who: UUID = SATO, room: UUID = WELFARE) -> str:
    """A message of nothing but these files; its id."""
    answer = await post(town, [each.part for each in brought], who, room)
    assert answer.status_code == 200, answer.text
    return str(answer.json()["message_id"])


async def shown(
    town: Town, who: UUID, *brought: Brought, zone: str = "lgwan"
) -> dict[UUID, dict[str, object]]:
    """What somebody is told of these files, with their links."""
    body = {"file_ids": [str(each.file_id) for each in brought]}
    answer = await town.call(who, "POST", LINKS, body, zone=zone)
    assert answer.status_code == 200, answer.text
    return {UUID(each["file_id"]): each for each in answer.json()["files"]}


async def link_of(
    town: Town, who: UUID, brought: Brought, *, zone: str = "lgwan", form: str = "whole"
) -> str:
    """The link to one, which there is."""
    return str((await shown(town, who, brought, zone=zone))[brought.file_id][form])


async def judge(town: Town, brought: Brought, state: State = State.HELD) -> None:
    """Let it have come to this end now, without the way there; whoever brought it and the room are told."""
    async with town.assembly.works.writing() as work:
        file = await work.session.get(File, brought.file_id)
        assert file is not None
        file.state, file.reason = state, "sanitizing.unknown"
        fact = FileJudged(
            account_id=file.account_id,
            file_id=file.id,
            zone=file.zone,
            state=state,
            reason=file.reason,
            found="",
            method="",
            sha256=file.sha256,
            sha256_made="",
        )
        work.state(fact, by=file.account_id)


async def is_held(town: Town, brought: Brought) -> bool:
    """Whether anything holds on to it."""
    async with town.assembly.works.reading() as work:
        return (
            await work.session.scalar(select(File.attached_at).where(File.id == brought.file_id)) is not None
        )
