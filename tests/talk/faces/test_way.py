"""A face on its whole way: brought like every file, made small and square of what was found good, shown, taken off."""

import io

import pytest
from PIL import Image

from tests.cast import SATO, SUZUKI, ZONES
from tests.people.files.bringing import Bringer
from tests.people.files.sanitizing.corpus import picture, png_of, written
from tests.talk.attachments.bringing import attached, bring, is_held, judge
from tests.talk.attachments.test_way_out import SHUT, statuses
from tests.talk.faces.showing import chosen, seen, with_face
from tests.town import Town
from yoriai.people.files.models import State

pytestmark = pytest.mark.anyio

RUN = 2 * 1024
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
JUDGED = 60  # seconds in which a file has its end, on a machine that does much else


@pytest.mark.req("R2", "R8", "S2", "N74", "N89", "FILE-8")
@pytest.mark.parametrize("origin", ZONES)
async def test_a_picture_becomes_a_small_square_on_both_sides_and_goes_again(town: Town, origin: str) -> None:
    data = written(picture(480, 300), "PNG") + SVG  # what follows a picture is no part of it
    async with town.listens(SUZUKI, zone="internet") as ear:
        file_id = await chosen(town, data, "わたし.png", zone=origin)
        await ear.until(lambda: ear.named("faces.changed"), JUDGED)
        told = ear.named("faces.changed")[0]["body"]
        assert (told["account_id"], told["is_set"]) == (str(SATO), True)
        got = list[str]()
        for reader in ZONES:
            address = (await seen(town, SUZUKI, SATO, zone=reader))[SATO]
            assert (await seen(town, SUZUKI, SATO, zone=reader))[SATO] == address, (
                "a browser keeps what it has"
            )
            face = await town.fetch(address, zone=reader)
            assert face.headers["cache-control"] == "private, max-age=43200"
            assert face.headers["content-type"] == "image/jpeg" and SVG not in face.content
            assert Image.open(io.BytesIO(face.content)).size == (256, 256)
            assert not any(data[at : at + RUN] in face.content for at in range(0, len(data) - RUN, RUN))
            for who in (SATO, SUZUKI):
                asked = {"file_ids": [file_id]}
                assert (await town.call(who, "POST", "/api/files/links", asked, zone=reader)).json()[
                    "files"
                ] == []
            got.append(address)
        assert (await town.call(SATO, "DELETE", "/api/face", zone=origin)).status_code == 204
        await ear.fact("faces.changed", 2)
    assert await seen(town, SUZUKI, SATO) == {}
    for address, reader in zip(got, ZONES, strict=True):
        assert await statuses(town, address, reader) == SHUT


HOSTILE = [
    (SVG, "わたし.svg", "files.markup"),
    (SVG, "わたし.png", "files.markup"),
    (png_of(50_000, 50_000), "わたし.png", "files.too_many_pixels"),
    (b"GIF89a=1;alert(1)//", "わたし.gif", "files.held_broken"),
    ("窓口の当番表です。\n".encode(), "わたし.txt", "faces.no_picture"),
]


@pytest.mark.req("FILE-5", "N78", "N80", "N82", "S11")
async def test_what_is_no_good_picture_is_refused_and_the_old_face_stays(town: Town) -> None:
    await with_face(town, SATO)
    before, bringer = await seen(town, SUZUKI, SATO), Bringer(town, SATO, "internet")
    for data, name, code in HOSTILE:
        file_id = await bringer.brings(data, name)
        await bringer.judged(file_id)
        answer = await town.call(SATO, "PUT", "/api/face", {"file_id": file_id}, zone="internet")
        said = answer.json()
        assert (answer.status_code, said["details"].get("reason", said["code"])) == (409, code), name
    assert await seen(town, SUZUKI, SATO) == before


@pytest.mark.req("S11", "FILE-8")
async def test_while_it_is_checked_the_old_face_stays_and_a_refusal_is_told(town: Town) -> None:
    await with_face(town, SATO)
    before, brought = await seen(town, SUZUKI, SATO), await bring(town, state=State.CHECKING)
    async with town.listens(SATO) as ear:
        asked = {"file_id": str(brought.file_id)}
        assert (await town.call(SATO, "PUT", "/api/face", asked)).status_code == 204
        state = {"is_set": True, "is_coming": True, "reason": "", "may_set": True}
        assert (await town.call(SATO, "GET", "/api/face")).json() == state
        assert await seen(town, SUZUKI, SATO) == before and await is_held(town, brought)
        await judge(town, brought)
        assert (await ear.fact("faces.refused"))["body"]["reason"] == "sanitizing.unknown"
    refused = state | {"is_coming": False, "reason": "sanitizing.unknown"}
    assert (await town.call(SATO, "GET", "/api/face")).json() == refused
    assert await seen(town, SUZUKI, SATO) == before and not await is_held(town, brought)


@pytest.mark.req("N6", "K4")
async def test_nobody_chooses_what_is_not_theirs_or_is_used_elsewhere(town: Town) -> None:
    others, used, own = await bring(town, SUZUKI), await bring(town), await bring(town, state=State.CHECKING)
    await attached(town, used)
    for brought, code in ((others, 422), (used, 422)):
        asked = {"file_id": str(brought.file_id)}
        answer = await town.call(SATO, "PUT", "/api/face", asked)
        assert (answer.status_code, answer.json()["code"]) == (code, "faces.no_such_picture")
    for _ in range(2):  # the same again is the same
        assert (await town.call(SATO, "PUT", "/api/face", {"file_id": str(own.file_id)})).status_code == 204
    names = await town.told_at(f"person/{SATO}")
    assert names.count("faces.brought") == 1
    late = await Bringer(town, SATO).brings(b"x" * 10, "a.txt")
    assert (await Bringer(town, SATO).judged(late))["state"] == "disarmed"
    answer = await town.call(SATO, "PUT", "/api/face", {"file_id": late})
    assert (answer.status_code, answer.json()["code"]) == (409, "faces.no_picture")
