"""監査パック: who gets one, for how long it is there, and what becomes of it."""

from datetime import timedelta
from typing import IO
from uuid import uuid4

import pytest
from sqlalchemy import func, select, update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.people.sessions.holding import forgets
from tests.town import Town
from tests.transcripts import transcript
from tests.watch.audit.inspecting import DONE, GONE, becomes, does
from tests.watch.audit.log import entries
from tests.watch.audit.packing import ALL, asks, listed, made, row_of, takes, wish
from yoriai.people.access.capabilities import Role
from yoriai.platform.work.edge import Works
from yoriai.watch.audit.packs import asking, making
from yoriai.watch.audit.packs.build import Built, Told, Wanted, build
from yoriai.watch.audit.packs.making import sweep
from yoriai.watch.audit.packs.models import AuditPack, AuditPackPiece, State

pytestmark = [pytest.mark.anyio, pytest.mark.req("AUDIT-3")]
NOT_THERE = (409, "audit_packs.not_there")


async def pieces(town: Town) -> int:
    async with town.assembly.works.reading() as work:
        return await work.session.scalar(select(func.count()).select_from(AuditPackPiece)) or 0


async def test_the_servers_own_worker_makes_it_and_says_how_far_it_is(town: Town) -> None:
    async with town.listens(TAKAHASHI) as ear:
        path = await asks(town)
        await ear.until(lambda: ear.named("audit_packs.made"), patience=60)
        told = await ear.fact("audit_packs.made")
    (pack,) = await listed(town)
    assert (pack["state"], pack["step"], pack["digest"]) == ("ready", pack["steps"], told["body"]["digest"])
    assert pack["steps"] > 20
    assert len(await takes(town, path)) == pack["size"]
    assert (await listed(town))[0]["taken"] == 1


@pytest.mark.req("N119", "N19")
async def test_whoever_may_not_make_one_gets_none_by_any_way(town: Town, by_hand: None) -> None:
    path = await asks(town)
    await made(town, path)
    for method, to, body in (
        ("GET", ALL, None), ("POST", ALL, wish(town)), ("POST", f"{path}/file", None), ("DELETE", path, None),
    ):  # fmt: skip
        assert await does(town, SATO, method, to, body) == (403, "forbidden")
    async with town.listens(SATO) as ear, town.listens(TAKAHASHI) as administrator:
        assert await does(town, TAKAHASHI, "DELETE", path) == DONE
        await administrator.fact("audit_packs.ended")
        assert ear.named("audit_packs.ended") == []


@pytest.mark.req("N16", "A4", "A10")
async def test_a_pack_is_there_for_its_asker_alone(town: Town, by_hand: None) -> None:
    await becomes(town, SUZUKI, Role.OWNER)
    await becomes(town, TANAKA, Role.AUDITOR)
    await becomes(town, MORI, Role.OWNER)
    path = await asks(town)
    await made(town, path)
    nowhere = f"{ALL}/{uuid4()}"
    for who in (SUZUKI, TANAKA, MORI):
        for to in (path, nowhere):
            assert await does(town, who, "POST", f"{to}/file") == GONE
            assert await does(town, who, "DELETE", to) == GONE
        assert await listed(town, who) == []
    assert await does(town, TAKAHASHI, "POST", f"{path}/file", zone="internet") == (200, "")


async def test_an_auditor_makes_one_of_their_own(town: Town, by_hand: None) -> None:
    await becomes(town, TANAKA, Role.AUDITOR)
    path = await asks(town, TANAKA)
    await made(town, path)
    assert (await takes(town, path, TANAKA)).startswith(b"PK")


@pytest.mark.req("D15", "N40")
async def test_whoever_is_no_auditor_any_more_gets_it_no_more(town: Town, by_hand: None) -> None:
    await becomes(town, TANAKA, Role.AUDITOR)
    path = await asks(town, TANAKA)
    await made(town, path)
    await becomes(town, TANAKA, Role.MEMBER)
    assert await does(town, TANAKA, "POST", f"{path}/file") == (403, "forbidden")


@pytest.mark.req("AUTH-7", "N31")
async def test_asking_and_taking_ask_again_who_it_is(town: Town, by_hand: None) -> None:
    path = await asks(town)
    await made(town, path)
    await forgets(town, TAKAHASHI)
    again = (403, "second_factor.prove_again")
    assert await does(town, TAKAHASHI, "POST", ALL, wish(town)) == again
    assert await does(town, TAKAHASHI, "POST", f"{path}/file") == again


@pytest.mark.req("K28")
@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"reason": ""}, "too_short"),
        ({"reason": "   "}, "too_short"),
        ({"reason": "あ" * 201}, "too_long"),
        ({"first": "2026-11-02", "last": "2026-11-01"}, "ends_before_start"),
        ({"last": "2999-01-01"}, "audit_packs.too_long"),
        ({"first": "2999-01-01", "last": "2999-01-01"}, "audit_packs.not_yet"),
        ({"first": "2025-04-01", "last": "2026-04-02"}, "audit_packs.too_long"),
        ({"more": True}, "wrong"),
    ],
)
async def test_what_cannot_be_is_refused(town: Town, changed: dict[str, object], code: str) -> None:
    assert await does(town, TAKAHASHI, "POST", ALL, wish(town, **changed)) == (422, code)
    assert await listed(town) == []


