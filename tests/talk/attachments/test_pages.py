"""Pages of a PDF as pictures: to whoever may have it, also where it may not be saved, and to nobody else (FILE-15)."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from PIL import Image
from sqlalchemy import update

from tests.cast import MORI, SATO, SUZUKI, TANAKA, WELFARE
from tests.people.files.made_papers import made_paper, page_of
from tests.people.files.sanitizing.papers import likeness
from tests.people.files.taking.ruling import rule
from tests.talk.actors import withdraw
from tests.talk.attachments.bringing import Brought, attached, bring, link_of, shown
from tests.talk.attachments.test_way_out import OPEN, SHUT, answers, statuses
from tests.town import Town
from yoriai.people.files import links
from yoriai.people.files.models import File, State
from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.people.files.taking.settings import Saving, SavingBySide

pytestmark = [pytest.mark.anyio, pytest.mark.req("FILE-15")]

KINDS = ["image/png", "image/png", "image/jpeg"]


async def paper(town: Town, *, zone: str = "lgwan", clean: bytes = b"") -> Brought:
    """A PDF of three pages, in a message."""
    brought = await bring(town, zone=zone, name="計画.pdf", kind=Kind.PDF, clean=clean or made_paper())
    await attached(town, brought)
    return brought


def door(file_id: UUID) -> str:
    return f"/api/files/{file_id}/pages"


async def pages_of(town: Town, brought: Brought, who: UUID = SUZUKI, zone: str = "lgwan") -> Sequence[str]:
    """A link to each of its pages."""
    answer = await town.call(who, "GET", door(brought.file_id), zone=zone)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (told["count"], told["seconds"]) == (len(told["pages"]), 300)
    return told["pages"]


def to_page(town: Town, link: str, number: int) -> str:
    """As our own server would write a link to another page for whoever has this one."""
    key, now = town.assembly.settings.server_key(), datetime.now(UTC)
    said = links.read(key, link.split("/")[4], "lgwan", now)
    assert said is not None
    other = links.Link(said.file_id, links.AS_PAGE, said.account_id, said.session_id, said.until, number)
    return f"/f/{links.write(key, other, 'lgwan')}/x"


@pytest.mark.req("FILE-7", "S15", "N60", "R2")
@pytest.mark.parametrize("reader", ["lgwan", "internet"])
async def test_every_page_is_a_picture_also_where_nothing_may_be_saved(town: Town, reader: str) -> None:
    brought = await paper(town)
    await rule(town, saving=SavingBySide(lgwan=Saving(desktop=False), internet=Saving(desktop=False)))
    card = (await shown(town, SUZUKI, brought, zone=reader))[brought.file_id]
    assert (card["whole"], card["not_saved"]) == (None, "files.saving_off")
    tags = set[str]()
    for number, address in enumerate(await pages_of(town, brought, zone=reader)):
        got = await town.fetch(address, zone=reader)
        assert (got.status_code, got.headers["content-type"]) == (200, KINDS[number])
        image, drawn = Image.open(BytesIO(got.content)), page_of(number)
        assert image.size == drawn.size and likeness(image, drawn) >= 0.95
        Image.open(BytesIO(got.content)).verify()
        await is_dressed_as_every_file(town, address, reader, got.content)
        tags.add(got.headers["etag"])
    assert len(tags) == 3


async def is_dressed_as_every_file(town: Town, address: str, zone: str, whole: bytes) -> None:
    """Never a page of ours, in whatever part it is asked for, and never more than it was a moment ago."""
    plain = await town.fetch(address, zone=zone)
    assert plain.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in plain.headers["content-security-policy"] and "set-cookie" not in plain.headers
    assert plain.headers["content-disposition"].startswith("attachment; filename=")
    assert plain.headers["cache-control"] == "private, no-cache"
    head = await town.fetch(address, zone=zone, method="HEAD")
    assert (head.content, head.headers["content-length"]) == (b"", str(len(whole)))
    known = await town.fetch(address, zone=zone, headers={"if-none-match": plain.headers["etag"]})
    assert (known.status_code, known.content) == (304, b"")
    for start in (0, 5, 33, 41, len(whole) - 20, len(whole) - 1):
        for end in (start, start + 30):
            part = await town.fetch(address, zone=zone, headers={"range": f"bytes={start}-{end}"})
            assert (part.status_code, part.content) == (206, whole[start : end + 1])
    assert await statuses(town, address, zone) == OPEN


@pytest.mark.req("N6", "N7", "K4", "A4", "A10", "S11")
async def test_a_page_is_for_whoever_may_have_the_file_now(town: Town) -> None:
    brought, works = await paper(town), town.assembly.works
    nothing = await answers(town, f"/f/{'A' * 116}/x")
    link = (await pages_of(town, brought))[1]
    assert await statuses(town, link) == OPEN
    for stranger in (TANAKA, MORI):
        assert (await town.call(stranger, "GET", door(brought.file_id))).status_code == 404
    assert (await town.call(None, "GET", door(brought.file_id))).status_code == 401
    assert await statuses(town, link, zone="internet") == SHUT
    assert await statuses(town, link.replace(link.split("/")[4][-6:], "AAAAAA")) == SHUT
    now = datetime.now(UTC)
    works.now = lambda: now + links.LASTS
    assert await statuses(town, link) == SHUT
    works.now = lambda: now
    for state in (State.CHECKING, State.HELD, State.DECLINED, "later version", State.DISARMED):
        async with works.writing() as work:
            await work.session.execute(update(File).where(File.id == brought.file_id).values(state=state))
        is_open = state is State.DISARMED
        assert await statuses(town, link) == (OPEN if is_open else SHUT)
        assert (await town.call(SUZUKI, "GET", door(brought.file_id))).status_code == (
            200 if is_open else 404
        )
    await town.call(SUZUKI, "DELETE", f"/api/rooms/{WELFARE}/members/{SUZUKI}")
    assert await answers(town, link) == nothing


@pytest.mark.req("N7", "A5")
async def test_what_was_taken_back_has_no_pages(town: Town) -> None:
    brought = await bring(town, name="計画.pdf", kind=Kind.PDF, clean=made_paper())
    message = await attached(town, brought)
    link = (await pages_of(town, brought))[0]
    await withdraw(town, message)
    assert await statuses(town, link) == SHUT
    assert (await town.call(SUZUKI, "GET", door(brought.file_id))).status_code == 404


async def test_there_are_no_other_pages_than_there_are(town: Town) -> None:
    brought, photo = await paper(town), await bring(town)
    await attached(town, photo)
    link, of_photo = (await pages_of(town, brought))[0], await link_of(town, SUZUKI, photo)
    assert (await town.fetch(to_page(town, link, 2), zone="lgwan")).status_code == 200
    for address in (*(to_page(town, link, each) for each in (3, 500, 2**24 - 1)), to_page(town, of_photo, 0)):
        assert await statuses(town, address) == SHUT
    for file_id in (photo.file_id, uuid4()):
        assert (await town.call(SUZUKI, "GET", door(file_id))).status_code == 404
    assert (await town.call(SUZUKI, "GET", "/api/files/x/pages")).status_code == 422


async def test_a_page_that_cannot_be_shown_keeps_no_other_from_being_seen(town: Town) -> None:
    whole = made_paper()
    spoilt = await paper(town, clean=whole.replace(b"/Colors 1/", b"/Colors 9/"))
    found = [(await town.fetch(each, zone="lgwan")).status_code for each in await pages_of(town, spoilt)]
    assert found == [200, 404, 200]
    for foreign in (
        b"%PDF-1.7\n",
        whole[:-1],
        whole + b"\n",
        whole.replace(b"xref\n0 18\n", b"xref\n0 21\n"),
    ):
        brought = await paper(town, clean=foreign)
        assert (await town.call(SUZUKI, "GET", door(brought.file_id))).status_code == 404


async def test_whoever_has_brought_it_sees_its_pages_before_it_is_sent(town: Town) -> None:
    brought = await bring(town, name="計画.pdf", kind=Kind.PDF, clean=made_paper())
    assert len(await pages_of(town, brought, SATO)) == 3
    assert (await town.call(SUZUKI, "GET", door(brought.file_id))).status_code == 404
