"""監査パック over rows that have left the table for files, or leave it while they are read (AUDIT-3)."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete

from tests.cast import MIHON, SATO
from tests.town import Town
from tests.watch.audit.log import entries
from tests.watch.audit.packing import asks, files, made, row_of, takes
from tests.watch.audit.test_keeping import archives, filled, in_years
from yoriai.kit.days import day_in_japan
from yoriai.people.orgs.models import Tenant
from yoriai.watch.audit.archive import ArchivedRow, put_away
from yoriai.watch.audit.chain import hash_of
from yoriai.watch.audit.dropping import let_go
from yoriai.watch.audit.kept_heads import FOLDER
from yoriai.watch.audit.models import AuditEntry
from yoriai.watch.audit.packs import extract
from yoriai.watch.audit.packs.chapters import log
from yoriai.watch.audit.packs.extract import Extract, Missing, extract_of, rows_of
from yoriai.watch.audit.packs.models import State
from yoriai.watch.audit.packs.scope import Days, Scope

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("by_hand"), pytest.mark.req("AUDIT-3", "N120")]
FIVE = [1, 2, 3, 4, 5]


def scope(town: Town) -> Scope:
    works = town.assembly.works
    today = day_in_japan(works.now())
    days = Days(MIHON, today - timedelta(days=1), today + timedelta(days=1))
    return Scope(works=works, days=days, body="", at=works.now(), installation={})


def numbers(inside: dict[str, bytes]) -> list[int]:
    """Of the rows in a pack, once each has been seen to follow the one before it."""
    chain = json.loads(inside["log/chain.json"])
    rows = [json.loads(line) for line in inside["log/log.jsonl"].splitlines()]
    ends = {gap["last"]: gap["hash"] for gap in chain["gaps"]}
    before = chain["before"]
    for row in rows:
        before = ends.get(row["number"] - 1, before)
        assert hash_of(before, ArchivedRow(row)) == row["hash"]
        before = row["hash"]
    assert inside["log/log.csv"].decode("utf-8-sig").count("\r\n") == len(rows) + 1
    return [row["number"] for row in rows]


async def read(town: Town, found: Extract) -> list[int]:
    read_now = scope(town)
    return [int(str(getattr(row, "number"))) async for rows in rows_of(read_now, found) for row in rows]  # noqa: B009 rows of two kinds


async def test_rows_in_files_and_rows_in_the_table_are_one_chain_in_a_pack(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(town, monkeypatch)
    path = await asks(town)
    await put_away(in_years(town, 1.2), {})
    assert [span[:2] for span in await archives(town)] == [(1, 2), (3, 4), (5, 5)]
    await town.says(SATO, "そのあと", town.welfare)
    assert [row.number for row in await entries(town)] == [6, 7]
    await made(town, path)
    inside = files(await takes(town, path))
    assert numbers(inside)[:6] == [*FIVE, 6]
    assert json.loads(inside["log/chain.json"])["gaps"] == []


@pytest.mark.parametrize("after", FIVE)
async def test_rows_that_move_into_files_while_they_are_read_are_all_read(
    town: Town, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    await filled(town, monkeypatch)
    monkeypatch.setattr(extract, "MOST_AT_ONCE", 1)
    found = await extract_of(scope(town))
    assert found is not None
    read_so_far: list[int] = []
    async for rows in rows_of(scope(town), found):
        read_so_far += [int(str(getattr(row, "number"))) for row in rows]  # noqa: B009 rows of two kinds
        if read_so_far[-1] == after:
            await put_away(in_years(town, 1.2), {})
    assert read_so_far == FIVE
    assert len(await archives(town)) == 3


async def test_rows_that_are_dropped_while_they_are_read_are_said_to_be_missing_in_the_pack(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(town, monkeypatch)
    path = await asks(town)
    async with town.assembly.works.writing() as work:
        body = await work.session.get_one(Tenant, MIHON)
        body.policies = {**body.policies, "audit": {"years": 3}}
    tries: list[int] = []

    async def dropped_meanwhile(of: Scope) -> Extract | None:
        found = await extract_of(of)
        tries.append(found.count if found else 0)
        if len(tries) == 1:
            await let_go(in_years(town, 3.1), {})
        return found

    monkeypatch.setattr(log, "extract_of", dropped_meanwhile)
    await made(town, path)
    inside = files(await takes(town, path))
    assert tries[0] >= 5 and len(tries) == 2
    gaps = json.loads(inside["log/chain.json"])["gaps"]
    assert [(gap["first"], gap["last"], gap["is_dropped"]) for gap in gaps][:2] == [
        (1, 2, True),
        (3, 4, True),
    ]
    assert all(number > gaps[-1]["last"] for number in numbers(inside))
    assert "保存期間が過ぎて消した" in inside["README.txt"].decode("utf-8-sig")


async def test_a_file_that_is_gone_while_it_is_read_lets_the_first_row_of_it_be_named(
    town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(town, monkeypatch)
    await put_away(in_years(town, 1.2), {})
    found = await extract_of(scope(town))
    assert found is not None and await read(town, found) == FIVE
    sorted((tmp_path / FOLDER).glob("*.jsonl.gz"))[1].unlink()
    with pytest.raises(Missing) as missing:
        await read(town, found)
    assert missing.value.details == {"number": 3}


async def test_a_row_that_is_nowhere_ends_the_making_and_is_named(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(town, monkeypatch)
    path = await asks(town)
    async with town.assembly.works.writing() as work:
        await work.session.execute(delete(AuditEntry).where(AuditEntry.number == 3))
    with pytest.raises(Missing) as missing:
        await made(town, path)
    assert missing.value.details == {"number": 3}
    pack = await row_of(town, path)
    assert (pack.state, pack.size) == (State.WAITING, 0)