async def test_a_whole_fiscal_year_goes_into_one(town: Town, by_hand: None) -> None:
    await asks(town, first="2023-04-01", last="2024-03-31")


@pytest.mark.req("BASE-4")
async def test_the_same_again_is_the_same_and_another_waits(town: Town, by_hand: None) -> None:
    path = await asks(town)
    assert await asks(town) == path
    other = wish(town, reason="ほかの監査")
    assert await does(town, TAKAHASHI, "POST", ALL, other) == (409, "audit_packs.under_way")
    await made(town, path)
    for reason in ("二つめ", "三つめ"):
        await made(town, await asks(town, reason=reason))
    assert await does(town, TAKAHASHI, "POST", ALL, other) == (409, "audit_packs.too_many")
    assert await does(town, TAKAHASHI, "DELETE", path) == DONE
    await asks(town, reason="四つめ")


async def test_more_rows_than_a_file_holds_are_refused_at_once(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    await town.says(SATO, "おはようございます", town.welfare)
    await town.says(SATO, "よろしくお願いします", town.welfare)
    await entries(town)
    monkeypatch.setattr(asking, "MOST_ENTRIES", 1)
    assert await does(town, TAKAHASHI, "POST", ALL, wish(town)) == (409, "audit.too_many_rows")


@pytest.mark.req("N119")
async def test_after_a_day_it_is_gone_whether_the_clock_has_come_by_or_not(town: Town, by_hand: None) -> None:
    path = await asks(town)
    assert await does(town, TAKAHASHI, "POST", f"{path}/file") == NOT_THERE
    await made(town, path)
    pack = await row_of(town, path)
    assert pack.made_at is not None
    assert pack.ends_at - pack.made_at == timedelta(hours=24)
    await sweep(town.assembly.works, {})
    assert await pieces(town) > 0
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(AuditPack).values(ends_at=work.now))
    assert [each["state"] for each in await listed(town)] == ["gone"]
    assert await does(town, TAKAHASHI, "POST", f"{path}/file") == NOT_THERE
    for _ in range(2):
        await sweep(town.assembly.works, {})
    assert (await pieces(town), (await row_of(town, path)).state) == (0, State.GONE)
    assert [row.kind for row in await entries(town)].count("audit_packs.ended") == 1


async def test_one_that_could_not_be_made_says_so(town: Town, by_hand: None) -> None:
    path = await asks(town)
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(AuditPack).values(ends_at=work.now))
    assert [pack["state"] for pack in await listed(town)] == ["failed"]
    async with transcript(town, "audit_packs.failed", TAKAHASHI, expect=["audit_packs.failed"]):
        await sweep(town.assembly.works, {})
    await made(town, path)
    assert (await pieces(town), (await row_of(town, path)).state) == (0, State.FAILED)


async def test_what_is_thrown_away_while_it_is_made_leaves_nothing(
    town: Town, by_hand: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = await asks(town)

    async def lost(works: Works, wanted: Wanted, file: IO[bytes], told: Told) -> Built:
        built = await build(works, wanted, file, told)
        assert await does(town, TAKAHASHI, "DELETE", path) == DONE
        return built

    monkeypatch.setattr(making, "build", lost)
    await made(town, path)
    assert (await pieces(town), (await row_of(town, path)).state) == (0, State.GONE)
    assert await does(town, TAKAHASHI, "DELETE", path) == DONE


async def test_made_twice_it_is_the_same(town: Town, by_hand: None) -> None:
    path = await asks(town)
    await made(town, path)
    first = await takes(town, path)
    await made(town, path)
    assert await takes(town, path) == first


@pytest.mark.req("C8")
async def test_those_who_read_the_log_are_told(
    town: Town, by_hand: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def built(_works: Works, _wanted: Wanted, file: IO[bytes], _told: Told) -> Built:
        file.write(b"PK")  # a real one hashes to something else at every moment
        return Built(files=60, entries=5, size=2, digest="0" * 64)

    async with transcript(town, "audit_packs.asked", TAKAHASHI, expect=["audit_packs.asked"]):
        path = await asks(town, first="2026-04-01", last="2026-04-30")
    monkeypatch.setattr(making, "build", built)
    async with transcript(town, "audit_packs.made", TAKAHASHI, expect=["audit_packs.made"]):
        await made(town, path)
    async with transcript(town, "audit_packs.taken", TAKAHASHI, expect=["audit_packs.taken"]):
        assert await takes(town, path) == b"PK"
    async with transcript(town, "audit_packs.ended", TAKAHASHI, expect=["audit_packs.ended"]):
        assert await does(town, TAKAHASHI, "DELETE", path) == DONE
