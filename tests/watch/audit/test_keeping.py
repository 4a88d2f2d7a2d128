"""For how long the log is kept: thirteen months at hand, then in files, then no longer; and it stays one chain."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from tests.cast import MIHON, SATO, SUZUKI, TAKAHASHI
from tests.town import Town
from tests.watch.audit.log import entries
from yoriai.people.orgs.models import Tenant
from yoriai.platform.work.edge import Works
from yoriai.watch.audit import archive
from yoriai.watch.audit.checking import Finding, Trouble, check
from yoriai.watch.audit.dropping import let_go, years_before
from yoriai.watch.audit.kept_heads import FOLDER, keep_heads
from yoriai.watch.audit.models import AuditArchive, AuditEntry

pytestmark = [pytest.mark.anyio, pytest.mark.req("AUDIT-1")]


def in_years(town: Town, years: float) -> Works:
    """The same database and folder at another time."""
    works = town.assembly.works
    moment = works.now() + timedelta(days=366 * years)
    return Works(works.store, works.doorbell, now=lambda: moment, home=works.home)


async def filled(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_IN_A_FILE", 2)
    for at in range(5):
        await town.says(SATO if at % 2 else SUZUKI, f"お知らせ {at}", town.welfare)
    await entries(town)
    await keep_heads(town.assembly.works, {})


async def archives(town: Town) -> list[tuple[int, int, bool]]:
    async with town.assembly.works.reading() as work:
        found = await work.session.scalars(select(AuditArchive).order_by(AuditArchive.last))
        return [(each.first, each.last, each.dropped_at is not None) for each in found]


async def chosen(town: Town, years: int) -> None:
    async with town.assembly.works.writing() as work:
        mine = update(Tenant).where(Tenant.id == MIHON)
        await work.session.execute(mine.values(policies={"audit": {"years": years}}))


async def test_after_thirteen_months_rows_are_in_files_and_the_chain_is_whole(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(town, monkeypatch)
    await let_go(in_years(town, 1.05), {})
    assert len(await entries(town)) == 5
    await let_go(in_years(town, 1.2), {})
    assert await archives(town) == [(1, 2, False), (3, 4, False), (5, 5, False)]
    assert await entries(town) == []
    files = sorted((tmp_path / FOLDER).glob("*.jsonl.gz"))
    assert len(files) == 3
    assert all(file.stat().st_mode & 0o077 == 0 for file in files)
    await town.says(SATO, "そのあと", town.welfare)
    assert [row.number for row in await entries(town)] == [6]
    assert await check(town.assembly.works, MIHON) == Finding(MIHON, 6)


async def test_a_file_that_is_gone_or_touched_is_found(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(town, monkeypatch)
    await let_go(in_years(town, 1.2), {})
    file = sorted((tmp_path / FOLDER).glob("*.jsonl.gz"))[1]
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert await check(town.assembly.works, MIHON) == Finding(MIHON, 2, Trouble.ARCHIVE, 3)
    file.unlink()
    assert await check(town.assembly.works, MIHON) == Finding(MIHON, 2, Trouble.ARCHIVE, 3)
    file.write_bytes(whole)
    assert (await check(town.assembly.works, MIHON)).is_whole


async def test_what_is_older_than_the_term_goes_and_the_log_says_so(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await chosen(town, 3)
    await filled(town, monkeypatch)
    await let_go(in_years(town, 2.9), {})
    assert [dropped for _, _, dropped in await archives(town)] == [False, False, False]
    await let_go(in_years(town, 3.1), {})
    assert [dropped for _, _, dropped in await archives(town)] == [True, True, True]
    assert list((tmp_path / FOLDER).glob("*.jsonl.gz")) == []
    rows = await entries(town)
    assert [row.kind for row in rows] == ["audit.dropped"] * 3
    assert rows[0].account_id is None
    assert await check(town.assembly.works, MIHON) == Finding(MIHON, 3)


@pytest.mark.req("N120")
async def test_nobody_purges_the_log_by_choosing_a_shorter_term(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(town, monkeypatch)
    answer = await town.call(TAKAHASHI, "PUT", "/api/settings/audit", {"years": 1})
    assert answer.status_code == 204
    await entries(town)
    await let_go(in_years(town, 9), {})
    assert not any(dropped for _, _, dropped in await archives(town))
    await let_go(in_years(town, 10.1), {})
    assert all(dropped for _, _, dropped in await archives(town))


async def test_rows_cut_off_at_the_front_are_not_taken_for_dropped(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever writes to the database pretends that the term was over; the log itself does not say so."""
    await filled(town, monkeypatch)
    (first, *_) = await entries(town)
    async with town.assembly.works.writing() as work:
        await work.session.delete(await work.session.get_one(AuditEntry, (MIHON, 1)))
        work.session.add(
            AuditArchive(
                tenant_id=MIHON, first=1, last=1, first_at=first.at, last_at=first.at, hash=first.hash, file="x",
                digest="x", archived_at=first.at, dropped_at=first.at,
            )
        )  # fmt: skip
    assert await check(town.assembly.works, MIHON) == Finding(MIHON, 4, Trouble.MISSING, 1)


def test_a_leap_day_has_a_day_before_it_in_every_year() -> None:
    assert years_before(datetime(2028, 2, 29, 3, tzinfo=UTC), 1) == datetime(2027, 2, 28, 3, tzinfo=UTC)
    assert years_before(datetime(2026, 11, 26, tzinfo=UTC), 10) == datetime(2016, 11, 26, tzinfo=UTC)
