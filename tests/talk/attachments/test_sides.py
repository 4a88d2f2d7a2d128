"""Zero original bytes: every way to bytes, from either side, of files from either side, in every state (R2, N74, N89).

The doors are not listed here: they are found, so that one that comes tomorrow is walked through as well.
"""

from itertools import product
from uuid import UUID

import pytest

from tests.cast import NISHIMURA, SATO, SUZUKI, WELFARE, ZONES, with_guest
from tests.doors import doors
from tests.people.files.bringing import Bringer
from tests.people.files.corpus.clean import clean
from tests.people.files.corpus.hostile import hostile
from tests.people.files.corpus.samples import Sample
from tests.people.files.detectors import unsafe
from tests.people.files.made_papers import made_paper
from tests.people.files.sanitizing.corpus import picture, written
from tests.talk.attachments.bringing import LINKS, Brought, attached, bring, post, shown
from tests.town import Town
from yoriai.people.files.links import Form
from yoriai.people.files.models import File, State
from yoriai.people.files.sanitizing.kinds import Kind

pytestmark = pytest.mark.anyio

RUN = 4 * 1024
"""Bytes in a row that no answer may share with an original (N74)."""
WAITS = 240.0
"""Seconds for a file with others before it, on a machine that does much else: a cage takes what nobody else wants."""
Case = tuple[str, State]
CASES: list[Case] = list(product(ZONES, State))


def holds(body: bytes, original: bytes) -> bool:
    """Whether any run of it stands in a body: one that does so holds one that begins at a multiple of its length."""
    half = min(RUN, len(original)) // 2
    return any(original[at : at + half] in body for at in range(0, len(original) - half, half))


async def town_with_files(town: Town, kind: Kind = Kind.PNG) -> tuple[str, dict[Case, Brought]]:
    """One file of each origin and state in one message; those that could not have come so far by being attached do so
    afterwards."""
    there = {
        (origin, state): await bring(
            town, zone=origin, state=State.HELD if state is State.DECLINED else state, kind=kind
        )
        for origin, state in CASES
    }
    message = await attached(town, *there.values())
    async with town.assembly.works.writing() as work:
        for (_, state), brought in there.items():
            file = await work.session.get(File, brought.file_id)
            assert file is not None
            file.state = state
    return message, there


@pytest.mark.req("N74", "N89", "FILE-8", "S1", "S2", "R2")
@pytest.mark.parametrize("kind", [Kind.PNG, Kind.PDF])
@pytest.mark.parametrize("reader", ZONES)
async def test_no_byte_of_an_original_crosses_whatever_is_asked_for(
    town: Town, reader: str, kind: Kind
) -> None:
    _, there = await town_with_files(town, kind)
    cards, opened = await shown(town, SUZUKI, *there.values(), zone=reader), set[tuple[Case, Form]]()
    assert len(cards) == len(there)
    for (case, brought), form in product(there.items(), Form):
        address = cards[brought.file_id][form.value]
        if address is None:
            continue
        whole = await town.fetch(str(address), zone=reader)
        part = await town.fetch(str(address), zone=reader, headers={"range": f"bytes=1-{RUN * 2}"})
        assert (whole.status_code, part.status_code) == (200, 206)
        opened.add((case, form))
        if form is Form.SMALL:
            assert whole.content == brought.small
        elif case[0] == reader == "lgwan" and not kind.is_image:
            assert whole.content == brought.original
        else:
            assert whole.content == brought.clean
            assert not holds(whole.content, brought.original) and not holds(part.content, brought.original)
    assert opened == {((origin, State.DISARMED), form) for origin in ZONES for form in Form}


@pytest.mark.req("N74", "N89", "FILE-15", "S2", "S11", "R2")
@pytest.mark.parametrize("reader", ZONES)
async def test_pages_are_of_what_was_built_on_either_side(town: Town, reader: str) -> None:
    there = {
        case: await bring(
            town, zone=case[0], state=case[1], name="計画.pdf", kind=Kind.PDF, clean=made_paper()
        )
        for case in CASES
        if case[1] is not State.DECLINED
    }
    await attached(town, *there.values())
    for (_, state), brought in there.items():
        asked = await town.call(SUZUKI, "GET", f"/api/files/{brought.file_id}/pages", zone=reader)
        assert asked.status_code == (200 if state is State.DISARMED else 404)
        for address in asked.json()["pages"] if asked.status_code == 200 else ():
            for headers in ({}, {"range": f"bytes=1-{RUN * 2}"}):
                answer = await town.fetch(str(address), zone=reader, headers=headers)
                assert answer.status_code == (206 if headers else 200)
                assert not holds(answer.content, brought.original)


@pytest.mark.req("N74", "N89", "R2")
@pytest.mark.parametrize("reader", ZONES)
async def test_the_application_itself_hands_out_no_bytes_of_files(town: Town, reader: str) -> None:
    message, there = await town_with_files(town)
    paths = {door.path for door in doors(town.assembly, WELFARE, UUID(message)) if door.method == "GET"}
    for (_, state), brought in there.items():
        if state is State.DISARMED:
            about = doors(town.assembly, WELFARE, brought.file_id)
            paths |= {door.path for door in about if door.method == "GET"}
    assert len(paths) > 50
    for path in sorted(paths):
        answer = await town.call(SATO, "GET", path, zone=reader)
        for brought in there.values():
            for held in (brought.original, brought.clean, brought.small):
                assert not holds(answer.content, held), path


@pytest.mark.req("N89", "S2")
@pytest.mark.parametrize("origin", ZONES)
async def test_whoever_brought_it_is_under_the_same_rule(town: Town, origin: str) -> None:
    brought = await bring(town, zone=origin, name="見積書.pdf", kind=Kind.PDF)
    for reader in ZONES:
        card = (await shown(town, SATO, brought, zone=reader))[brought.file_id]
        got = (await town.fetch(str(card["whole"]), zone=reader)).content
        stays = origin == reader == "lgwan"
        assert (got, card["as_it_came"]) == (brought.original if stays else brought.clean, stays)


@pytest.mark.req("A12", "GUEST-1")
async def test_a_guest_gets_what_was_built_wherever_they_stand(town: Town) -> None:
    await with_guest(town.assembly.works, WELFARE)
    brought = await bring(town)
    await attached(town, brought)
    for reader in ZONES:
        card = (await shown(town, NISHIMURA, brought, zone=reader))[brought.file_id]
        got = (await town.fetch(str(card["whole"]), zone=reader)).content
        assert (got, card["as_it_came"]) == (brought.clean, False)


@pytest.mark.req("N74", "FILE-8", "FILE-11", "R2")
@pytest.mark.parametrize("origin", ZONES)
async def test_a_photograph_on_its_whole_way(town: Town, origin: str) -> None:
    data, bringer = written(picture(), "PNG"), Bringer(town, SATO, origin)
    file_id = await bringer.brings(data, "現場.png")
    answer = await post(town, [{"kind": "file", "file_id": file_id}], zone=origin)
    assert answer.status_code == 200, answer.text
    assert (await bringer.judged(file_id))["state"] == "disarmed"
    for reader in ZONES:
        asked = await town.call(SUZUKI, "POST", LINKS, {"file_ids": [file_id]}, zone=reader)
        (card,) = asked.json()["files"]
        assert (card["name"], card["entered"], card["may_open"]) == ("現場.png", origin, True)
        whole = await town.fetch(str(card["whole"]), zone=reader)
        small = await town.fetch(str(card["small"]), zone=reader)
        assert whole.status_code == small.status_code == 200
        assert whole.content != data
        assert small.headers["content-type"].startswith("image/") and small.content != data


@pytest.mark.req("N74", "N80", "FILE-8", "FILE-9", "S11")
async def test_of_harmful_and_honest_files_only_what_was_built_crosses(town: Town) -> None:
    outside, there = Bringer(town, SATO, "internet"), dict[str, tuple[Sample, bytes]]()
    for sample in (*clean(large=False)[::24], *hostile()[::24]):
        if "a bomb" not in sample.about:
            data = sample.make()
            there[await outside.brings(data, sample.name)] = sample, data
    states = {each: str((await outside.judged(each, WAITS))["state"]) for each in there}
    parts = [{"kind": "file", "file_id": each} for each, state in states.items() if state != State.DECLINED]
    answer = await post(town, parts, zone="internet")
    assert answer.status_code == 200, answer.text
    asked = {"file_ids": list(there)}
    cards = (await town.call(SUZUKI, "POST", LINKS, asked)).json()["files"]
    assert {card["file_id"]: card["state"] for card in cards} == {
        each: state for each, state in states.items() if state != State.DECLINED
    }
    for card in cards:
        sample, data = there[card["file_id"]]
        links = [each for each in (card["whole"], card["small"]) if each]
        assert bool(links) is (card["state"] == State.DISARMED), sample.about
        for link in links:
            body = (await town.fetch(link, zone="lgwan")).content
            kind = card["kind"] if link == card["whole"] else "png" if body[:1] == b"\x89" else "jpeg"
            assert unsafe(data, body, kind) == [], sample.about
    assert set(states.values()) == {State.DISARMED, State.HELD, State.DECLINED}
